// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/comment/CommentRule.h"

#include "core/records/Fields.h"
#include "core/records/Judge.h"

namespace spilno::records::comment {

Verdict CommentRule::check(
    const FoldChange &change, const EntityImage *before, const Authority &authority) const
{
    const bool isAnswer = written(change, kKind).toInteger() == static_cast<qint64>(Kind::Answer);
    if (before != nullptr || !isAnswer)
        return Verdict::Applied;
    const auto request =
        authority.image(QStringLiteral("request"), writtenId<base::EntityId>(change, kAbout));
    if (!request || request->scope != change.scope)
        return Verdict::UnknownRecord;
    return hasRight(Right::Staff, change, &*request, authority) ? Verdict::Applied
                                                                : Verdict::NoRight;
}

} // namespace spilno::records::comment
