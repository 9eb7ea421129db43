// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LogTables that interns the records which changes are about.
#include "core/replica/LogTables.h"

namespace spilno::replica {

base::EntityId LogTables::entityOf(qint64 entityRow) const
{
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
        m_bulkUnsaved.push_back(entity);
        return row;
    }
    Statement insert = m_connection.prepare("INSERT INTO entity(eid) VALUES(?1)");
    insert.bind(1, entity);
    SPILNO_TRY(insert.run());
    return EntityRow{m_connection.lastInsertId(), 0, 0};
}

base::Result<> LogTables::saveEntities()
{
    for (const base::EntityId &entity : std::exchange(m_bulkUnsaved, {})) {
        const EntityRow row = m_bulkEntities.value(entity);
        Statement insert =
            m_connection.prepare("INSERT INTO entity(id, eid, type, scope) VALUES(?1, ?2, ?3, ?4)");
        insert.bind(1, row.id).bind(2, entity).bind(3, qint64{row.type}).bind(4, row.scopeRow);
        SPILNO_TRY(insert.run());
    }
    return {};
}

base::Result<> LogTables::setEntityType(
    const base::EntityId &entity, const EntityRow &row, std::uint32_t type, qint64 scopeRow)
{
    if (m_bulk) {
        m_bulkEntities.insert(entity, {row.id, type, scopeRow});
        if (std::find(m_bulkUnsaved.begin(), m_bulkUnsaved.end(), entity) != m_bulkUnsaved.end())
            return {};
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
