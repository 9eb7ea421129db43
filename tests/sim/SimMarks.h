// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <map>

namespace spilno::sim {

/// What a simulation went through, so that a path that is never hit shows, and what it found wrong.
class SimMarks
{
public:
    void hit(const QString &mark) { ++m_hits[mark]; }
    [[nodiscard]] const std::map<QString, int> &hits() const { return m_hits; }

    /// A broken invariant, named by its number.
    void wrong(const QString &invariant, const QString &what)
    {
        if (m_wrong.size() < 20)
            m_wrong.append(invariant + QStringLiteral(": ") + what);
    }
    [[nodiscard]] const QStringList &wrongs() const { return m_wrong; }

private:
    std::map<QString, int> m_hits;
    QStringList m_wrong;
};

} // namespace spilno::sim
