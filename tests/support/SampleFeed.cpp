// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SampleFeed.h"

#include "core/crypto/Hashing.h"
#include "core/wire/Cbor.h"

#include <algorithm>

namespace spilno::support {

namespace {

crypto::SigningKey keyOf(const char *name)
{
    const base::Hash seed = crypto::blake2b("sample-key", {base::view(std::string_view(name))});
    return crypto::SigningKey::fromSeed(seed.bytes());
}

base::Salt blindingOf(const log::FeedState &feed)
{
    return crypto::blake2bAs<base::Salt>("sample-blinding", {feed.head.bytes()});
}

} // namespace

SampleChange createText(const QString &text)
{
    SampleChange change;
    change.payload.create =
        crypto::blake2bAs<base::Salt>("sample-salt", {base::view(text.toUtf8())});
    change.payload.fields.push_back({1, wire::FieldMode::Write, {}, text});
    return change;
}

SampleChange writeText(const base::EntityId &entity, const QString &text)
{
    SampleChange change;
    change.entity = entity;
    change.payload.fields.push_back({1, wire::FieldMode::Write, {}, text});
    return change;
}

SampleFeed::SampleFeed(const char *name, const base::CityId &city, const base::ScopeId &scope)
    : m_key(keyOf(name))
{
    wire::FeedOpening opening;
    opening.city = city;
    opening.person = crypto::blake2bAs<base::PersonId>("sample", {m_key.publicKey().bytes()});
    opening.device = m_key.publicKey();
    opening.scope = scope;
    opening.incarnation = base::Incarnation::fromTrusted(m_key.publicKey().data());
    opening.certificate = base::OpId::fromTrusted(m_key.publicKey().data());
    m_opening = wire::encodeOpening(opening);
    m_state = log::openFeed(m_opening, city).value();
}

base::ByteView SampleFeed::keep(const QByteArray &bytes)
{
    m_bytes.push_back(bytes);
    return base::view(m_bytes.back());
}

wire::Run SampleFeed::run(const std::vector<SampleChange> &changes)
{
    wire::Run run;
    run.feed = m_state.feed;
    run.firstSeq = m_state.nextSeq;
    if (run.firstSeq == 0)
        run.opening = m_opening;
    for (const SampleChange &change : changes) {
        const wire::PayloadBytes payload = wire::encodePayload(change.payload, blindingOf(m_state));
        wire::ThinChange thin;
        thin.hlcDelta = change.hlcDelta;
        thin.txn = change.txn;
        thin.type = change.type;
        thin.entity = change.entity;
        thin.ext = keep(change.ext);
        thin.shape = keep(payload.shape);
        thin.values = keep(payload.values);
        if (change.valuesAbsent) {
            thin.valuesAbsent = true;
            thin.valuesHash = wire::valuesHash(thin.values);
            thin.valuesSize = static_cast<std::uint32_t>(thin.values.size());
            thin.values = {};
        }
        run.changes.push_back(thin);
    }
    const log::FeedState before = m_state;
    sign(run, before);
    m_state = log::verifyRun(run, before).value().after;
    return run;
}

void SampleFeed::sign(wire::Run &run, const log::FeedState &before) const
{
    log::FeedState state = before;
    for (const wire::ThinChange &thin : run.changes) {
        const base::EntityId entity =
            thin.entity.value_or(wire::impliedEntity(state.person, state.scope, thin.shape));
        const base::Hash values =
            thin.valuesAbsent ? thin.valuesHash : wire::valuesHash(thin.values);
        state.hlc += thin.hlcDelta;
        state.head = wire::headerHash(base::view(wire::expandHeader(
            thin, state.feed, state.nextSeq, state.head, state.hlc, entity,
            wire::payloadCommit(thin.shape, values))));
        ++state.nextSeq;
    }
    run.signature = m_key.sign(wire::kChangeContext, state.head.bytes());
}

wire::ThinChange thinOf(const log::VerifiedChange &change, const log::FeedState &feed)
{
    wire::ThinChange thin;
    thin.hlcDelta = change.hlc - feed.hlc;
    thin.txn = change.txn;
    thin.type = change.type;
    thin.entity = wire::thinEntity(change.entity, feed.person, feed.scope, change.shape);
    thin.ext = change.ext;
    thin.shape = change.shape;
    thin.values = change.values;
    thin.valuesAbsent = change.valuesAbsent;
    thin.valuesHash = change.valuesHash;
    thin.valuesSize = change.valuesSize;
    return thin;
}

wire::Slice SampleScope::slice(
    const std::vector<log::VerifiedRun> &runs, std::uint64_t firstLogIndex, qint64 recordedMs)
{
    wire::Slice slice;
    slice.scope = m_scope;
    slice.epoch = 1;
    slice.firstPosition = m_chain.head().next;
    for (const log::VerifiedRun &run : runs) {
        auto feed = std::find_if(
            slice.feeds.begin(), slice.feeds.end(),
            [&run](const wire::SliceFeed &one) { return one.feed == run.after.feed; });
        if (feed == slice.feeds.end()) {
            slice.feeds.push_back({run.after.feed, run.before.nextSeq, run.opening, {}, {}});
            feed = slice.feeds.end() - 1;
        }
        log::FeedState state = run.before;
        for (const log::VerifiedChange &change : run.changes) {
            feed->changes.push_back({m_chain.head().next, thinOf(change, state)});
            slice.appendPlace(firstLogIndex, recordedMs);
            m_chain.append(change.hash, firstLogIndex++, recordedMs);
            state.hlc = change.hlc;
        }
        feed->signature = run.signature;
    }
    slice.chain = m_chain.head().chain;
    return slice;
}

} // namespace spilno::support
