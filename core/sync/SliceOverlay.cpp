// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/SliceOverlay.h"

#include "core/log/ScopeChain.h"

#include <algorithm>

namespace spilno::sync {

namespace {

/// Feed states kept of one scope; above it the scope's are asked of the storage again.
constexpr std::size_t kFeedsKeptMax = 65'536;

} // namespace

SliceOverlay::SliceOverlay(const base::CityId &city, const std::vector<wire::ScopeCursor> &cursors)
    : m_city(city)
{
    for (const wire::ScopeCursor &cursor : cursors) {
        Scope &known = scope(cursor.scope);
        known.next = known.appliedNext = cursor.applied;
        known.chain = known.appliedChain = cursor.chain;
    }
}

SliceOverlay::Scope &SliceOverlay::scope(const base::ScopeId &id)
{
    const auto [at, fresh] = m_scopes.try_emplace(id);
    if (fresh)
        at->second.chain = at->second.appliedChain = log::ScopeChain(id).head().chain;
    return at->second;
}

std::vector<base::FeedId> SliceOverlay::unknownFeeds(const wire::Slice &slice) const
{
    std::vector<base::FeedId> unknown;
    const auto at = m_scopes.find(slice.scope);
    for (const wire::SliceFeed &feed : slice.feeds) {
        const bool known = at != m_scopes.end() && at->second.feeds.contains(feed.feed);
        if (feed.firstSeq > 0 && !known)
            unknown.push_back(feed.feed);
    }
    return unknown;
}

void SliceOverlay::learn(const std::vector<std::optional<log::FeedState>> &states)
{
    for (const std::optional<log::FeedState> &state : states) {
        if (state)
            scope(state->scope).feeds.insert_or_assign(state->feed, *state);
    }
}

base::Result<log::VerifiedSlice> SliceOverlay::verify(const wire::Slice &slice)
{
    Scope &of = scope(slice.scope);
    if (slice.firstPosition != of.next)
        return base::failure(
            base::ErrorCode::BrokenChain, QStringLiteral("a slice that does not continue"));
    const auto known = [&of](const base::FeedId &feed) -> std::optional<log::FeedState> {
        const auto at = of.feeds.find(feed);
        return at == of.feeds.end() ? std::nullopt : std::optional(at->second);
    };
    SPILNO_ASSIGN(log::VerifiedSlice verified, log::verifySlice(slice, m_city, of.chain, known));
    for (const log::VerifiedSlice::Feed &feed : verified.feeds)
        of.feeds.insert_or_assign(feed.after.feed, feed.after);
    of.next = slice.firstPosition + slice.count();
    of.chain = slice.chain;
    return verified;
}

void SliceOverlay::applied(const base::ScopeId &id, std::uint64_t next, const base::Hash &chain)
{
    Scope &of = scope(id);
    of.appliedNext = next;
    of.appliedChain = chain;
    // Nothing of the scope is on its way: the storage knows all of it.
    if (of.next == next && of.feeds.size() > kFeedsKeptMax)
        of.feeds.clear();
}

void SliceOverlay::reset(const base::ScopeId &id)
{
    Scope &of = scope(id);
    of.next = of.appliedNext;
    of.chain = of.appliedChain;
    of.feeds.clear();
}

} // namespace spilno::sync
