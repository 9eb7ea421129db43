// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/LogView.h"

#include "core/crypto/Signing.h"
#include "core/log/ScopeChain.h"
#include "core/wire/ChangeHeader.h"
#include "core/wire/Slice.h"

namespace spilno::sim {

namespace {

LogView::Change viewOf(const log::VerifiedChange &change, const log::FeedState &feed)
{
    LogView::Change view;
    view.hash = change.hash;
    view.logIndex = change.logIndex;
    view.recordedMs = change.recordedMs;
    view.device = feed.device;
    view.txn = change.txn;
    view.scope = feed.scope;
    view.position = change.position;
    view.person = feed.person;
    view.feed = feed.feed;
    view.seq = change.seq;
    view.hlc = change.hlc;
    view.type = change.type;
    view.entity = change.entity;
    view.valuesAbsent = change.valuesAbsent;
    if (auto payload = wire::decodePayload(change.shape, change.values))
        view.payload = std::move(*payload);
    return view;
}

/// Once more, without the verifier: its own signature stands under the last header of each feed.
base::Result<> checkSignatures(const log::VerifiedSlice &slice)
{
    std::map<std::uint32_t, base::Hash> last;
    for (const log::VerifiedChange &change : slice.changes)
        last[change.feed] = change.hash;
    for (const auto &[feed, hash] : last) {
        const log::VerifiedSlice::Feed &signedFeed = slice.feeds[feed];
        if (!crypto::verify(
                signedFeed.after.device, "spilno-chg-1", hash.bytes(), signedFeed.signature))
            return base::failure(base::ErrorCode::BadSignature);
    }
    return {};
}

} // namespace

base::Result<LogView> LogView::read(
    const replica::ReplicaDatabase &database, test::TestRandom &random)
{
    LogView view;
    SPILNO_ASSIGN(const auto scopes, database.scopes());
    for (const replica::ScopeStatus &scope : scopes)
        SPILNO_TRY(view.readScope(database, scope.scope, random));
    return view;
}

base::Result<> LogView::readScope(
    const replica::ReplicaDatabase &database, const base::ScopeId &scope, test::TestRandom &random)
{
    std::vector<Change> &changes = m_scopes[scope];
    std::map<base::FeedId, log::FeedState> feeds;
    base::Hash chain = log::ScopeChain(scope).head().chain;
    for (;;) {
        const int most = 1 + static_cast<int>(random.next() % 40);
        SPILNO_ASSIGN(
            const QByteArray bytes, database.readSlice(scope, changes.size(), most, 1 << 20));
        if (bytes.isEmpty())
            return {};
        SPILNO_ASSIGN(const wire::Slice slice, wire::decodeSlice(bytes));
        SPILNO_ASSIGN(
            const log::VerifiedSlice verified,
            log::verifySlice(
                slice, database.cityId(), chain,
                [&feeds](const base::FeedId &feed) -> std::optional<log::FeedState> {
                    const auto known = feeds.find(feed);
                    return known == feeds.end() ? std::nullopt : std::optional(known->second);
                }));
        chain = verified.chain;
        SPILNO_TRY(checkSignatures(verified));
        for (const auto &feed : verified.feeds)
            feeds[feed.after.feed] = feed.after;
        for (const log::VerifiedChange &change : verified.changes) {
            const log::FeedState &feed = verified.feeds[change.feed].after;
            SPILNO_ASSIGN(const wire::HeaderExt ext, wire::decodeExt(change.ext));
            Change view = viewOf(change, feed);
            if (const auto &first = ext.firstIssue) {
                view.reissued = true;
                view.hlc = first->hlc;
                view.op = wire::opId(feed.person, first->feed, first->seq, first->payloadCommit);
            } else {
                view.op = wire::opId(feed.person, feed.feed, change.seq, change.payloadCommit);
            }
            m_ops.emplace(view.op, Place{scope, changes.size()});
            changes.push_back(std::move(view));
        }
    }
}

const LogView::Change *LogView::at(const base::ScopeId &scope, std::uint64_t position) const
{
    const auto found = m_scopes.find(scope);
    return found != m_scopes.end() && position < found->second.size()
               ? &found->second[static_cast<std::size_t>(position)]
               : nullptr;
}

base::Hash LogView::chainAt(const base::ScopeId &scope, std::uint64_t next) const
{
    log::ScopeChain chain(scope);
    for (std::uint64_t position = 0; position < next; ++position) {
        if (const Change *change = at(scope, position))
            chain.append(change->hash, change->logIndex, change->recordedMs);
    }
    return chain.head().chain;
}

std::vector<LogView::Place> LogView::placesOf(const base::OpId &op) const
{
    std::vector<Place> places;
    const auto [first, last] = m_ops.equal_range(op);
    for (auto at = first; at != last; ++at)
        places.push_back(at->second);
    return places;
}

} // namespace spilno::sim
