// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/signin/SigninRule.h"

#include "core/base/text/Confusables.h"
#include "core/crypto/Hashing.h"
#include "core/records/Fields.h"

namespace spilno::records::signin {

base::Hash nameHash(const QString &name)
{
    const QByteArray folded = base::skeleton(name).toUtf8();
    return crypto::blake2b("spilno-signin", {base::view(folded)});
}

Verdict SigninRule::check(
    const FoldChange &change, const EntityImage *before, const Authority &authority) const
{
    if (before != nullptr)
        return Verdict::Applied;
    const QByteArray name = written(change, kNameHash).toBytes();
    return authority.nameTaken(kSigninName, name, change.entity) ? Verdict::Taken
                                                                 : Verdict::Applied;
}

void SigninRule::effect(
    const FoldChange &change,
    const EntityImage &after,
    const Authority &,
    FoldEffects &effects) const
{
    if (change.payload.create)
        effects.takeName(kSigninName, after.value(kNameHash).toBytes(), after.entity);
}

} // namespace spilno::records::signin
