// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QStringDecoder>

#include <optional>

namespace spilno::import {

enum class Encoding { Utf8, Utf16Le, Utf16Be, Windows1251, Windows1252 };

/// The name used in mapping files: "utf-8", "cp1251", "cp1252", "utf-16le", "utf-16be".
[[nodiscard]] QString encodingName(Encoding encoding);
[[nodiscard]] std::optional<Encoding> encodingByName(QStringView name);

/// The encoding the beginning of a file shows: a byte order mark, valid UTF-8, else CP1251 where
/// the letters above ASCII stand side by side as in Cyrillic words, else CP1252.
[[nodiscard]] Encoding sniffEncoding(const QByteArray &beginning);

/// Bytes of a file to text, piece by piece. Bytes without a meaning become U+0000, which no
/// text holds (U+FFFD it may: a file can have lost signs before). A byte order mark at the
/// beginning is dropped.
class TextDecoder
{
public:
    explicit TextDecoder(Encoding encoding);
    [[nodiscard]] QString decode(const QByteArray &bytes);

private:
    Encoding m_encoding;
    QStringDecoder m_unicode;
    bool m_atBeginning = true;
};

} // namespace spilno::import
