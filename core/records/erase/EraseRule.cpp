// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/erase/EraseRule.h"

#include "core/records/Fields.h"

namespace spilno::records::erase {

std::vector<base::OpId> opsOf(const QByteArray &extra)
{
    constexpr auto size = static_cast<qsizetype>(base::OpId::size);
    std::vector<base::OpId> ops;
    if (extra.size() % size != 0)
        return ops;
    for (qsizetype at = 0; at < extra.size(); at += size)
        ops.push_back(base::OpId::fromTrusted(extra.constData() + at));
    return ops;
}

Verdict EraseRule::check(
    const FoldChange &change, const EntityImage *before, const Authority &) const
{
    if (before != nullptr)
        return Verdict::Applied;
    const auto ops = opsOf(change.payload.extraOf(wire::kExtraErases));
    return ops.empty() || ops.size() > kOpsMax ? Verdict::BadField : Verdict::Applied;
}

void EraseRule::effect(
    const FoldChange &change,
    const EntityImage &after,
    const Authority &,
    FoldEffects &effects) const
{
    if (!change.payload.create)
        return;
    const auto target = idIn<base::EntityId>(after.value(kTarget));
    effects.eraseOps(
        opsOf(change.payload.extraOf(wire::kExtraErases)), target, change.scope,
        change.origin.person);
}

} // namespace spilno::records::erase
