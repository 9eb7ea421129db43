// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>

/// What a program without a window asks of the terminal it was started from. Any thread.
namespace spilno::base {

/// Whether somebody sits at the standard input, or sees the standard error.
[[nodiscard]] bool inputIsTerminal();
[[nodiscard]] bool errorIsTerminal();

/// Asks on the standard error and reads one line from the standard input without showing it;
/// nothing where the input is no terminal or ends. The caller wipes the bytes.
[[nodiscard]] std::optional<QByteArray> readHiddenLine(const QString &prompt);

} // namespace spilno::base
