// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/Stewardship.h"

#include "core/base/text/NumberFold.h"
#include "core/records/numbering/NumberingRule.h"

namespace spilno::replica {

namespace {

constexpr std::size_t kDevicesPerGrant = 200;

/// The keys of one grant, as its field holds them: [device, box] each.
wire::Value::List grantedKeys(const Statement &row, int column)
{
    const auto value = wire::Value::decode(row.blob(column));
    return value ? value->toList() : wire::Value::List();
}

constexpr const char *kGrants =
    "SELECT f_keys, scope FROM r_key_grant UNION ALL SELECT f_keys, scope FROM p_key_grant";

} // namespace

bool Stewardship::takeKeys()
{
    if (!m_core.identity)
        return false;
    const QByteArray own = m_core.identity->device.publicKey().toByteArray();
    bool fresh = false;
    Statement grants = m_core.connection->prepare(kGrants);
    while (grants.next()) {
        for (const wire::Value &element : grantedKeys(grants, 0)) {
            const wire::Value::List &parts = element.toList();
            if (parts.size() == 2 && parts[0].toBytes() == own)
                fresh = m_core.sealedKeys.take(base::view(parts[1].toBytes())) || fresh;
        }
    }
    return fresh;
}

std::vector<Stewardship::Device> Stewardship::staffDevices(const base::EntityId &body) const
{
    std::vector<Device> devices;
    Statement query = m_core.connection->prepare(
        "SELECT DISTINCT d.key, d.sealing FROM device d JOIN role r ON r.person = d.person"
        " WHERE r.body = ?1 AND r.role IN (?2, ?3) AND r.to_index IS NULL"
        " AND d.to_index IS NULL ORDER BY d.key");
    query.bind(1, body).bind(2, static_cast<qint64>(records::Role::BodyAdmin));
    query.bind(3, static_cast<qint64>(records::Role::Clerk));
    while (query.next())
        devices.push_back({query.id<base::PublicKey>(0), query.id<base::SealingKey>(1)});
    return devices;
}

QSet<base::PublicKey> Stewardship::grantedDevices(qint64 scopeRow) const
{
    QSet<base::PublicKey> granted;
    Statement grants = m_core.connection->prepare(kGrants);
    while (grants.next()) {
        if (grants.integer(1) != scopeRow)
            continue;
        for (const wire::Value &element : grantedKeys(grants, 0)) {
            const wire::Value::List &parts = element.toList();
            if (parts.size() != 2)
                continue;
            if (const auto device = base::PublicKey::fromBytes(base::view(parts[0].toBytes())))
                granted.insert(*device);
        }
    }
    return granted;
}

std::optional<Draft> Stewardship::keyGrant(const ScopeRow &scope) const
{
    const crypto::SealingPair *pair = m_core.sealedKeys.pairOf(scope.sealingKey);
    if (pair == nullptr)
        return std::nullopt;
    const QSet<base::PublicKey> granted = grantedDevices(scope.id);
    wire::Value::List keys;
    for (const Device &device : staffDevices(scope.status.body)) {
        if (granted.contains(device.key) || keys.size() >= kDevicesPerGrant)
            continue;
        keys.push_back(wire::Value(wire::Value::List{
            wire::Value(device.key.toByteArray()),
            wire::Value(crypto::sealTo(device.sealing, pair->seed()))}));
    }
    if (keys.empty())
        return std::nullopt;
    Draft draft;
    draft.type = QStringLiteral("key_grant");
    draft.scope = scope.status.scope;
    draft.fields = {
        {QStringLiteral("generation"), wire::Value(qint64{1})},
        {QStringLiteral("keys"), wire::Value(std::move(keys))}};
    return draft;
}

QString Stewardship::freePrefix(const base::PublicKey &device) const
{
    // From the key, so that two administrators who act at once agree.
    const quint32 seed = (quint32{device.data()[0]} << 16) | (quint32{device.data()[1]} << 8) |
                         quint32{device.data()[2]};
    const auto letters = static_cast<quint32>(base::kNumberPrefixLetters.size());
    for (quint32 i = 0; i < letters * 999; ++i) {
        const quint32 at = (seed + i) % (letters * 999);
        const QString prefix =
            base::kNumberPrefixLetters.at(at % letters) + QString::number(at / letters + 1);
        const QByteArray name = prefix.toUtf8();
        if (!m_core.authority.nameTaken(records::numbering::kPrefixName, name, {}))
            return prefix;
    }
    return {};
}

std::vector<Draft> Stewardship::numberGrants(const base::EntityId &body) const
{
    std::vector<Draft> drafts;
    for (const Device &device : staffDevices(body)) {
        if (!m_core.authority.prefixOf(device.key).isEmpty())
            continue;
        const QString prefix = freePrefix(device.key);
        Statement pending =
            m_core.connection->prepare("SELECT 1 FROM p_numbering WHERE f_device = ?1 LIMIT 1");
        pending.bind(1, device.key);
        if (prefix.isEmpty() || pending.next())
            continue;
        Draft draft;
        draft.type = QStringLiteral("numbering");
        draft.fields = {
            {QStringLiteral("device"), wire::Value(device.key.toByteArray())},
            {QStringLiteral("prefix"), wire::Value(prefix)},
            {QStringLiteral("body"), wire::Value(body.toByteArray())}};
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

base::Result<std::vector<Draft>> Stewardship::owed() const
{
    std::vector<Draft> drafts;
    if (!m_core.identity)
        return drafts;
    QSet<base::EntityId> bodies;
    for (const ScopeRow &scope : m_core.log.scopes()) {
        const base::EntityId &body = scope.status.body;
        if (body.isNull() ||
            !m_core.authority.hasRole(
                m_core.identity->person, records::Role::BodyAdmin, body, UINT64_MAX))
            continue;
        bodies.insert(body);
        if (scope.status.kind != ScopeKind::Sealed)
            continue;
        if (auto grant = keyGrant(scope))
            drafts.push_back(std::move(*grant));
    }
    for (const base::EntityId &body : bodies) {
        for (Draft &draft : numberGrants(body))
            drafts.push_back(std::move(draft));
    }
    return drafts;
}

} // namespace spilno::replica
