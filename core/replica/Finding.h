// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

namespace spilno::replica {

/// Something that a check of stored data found wrong, and where. Its sentence is a literal marked
/// with QT_TRANSLATE_NOOP("Finding", …), with %1 and %2 for the parts.
struct Finding
{
    const char *sentence = "";
    QStringList parts; ///< At most two: names in hex, positions, numbers.

    [[nodiscard]] QString text() const;  ///< In English, for programs and logs.
    [[nodiscard]] QString words() const; ///< In the person's language.
};

} // namespace spilno::replica
