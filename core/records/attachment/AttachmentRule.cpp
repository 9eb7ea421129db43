// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/attachment/AttachmentRule.h"

#include "core/base/Limits.h"
#include "core/records/Fields.h"
#include "core/records/Judge.h"

namespace spilno::records::attachment {

Verdict AttachmentRule::check(
    const FoldChange &change, const EntityImage *before, const Authority &authority) const
{
    if (before != nullptr)
        return Verdict::Applied;
    const qint64 size = written(change, kSize).toInteger();
    if (size < 1 || size > limits::kBlobBytesMax)
        return Verdict::BadField;
    const auto about = writtenId<base::EntityId>(change, kAbout);
    auto target = authority.image(QStringLiteral("request"), about);
    if (!target)
        target = authority.image(QStringLiteral("comment"), about);
    if (!target || target->scope != change.scope)
        return Verdict::UnknownRecord;
    return hasRight(Right::AuthorClaimOrStaff, change, &*target, authority) ? Verdict::Applied
                                                                            : Verdict::NoRight;
}

} // namespace spilno::records::attachment
