// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <vector>

namespace spilno::replica {

/// What a mutation touched, for those who show it. Coalesced per transaction.
struct ChangeSet
{
    struct Entry
    {
        std::uint32_t type = 0;
        base::EntityId entity;
    };
    std::vector<Entry> entities; ///< At most 1,000; beyond that `many` is set and the list cut.
    std::vector<std::uint32_t> types;
    bool many = false;
    bool outboxChanged = false;
    bool rulesChanged = false;
    [[nodiscard]] bool isEmpty() const { return types.empty() && !outboxChanged; }
    void merge(const ChangeSet &other);
};

} // namespace spilno::replica
