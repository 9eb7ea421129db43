// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/numbering/NumberingRule.h"

#include "core/base/text/NumberFold.h"
#include "core/records/Fields.h"

namespace spilno::records::numbering {

Verdict NumberingRule::check(
    const FoldChange &change, const EntityImage *before, const Authority &authority) const
{
    if (before != nullptr)
        return Verdict::Applied;
    const QString prefix = written(change, kPrefix).toText();
    if (base::canonicalPrefix(prefix) != prefix)
        return Verdict::BadField;
    return authority.nameTaken(kPrefixName, prefix.toUtf8(), change.entity) ? Verdict::Taken
                                                                            : Verdict::Applied;
}

void NumberingRule::effect(
    const FoldChange &change,
    const EntityImage &after,
    const Authority &,
    FoldEffects &effects) const
{
    const QByteArray prefix = after.value(kPrefix).toText().toUtf8();
    if (change.payload.create)
        effects.takeName(kPrefixName, prefix, after.entity);
    if (change.payload.field(kDevice) != nullptr)
        effects.grantPrefix(writtenId<base::PublicKey>(change, kDevice), prefix, change.logIndex);
}

} // namespace spilno::records::numbering
