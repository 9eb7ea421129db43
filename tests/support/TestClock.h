// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

namespace spilno::test {

/// A clock that stands still until it is moved.
class TestClock final : public base::Clock
{
public:
    [[nodiscard]] qint64 wallMs() const override { return m_wallMs; }
    [[nodiscard]] qint64 monotonicMs() const override { return m_monotonicMs; }

    void advance(qint64 ms)
    {
        m_wallMs += ms;
        m_monotonicMs += ms;
    }
    void setWall(qint64 ms) { m_wallMs = ms; }

private:
    qint64 m_wallMs = 1'760'000'000'000;
    qint64 m_monotonicMs = 0;
};

} // namespace spilno::test
