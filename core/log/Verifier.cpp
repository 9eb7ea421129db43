// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/Verifier.h"

#include "core/crypto/Signing.h"
#include "core/log/ScopeChain.h"
#include "core/wire/SealedPayload.h"

#include <algorithm>

namespace spilno::log {

namespace {

using base::ErrorCode;
using base::failure;

/// What a thin change may not be after the changes before it: its clock goes on within 63 bits, a
/// transaction counts down to 0 without a gap (`txnLeft` is what the change before announced), and
/// an entity that is implied is left out, for else one change would have two forms.
base::Result<> checkStep(
    const wire::ThinChange &thin,
    const FeedState &state,
    const base::EntityId &implied,
    std::uint32_t txnLeft)
{
    constexpr auto kHlcMax = static_cast<base::Hlc>(INT64_MAX);
    if (thin.hlcDelta == 0 || state.hlc > kHlcMax || thin.hlcDelta > kHlcMax - state.hlc)
        return failure(ErrorCode::Malformed, QStringLiteral("a clock that goes back in its feed"));
    if (txnLeft > 0 && thin.txn != txnLeft - 1)
        return failure(ErrorCode::Malformed, QStringLiteral("a transaction with a gap"));
    if (thin.entity == implied)
        return failure(ErrorCode::Malformed, QStringLiteral("an entity that is implied"));
    return {};
}

/// Checks, expands and hashes one change and moves `state` over it.
base::Result<VerifiedChange> advance(
    FeedState &state, const wire::ThinChange &thin, std::uint32_t txnLeft)
{
    const base::EntityId implied = wire::impliedEntity(state.person, state.scope, thin.shape);
    SPILNO_TRY(checkStep(thin, state, implied, txnLeft));
    VerifiedChange change;
    change.seq = state.nextSeq;
    change.hlc = state.hlc + thin.hlcDelta;
    change.txn = thin.txn;
    change.type = thin.type;
    change.entity = thin.entity.value_or(implied);
    const base::Hash values = thin.valuesAbsent ? thin.valuesHash : wire::valuesHash(thin.values);
    change.payloadCommit = wire::payloadCommit(thin.shape, values);
    const QByteArray header = wire::expandHeader(
        thin, state.feed, change.seq, state.head, change.hlc, change.entity, change.payloadCommit);
    change.hash = wire::headerHash(base::view(header));
    change.ext = thin.ext;
    change.shape = thin.shape;
    change.values = thin.values;
    change.valuesAbsent = thin.valuesAbsent;
    change.valuesHash = thin.valuesHash;
    change.valuesSize = thin.valuesSize;
    state.nextSeq = change.seq + 1;
    state.head = change.hash;
    state.hlc = change.hlc;
    return change;
}

base::Result<> checkSignature(const FeedState &state, const base::Signature &signature)
{
    if (crypto::verify(state.device, wire::kChangeContext, state.head.bytes(), signature))
        return {};
    return failure(
        ErrorCode::BadSignature, QStringLiteral("a run whose signature does not verify"));
}

/// A run gets contiguous places at once, so what comes next in a transaction stands there.
base::Result<> checkTransactions(const std::vector<VerifiedChange> &changes)
{
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (changes[i].txn == 0)
            continue;
        if (i + 1 == changes.size() || changes[i + 1].feed != changes[i].feed ||
            changes[i + 1].logIndex != changes[i].logIndex + 1 ||
            changes[i + 1].recordedMs != changes[i].recordedMs)
            return failure(
                ErrorCode::Malformed, QStringLiteral("a transaction at places that are not one"));
    }
    return {};
}

/// Puts the log index and recorded time of the slice's segments on changes sorted by position.
void placeSegments(const wire::Slice &slice, std::vector<VerifiedChange> &changes)
{
    std::size_t at = 0;
    for (const wire::SliceSegment &segment : slice.segments) {
        for (std::uint32_t i = 0; i < segment.count; ++i, ++at) {
            changes[at].logIndex = segment.firstLogIndex + i;
            changes[at].recordedMs = segment.recordedMs;
        }
    }
}

base::Result<FeedState> stateBefore(
    const wire::SliceFeed &feed,
    const wire::Slice &slice,
    const base::CityId &city,
    const std::function<base::Result<std::optional<FeedState>>(const base::FeedId &)> &known)
{
    if (feed.firstSeq == 0) {
        SPILNO_ASSIGN(FeedState state, openFeed(feed.opening, city));
        if (state.feed != feed.feed || state.scope != slice.scope)
            return failure(ErrorCode::Malformed, QStringLiteral("an opening of another feed"));
        return state;
    }
    SPILNO_ASSIGN(const std::optional<FeedState> state, known(feed.feed));
    if (!state || state->nextSeq != feed.firstSeq || state->scope != slice.scope)
        return failure(ErrorCode::BrokenChain, QStringLiteral("a feed that does not continue"));
    return *state;
}

} // namespace

