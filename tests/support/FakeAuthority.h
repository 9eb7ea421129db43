// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/Authority.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace spilno::test {

/// What the rules and people scopes say, in plain containers: a test fills them by hand, or lets
/// the effects of folded changes fill them. Intervals hold from their first log index on and end
/// after their last one.
class FakeAuthority : public records::Authority, public records::FoldEffects
{
public:
    struct Certificate
    {
        base::PersonId person;
        std::uint64_t from = 0;
        std::uint64_t to = UINT64_MAX;
    };
    struct Grant
    {
        base::PersonId person;
        records::Role role = records::Role::None;
        base::EntityId body;
        base::EntityId grant;
        std::uint64_t from = 0;
        std::uint64_t to = UINT64_MAX;
    };
    struct Erasure
    {
        std::vector<base::OpId> ops;
        base::EntityId entity;
        base::ScopeId scope;
        base::PersonId person;
    };

    wire::CityGenesis genesis;
    base::CityId cityIdentity;
    qint64 ownersUntilMs = 0;
    std::map<base::PublicKey, Certificate> devices;
    std::vector<Grant> grants;
    std::map<base::ScopeId, records::ScopeFacts> scopes;
    std::map<base::ScopeId, QString> scopeNames;
    std::map<base::EntityId, records::EntityImage> images;
    std::map<std::pair<QByteArray, QByteArray>, base::EntityId> names;
    std::map<std::pair<base::PublicKey, QByteArray>, std::uint64_t> prefixes;
    std::map<base::EntityId, int> useCounts;
    std::vector<Erasure> erasures;

    const wire::CityGenesis &city() const override { return genesis; }
    const base::CityId &cityId() const override { return cityIdentity; }
    bool deviceCertified(
        const base::PublicKey &device,
        const base::PersonId &person,
        std::uint64_t logIndex) const override
    {
        const auto found = devices.find(device);
        return found != devices.end() && found->second.person == person &&
               found->second.from <= logIndex && logIndex <= found->second.to;
    }
    bool hasRole(
        const base::PersonId &person,
        records::Role role,
        const base::EntityId &body,
        std::uint64_t logIndex) const override
    {
        return std::any_of(grants.begin(), grants.end(), [&](const Grant &grant) {
            return grant.person == person && grant.role == role && grant.body == body &&
                   grant.from <= logIndex && logIndex <= grant.to;
        });
    }
    bool ownersInPower(qint64 recordedMs) const override { return recordedMs < ownersUntilMs; }
    std::optional<records::ScopeFacts> scope(const base::ScopeId &scope) const override
    {
        const auto found = scopes.find(scope);
        return found == scopes.end() ? std::nullopt : std::optional(found->second);
    }
    std::optional<records::EntityImage> image(
        const QString &type, const base::EntityId &entity) const override
    {
        const auto found = images.find(entity);
        const bool held = found != images.end() && found->second.type->name == type;
        return held ? std::optional(found->second) : std::nullopt;
    }
    std::optional<base::EntityId> nameHolder(
        const QByteArray &kind, const QByteArray &name) const override
    {
        const auto found = names.find({kind, name});
        return found == names.end() ? std::nullopt : std::optional(found->second);
    }
    bool prefixGranted(
        const base::PublicKey &device,
        const QByteArray &prefix,
        std::uint64_t logIndex) const override
    {
        const auto found = prefixes.find({device, prefix});
        return found != prefixes.end() && found->second <= logIndex;
    }
    int uses(const base::EntityId &entity) const override
    {
        const auto found = useCounts.find(entity);
        return found == useCounts.end() ? 0 : found->second;
    }

    void addDevice(
        const base::PersonId &person,
        const base::PublicKey &device,
        const base::SealingKey &,
        wire::DeviceKind,
        std::uint64_t logIndex) override
    {
        devices[device] = {person, logIndex, UINT64_MAX};
    }
    void endDevice(const base::PublicKey &device, std::uint64_t logIndex) override
    {
        devices[device].to = logIndex;
    }
    void addRole(
        const base::PersonId &person,
        records::Role role,
        const base::EntityId &body,
        const base::EntityId &grant,
        std::uint64_t logIndex) override
    {
        grants.push_back({person, role, body, grant, logIndex, UINT64_MAX});
    }
    void endRole(const base::EntityId &grant, std::uint64_t logIndex) override
    {
        for (Grant &held : grants) {
            if (held.grant == grant)
                held.to = logIndex;
        }
    }
    void addScope(
        const records::ScopeFacts &facts, const QString &name, const base::Salt &) override
    {
        scopes[facts.scope] = facts;
        scopeNames[facts.scope] = name;
    }
    void takeName(
        const QByteArray &kind, const QByteArray &name, const base::EntityId &entity) override
    {
        names[{kind, name}] = entity;
    }
    void grantPrefix(
        const base::PublicKey &device, const QByteArray &prefix, std::uint64_t logIndex) override
    {
        prefixes[{device, prefix}] = logIndex;
    }
    void countUse(const base::EntityId &entity) override { ++useCounts[entity]; }
    void eraseOps(
        const std::vector<base::OpId> &ops,
        const base::EntityId &entity,
        const base::ScopeId &scope,
        const base::PersonId &person) override
    {
        erasures.push_back({ops, entity, scope, person});
    }
    void settle(const base::OpId &, const base::EntityId &) override {}
};

} // namespace spilno::test
