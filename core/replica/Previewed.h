// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace spilno::replica {

/// What is shown before the log has come so far.
struct Previewed
{
    qint64 records = 0;
    QString contradiction; ///< Where a server's log once differed from its preview; empty: never.
};

} // namespace spilno::replica
