// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/ChangeSet.h"

#include <algorithm>

namespace spilno::replica {

void ChangeSet::merge(const ChangeSet &other)
{
    constexpr std::size_t entriesMax = 1000;
    many = many || other.many || entities.size() + other.entities.size() > entriesMax;
    for (const Entry &entry : other.entities) {
        if (entities.size() < entriesMax)
            entities.push_back(entry);
    }
    for (const std::uint32_t type : other.types) {
        if (std::find(types.begin(), types.end(), type) == types.end())
            types.push_back(type);
    }
    outboxChanged = outboxChanged || other.outboxChanged;
    rulesChanged = rulesChanged || other.rulesChanged;
}

} // namespace spilno::replica
