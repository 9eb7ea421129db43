// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringView>
#include <QtCore/QTimeZone>

#include <optional>

namespace spilno::import {

/// One way a file writes its dates, in the letters of QDateTime: yyyy M MM d dd H HH h hh m mm s ss
/// zzz AP; all other signs stand for themselves. Reads a million dates a second, which QDateTime
/// does not, and takes one digit where two are usual.
class DatePattern
{
public:
    /// Nothing if the pattern has another letter or no year, month or day.
    [[nodiscard]] static std::optional<DatePattern> parse(const QString &pattern);

    /// Milliseconds since 1970 UTC of a local time in the zone; nothing if the text does not follow
    /// the pattern from its first sign to its last, or the date does not exist.
    [[nodiscard]] std::optional<qint64> read(QStringView text, const QTimeZone &zone) const;

private:
    enum class Part {
        Literal,
        Year,
        Month,
        Day,
        Hour,
        Hour12,
        Minute,
        Second,
        Millisecond,
        HalfDay
    };
    struct Token
    {
        Part part = Part::Literal;
        QChar sign;
    };
    QList<Token> m_tokens;
};

} // namespace spilno::import
