// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LogTables that interns the records which changes are about.
#include "core/replica/LogTables.h"

namespace spilno::replica {

base::EntityId LogTables::entityOf(qint64 entityRow) const
{
    if (const BulkEntity *made = unsaved(entityRow))
        return made->entity;
    Statement query = m_connection.prepare("SELECT eid FROM entity WHERE id = ?1");
    query.bind(1, entityRow);
    return query.next() ? query.id<base::EntityId>(0) : base::EntityId();
}

std::optional<EntityRow> LogTables::entityRow(const base::EntityId &entity) const
{
    if (m_bulk) {
        if (!m_bulkRead)
            readBulkEntities();
        const auto made = m_bulkEntities.constFind(entity);
        return made == m_bulkEntities.cend() ? std::nullopt : std::optional(*made);
    }
    Statement query = m_connection.prepare("SELECT id, type, scope FROM entity WHERE eid = ?1");
    query.bind(1, entity);
    if (!query.next())
        return std::nullopt;
    return EntityRow{
        query.integer(0), static_cast<std::uint32_t>(query.integer(1)), query.integer(2)};
}

base::Result<EntityRow> LogTables::internEntity(const base::EntityId &entity)
{
    if (const auto known = entityRow(entity))
        return *known;
    if (m_bulk) {
        const EntityRow row{++m_bulkHighest, 0, 0};
        m_bulkEntities.insert(entity, row);
        m_bulkUnsaved.push_back({entity, row});
        return row;
    }
    Statement insert = m_connection.prepare("INSERT INTO entity(eid) VALUES(?1)");
    insert.bind(1, entity);
    SPILNO_TRY(insert.run());
    return EntityRow{m_connection.lastInsertId(), 0, 0};
}

/// What is not saved yet are the newest rows, one after another.
LogTables::BulkEntity *LogTables::unsaved(qint64 entityRow) const
{
    const auto count = static_cast<qint64>(m_bulkUnsaved.size());
    const qint64 at = entityRow - (m_bulkHighest - count + 1);
    return at >= 0 && at < count ? &m_bulkUnsaved[static_cast<std::size_t>(at)] : nullptr;
}

base::Result<> LogTables::saveEntities()
{
    // Several rows a statement: half of what one costs is the statement.
    constexpr std::size_t kRows = 16;
    static const QByteArray several =
        severalRows("INSERT INTO entity(id, eid, type, scope)", 4, kRows);
    std::size_t at = 0;
    while (at < m_bulkUnsaved.size()) {
        const bool many = m_bulkUnsaved.size() - at >= kRows;
        Statement insert = many ? m_connection.prepare(several)
                                : m_connection.prepare("INSERT INTO entity(id, eid, type, scope)"
                                                       " VALUES(?1, ?2, ?3, ?4)");
        int mark = 1;
        for (const std::size_t end = at + (many ? kRows : 1); at < end; ++at) {
            const BulkEntity &made = m_bulkUnsaved[at];
            insert.bind(mark, made.row.id).bind(mark + 1, made.entity);
            insert.bind(mark + 2, qint64{made.row.type}).bind(mark + 3, made.row.scopeRow);
            mark += 4;
        }
        SPILNO_TRY(insert.run());
    }
    m_bulkUnsaved.clear();
    return {};
}

base::Result<> LogTables::setEntityType(
    const base::EntityId &entity, const EntityRow &row, std::uint32_t type, qint64 scopeRow)
{
    if (m_bulk) {
        const EntityRow typed{row.id, type, scopeRow};
        m_bulkEntities.insert(entity, typed);
        if (BulkEntity *made = unsaved(row.id)) {
            made->row = typed;
            return {};
        }
    }
    Statement update =
        m_connection.prepare("UPDATE entity SET type = ?2, scope = ?3 WHERE id = ?1");
    update.bind(1, row.id).bind(2, qint64{type}).bind(3, scopeRow);
    return update.run();
}

void LogTables::setBulk(bool bulk)
{
    m_bulk = bulk;
    m_bulkRead = false;
    m_bulkEntities.clear();
    m_bulkEntities.squeeze();
    m_bulkUnsaved.clear();
}

void LogTables::readBulkEntities() const
{
    m_bulkEntities.clear();
    m_bulkHighest = 0;
    Statement all = m_connection.prepare("SELECT eid, id, type, scope FROM entity");
    while (all.next()) {
        m_bulkEntities.insert(
            all.id<base::EntityId>(0),
            {all.integer(1), static_cast<std::uint32_t>(all.integer(2)), all.integer(3)});
        m_bulkHighest = std::max(m_bulkHighest, all.integer(1));
    }
    m_bulkRead = !all.failed(); // else nothing that was decided on it is committed
}

} // namespace spilno::replica
