// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Backoff.h"

#include <algorithm>

namespace spilno::sync {

qint64 Backoff::boundMs() const
{
    qint64 bound = m_firstMs;
    for (int i = 0; i < m_failures && bound < m_longestMs; ++i)
        bound *= 2;
    return std::min(bound, m_longestMs);
}

qint64 Backoff::nextMs()
{
    const qint64 bound = boundMs();
    if (bound < m_longestMs)
        ++m_failures;
    return static_cast<qint64>(m_random->below(static_cast<std::uint64_t>(bound) + 1));
}

} // namespace spilno::sync
