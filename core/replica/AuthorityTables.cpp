// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/AuthorityTables.h"

#include "core/log/ScopeChain.h"
#include "core/replica/Projection.h"

namespace spilno::replica {

namespace {

constexpr int kCachedCertificatesMax = 65'536;
constexpr qint64 kDayMs = 24LL * 3600 * 1000;

} // namespace

ScopeKind AuthorityTables::scopeKind(records::Home home)
{
    switch (home) {
    case records::Home::Rules:
        return ScopeKind::Rules;
    case records::Home::People:
        return ScopeKind::People;
    case records::Home::Content:
        return ScopeKind::Content;
    case records::Home::Sealed:
        return ScopeKind::Sealed;
    }
    return ScopeKind::Content;
}

records::Home AuthorityTables::home(ScopeKind kind)
{
    switch (kind) {
    case ScopeKind::Rules:
        return records::Home::Rules;
    case ScopeKind::People:
        return records::Home::People;
    case ScopeKind::Content:
        return records::Home::Content;
    case ScopeKind::Sealed:
        return records::Home::Sealed;
    }
    return records::Home::Content;
}

void AuthorityTables::setCity(const wire::CityGenesis &city, const base::CityId &id)
{
    m_city = city;
    m_cityId = id;
}

void AuthorityTables::dropCaches()
{
    m_certificates.clear();
    m_scopes.clear();
    m_erasures.clear();
    m_writesHere.reset();
    m_error = {};
    m_lookup = {};
}

base::Result<> AuthorityTables::takeError()
{
    return std::exchange(m_error, base::Result<>());
}

void AuthorityTables::write(Statement &statement)
{
    auto outcome = statement.run();
    if (!outcome && m_error)
        m_error = std::move(outcome);
}

/// A device of this file, locked or not, is taken as certified while its identity is pending.
bool AuthorityTables::writesHere(const base::PublicKey &device) const
{
    if (m_writesHere == device)
        return true;
    Statement query =
        m_connection.prepare("SELECT 1 FROM feed WHERE own = 1 AND device = ?1 LIMIT 1");
    query.bind(1, device);
    const bool any = query.next();
    if (any)
        m_writesHere = device;
    return any;
}

bool AuthorityTables::deviceCertified(
    const base::PublicKey &device, const base::PersonId &person, std::uint64_t logIndex) const
{
    auto cached = m_certificates.constFind(device);
    if (cached == m_certificates.cend()) {
        Statement query =
            m_connection.prepare("SELECT p.hash, d.from_index, d.to_index FROM device d"
                                 " JOIN person p ON p.id = d.person WHERE d.key = ?1");
        query.bind(1, device);
        if (!query.next())
            return logIndex == UINT64_MAX && writesHere(device);
        Certificate certificate;
        certificate.person = query.id<base::PersonId>(0);
        certificate.from = static_cast<std::uint64_t>(query.integer(1));
        if (!query.isNull(2))
            certificate.to = static_cast<std::uint64_t>(query.integer(2));
        if (m_certificates.size() > kCachedCertificatesMax)
            m_certificates.clear();
        cached = m_certificates.insert(device, certificate);
    }
    return cached->person == person && cached->from <= logIndex &&
           (logIndex < cached->to || (logIndex == UINT64_MAX && cached->to == UINT64_MAX));
}

bool AuthorityTables::hasCertificate(const base::PublicKey &device) const
{
    Statement query = m_connection.prepare("SELECT 1 FROM device WHERE key = ?1");
    query.bind(1, device);
    return query.next();
}

std::optional<base::PersonId> AuthorityTables::certifiedPerson(
    const base::PublicKey &device, std::uint64_t logIndex) const
{
    Statement query = m_connection.prepare(
        "SELECT p.hash FROM device d JOIN person p ON p.id = d.person WHERE d.key = ?1"
        " AND d.from_index <= ?2 AND (d.to_index IS NULL OR d.to_index > ?2)");
    query.bind(1, device).bind(2, static_cast<qint64>(logIndex));
    if (!query.next())
        return std::nullopt;
    return query.id<base::PersonId>(0);
}

QString AuthorityTables::prefixOf(const base::PublicKey &device) const
{
    Statement query = m_connection.prepare(
        "SELECT prefix FROM prefix WHERE device = ?1 ORDER BY from_index DESC LIMIT 1");
    query.bind(1, device);
    return query.next() ? QString::fromUtf8(query.bytes(0)) : QString();
}

bool AuthorityTables::mayRead(
    const base::PublicKey &device, const base::ScopeId &id, std::uint64_t logIndex) const
{
    const auto facts = scope(id);
    if (!facts || facts->home != records::Home::Sealed)
        return facts.has_value();
    const auto person = certifiedPerson(device, logIndex);
    const auto is = [&](records::Role role) {
        return hasRole(*person, role, facts->body, logIndex);
    };
    return person && (is(records::Role::BodyAdmin) || is(records::Role::Clerk) ||
                      is(records::Role::Coordinator) || is(records::Role::Member));
}

bool AuthorityTables::hasRole(
    const base::PersonId &person,
    records::Role role,
    const base::EntityId &body,
    std::uint64_t logIndex) const
{
    const auto row = m_log.personRow(person);
    if (!row)
        return false;
    Statement query = m_connection.prepare(
        "SELECT 1 FROM role WHERE person = ?1 AND role = ?2 AND body = ?3 AND from_index <= ?4"
        " AND (to_index IS NULL OR to_index > ?4)");
    query.bind(1, *row).bind(2, static_cast<qint64>(role)).bind(3, body);
    query.bind(4, static_cast<qint64>(std::min<std::uint64_t>(logIndex, INT64_MAX)));
    return query.next();
}

bool AuthorityTables::ownersInPower(qint64 recordedMs) const
{
    return recordedMs < m_city.createdMs + qint64{m_city.powersEndAfterDays} * kDayMs;
}

std::optional<records::ScopeFacts> AuthorityTables::scope(const base::ScopeId &scope) const
{
    if (const auto cached = m_scopes.constFind(scope); cached != m_scopes.cend())
        return *cached;
    const auto row = m_log.scope(scope);
    if (!row)
        return std::nullopt;
    const records::ScopeFacts facts{
        scope, home(row->status.kind), row->status.body, row->sealingKey};
    m_scopes.insert(scope, facts);
    return facts;
}

std::optional<records::EntityImage> AuthorityTables::image(
    const QString &typeName, const base::EntityId &entity) const
{
    const records::RecordType *type = m_projection.registry().type(typeName);
    const auto row = m_log.entityRow(entity);
    if (type == nullptr || !row)
        return std::nullopt;
    if (auto found = m_lookup ? m_lookup(*type, row->id) : std::nullopt)
        return found;
    if (row->type != type->number)
        return std::nullopt;
    return m_projection.load(*type, row->id, Layer::Base, m_localNowMs);
}

std::optional<base::EntityId> AuthorityTables::nameHolder(
    const QByteArray &kind, const QByteArray &name) const
{
    Statement query =
        m_connection.prepare("SELECT entity FROM taken_name WHERE kind = ?1 AND name = ?2");
    query.bindBlob(1, base::view(kind)).bindBlob(2, base::view(name));
    if (!query.next())
        return std::nullopt;
    return query.id<base::EntityId>(0);
}

bool AuthorityTables::prefixGranted(
    const base::PublicKey &device, const QByteArray &prefix, std::uint64_t logIndex) const
{
    Statement query = m_connection.prepare(
        "SELECT 1 FROM prefix WHERE device = ?1 AND prefix = ?2 AND from_index <= ?3");
    query.bind(1, device).bindBlob(2, base::view(prefix));
    query.bind(3, static_cast<qint64>(std::min<std::uint64_t>(logIndex, INT64_MAX)));
    return query.next();
}

int AuthorityTables::uses(const base::EntityId &entity) const
{
    Statement query = m_connection.prepare("SELECT count FROM uses WHERE entity = ?1");
    query.bind(1, entity);
    return query.next() ? static_cast<int>(query.integer(0)) : 0;
}

void AuthorityTables::addDevice(
    const base::PersonId &person,
    const base::PublicKey &device,
    const base::SealingKey &sealing,
    wire::DeviceKind kind,
    std::uint64_t logIndex)
{
    const auto row = m_log.internPerson(person);
    if (!row) {
        m_error = base::failure(row.error());
        return;
    }
    // The first certificate of a key stands: nobody takes another's device by naming it again.
    Statement insert = m_connection.prepare(
        "INSERT OR IGNORE INTO device(key, person, sealing, kind, from_index)"
        " SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS(SELECT 1 FROM device WHERE key = ?1)");
    insert.bind(1, device).bind(2, *row).bind(3, sealing).bind(4, static_cast<qint64>(kind));
    insert.bind(5, static_cast<qint64>(logIndex));
    write(insert);
    m_certificates.remove(device);
}

void AuthorityTables::endDevice(const base::PublicKey &device, std::uint64_t logIndex)
{
    Statement update =
        m_connection.prepare("UPDATE device SET to_index = ?2 WHERE key = ?1 AND to_index IS NULL");
    update.bind(1, device).bind(2, static_cast<qint64>(logIndex));
    write(update);
    m_certificates.remove(device);
    m_rulesChanged = true;
}

void AuthorityTables::addRole(
    const base::PersonId &person,
    records::Role role,
    const base::EntityId &body,
    const base::EntityId &grant,
    std::uint64_t logIndex)
{
    const auto row = m_log.internPerson(person);
    if (!row) {
        m_error = base::failure(row.error());
        return;
    }
    Statement insert = m_connection.prepare(
        "INSERT OR REPLACE INTO role(person, role, body, granted_by, from_index)"
        " VALUES(?1, ?2, ?3, ?4, ?5)");
    insert.bind(1, *row).bind(2, static_cast<qint64>(role)).bind(3, body).bind(4, grant);
    insert.bind(5, static_cast<qint64>(logIndex));
    write(insert);
    m_rulesChanged = true;
}

void AuthorityTables::endRole(const base::EntityId &grant, std::uint64_t logIndex)
{
    Statement update = m_connection.prepare(
        "UPDATE role SET to_index = ?2 WHERE granted_by = ?1 AND to_index IS NULL");
    update.bind(1, grant).bind(2, static_cast<qint64>(logIndex));
    write(update);
    m_rulesChanged = true;
}

void AuthorityTables::addScope(
    const records::ScopeFacts &facts, const QString &name, const base::Salt &salt)
{
    ScopeRow row;
    row.status.scope = facts.scope;
    row.status.kind = scopeKind(facts.home);
    row.status.body = facts.body;
    row.status.name = name;
    row.status.chain = log::ScopeChain(facts.scope).head().chain;
    row.salt = salt;
    row.sealingKey = facts.sealingKey;
    const auto stored = m_log.addScope(row);
    if (!stored && m_error)
        m_error = base::failure(stored.error());
    m_scopes.remove(facts.scope);
    m_rulesChanged = true;
}

void AuthorityTables::takeName(
    const QByteArray &kind, const QByteArray &name, const base::EntityId &entity)
{
    Statement insert = m_connection.prepare(
        "INSERT OR IGNORE INTO taken_name(kind, name, entity) VALUES(?1, ?2, ?3)");
    insert.bindBlob(1, base::view(kind)).bindBlob(2, base::view(name)).bind(3, entity);
    write(insert);
}

void AuthorityTables::grantPrefix(
    const base::PublicKey &device, const QByteArray &prefix, std::uint64_t logIndex)
{
    Statement insert = m_connection.prepare(
        "INSERT OR IGNORE INTO prefix(device, prefix, from_index) VALUES(?1, ?2, ?3)");
    insert.bind(1, device).bindBlob(2, base::view(prefix));
    insert.bind(3, static_cast<qint64>(logIndex));
    write(insert);
}

void AuthorityTables::countUse(const base::EntityId &entity)
{
    Statement upsert = m_connection.prepare("INSERT INTO uses(entity, count) VALUES(?1, 1)"
                                            " ON CONFLICT(entity) DO UPDATE SET count = count + 1");
    upsert.bind(1, entity);
    write(upsert);
}

void AuthorityTables::eraseOps(
    const std::vector<base::OpId> &ops,
    const base::EntityId &entity,
    const base::ScopeId &scope,
    const base::PersonId &person)
{
    m_erasures.push_back({ops, entity, scope, person});
}

void AuthorityTables::settle(const base::OpId &op, const base::EntityId &entity)
{
    // Of this record only: others stand in scopes that may be folded before this one or after it.
    const auto row = m_log.entityRow(entity);
    Statement remove = m_connection.prepare("DELETE FROM conflict WHERE op = ?1 AND entity = ?2");
    remove.bind(1, op).bind(2, row ? row->id : 0);
    write(remove);
}

} // namespace spilno::replica
