// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QVariant>

#include <optional>

namespace spilno::shell {

/// Where the person has been, for back and forward. A plain value without widgets.
class History
{
public:
    struct Step
    {
        QString page;
        QVariant place;
    };

    /// Leaves `from` for somewhere new: what was ahead is forgotten.
    void leave(const Step &from);
    /// The step to return to; `present` becomes the way forward.
    std::optional<Step> back(const Step &present);
    std::optional<Step> forward(const Step &present);
    bool canGoBack() const { return !m_behind.isEmpty(); }
    bool canGoForward() const { return !m_ahead.isEmpty(); }

private:
    static constexpr qsizetype MostSteps = 100;

    QList<Step> m_behind;
    QList<Step> m_ahead;
};

} // namespace spilno::shell
