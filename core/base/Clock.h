// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

namespace spilno::base {

/// Where the time comes from. Core code never asks the system directly, so that the simulation can
/// give every replica a clock of its own, wrong ones included.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Milliseconds since 1970-01-01 UTC as this machine believes.
    [[nodiscard]] virtual qint64 wallMs() const = 0;

    /// Milliseconds that only ever grow; zero is arbitrary.
    [[nodiscard]] virtual qint64 monotonicMs() const = 0;
};

/// The machine's own clocks. Thread-safe.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] qint64 wallMs() const override;
    [[nodiscard]] qint64 monotonicMs() const override;
};

/// A hybrid logical clock value: 48 bits of milliseconds, 16 bits of counter.
using Hlc = quint64;

[[nodiscard]] constexpr qint64 hlcMs(Hlc hlc)
{
    return static_cast<qint64>(hlc >> 16);
}

[[nodiscard]] constexpr Hlc hlcFromMs(qint64 ms)
{
    return ms <= 0 ? 0 : static_cast<Hlc>(ms) << 16;
}

/// The next value for a feed: not below the wall clock, above everything seen before.
[[nodiscard]] constexpr Hlc hlcNext(Hlc last, qint64 wallMs)
{
    const Hlc now = hlcFromMs(wallMs);
    return now > last ? now : last + 1;
}

} // namespace spilno::base
