// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <functional>
#include <queue>
#include <vector>

namespace spilno::sim {

/// The time of a simulated city and what is to happen in it, in one order.
class SimTime
{
public:
    using Event = std::function<void()>;

    [[nodiscard]] qint64 nowMs() const { return m_nowMs; }

    void after(qint64 ms, Event event)
    {
        m_events.push({m_nowMs + ms, m_count++, std::move(event)});
    }

    /// Lets everything happen up to a moment.
    void runUntil(qint64 ms)
    {
        while (!m_events.empty() && m_events.top().atMs <= ms) {
            const Entry next = m_events.top();
            m_events.pop();
            m_nowMs = next.atMs;
            next.event();
        }
        m_nowMs = ms;
    }
    void runFor(qint64 ms) { runUntil(m_nowMs + ms); }

private:
    struct Entry
    {
        qint64 atMs = 0;
        quint64 number = 0;
        Event event;
        bool operator<(const Entry &other) const
        {
            return std::tie(other.atMs, other.number) < std::tie(atMs, number);
        }
    };

    std::priority_queue<Entry> m_events;
    qint64 m_nowMs = 0;
    quint64 m_count = 0;
};

/// The clock of one machine: it may be set wrong.
class SimClock final : public base::Clock
{
public:
    explicit SimClock(const SimTime &time)
        : m_time(time)
    {
    }

    [[nodiscard]] qint64 wallMs() const override
    {
        return 1'760'000'000'000 + m_time.nowMs() + m_wrongByMs;
    }
    [[nodiscard]] qint64 monotonicMs() const override { return m_time.nowMs(); }

    void setWrongBy(qint64 ms) { m_wrongByMs = ms; }

private:
    const SimTime &m_time;
    qint64 m_wrongByMs = 0;
};

} // namespace spilno::sim
