// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <cstdint>
#include <vector>

namespace spilno::base {

/// A QR code as a square of dark and light modules, without the quiet border of four modules that
/// whoever draws it leaves around. A value; draws nothing itself but signs for a terminal.
class QrCode
{
public:
    static constexpr int kBorder = 4;

    /// Encodes UTF-8 text, error correction M. LimitExceeded: too long for a code; NotFound: this
    /// program was built without the library that makes them.
    [[nodiscard]] static Result<QrCode> encode(const QString &text);

    [[nodiscard]] int size() const { return m_size; } ///< Modules along one side.
    [[nodiscard]] bool isDark(int column, int row) const;

    /// Two rows of modules a line in half blocks, with a border; light modules are the drawn ones,
    /// for a terminal with light signs on dark ground.
    [[nodiscard]] QString toTerminal() const;

private:
    int m_size = 0;
    std::vector<std::uint8_t> m_modules;
};

} // namespace spilno::base
