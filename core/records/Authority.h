// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/records/EntityImage.h"
#include "core/records/Roles.h"
#include "core/wire/Genesis.h"

#include <optional>

namespace spilno::records {

/// A scope as the rules scope made it.
struct ScopeFacts
{
    base::ScopeId scope;
    Home home = Home::Content;
    base::EntityId body;              ///< Whose scope it is, or null.
    base::SealingKey sealingKey = {}; ///< Of a sealed scope: what its changes are sealed to.
};

/// What the rules and people scopes say at a point of the log. Implemented by the replica on
/// interval rows, so that a verdict is a look-up; the point of a change is its log index.
///
/// image(), nameHolder() and uses() have no point: they say what was folded before the change. That
/// is the same on every replica only for what stands in the scope of the change itself, so a rule
/// asks them for nothing else.
class Authority
{
public:
    virtual ~Authority() = default;

    [[nodiscard]] virtual const wire::CityGenesis &city() const = 0;
    [[nodiscard]] virtual const base::CityId &cityId() const = 0;
    [[nodiscard]] virtual bool deviceCertified(
        const base::PublicKey &device,
        const base::PersonId &person,
        std::uint64_t logIndex) const = 0;
    [[nodiscard]] virtual bool hasRole(
        const base::PersonId &person,
        Role role,
        const base::EntityId &body,
        std::uint64_t logIndex) const = 0;
    /// Whether the owners of the genesis still have their powers then.
    [[nodiscard]] virtual bool ownersInPower(qint64 recordedMs) const = 0;
    [[nodiscard]] virtual std::optional<ScopeFacts> scope(const base::ScopeId &scope) const = 0;
    /// A record of any scope held here, as folded so far; nullopt when there is none.
    [[nodiscard]] virtual std::optional<EntityImage> image(
        const QString &type, const base::EntityId &entity) const = 0;
    /// Who holds a unique name (a number, a sign-in name) of a kind.
    [[nodiscard]] virtual std::optional<base::EntityId> nameHolder(
        const QByteArray &kind, const QByteArray &name) const = 0;
    /// Whether the prefix of request numbers was granted to the device by then.
    [[nodiscard]] virtual bool prefixGranted(
        const base::PublicKey &device, const QByteArray &prefix, std::uint64_t logIndex) const = 0;
    /// How often an invitation has been used.
    [[nodiscard]] virtual int uses(const base::EntityId &entity) const = 0;

    /// Whether a unique name is held by another record than `entity`.
    [[nodiscard]] bool nameTaken(
        const QByteArray &kind, const QByteArray &name, const base::EntityId &entity) const;
    [[nodiscard]] bool isOwner(const base::PersonId &person, qint64 recordedMs) const;
    [[nodiscard]] bool isRegistrar(
        const base::PersonId &person, std::uint64_t logIndex, qint64 recordedMs) const;
};

/// Where the effects of rules and identities go. Only sequenced changes have effects.
class FoldEffects
{
public:
    virtual ~FoldEffects() = default;

    virtual void addDevice(
        const base::PersonId &person,
        const base::PublicKey &device,
        const base::SealingKey &sealing,
        wire::DeviceKind kind,
        std::uint64_t logIndex) = 0;
    virtual void endDevice(const base::PublicKey &device, std::uint64_t logIndex) = 0;
    virtual void addRole(
        const base::PersonId &person,
        Role role,
        const base::EntityId &body,
        const base::EntityId &grant,
        std::uint64_t logIndex) = 0;
    virtual void endRole(const base::EntityId &grant, std::uint64_t logIndex) = 0;
    virtual void addScope(const ScopeFacts &facts, const QString &name, const base::Salt &salt) = 0;
    virtual void takeName(
        const QByteArray &kind, const QByteArray &name, const base::EntityId &entity) = 0;
    virtual void grantPrefix(
        const base::PublicKey &device, const QByteArray &prefix, std::uint64_t logIndex) = 0;
    virtual void countUse(const base::EntityId &entity) = 0;
    /// Erases the values of those of `ops` that `person` wrote on `entity` in `scope`, now or
    /// whenever they arrive. All other ops stay: whoever implements this compares each op's own
    /// person, entity and scope, because anybody can name any op.
    virtual void eraseOps(
        const std::vector<base::OpId> &ops,
        const base::EntityId &entity,
        const base::ScopeId &scope,
        const base::PersonId &person) = 0;
    /// Ends the conflicts of a record that a change of it names.
    virtual void settle(const base::OpId &op, const base::EntityId &entity) = 0;
};

/// Checks and effects of one record type beyond the generic fold. Stateless.
class FoldRule
{
public:
    virtual ~FoldRule() = default;

    /// Judges a change after the generic checks. `before` is null for a creating change. Reads
    /// shapes only, never erasable values: after an erasure it must say the same.
    [[nodiscard]] virtual Verdict check(
        const FoldChange &change, const EntityImage *before, const Authority &authority) const;

    /// Whether a number for a `numbered` field is free in the scope, as far as is known here.
    [[nodiscard]] virtual bool isNumberFree(
        const QString &number, const base::ScopeId &scope, const Authority &authority) const;

    /// Acts on a sequenced change that took effect.
    virtual void effect(
        const FoldChange &change,
        const EntityImage &after,
        const Authority &authority,
        FoldEffects &effects) const;
};

} // namespace spilno::records
