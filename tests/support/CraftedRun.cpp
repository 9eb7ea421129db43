// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/CraftedRun.h"

#include "core/crypto/Hashing.h"
#include "core/wire/Run.h"

namespace spilno::test {

CraftedRun::CraftedRun(
    const replica::Identity &identity,
    const base::CityId &city,
    const base::ScopeId &scope,
    const base::Incarnation &incarnation)
    : m_identity(identity)
{
    wire::FeedOpening opening;
    opening.city = city;
    opening.person = identity.person;
    opening.device = identity.device.publicKey();
    opening.scope = scope;
    opening.incarnation = incarnation;
    opening.certificate = base::OpId::fromTrusted(identity.person.data());
    m_opening = wire::encodeOpening(opening);
    m_start = log::openFeed(m_opening, city).value();
    m_state = m_start;
}

base::OpId CraftedRun::add(const Change &change)
{
    const auto keep = [this](const QByteArray &bytes) {
        m_bytes.push_back(bytes);
        return base::view(m_bytes.back());
    };
    const auto blinding = crypto::blake2bAs<base::Salt>("crafted", {m_state.head.bytes()});
    const wire::PayloadBytes payload = wire::encodePayload(change.payload, blinding);
    wire::HeaderExt ext;
    ext.firstIssue = change.firstIssue;
    wire::ThinChange thin;
    thin.hlcDelta = std::max(change.hlc, m_state.hlc + 1) - m_state.hlc;
    thin.txn = change.txn;
    thin.type = change.type;
    thin.ext = keep(wire::encodeExt(ext));
    thin.shape = keep(change.shape.isEmpty() ? payload.shape : change.shape);
    thin.values = keep(payload.values);
    m_entity =
        change.entity.value_or(wire::impliedEntity(m_state.person, m_state.scope, thin.shape));
    thin.entity = wire::thinEntity(m_entity, m_state.person, m_state.scope, thin.shape);
    const base::Hash commit = wire::payloadCommit(thin.shape, wire::valuesHash(thin.values));
    m_state.hlc += thin.hlcDelta;
    m_newest = {m_state.feed, m_state.nextSeq, commit, m_state.hlc};
    m_state.head = wire::headerHash(base::view(wire::expandHeader(
        thin, m_state.feed, m_state.nextSeq, m_state.head, m_state.hlc, m_entity, commit)));
    ++m_state.nextSeq;
    m_changes.push_back(thin);
    const wire::FirstIssue &named = change.firstIssue ? *change.firstIssue : m_newest;
    return wire::opId(m_state.person, named.feed, named.seq, named.payloadCommit);
}

wire::Run CraftedRun::run() const
{
    wire::Run run;
    run.feed = m_start.feed;
    run.opening = m_opening;
    run.changes = m_changes;
    run.signature = m_identity.device.sign(wire::kChangeContext, m_state.head.bytes());
    return wire::decodeRun(wire::encodeRun(run)).value();
}

log::VerifiedRun CraftedRun::verified() const
{
    return log::verifyRun(run(), m_start).value();
}

} // namespace spilno::test
