// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

/// The two normal forms of text. What is stored and shown is displayText(); what is compared
/// (search index, query, duplicate check) is searchText(). Pure functions, any thread.
namespace spilno::base {

/// True for every sign people type as a Ukrainian apostrophe: ' ’ ʼ ‘ ‛ ` ´ ′ ＇.
[[nodiscard]] bool isApostrophe(char32_t sign);

/// True for signs without a place of their own that split or hide text: soft hyphen, zero-width
/// space and joiners, word joiner, byte order mark, bidirectional controls, variation selectors.
[[nodiscard]] bool isInvisible(char32_t sign);

/// Text that is safe to store and show: NFC, line ends are '\n', no control characters but '\n'
/// and '\t', no bidirectional controls, no lone surrogates (each becomes U+FFFD). Case, apostrophes
/// and soft hyphens stay as typed.
[[nodiscard]] QString displayText(QStringView text);

/// Text for comparison: NFC, case folded, every apostrophe is ', every dash is -, every space is a
/// single ' ' (none at the ends), invisible signs and the stress mark U+0301 are gone.
/// searchText(searchText(x)) == searchText(x).
[[nodiscard]] QString searchText(QStringView text);

} // namespace spilno::base
