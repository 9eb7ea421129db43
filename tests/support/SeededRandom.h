// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"

namespace spilno::support {

/// Randomness that is the same in every run of a test (SplitMix64). Never for secrets.
class SeededRandom final : public base::Random
{
public:
    explicit SeededRandom(std::uint64_t seed)
        : m_state(seed)
    {
    }

    void fill(std::span<std::uint8_t> out) override
    {
        for (std::uint8_t &byte : out)
            byte = static_cast<std::uint8_t>(next() >> 56);
    }

    std::uint64_t next()
    {
        std::uint64_t value = (m_state += 0x9e3779b97f4a7c15);
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
        value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
        return value ^ (value >> 31);
    }

private:
    std::uint64_t m_state;
};

} // namespace spilno::support
