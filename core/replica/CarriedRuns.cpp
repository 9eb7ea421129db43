// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/CarriedRuns.h"

namespace spilno::replica {

base::Result<> CarriedRuns::keep(const log::VerifiedRun &run)
{
    Statement insert = m_core.connection->prepare(
        "INSERT OR IGNORE INTO carried(feed, first_seq, count, last_hash, bytes)"
        " VALUES(?1, ?2, ?3, ?4, ?5)");
    insert.bind(1, run.before.feed).bind(2, static_cast<qint64>(run.before.nextSeq));
    insert.bind(3, static_cast<qint64>(run.changes.size())).bind(4, run.after.head);
    insert.bindBlob(5, base::view(run.bytes));
    return insert.run();
}

base::Result<> CarriedRuns::append(std::vector<PendingRun> &runs, qint64 maxBytes) const
{
    qint64 total = 0;
    for (const PendingRun &run : runs)
        total += run.bytes.size();
    Statement query =
        m_core.connection->prepare("SELECT feed, first_seq, count, bytes FROM carried ORDER BY id");
    while (total < maxBytes && query.next()) {
        PendingRun run;
        run.feed = query.id<base::FeedId>(0);
        run.firstSeq = static_cast<std::uint64_t>(query.integer(1));
        run.count = static_cast<std::uint64_t>(query.integer(2));
        run.bytes = query.bytes(3);
        total += run.bytes.size();
        runs.push_back(std::move(run));
    }
    return query.result();
}

base::Result<> CarriedRuns::applyReceipt(const log::Receipt &receipt)
{
    Statement remove = m_core.connection->prepare("DELETE FROM carried WHERE last_hash = ?1");
    remove.bind(1, receipt.lastHeaderHash);
    return remove.run();
}

base::Result<bool> CarriedRuns::drop(const base::FeedId &feed, std::uint64_t seq)
{
    bool any = false;
    {
        Statement query = m_core.connection->prepare(
            "SELECT 1 FROM carried WHERE feed = ?1 AND first_seq + count > ?2 LIMIT 1");
        query.bind(1, feed).bind(2, static_cast<qint64>(seq));
        any = query.next();
        SPILNO_TRY(query.result());
    }
    if (!any)
        return false;
    Statement remove = m_core.connection->prepare(
        "DELETE FROM carried WHERE feed = ?1 AND first_seq + count > ?2");
    remove.bind(1, feed).bind(2, static_cast<qint64>(seq));
    SPILNO_TRY(remove.run());
    return true;
}

} // namespace spilno::replica
