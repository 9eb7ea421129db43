// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/keygrant/KeyGrantRule.h"

#include "core/records/Fields.h"

#include <algorithm>

namespace spilno::records::keygrant {

namespace {

bool isGrant(const wire::Value &element)
{
    const wire::Value::List &parts = element.toList();
    return parts.size() == 2 && !idIn<base::PublicKey>(parts[0]).isNull() &&
           !parts[1].toBytes().isEmpty() && parts[1].toBytes().size() <= kBoxBytesMax;
}

} // namespace

Verdict KeyGrantRule::check(
    const FoldChange &change, const EntityImage *before, const Authority &) const
{
    if (before != nullptr)
        return Verdict::Applied;
    const wire::Value::List keys = written(change, kKeys).toList();
    const bool sound = !keys.empty() && std::all_of(keys.begin(), keys.end(), isGrant);
    return sound && written(change, kGeneration).toInteger() >= 1 ? Verdict::Applied
                                                                  : Verdict::BadField;
}

} // namespace spilno::records::keygrant
