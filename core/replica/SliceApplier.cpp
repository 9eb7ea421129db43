// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/Previews.h"
#include "core/replica/Slices.h"

namespace spilno::replica {

using base::ErrorCode;
using base::failure;

bool rulesReach(const DatabaseCore &core, const ScopeRow &scope, const log::VerifiedSlice &slice)
{
    // What a slice may do is judged by the rules and certificates as they stood then.
    const auto rules = core.log.scope(wire::rulesScope(core.cityId));
    const auto people = core.log.scope(wire::peopleScope(core.cityId));
    const bool isRules = scope.status.kind == ScopeKind::Rules;
    const bool isPeople = scope.status.kind == ScopeKind::People;
    return (isRules || !rules || rules->status.next >= slice.rulesNext) &&
           (isPeople || !people || people->status.next >= slice.peopleNext);
}

base::Result<std::vector<FeedRow>> SliceApplier::openFeeds(
    const log::VerifiedSlice &slice, const ScopeRow &scope)
{
    std::vector<FeedRow> rows;
    rows.reserve(slice.feeds.size());
    for (const log::VerifiedSlice::Feed &feed : slice.feeds) {
        auto row = m_core.log.feed(feed.after.feed);
        if (!row) {
            SPILNO_ASSIGN(row, m_core.log.addFeed(feed.after, feed.opening, scope.id, false));
        }
        if (row->state.nextSeq != feed.firstSeq)
            return failure(ErrorCode::BrokenChain, QStringLiteral("a feed that moved meanwhile"));
        rows.push_back(std::move(*row));
    }
    return rows;
}

base::Result<> SliceApplier::settleOwn(
    const log::VerifiedSlice &slice, std::span<const FeedRow> feeds)
{
    for (std::size_t i = 0; i < feeds.size(); ++i) {
        const FeedRow &feed = feeds[i];
        if (!feed.own)
            continue;
        for (const log::VerifiedChange &change : slice.changes) {
            if (change.feed != i)
                continue;
            Statement mine = m_core.connection->prepare(
                "SELECT id, hash, entity FROM pending WHERE feed = ?1 AND seq = ?2");
            mine.bind(1, feed.id).bind(2, static_cast<qint64>(change.seq));
            if (!mine.next())
                continue;
            if (mine.id<base::Hash>(1) != change.hash) {
                m_forked = true;
                break;
            }
            const qint64 id = mine.integer(0);
            m_core.overlayOwed.insert(mine.integer(2));
            mine.reset();
            Statement remove = m_core.connection->prepare("DELETE FROM pending WHERE id = ?1");
            remove.bind(1, id);
            SPILNO_TRY(remove.run());
            m_core.outboxChanged = true;
        }
    }
    return {};
}

base::Result<ChangeSet> SliceApplier::apply(const log::VerifiedSlice &slice)
{
    const auto scope = m_core.log.scope(slice.scope);
    if (!scope)
        return failure(ErrorCode::NotFound, QStringLiteral("a slice of an unknown scope"));
    const std::uint64_t next = scope->status.next;
    if (slice.epoch == scope->status.epoch && slice.firstPosition + slice.changes.size() <= next)
        return ChangeSet{}; // applied before: frames are idempotent
    if (slice.firstPosition != next)
        return failure(ErrorCode::BrokenChain, QStringLiteral("a slice that does not follow"));
    if (!rulesReach(m_core, *scope, slice))
        return failure(ErrorCode::Busy, QStringLiteral("the rules are not applied up to here"));
    m_forked = false;
    m_core.startMutation();
    WriteTransaction transaction(*m_core.connection);
    SPILNO_TRY(transaction.begun());
    SPILNO_ASSIGN(const auto feeds, openFeeds(slice, *scope));
    SPILNO_TRY(settleOwn(slice, feeds));
    std::vector<log::VerifiedChange> changes = slice.changes;
    Q_ASSERT(!slice.decoded || slice.decoded->size() == changes.size());
    Ingest ingest(m_core);
    SPILNO_TRY(ingest.insert(*scope, feeds, changes, slice.decoded.get()));
    for (std::size_t i = 0; i < feeds.size(); ++i) {
        const log::FeedState &after = slice.feeds[i].after;
        SPILNO_TRY(m_core.log.moveFeed(feeds[i].id, after));
        SPILNO_TRY(
            m_core.log.addSignature(feeds[i].id, after.nextSeq - 1, slice.feeds[i].signature));
    }
    SPILNO_TRY(
        m_core.log.moveScope(scope->id, next + slice.changes.size(), slice.chain, slice.epoch));
    SPILNO_TRY(m_core.log.addChainPoint(scope->id, next + slice.changes.size(), slice.chain));
    if (const auto moved = m_core.log.scope(scope->id))
        SPILNO_TRY(Previews(m_core).reached(*moved, moved->status.next));
    SPILNO_TRY(m_core.refreshOverlays());
    SPILNO_TRY(transaction.commit());
    return m_core.takeChanges();
}

} // namespace spilno::replica
