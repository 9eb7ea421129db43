// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/Outbox.h"

#include "core/base/Limits.h"
#include "core/replica/RunPacker.h"

namespace spilno::replica {

using base::ErrorCode;
using base::failure;

namespace {

constexpr const char *kPendingOfFeed =
    "SELECT id, seq, type, hlc, txn, ext, shape, vals, sig, entity FROM pending"
    " WHERE feed = ?1 AND acked = 0 AND refused IS NULL ORDER BY seq";

/// The shown title of a record, from its overlay or base row.
QString titleOf(const DatabaseCore &core, std::uint32_t typeNumber, qint64 entityRow)
{
    const records::RecordType *type = core.options.registry->type(typeNumber);
    if (type == nullptr || type->titleField.isEmpty())
        return {};
    const qint64 now = core.options.clock->wallMs();
    auto image = core.projection.load(*type, entityRow, Layer::Overlay, now);
    if (!image)
        image = core.projection.load(*type, entityRow, Layer::Base, now);
    return image ? image->value(type->titleField).toText() : QString();
}

QString actionOf(const DatabaseCore &core, const ChangeRow &row)
{
    const auto payload = core.log.payloadOf(row);
    const records::RecordType *type = core.options.registry->type(row.type);
    if (!payload)
        return {};
    if (payload->create)
        return QStringLiteral("create");
    if (payload->transition && type != nullptr) {
        const records::Step *step =
            type->machine.step(payload->transition->from, payload->transition->to);
        if (step != nullptr)
            return step->name;
    }
    return QStringLiteral("edit");
}

} // namespace

base::Result<std::vector<wire::FeedHead>> Outbox::ownHeads() const
{
    std::vector<wire::FeedHead> heads;
    Statement query = m_core.connection->prepare(
        "SELECT f.hash, max(p.seq), (SELECT hash FROM pending q WHERE q.feed = f.id"
        " ORDER BY q.seq DESC LIMIT 1) FROM feed f JOIN pending p ON p.feed = f.id GROUP BY f.id");
    while (query.next()) {
        heads.push_back(
            {query.id<base::FeedId>(0), static_cast<std::uint64_t>(query.integer(1)) + 1,
             query.id<base::Hash>(2)});
    }
    SPILNO_TRY(query.result());
    return heads;
}

base::Result<std::vector<PendingRun>> Outbox::pendingRuns(qint64 maxBytes) const
{
    std::vector<PendingRun> runs;
    std::vector<qint64> feeds;
    {
        // Of each scope the oldest feed only: what was written later may stand on it. Nothing of a
        // feed that lost a fork, which waits to be issued again.
        Statement query = m_core.connection->prepare(
            "SELECT p.feed, s.id, min(p.seq) < f.next_seq FROM pending p"
            " JOIN feed f ON f.id = p.feed JOIN scope s ON s.id = f.scope"
            " WHERE p.acked = 0 AND p.refused IS NULL GROUP BY p.feed"
            " ORDER BY s.kind = 1 DESC, s.kind, min(p.id)");
        QSet<qint64> scopes;
        while (query.next()) {
            const bool first = !scopes.contains(query.integer(1));
            scopes.insert(query.integer(1));
            if (first && query.integer(2) == 0)
                feeds.push_back(query.integer(0));
        }
        SPILNO_TRY(query.result());
    }
    qint64 total = 0;
    for (const qint64 feedRow : feeds) {
        const auto feed = m_core.log.feed(feedRow);
        if (!feed)
            continue;
        Statement query = m_core.connection->prepare(kPendingOfFeed);
        query.bind(1, feedRow);
        std::optional<RunPacker> packer;
        while (query.next() && (!packer || total + packer->bytes() < maxBytes)) {
            ChangeRow row;
            row.seq = static_cast<std::uint64_t>(query.integer(1));
            row.type = static_cast<std::uint32_t>(query.integer(2));
            row.hlc = static_cast<base::Hlc>(query.integer(3));
            row.txn = static_cast<std::uint32_t>(query.integer(4));
            row.ext = query.isNull(5) ? wire::ChangeHeader::emptyExt() : query.bytes(5);
            row.shape = query.bytes(6);
            row.vals = query.bytes(7);
            if (!packer) {
                const QByteArray opening =
                    row.seq == 0 ? m_core.log.opening(feedRow) : QByteArray();
                packer.emplace(feed->state, opening, clockBefore(*feed, row.seq));
            }
            packer->add(row, m_core.log.entityOf(query.integer(9)));
            if (!query.isNull(8)) // the last of a transaction
                packer->sign(query.id<base::Signature>(8));
        }
        SPILNO_TRY(query.result());
        if (!packer)
            continue;
        packer->finish();
        total += packer->bytes();
        runs.insert(runs.end(), packer->runs().begin(), packer->runs().end());
        if (total >= maxBytes)
            break;
    }
    return runs;
}

base::Hlc Outbox::clockBefore(const FeedRow &feed, std::uint64_t seq) const
{
    if (seq == 0)
        return 0;
    Statement pending =
        m_core.connection->prepare("SELECT hlc FROM pending WHERE feed = ?1 AND seq = ?2");
    pending.bind(1, feed.id).bind(2, static_cast<qint64>(seq - 1));
    if (pending.next())
        return static_cast<base::Hlc>(pending.integer(0));
    return feed.state.hlc;
}

base::Result<> Outbox::applyReceipt(const log::Receipt &receipt)
{
    // A receipt names the last header of a run; everything of that feed up to it is sequenced.
    Statement find = m_core.connection->prepare("SELECT feed, seq FROM pending WHERE hash = ?1");
    find.bind(1, receipt.lastHeaderHash);
    if (!find.next())
        return find.result(); // its slice came first
    const qint64 feed = find.integer(0);
    const qint64 seq = find.integer(1);
    find.reset();
    Statement update = m_core.connection->prepare(
        "UPDATE pending SET acked = 1 WHERE acked = 0 AND feed = ?1 AND seq <= ?2");
    update.bind(1, feed).bind(2, seq);
    m_core.outboxChanged = true;
    return update.run();
}

base::Result<ChangeSet> Outbox::refuse(
    const base::FeedId &feedId, std::uint64_t seq, const QString &reason)
{
    const auto feed = m_core.log.feed(feedId);
    if (!feed)
        return failure(ErrorCode::NotFound, QStringLiteral("no such feed here"));
    Statement update = m_core.connection->prepare(
        "UPDATE pending SET refused = ?3 WHERE feed = ?1 AND seq >= ?2 AND acked = 0");
    update.bind(1, feed->id).bind(2, static_cast<qint64>(seq)).bindText(3, reason);
    SPILNO_TRY(update.run());
    m_core.outboxChanged = true;
    return m_core.takeChanges();
}

base::Result<std::vector<Outbox::Unsent>> Outbox::unsentFrom(
    const FeedRow &lost, std::uint64_t seq) const
{
    // With what lost its place goes all that was written after it in the same scope.
    std::vector<Unsent> rows;
    Statement query = m_core.connection->prepare(
        "SELECT -p.id, p.feed, p.seq, p.entity, p.type, p.hlc, p.txn, 0, 0, p.verdict, p.hash,"
        " p.ext, p.shape, p.vals, NULL, 0, f.hash, p.written FROM pending p"
        " JOIN feed f ON f.id = p.feed"
        " WHERE f.scope = ?1 AND p.acked = 0 AND p.refused IS NULL AND p.id >="
        " (SELECT min(q.id) FROM pending q WHERE q.feed = ?2 AND q.seq >= ?3 AND q.acked = 0"
        " AND q.refused IS NULL) ORDER BY p.id");
    query.bind(1, lost.scopeRow).bind(2, lost.id).bind(3, static_cast<qint64>(seq));
    while (query.next())
        rows.push_back(
            {LogTables::readChange(query), query.id<base::FeedId>(16), query.integer(17)});
    SPILNO_TRY(query.result());
    return rows;
}

base::Result<> Outbox::reissue(OwnFeed &feed, const std::vector<Unsent> &rows)
{
    for (const auto &[row, itsFeed, writtenMs] : rows) {
        const base::Hash commit =
            wire::payloadCommit(base::view(row.shape), wire::valuesHash(base::view(row.vals)));
        SPILNO_ASSIGN(wire::HeaderExt ext, wire::decodeExt(base::view(row.ext)));
        if (!ext.firstIssue)
            ext.firstIssue = wire::FirstIssue{itsFeed, row.seq, commit, row.hlc};
        const QByteArray extBytes = wire::encodeExt(ext);
        wire::ThinChange thin;
        thin.hlcDelta =
            base::hlcNext(feed.state.hlc, m_core.options.clock->wallMs()) - feed.state.hlc;
        thin.txn = row.txn;
        thin.type = row.type;
        thin.ext = base::view(extBytes);
        thin.shape = base::view(row.shape);
        thin.values = base::view(row.vals);
        const base::EntityId entity = m_core.log.entityOf(row.entityRow);
        SPILNO_TRY(store(feed, thin, entity, commit, writtenMs));
        Statement remove = m_core.connection->prepare("DELETE FROM pending WHERE id = ?1");
        remove.bind(1, -row.id);
        SPILNO_TRY(remove.run());
    }
    return {};
}

base::Result<ChangeSet> Outbox::resolveFork(const base::FeedId &feedId, std::uint64_t seq)
{
    if (!m_core.identity)
        return failure(ErrorCode::Locked, QStringLiteral("the profile is locked"));
    const auto lost = m_core.log.feed(feedId);
    if (!lost || !lost->own)
        return failure(ErrorCode::NotFound, QStringLiteral("not an own feed"));
    SPILNO_ASSIGN(const std::vector<Unsent> rows, unsentFrom(*lost, seq));
    if (rows.empty())
        return ChangeSet{}; // resolved before, or logged as it stands
    const auto scope = m_core.log.scope(lost->scopeRow);
    if (!scope)
        return failure(ErrorCode::Corrupt, QStringLiteral("a feed without its scope"));
    m_core.startMutation();
    WriteTransaction transaction(*m_core.connection);
    SPILNO_TRY(transaction.begun());
    SPILNO_ASSIGN(OwnFeed fresh, openOwnFeed(*scope, &lost->state));
    SPILNO_TRY(reissue(fresh, rows));
    m_core.outboxChanged = true;
    SPILNO_TRY(m_core.refreshOverlays());
    SPILNO_TRY(transaction.commit());
    return m_core.takeChanges();
}

base::Result<ChangeSet> Outbox::resolveForks()
{
    ChangeSet changes;
    if (!m_core.identity)
        return changes;
    // What is pending at a place that is taken lost it: own changes leave the outbox there.
    std::vector<base::FeedId> lost;
    {
        Statement query = m_core.connection->prepare(
            // From the few own feeds, not from what may be a hundred thousand pending changes.
            "SELECT f.hash FROM feed f WHERE f.own = 1 AND EXISTS (SELECT 1 FROM pending p"
            " WHERE p.feed = f.id AND p.seq < f.next_seq AND p.acked = 0 AND p.refused IS NULL)"
            " ORDER BY f.id");
        while (query.next())
            lost.push_back(query.id<base::FeedId>(0));
        SPILNO_TRY(query.result());
    }
    for (const base::FeedId &feed : lost) {
        SPILNO_ASSIGN(const ChangeSet resolved, resolveFork(feed, 0));
        changes.merge(resolved);
    }
    return changes;
}

base::Result<std::vector<OutboxItem>> Outbox::items(int limit) const
{
    std::vector<OutboxItem> items;
    Statement query = m_core.connection->prepare(
        "SELECT id, type, entity, shape, verdict, refused, written, acked FROM pending"
        " ORDER BY id DESC LIMIT ?1");
    query.bind(1, qint64{limit});
    while (query.next()) {
        OutboxItem item;
        const auto row = m_core.log.change(-query.integer(0));
        // What was sealed to a body and has arrived never comes back here to replace it.
        if (!row || (query.integer(7) != 0 && wire::isSealed(base::view(row->shape))))
            continue;
        item.op = m_core.log.opId(*row);
        item.type = row->type;
        item.entity = m_core.log.entityOf(row->entityRow);
        item.title = titleOf(m_core, row->type, row->entityRow);
        item.action = actionOf(m_core, *row);
        item.writtenMs = query.integer(6);
        if (!query.isNull(5)) {
            item.state = OutboxState::Refused;
            item.reason = query.text(5);
            item.sendable = false;
        } else if (query.integer(7) != 0) {
            item.state = OutboxState::Accepted;
        } else if (
            !records::tookEffect(row->verdict) && row->verdict != records::Verdict::Duplicate) {
            item.state = row->verdict == records::Verdict::Conflict ? OutboxState::Conflict
                                                                    : OutboxState::Void;
            item.reason = records::verdictName(row->verdict);
        }
        items.push_back(std::move(item));
    }
    SPILNO_TRY(query.result());
    return items;
}

base::Result<ChangeSet> Outbox::discard(const base::OpId &op)
{
    Statement query =
        m_core.connection->prepare("SELECT id FROM pending WHERE refused IS NOT NULL");
    std::vector<qint64> ids;
    while (query.next())
        ids.push_back(query.integer(0));
    query.reset();
    m_core.startMutation();
    for (const qint64 id : ids) {
        const auto row = m_core.log.change(-id);
        if (!row || m_core.log.opId(*row) != op)
            continue;
        WriteTransaction transaction(*m_core.connection);
        SPILNO_TRY(transaction.begun());
        m_core.overlayOwed.insert(row->entityRow);
        Statement remove = m_core.connection->prepare("DELETE FROM pending WHERE id = ?1");
        remove.bind(1, id);
        SPILNO_TRY(remove.run());
        m_core.outboxChanged = true;
        SPILNO_TRY(m_core.refreshOverlays());
        SPILNO_TRY(transaction.commit());
        return m_core.takeChanges();
    }
    return dismiss(op);
}

} // namespace spilno::replica
