// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/replica/Sqlite.h"

#include <vector>

namespace spilno::replica {

/// Brings a file that an older program wrote to the present format, after a copy of it, and refuses
/// what a newer one wrote. Each step is one transaction with its number: a cut in between loses
/// nothing, the next opening goes on where it stopped.
class Migration
{
public:
    struct Step
    {
        int to = 0; ///< The format the file has after it.
        QByteArray sql;
    };

    /// Every step from format 1 on, in order. A step that was released never changes.
    [[nodiscard]] static const std::vector<Step> &released();

    /// `path` is where the copy, PATH.vN, is put beside; empty: none (a virtual disk).
    /// UnsupportedVersion for a newer format, Malformed when it is no file of this program, and the
    /// errors of copying.
    [[nodiscard]] static base::Result<> run(
        Connection &connection, const QString &path, const std::vector<Step> &steps = released());

    /// For a connection that only reads: UnsupportedVersion unless the format is the present one.
    [[nodiscard]] static base::Result<> check(
        Connection &connection, const std::vector<Step> &steps = released());

    /// The copy that is made of a file of format `version`.
    [[nodiscard]] static QString copyOf(const QString &path, qint64 version);

    Migration() = delete;
};

} // namespace spilno::replica
