// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Authority.h"

#include <algorithm>

namespace spilno::records {

bool Authority::nameTaken(
    const QByteArray &kind, const QByteArray &name, const base::EntityId &entity) const
{
    const auto holder = nameHolder(kind, name);
    return holder && *holder != entity;
}

bool Authority::isOwner(const base::PersonId &person, qint64 recordedMs) const
{
    const auto &owners = city().owners;
    return std::find(owners.begin(), owners.end(), person) != owners.end() &&
           ownersInPower(recordedMs);
}

bool Authority::isRegistrar(
    const base::PersonId &person, std::uint64_t logIndex, qint64 recordedMs) const
{
    return hasRole(person, Role::Registrar, {}, logIndex) || isOwner(person, recordedMs);
}

Verdict FoldRule::check(const FoldChange &, const EntityImage *, const Authority &) const
{
    return Verdict::Applied;
}

bool FoldRule::isNumberFree(const QString &, const base::ScopeId &, const Authority &) const
{
    return true;
}

void FoldRule::effect(
    const FoldChange &, const EntityImage &, const Authority &, FoldEffects &) const
{
}

} // namespace spilno::records
