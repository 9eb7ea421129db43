// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LogTables with the changes that are shown before they are in the log.
#include "core/replica/LogTables.h"

namespace spilno::replica {

std::vector<qint64> LogTables::pendingOf(qint64 entityRow) const
{
    std::vector<qint64> ids;
    Statement pending =
        m_connection.prepare("SELECT id FROM pending WHERE entity = ?1 ORDER BY id");
    pending.bind(1, entityRow);
    while (pending.next())
        ids.push_back(-pending.integer(0));
    return ids;
}

std::vector<qint64> LogTables::previewsOf(qint64 entityRow) const
{
    std::vector<qint64> ids;
    Statement previews =
        m_connection.prepare("SELECT id FROM preview WHERE entity = ?1 ORDER BY id");
    previews.bind(1, entityRow);
    while (previews.next())
        ids.push_back(previews.integer(0));
    return ids;
}

std::optional<ChangeRow> LogTables::shownChange(qint64 id) const
{
    auto logged = change(id);
    if (logged || id < 0)
        return logged;
    Statement query = m_connection.prepare(
        "SELECT id, feed, seq, entity, type, hlc, txn, log_index, recorded, verdict, hash, ext,"
        " shape, vals, vals_hash, vals_size FROM preview WHERE id = ?1");
    query.bind(1, id);
    if (!query.next())
        return std::nullopt;
    return readChange(query);
}

base::Result<> LogTables::insertPreview(
    qint64 id, qint64 feedRow, qint64 entityRow, const log::VerifiedChange &change)
{
    Statement insert = m_connection.prepare(
        "INSERT OR REPLACE INTO preview(id, feed, seq, entity, type, hlc, txn, log_index, recorded,"
        " verdict, hash, ext, shape, vals, vals_hash, vals_size)"
        " VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,0,?10,?11,?12,?13,?14,?15)");
    insert.bind(1, id).bind(2, feedRow).bind(3, static_cast<qint64>(change.seq));
    insert.bind(4, entityRow).bind(5, qint64{change.type});
    insert.bind(6, static_cast<qint64>(change.hlc)).bind(7, qint64{change.txn});
    insert.bind(8, static_cast<qint64>(change.logIndex)).bind(9, change.recordedMs);
    insert.bind(10, change.hash);
    if (change.ext.size() <= 1)
        insert.bindNull(11);
    else
        insert.bindBlob(11, change.ext);
    insert.bindBlob(12, change.shape);
    if (change.valuesAbsent)
        insert.bindNull(13).bind(14, change.valuesHash).bind(15, qint64{change.valuesSize});
    else
        insert.bindBlob(13, change.values).bindNull(14).bind(15, qint64{0});
    return insert.run();
}

} // namespace spilno::replica
