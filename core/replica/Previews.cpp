// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/Previews.h"

#include "core/replica/Ingest.h"
#include "core/replica/Slices.h"

#include <algorithm>

namespace spilno::replica {

using base::ErrorCode;
using base::failure;

namespace {

/// Transactions that turn out void take others with them; each round finds the next ones.
constexpr int kRoundsMax = 16;
const QString kContradiction = QStringLiteral("preview_contradiction");

} // namespace

std::optional<Previews::Extent> Previews::extentOf(const ScopeRow &scope) const
{
    Statement query = m_core.connection->prepare(
        "SELECT epoch, first, next, chain FROM preview_scope WHERE scope = ?1");
    query.bind(1, scope.id);
    if (!query.next())
        return std::nullopt;
    Extent extent;
    extent.epoch = static_cast<std::uint64_t>(query.integer(0));
    extent.first = static_cast<std::uint64_t>(query.integer(1));
    extent.next = static_cast<std::uint64_t>(query.integer(2));
    extent.chain = query.id<base::Hash>(3);
    return extent;
}

base::Result<std::vector<FeedRow>> Previews::openFeeds(
    const ScopeRow &scope, const log::VerifiedPreview &preview)
{
    std::vector<FeedRow> rows;
    for (std::size_t i = 0; i < preview.feeds.size(); ++i) {
        const log::FeedState &before = preview.feeds[i].before;
        auto row = m_core.log.feed(before.feed);
        if (!row) {
            SPILNO_ASSIGN(
                row, m_core.log.addFeed(before, preview.feeds[i].opening, scope.id, false));
        }
        const bool other = row->state.nextSeq > before.nextSeq ||
                           (row->state.nextSeq == before.nextSeq && row->state.head != before.head);
        if (other)
            return failure(
                ErrorCode::BrokenChain, QStringLiteral("a preview that contradicts the log"));
        rows.push_back(std::move(*row));
    }
    return rows;
}

/// What is pending here is shown as that.
bool Previews::isOwnPending(const FeedRow &feed, std::uint64_t seq) const
{
    if (!feed.own)
        return false;
    Statement query =
        m_core.connection->prepare("SELECT 1 FROM pending WHERE feed = ?1 AND seq = ?2");
    query.bind(1, feed.id).bind(2, static_cast<qint64>(seq));
    return query.next();
}

base::Result<> Previews::insert(const ScopeRow &scope, const log::VerifiedPreview &preview)
{
    SPILNO_ASSIGN(const auto feeds, openFeeds(scope, preview));
    std::vector<log::VerifiedChange> changes = preview.slice.changes;
    Ingest ingest(m_core);
    QSet<qint64> made;
    for (log::VerifiedChange &change : changes) {
        const FeedRow &feed = feeds[change.feed];
        SPILNO_ASSIGN(const Folder::Item item, ingest.item(scope, feed, change));
        if (item.change && item.change->payload.create && item.entity.type == 0)
            made.insert(item.entity.id);
        if (!made.contains(item.entity.id) || isOwnPending(feed, change.seq))
            continue;
        SPILNO_TRY(m_core.log.insertPreview(item.id, feed.id, item.entity.id, change));
        m_core.overlayOwed.insert(item.entity.id);
    }
    return m_core.log.saveEntities();
}

base::Result<> Previews::leaveOutVoid(const ScopeRow &scope)
{
    const QSet<qint64> owed = std::exchange(m_core.overlayOwed, {});
    std::vector<qint64> entities(owed.cbegin(), owed.cend());
    for (int round = 0; round < kRoundsMax && !entities.empty(); ++round) {
        // In the order in which they were made: a photo is judged by its request.
        std::sort(entities.begin(), entities.end());
        entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
        for (const qint64 entity : entities)
            SPILNO_TRY(m_core.folder.overlay(entity));
        entities.clear();
        // id + txn is the end of a transaction: it is left out as a whole.
        Statement failed = m_core.connection->prepare(
            "SELECT id, entity FROM preview WHERE id >= ?1 AND id < ?2 AND id + txn IN"
            " (SELECT id + txn FROM preview WHERE id >= ?1 AND id < ?2 AND verdict > 1)");
        failed.bind(1, changeRowId(scope.id, 0)).bind(2, changeRowId(scope.id + 1, 0));
        std::vector<qint64> gone;
        while (failed.next()) {
            gone.push_back(failed.integer(0));
            entities.push_back(failed.integer(1));
        }
        SPILNO_TRY(failed.result());
        for (const qint64 id : gone) {
            Statement remove = m_core.connection->prepare("DELETE FROM preview WHERE id = ?1");
            remove.bind(1, id);
            SPILNO_TRY(remove.run());
        }
    }
    return entities.empty() ? base::Result<>() : drop(scope);
}

base::Result<ChangeSet> Previews::show(const log::VerifiedPreview &preview)
{
    const log::VerifiedSlice &slice = preview.slice;
    const auto scope = m_core.log.scope(slice.scope);
    if (!scope)
        return failure(ErrorCode::NotFound, QStringLiteral("a preview of an unknown scope"));
    if (scope->status.kind != ScopeKind::Content)
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a scope that has no previews"));
    if (!rulesReach(m_core, *scope, slice))
        return failure(ErrorCode::Busy, QStringLiteral("the rules are not applied up to here"));
    if (slice.firstPosition <= scope->status.next || slice.epoch < scope->status.epoch)
        return ChangeSet{}; // the log is there already
    m_core.startMutation();
    WriteTransaction transaction(*m_core.connection);
    SPILNO_TRY(transaction.begun());
    SPILNO_TRY(drop(*scope));
    SPILNO_TRY(insert(*scope, preview));
    Statement extent = m_core.connection->prepare(
        "INSERT OR REPLACE INTO preview_scope(scope, epoch, first, next, chain)"
        " VALUES(?1, ?2, ?3, ?4, ?5)");
    extent.bind(1, scope->id).bind(2, static_cast<qint64>(slice.epoch));
    extent.bind(3, static_cast<qint64>(slice.firstPosition));
    extent.bind(4, static_cast<qint64>(slice.firstPosition + slice.changes.size()));
    extent.bind(5, slice.chain);
    SPILNO_TRY(extent.run());
    SPILNO_TRY(leaveOutVoid(*scope));
    SPILNO_TRY(m_core.refreshOverlays());
    SPILNO_TRY(transaction.commit());
    return m_core.takeChanges();
}

base::Result<QString> Previews::contradiction(
    const ScopeRow &scope, const Extent &extent, std::uint64_t next) const
{
    Statement differing = m_core.connection->prepare(
        "SELECT p.id, p.hash, c.hash FROM preview p JOIN change c ON c.id = p.id"
        " WHERE p.id >= ?1 AND p.id < ?2 AND"
        " (p.hash <> c.hash OR p.log_index <> c.log_index OR p.recorded <> c.recorded) LIMIT 1");
    differing.bind(1, changeRowId(scope.id, 0)).bind(2, changeRowId(scope.id, next));
    if (differing.next())
        return QStringLiteral("scope %1 position %2: previewed %3, logged %4")
            .arg(scope.status.scope.toHex())
            .arg(positionOf(differing.integer(0)))
            .arg(differing.id<base::Hash>(1).toHex(), differing.id<base::Hash>(2).toHex());
    SPILNO_TRY(differing.result());
    if (next < extent.next)
        return QString();
    SPILNO_ASSIGN(const base::Hash chain, m_core.log.chainAt(scope, extent.next));
    if (chain == extent.chain)
        return QString();
    return QStringLiteral("scope %1 up to %2: previewed chain %3, logged %4")
        .arg(scope.status.scope.toHex())
        .arg(extent.next)
        .arg(extent.chain.toHex(), chain.toHex());
}

base::Result<> Previews::reached(const ScopeRow &scope, std::uint64_t next)
{
    const auto extent = extentOf(scope);
    if (!extent || (next <= extent->first && scope.status.epoch <= extent->epoch))
        return {};
    if (scope.status.epoch > extent->epoch)
        return drop(scope); // of before the server was restored: nobody lied
    SPILNO_ASSIGN(const QString differs, contradiction(scope, *extent, next));
    if (!differs.isEmpty())
        SPILNO_TRY(m_core.setMeta(kContradiction, differs.toUtf8()));
    return next >= extent->next || !differs.isEmpty()
               ? drop(scope)
               : remove(changeRowId(scope.id, 0), changeRowId(scope.id, next));
}

base::Result<> Previews::remove(qint64 first, qint64 end)
{
    Statement owed =
        m_core.connection->prepare("SELECT entity FROM preview WHERE id >= ?1 AND id < ?2");
    owed.bind(1, first).bind(2, end);
    while (owed.next())
        m_core.overlayOwed.insert(owed.integer(0));
    SPILNO_TRY(owed.result());
    Statement gone = m_core.connection->prepare("DELETE FROM preview WHERE id >= ?1 AND id < ?2");
    gone.bind(1, first).bind(2, end);
    return gone.run();
}

base::Result<> Previews::drop(const ScopeRow &scope)
{
    SPILNO_TRY(remove(changeRowId(scope.id, 0), changeRowId(scope.id + 1, 0)));
    Statement remove = m_core.connection->prepare("DELETE FROM preview_scope WHERE scope = ?1");
    remove.bind(1, scope.id);
    return remove.run();
}

base::Result<Previewed> Previews::status() const
{
    Previewed shown;
    Statement count = m_core.connection->prepare("SELECT count(DISTINCT entity) FROM preview");
    if (count.next())
        shown.records = count.integer(0);
    SPILNO_TRY(count.result());
    SPILNO_ASSIGN(const QByteArray differs, m_core.meta(kContradiction));
    shown.contradiction = QString::fromUtf8(differs);
    return shown;
}

} // namespace spilno::replica
