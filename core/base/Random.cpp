// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"

#include <cstring>

namespace spilno::base {

std::uint64_t Random::below(std::uint64_t bound)
{
    // Rejection keeps the result uniform for every bound.
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % bound;
    for (;;) {
        std::uint8_t bytes[8];
        fill(bytes);
        std::uint64_t value = 0;
        std::memcpy(&value, bytes, sizeof value);
        if (value < limit)
            return value % bound;
    }
}

} // namespace spilno::base
