// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QtGlobal>

#include <algorithm>

namespace spilno::server {

/// How much is allowed: `burst` at once, refilled at `perMinute`.
struct Rate
{
    qint64 burst = 0;
    qint64 perMinute = 0;
};

/// Token buckets by key (an address, a device). Used by one thread. Holds at most kKeysMax keys:
/// full buckets are forgotten first, and beyond that everybody starts anew, so that a flood of keys
/// costs no memory.
template <class Key>
class RateLimit
{
public:
    static constexpr qsizetype kKeysMax = 65'536;

    explicit RateLimit(Rate rate)
        : m_rate(rate)
    {
    }

    /// Milliseconds until `amount` is allowed; 0 when it is now. Takes nothing.
    [[nodiscard]] qint64 waitMs(const Key &key, qint64 amount, qint64 nowMs) const
    {
        const double missing =
            static_cast<double>(std::min(amount, m_rate.burst)) - available(key, nowMs);
        if (missing <= 0)
            return 0;
        return static_cast<qint64>(missing * 60'000 / static_cast<double>(m_rate.perMinute)) + 1;
    }

    /// Takes `amount`, also more than there is: the debt is paid back first.
    void charge(const Key &key, qint64 amount, qint64 nowMs)
    {
        if (m_buckets.size() >= kKeysMax && !m_buckets.contains(key))
            forget(nowMs);
        const double left = available(key, nowMs) - static_cast<double>(amount);
        m_buckets.insert(key, Bucket{left, nowMs});
    }

private:
    struct Bucket
    {
        double tokens = 0;
        qint64 atMs = 0;
    };

    [[nodiscard]] double filled(const Bucket &bucket, qint64 nowMs) const
    {
        const double gained = static_cast<double>(std::max<qint64>(0, nowMs - bucket.atMs)) *
                              static_cast<double>(m_rate.perMinute) / 60'000;
        return std::min(static_cast<double>(m_rate.burst), bucket.tokens + gained);
    }

    [[nodiscard]] double available(const Key &key, qint64 nowMs) const
    {
        const auto found = m_buckets.constFind(key);
        return found == m_buckets.constEnd() ? static_cast<double>(m_rate.burst)
                                             : filled(*found, nowMs);
    }

    void forget(qint64 nowMs)
    {
        m_buckets.removeIf([&](const auto &entry) {
            return filled(entry.value(), nowMs) >= static_cast<double>(m_rate.burst);
        });
        if (m_buckets.size() >= kKeysMax)
            m_buckets.clear();
    }

    Rate m_rate;
    QHash<Key, Bucket> m_buckets;
};

} // namespace spilno::server
