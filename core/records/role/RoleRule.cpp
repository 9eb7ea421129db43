// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/role/RoleRule.h"

#include "core/records/Fields.h"

namespace spilno::records::role {

Role roleOf(const wire::Value &number)
{
    const qint64 role = number.toInteger();
    return role >= static_cast<qint64>(Role::Registrar) && role <= static_cast<qint64>(Role::Member)
               ? static_cast<Role>(role)
               : Role::None;
}

bool roleFitsBody(Role role, const base::EntityId &body)
{
    return body.isNull() == (role == Role::Registrar);
}

Verdict RoleRule::check(
    const FoldChange &change, const EntityImage *before, const Authority &) const
{
    if (before != nullptr)
        return Verdict::Applied;
    const Role role = roleOf(written(change, kRole));
    return role != Role::None && roleFitsBody(role, writtenId<base::EntityId>(change, kBody))
               ? Verdict::Applied
               : Verdict::BadField;
}

void RoleRule::effect(
    const FoldChange &change,
    const EntityImage &after,
    const Authority &,
    FoldEffects &effects) const
{
    if (change.payload.create)
        effects.addRole(
            idIn<base::PersonId>(after.value(kPerson)), roleOf(after.value(kRole)),
            idIn<base::EntityId>(after.value(kBody)), after.entity, change.logIndex);
    else if (change.payload.transition)
        effects.endRole(after.entity, change.logIndex);
}

} // namespace spilno::records::role
