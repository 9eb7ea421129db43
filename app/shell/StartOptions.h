// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/Desktop.h"
#include "app/shell/Tour.h"

#include <QString>
#include <QStringList>

namespace spilno::shell {

/// The command line of the desktop as values.
struct StartOptions
{
    QString profile;
    bool demonstration = false;
    QString link; ///< spilno://… or the path of a bundle.
    QString tourFolder;
    bool measured = false; ///< Say on stdout when the first list is painted.
    TourOptions tour;
    int exitCode = -1; ///< 0 or more: print `message` and leave.
    QString message;

    /// `arguments` with the program's name first.
    [[nodiscard]] static StartOptions parse(const QStringList &arguments);
    /// `temporary` is where a demonstration without a profile of its own is made.
    [[nodiscard]] StartRequest startRequest(const QString &temporary) const;
};

} // namespace spilno::shell
