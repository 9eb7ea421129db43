// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The scopes of the log: their rows, heads and the points where their chains were cut.
#include "core/replica/LogTables.h"

#include "core/log/ScopeChain.h"

namespace spilno::replica {

namespace {

ScopeRow readScope(const Statement &row)
{
    ScopeRow scope;
    scope.id = row.integer(0);
    scope.status.scope = row.id<base::ScopeId>(1);
    scope.status.kind = static_cast<ScopeKind>(row.integer(2));
    scope.status.body = row.id<base::EntityId>(3);
    scope.status.name = row.text(4);
    scope.salt = row.id<base::Salt>(5);
    scope.status.epoch = static_cast<std::uint64_t>(row.integer(6));
    scope.status.next = static_cast<std::uint64_t>(row.integer(7));
    scope.status.proven = static_cast<std::uint64_t>(row.integer(8));
    scope.status.chain = row.id<base::Hash>(9);
    scope.status.followed = row.integer(10) != 0;
    scope.sealingKey = row.id<base::SealingKey>(11);
    return scope;
}

} // namespace

std::optional<ScopeRow> LogTables::scope(const base::ScopeId &scope) const
{
    if (const auto cached = m_scopes.constFind(scope); cached != m_scopes.cend())
        return *cached;
    Statement query = m_connection.prepare("SELECT * FROM scope WHERE hash = ?1");
    query.bind(1, scope);
    if (!query.next())
        return std::nullopt;
    ScopeRow row = readScope(query);
    m_scopes.insert(scope, row);
    return row;
}

std::optional<ScopeRow> LogTables::scope(qint64 rowId) const
{
    Statement query = m_connection.prepare("SELECT * FROM scope WHERE id = ?1");
    query.bind(1, rowId);
    if (!query.next())
        return std::nullopt;
    return readScope(query);
}

std::vector<ScopeRow> LogTables::scopes() const
{
    std::vector<ScopeRow> all;
    Statement query = m_connection.prepare("SELECT * FROM scope ORDER BY kind, id");
    while (query.next())
        all.push_back(readScope(query));
    return all;
}

std::uint64_t LogTables::nextAt(const ScopeRow &scope, std::uint64_t logIndex) const
{
    std::uint64_t low = 0;
    std::uint64_t high = scope.status.next;
    while (low < high) { // log indexes ascend with positions
        const std::uint64_t middle = low + (high - low) / 2;
        Statement query = m_connection.prepare("SELECT log_index FROM change WHERE id = ?1");
        query.bind(1, changeRowId(scope.id, middle));
        if (query.next() && static_cast<std::uint64_t>(query.integer(0)) <= logIndex)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

base::Result<qint64> LogTables::addScope(const ScopeRow &scope)
{
    Statement insert = m_connection.prepare(
        "INSERT INTO scope(hash, kind, body, name, salt, chain, sealing)"
        " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT(hash) DO UPDATE SET"
        " name = excluded.name, body = excluded.body, sealing = excluded.sealing");
    insert.bind(1, scope.status.scope).bind(2, static_cast<qint64>(scope.status.kind));
    insert.bind(3, scope.status.body).bindText(4, scope.status.name);
    insert.bind(5, scope.salt).bind(6, scope.status.chain);
    if (scope.sealingKey.isNull())
        insert.bindNull(7);
    else
        insert.bind(7, scope.sealingKey);
    SPILNO_TRY(insert.run());
    m_scopes.remove(scope.status.scope);
    const auto stored = this->scope(scope.status.scope);
    return stored ? stored->id : 0;
}

base::Result<> LogTables::moveScope(
    qint64 row, std::uint64_t next, const base::Hash &chain, std::uint64_t epoch)
{
    Statement update =
        m_connection.prepare("UPDATE scope SET next = ?2, chain = ?3, epoch = ?4 WHERE id = ?1");
    update.bind(1, row).bind(2, static_cast<qint64>(next)).bind(3, chain);
    update.bind(4, static_cast<qint64>(epoch));
    m_scopes.clear();
    return update.run();
}

base::Result<> LogTables::setProven(qint64 row, std::uint64_t proven)
{
    Statement update = m_connection.prepare("UPDATE scope SET proven = ?2 WHERE id = ?1");
    update.bind(1, row).bind(2, static_cast<qint64>(proven));
    m_scopes.clear();
    return update.run();
}

base::Result<> LogTables::addChainPoint(
    qint64 scopeRow, std::uint64_t next, const base::Hash &chain)
{
    Statement insert = m_connection.prepare(
        "INSERT OR REPLACE INTO chain_point(scope, next, chain) VALUES(?1, ?2, ?3)");
    insert.bind(1, scopeRow).bind(2, static_cast<qint64>(next)).bind(3, chain);
    return insert.run();
}

std::uint64_t LogTables::chainPointAtOrBefore(qint64 scopeRow, std::uint64_t next) const
{
    Statement query =
        m_connection.prepare("SELECT max(next) FROM chain_point WHERE scope = ?1 AND next <= ?2");
    query.bind(1, scopeRow).bind(2, static_cast<qint64>(next));
    return query.next() ? static_cast<std::uint64_t>(query.integer(0)) : 0;
}

std::uint64_t LogTables::chainPointAfter(qint64 scopeRow, std::uint64_t next) const
{
    Statement query =
        m_connection.prepare("SELECT min(next) FROM chain_point WHERE scope = ?1 AND next > ?2");
    query.bind(1, scopeRow).bind(2, static_cast<qint64>(next));
    return query.next() ? static_cast<std::uint64_t>(query.integer(0)) : 0;
}

base::Result<base::Hash> LogTables::chainAt(const ScopeRow &scope, std::uint64_t next) const
{
    log::ScopeChain chain(scope.status.scope);
    const std::uint64_t from = chainPointAtOrBefore(scope.id, next);
    if (from > 0) {
        Statement point =
            m_connection.prepare("SELECT chain FROM chain_point WHERE scope = ?1 AND next = ?2");
        point.bind(1, scope.id).bind(2, static_cast<qint64>(from));
        if (point.next())
            chain = log::ScopeChain(log::ScopeHead{from, point.id<base::Hash>(0)});
    }
    Statement rest = m_connection.prepare(
        "SELECT hash, log_index, recorded FROM change WHERE id >= ?1 AND id < ?2 ORDER BY id");
    rest.bind(1, changeRowId(scope.id, from)).bind(2, changeRowId(scope.id, next));
    while (rest.next()) {
        chain.append(
            rest.id<base::Hash>(0), static_cast<std::uint64_t>(rest.integer(1)), rest.integer(2));
    }
    SPILNO_TRY(rest.result());
    if (chain.head().next != next)
        return base::failure(base::ErrorCode::Corrupt, QStringLiteral("a log with a hole"));
    return chain.head().chain;
}

} // namespace spilno::replica
