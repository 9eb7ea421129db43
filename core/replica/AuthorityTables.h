// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/Authority.h"
#include "core/replica/LogTables.h"

#include <functional>
#include <QtCore/QHash>

namespace spilno::replica {

class Projection;

/// What the rules and people scopes say, as interval rows: devices, roles, scopes, names, prefixes.
/// Answers the judge and takes the effects of rules. Belongs to the replica's thread.
class AuthorityTables final : public records::Authority, public records::FoldEffects
{
public:
    AuthorityTables(Connection &connection, LogTables &log, const Projection &projection)
        : m_connection(connection)
        , m_log(log)
        , m_projection(projection)
    {
    }

    void setCity(const wire::CityGenesis &city, const base::CityId &id);
    void setLocalNow(qint64 ms) { m_localNowMs = ms; }
    void dropCaches();
    /// Where image() looks before the base tables: in the transaction being judged, or in the
    /// overlay while pending changes are.
    using Lookup = std::function<std::optional<records::EntityImage>(
        const records::RecordType &type, qint64 entityRow)>;
    void lookFirst(Lookup lookup) { m_lookup = std::move(lookup); }
    /// Set when an effect took place that other replicas' rights depend on; cleared by reading.
    /// Whether rights changed since they were last taken note of.
    [[nodiscard]] bool rulesChanged() const { return m_rulesChanged; }
    [[nodiscard]] bool takeRulesChanged() { return std::exchange(m_rulesChanged, false); }
    /// What a change asked to erase.
    struct Erasure
    {
        std::vector<base::OpId> ops;
        base::EntityId entity;
        base::ScopeId scope;
        base::PersonId person;
    };
    /// The erasures asked for since the last call.
    [[nodiscard]] std::vector<Erasure> takeErasures() { return std::exchange(m_erasures, {}); }

    [[nodiscard]] const wire::CityGenesis &city() const override { return m_city; }
    [[nodiscard]] const base::CityId &cityId() const override { return m_cityId; }
    [[nodiscard]] bool deviceCertified(
        const base::PublicKey &device,
        const base::PersonId &person,
        std::uint64_t logIndex) const override;
    /// Whose device it is at this point; nullopt: nobody's, or revoked.
    /// Whether the device has or ever had a certificate.
    [[nodiscard]] bool hasCertificate(const base::PublicKey &device) const;
    [[nodiscard]] std::optional<base::PersonId> certifiedPerson(
        const base::PublicKey &device, std::uint64_t logIndex) const;
    /// The newest prefix of request numbers that was granted to the device, or nothing.
    [[nodiscard]] QString prefixOf(const base::PublicKey &device) const;
    /// Whether the values of a scope are for this device: sealed ones for the people of the body.
    [[nodiscard]] bool mayRead(
        const base::PublicKey &device, const base::ScopeId &scope, std::uint64_t logIndex) const;
    [[nodiscard]] bool hasRole(
        const base::PersonId &person,
        records::Role role,
        const base::EntityId &body,
        std::uint64_t logIndex) const override;
    [[nodiscard]] bool ownersInPower(qint64 recordedMs) const override;
    [[nodiscard]] std::optional<records::ScopeFacts> scope(
        const base::ScopeId &scope) const override;
    [[nodiscard]] std::optional<records::EntityImage> image(
        const QString &type, const base::EntityId &entity) const override;
    [[nodiscard]] std::optional<base::EntityId> nameHolder(
        const QByteArray &kind, const QByteArray &name) const override;
    [[nodiscard]] bool prefixGranted(
        const base::PublicKey &device,
        const QByteArray &prefix,
        std::uint64_t logIndex) const override;
    [[nodiscard]] int uses(const base::EntityId &entity) const override;

    void addDevice(
        const base::PersonId &person,
        const base::PublicKey &device,
        const base::SealingKey &sealing,
        wire::DeviceKind kind,
        std::uint64_t logIndex) override;
    void endDevice(const base::PublicKey &device, std::uint64_t logIndex) override;
    void addRole(
        const base::PersonId &person,
        records::Role role,
        const base::EntityId &body,
        const base::EntityId &grant,
        std::uint64_t logIndex) override;
    void endRole(const base::EntityId &grant, std::uint64_t logIndex) override;
    void addScope(
        const records::ScopeFacts &facts, const QString &name, const base::Salt &salt) override;
    void takeName(
        const QByteArray &kind, const QByteArray &name, const base::EntityId &entity) override;
    void grantPrefix(
        const base::PublicKey &device, const QByteArray &prefix, std::uint64_t logIndex) override;
    void countUse(const base::EntityId &entity) override;
    void eraseOps(
        const std::vector<base::OpId> &ops,
        const base::EntityId &entity,
        const base::ScopeId &scope,
        const base::PersonId &person) override;
    void settle(const base::OpId &op, const base::EntityId &entity) override;

    /// The first failure of an effect's write since the last call.
    [[nodiscard]] base::Result<> takeError();

    /// The scope of a kind as the rules name it.
    [[nodiscard]] static ScopeKind scopeKind(records::Home home);
    [[nodiscard]] static records::Home home(ScopeKind kind);

private:
    struct Certificate
    {
        base::PersonId person;
        std::uint64_t from = 0;
        std::uint64_t to = UINT64_MAX;
    };

    void write(Statement &statement);
    [[nodiscard]] bool writesHere(const base::PublicKey &device) const;

    Connection &m_connection;
    LogTables &m_log;
    const Projection &m_projection;
    wire::CityGenesis m_city;
    base::CityId m_cityId;
    Lookup m_lookup;
    qint64 m_localNowMs = 0;
    bool m_rulesChanged = false;
    base::Result<> m_error;
    mutable QHash<base::PublicKey, Certificate> m_certificates;
    mutable QHash<base::ScopeId, records::ScopeFacts> m_scopes;
    mutable std::optional<base::PublicKey> m_writesHere; ///< The last one that was found to.
    std::vector<Erasure> m_erasures;
};

} // namespace spilno::replica
