// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/History.h"

namespace spilno::shell {

void History::leave(const Step &from)
{
    m_behind.append(from);
    if (m_behind.size() > MostSteps)
        m_behind.removeFirst();
    m_ahead.clear();
}

std::optional<History::Step> History::back(const Step &present)
{
    if (m_behind.isEmpty())
        return {};
    m_ahead.append(present);
    return m_behind.takeLast();
}

std::optional<History::Step> History::forward(const Step &present)
{
    if (m_ahead.isEmpty())
        return {};
    m_behind.append(present);
    return m_ahead.takeLast();
}

} // namespace spilno::shell
