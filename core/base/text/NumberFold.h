// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QStringView>

#include <optional>

/// Public numbers such as «Ш7-0412»: a prefix granted to a device (1 to 3 letters, then up to 3
/// digits) and a counter. People read them from paper and type them in either alphabet, so every
/// Latin letter stands for one Ukrainian letter: by look where it has a twin (B is В, H is Н),
/// by sound where it has none (D is Д, Z is З). Pure functions, any thread.
namespace spilno::base {

/// Letters to grant prefixes from: each can be typed in both alphabets and none looks like a digit.
inline constexpr QStringView kNumberPrefixLetters = u"АВГДЕКЛМНРСТУФХШ";
inline constexpr int kNumberPrefixLettersMax = 3;
inline constexpr int kNumberPrefixDigitsMax = 3;
inline constexpr int kNumberCounterDigitsMin = 4; ///< A shorter counter is padded with zeros.
inline constexpr int kNumberCounterDigitsMax = 9;

/// The Ukrainian capital a letter of either alphabet stands for in a number; digits stay; anything
/// else gives nothing.
[[nodiscard]] std::optional<QChar> numberSign(char32_t sign);

/// The canonical prefix («ш7», "w7" and «Ш 7» give «Ш7»), or nothing if it is not a prefix.
[[nodiscard]] std::optional<QString> canonicalPrefix(QStringView text);

/// The canonical number made of a canonical prefix and a counter from 1.
[[nodiscard]] QString requestNumber(const QString &prefix, qint64 counter);

/// Every number the text can mean, the likeliest first; empty when it is no number at all. More
/// than one only where the separator was left out («Ш70412» may be «Ш7-0412» or «Ш-70412»). Accepts
/// №, #, dashes of any kind, spaces, dots and slashes, and О for 0, І for 1 in the counter.
[[nodiscard]] QStringList requestNumberReadings(QStringView text);

/// The number if the text has exactly one reading.
[[nodiscard]] std::optional<QString> canonicalRequestNumber(QStringView text);

} // namespace spilno::base
