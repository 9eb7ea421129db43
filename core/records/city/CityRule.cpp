// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/city/CityRule.h"

namespace spilno::records::city {

Verdict CityRule::check(
    const FoldChange &change, const EntityImage *before, const Authority &authority) const
{
    return before == nullptr && authority.nameTaken(kCityName, kCityName, change.entity)
               ? Verdict::AlreadyExists
               : Verdict::Applied;
}

void CityRule::effect(
    const FoldChange &change,
    const EntityImage &after,
    const Authority &,
    FoldEffects &effects) const
{
    if (change.payload.create)
        effects.takeName(kCityName, kCityName, after.entity);
}

} // namespace spilno::records::city
