// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/invitation/InvitationRule.h"

#include "core/records/Fields.h"
#include "core/records/role/RoleRule.h"

namespace spilno::records::invitation {

Verdict InvitationRule::check(
    const FoldChange &change, const EntityImage *before, const Authority &) const
{
    if (before != nullptr)
        return Verdict::Applied;
    const wire::Value number = written(change, kRole);
    const Role role = role::roleOf(number);
    if (role == Role::None && number.toInteger() != 0)
        return Verdict::BadField;
    const auto body = writtenId<base::EntityId>(change, kBody);
    if (role != Role::None && !role::roleFitsBody(role, body))
        return Verdict::BadField;
    const qint64 uses = written(change, kUses).toInteger();
    return uses >= 1 && uses <= kUsesMax ? Verdict::Applied : Verdict::BadField;
}

} // namespace spilno::records::invitation
