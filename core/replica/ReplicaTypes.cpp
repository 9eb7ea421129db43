// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/ReplicaTypes.h"

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

wire::Value Record::value(const QString &name) const
{
    for (const auto &[field, itsValue] : fields) {
        if (field == name)
            return itsValue;
    }
    return {};
}

} // namespace spilno::replica
