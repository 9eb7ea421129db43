// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace spilno::base {

/// Owned bytes are QByteArray (implicitly shared); a ByteView looks at bytes owned elsewhere.
using ByteView = std::span<const std::uint8_t>;

[[nodiscard]] inline ByteView view(const QByteArray &bytes)
{
    return {
        reinterpret_cast<const std::uint8_t *>(bytes.constData()),
        static_cast<std::size_t>(bytes.size())};
}

[[nodiscard]] inline ByteView view(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()};
}

/// The same bytes as text, for tokenizers and SQLite.
[[nodiscard]] inline std::string_view textView(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

[[nodiscard]] inline QByteArray toByteArray(ByteView bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

/// A QByteArray that does not own its bytes; valid only while the view's owner lives.
[[nodiscard]] inline QByteArray rawByteArray(ByteView bytes)
{
    return QByteArray::fromRawData(
        reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

} // namespace spilno::base
