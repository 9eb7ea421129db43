// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/profile/ProfileRule.h"

namespace spilno::records::profile {

Verdict ProfileRule::check(
    const FoldChange &change, const EntityImage *before, const Authority &authority) const
{
    if (before != nullptr)
        return Verdict::Applied;
    const QByteArray person = change.origin.person.toByteArray();
    return authority.nameTaken(kProfileName, person, change.entity) ? Verdict::AlreadyExists
                                                                    : Verdict::Applied;
}

void ProfileRule::effect(
    const FoldChange &change,
    const EntityImage &after,
    const Authority &,
    FoldEffects &effects) const
{
    if (change.payload.create)
        effects.takeName(kProfileName, change.origin.person.toByteArray(), after.entity);
}

} // namespace spilno::records::profile
