// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"

#include <cstring>

namespace spilno::test {

/// Repeatable randomness (SplitMix64) from a seed, so that a failing run can be had again.
class TestRandom final : public base::Random
{
public:
    explicit TestRandom(std::uint64_t seed = 1)
        : m_state(seed)
    {
    }

    void fill(std::span<std::uint8_t> out) override
    {
        for (std::size_t at = 0; at < out.size(); at += 8) {
            const std::uint64_t value = next();
            std::memcpy(out.data() + at, &value, std::min<std::size_t>(8, out.size() - at));
        }
    }

    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

private:
    std::uint64_t m_state;
};

} // namespace spilno::test
