// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace spilno::base {

/// Where randomness comes from; injected so that the simulation can repeat a run from its seed.
class Random
{
public:
    virtual ~Random() = default;

    /// Fills every byte of `out`.
    virtual void fill(std::span<std::uint8_t> out) = 0;

    /// A uniform number below `bound` (bound > 0).
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);

    /// A FixedBytes of any kind, filled.
    template <class Id>
    [[nodiscard]] Id id()
    {
        Id value;
        fill({value.data(), Id::size});
        return value;
    }
};

} // namespace spilno::base
