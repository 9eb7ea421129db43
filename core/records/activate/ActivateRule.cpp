// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/activate/ActivateRule.h"

#include "core/records/Fields.h"

namespace spilno::records::activate {

Verdict ActivateRule::check(
    const FoldChange &change, const EntityImage *before, const Authority &) const
{
    if (before != nullptr)
        return Verdict::Applied;
    const qint64 number = written(change, kRecordType).toInteger();
    const qint64 from = written(change, kFromIndex).toInteger();
    if (number < 1 || number > UINT32_MAX || written(change, kRecordVersion).toInteger() < 1 ||
        from < 0)
        return Verdict::BadField;
    const bool past = !change.pending() && static_cast<std::uint64_t>(from) < change.logIndex;
    return past ? Verdict::Closed : Verdict::Applied;
}

} // namespace spilno::records::activate
