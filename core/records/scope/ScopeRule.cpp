// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/scope/ScopeRule.h"

#include "core/records/Fields.h"

namespace spilno::records::scope {

Verdict ScopeRule::check(
    const FoldChange &change, const EntityImage *before, const Authority &) const
{
    if (before != nullptr)
        return Verdict::Applied;
    // What is sealed is sealed to the people of a body, by a key that anyone can seal to.
    const bool sealed = written(change, kKind).toInteger() == static_cast<qint64>(Kind::Sealed);
    const bool whole = !writtenId<base::EntityId>(change, kBody).isNull() &&
                       !writtenId<base::SealingKey>(change, kSealingKey).isNull();
    if (sealed && !whole)
        return Verdict::MissingField;
    return Verdict::Applied;
}

void ScopeRule::effect(
    const FoldChange &change,
    const EntityImage &after,
    const Authority &authority,
    FoldEffects &effects) const
{
    if (!change.payload.create)
        return;
    const bool sealed = after.value(kKind).toInteger() == static_cast<qint64>(Kind::Sealed);
    ScopeFacts facts;
    facts.scope = wire::scopeId(authority.cityId(), change.origin.op);
    facts.home = sealed ? Home::Sealed : Home::Content;
    facts.body = idIn<base::EntityId>(after.value(kBody));
    facts.sealingKey = idIn<base::SealingKey>(after.value(kSealingKey));
    effects.addScope(facts, after.value(kName).toText(), idIn<base::Salt>(after.value(kSalt)));
}

} // namespace spilno::records::scope
