// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"

#include <QtCore/QtGlobal>

namespace spilno::sync {

/// How long to wait before the next attempt: full jitter, i.e. uniform between 0 and a bound that
/// doubles with every failure, so that a thousand clients of a server that comes back do not all
/// come at once. Pure: no clock, no timer.
class Backoff
{
public:
    static constexpr qint64 kFirstMs = 1'000;
    static constexpr qint64 kLongestMs = 300'000;

    explicit Backoff(base::Random &random, qint64 firstMs = kFirstMs, qint64 longestMs = kLongestMs)
        : m_random(&random)
        , m_firstMs(firstMs)
        , m_longestMs(longestMs)
    {
    }

    /// The wait after one more failure, in 0…bound() milliseconds; raises the bound.
    [[nodiscard]] qint64 nextMs();
    /// What the next wait does not exceed.
    [[nodiscard]] qint64 boundMs() const;
    /// Contact was made: begin small again.
    void reset() { m_failures = 0; }
    [[nodiscard]] int failures() const { return m_failures; }

private:
    base::Random *m_random;
    qint64 m_firstMs;
    qint64 m_longestMs;
    int m_failures = 0;
};

} // namespace spilno::sync