base::Result<FeedState> openFeed(const QByteArray &opening, const base::CityId &city)
{
    SPILNO_ASSIGN(const auto decoded, wire::decodeOpening(base::view(opening)));
    if (decoded.city != city)
        return failure(ErrorCode::WrongCity, QStringLiteral("a feed of another city"));
    FeedState state;
    state.feed = wire::feedId(base::view(opening));
    state.city = decoded.city;
    state.person = decoded.person;
    state.device = decoded.device;
    state.scope = decoded.scope;
    state.head = base::Hash::fromTrusted(state.feed.data());
    return state;
}

base::Result<VerifiedRun> verifyRun(const wire::Run &run, const FeedState &before)
{
    if (run.feed != before.feed || run.firstSeq != before.nextSeq)
        return failure(
            ErrorCode::BrokenChain, QStringLiteral("a run that does not continue its feed"));
    if (run.firstSeq == 0 && wire::feedId(base::view(run.opening)) != run.feed)
        return failure(ErrorCode::Malformed, QStringLiteral("an opening of another feed"));
    VerifiedRun verified;
    verified.before = before;
    verified.after = before;
    verified.opening = run.opening;
    verified.signature = run.signature;
    verified.bytes = run.bytes;
    verified.changes.reserve(run.changes.size());
    std::uint32_t txnLeft = 0;
    for (const wire::ThinChange &thin : run.changes) {
        SPILNO_ASSIGN(VerifiedChange change, advance(verified.after, thin, txnLeft));
        txnLeft = change.txn;
        verified.changes.push_back(std::move(change));
    }
    if (txnLeft != 0)
        return failure(
            ErrorCode::Malformed, QStringLiteral("a run that ends inside a transaction"));
    SPILNO_TRY(checkSignature(verified.after, run.signature));
    return verified;
}

base::Result<VerifiedSlice> verifySlice(
    const wire::Slice &slice,
    const base::CityId &city,
    const base::Hash &chainBefore,
    const std::function<base::Result<std::optional<FeedState>>(const base::FeedId &)> &known)
{
    VerifiedSlice verified;
    verified.scope = slice.scope;
    verified.epoch = slice.epoch;
    verified.firstPosition = slice.firstPosition;
    verified.rulesNext = slice.rulesNext;
    verified.peopleNext = slice.peopleNext;
    verified.bytes = slice.bytes;
    verified.changes.resize(static_cast<std::size_t>(slice.count()));
    verified.feeds.reserve(slice.feeds.size());
    for (const wire::SliceFeed &feed : slice.feeds) {
        SPILNO_ASSIGN(FeedState state, stateBefore(feed, slice, city, known));
        std::uint32_t txnLeft = 0;
        for (const wire::SliceChange &entry : feed.changes) {
            SPILNO_ASSIGN(VerifiedChange change, advance(state, entry.thin, txnLeft));
            txnLeft = change.txn;
            change.feed = static_cast<std::uint32_t>(verified.feeds.size());
            change.position = entry.position;
            verified.changes[static_cast<std::size_t>(entry.position - slice.firstPosition)] =
                std::move(change);
        }
        if (txnLeft != 0)
            return failure(ErrorCode::Malformed, QStringLiteral("a slice that cuts a transaction"));
        SPILNO_TRY(checkSignature(state, feed.signature));
        verified.feeds.push_back({state, feed.opening, feed.signature, feed.firstSeq});
    }
    placeSegments(slice, verified.changes);
    SPILNO_TRY(checkTransactions(verified.changes));
    ScopeChain chain(ScopeHead{slice.firstPosition, chainBefore});
    for (const VerifiedChange &change : verified.changes)
        chain.append(change.hash, change.logIndex, change.recordedMs);
    if (chain.head().chain != slice.chain)
        return failure(
            ErrorCode::BrokenChain, QStringLiteral("a slice that breaks the scope's chain"));
    verified.chain = slice.chain;
    return verified;
}

void decodeChanges(VerifiedSlice &slice)
{
    auto decoded = std::make_shared<std::vector<DecodedChange>>(slice.changes.size());
    for (std::size_t i = 0; i < slice.changes.size(); ++i) {
        const VerifiedChange &change = slice.changes[i];
        const FeedState &feed = slice.feeds[change.feed].after;
        DecodedChange &made = (*decoded)[i];
        if (change.ext.size() <= 1)
            made.op = wire::opId(feed.person, feed.feed, change.seq, change.payloadCommit);
        if (wire::isSealed(change.shape))
            continue;
        if (auto payload = wire::decodePayload(change.shape, change.values))
            made.payload = std::move(*payload);
    }
    slice.decoded = std::move(decoded);
}

} // namespace spilno::log
