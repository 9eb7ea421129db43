// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/DatePattern.h"

#include <QtCore/QDateTime>

#include <algorithm>
#include <array>

namespace spilno::import {

std::optional<DatePattern> DatePattern::parse(const QString &pattern)
{
    constexpr struct
    {
        char16_t letter;
        Part part;
    } letters[] = {{u'y', Part::Year},   {u'M', Part::Month},      {u'd', Part::Day},
                   {u'H', Part::Hour},   {u'h', Part::Hour12},     {u'm', Part::Minute},
                   {u's', Part::Second}, {u'z', Part::Millisecond}};
    DatePattern result;
    QList<Part> seen;
    for (qsizetype at = 0; at < pattern.size();) {
        const QChar sign = pattern[at];
        const auto *known =
            std::find_if(std::begin(letters), std::end(letters), [&](const auto &l) {
                return sign == l.letter;
            });
        if (QStringView(pattern).mid(at).startsWith(u"AP", Qt::CaseInsensitive)) {
            result.m_tokens.append({Part::HalfDay, {}});
            at += 2;
        } else if (known != std::end(letters)) {
            result.m_tokens.append({known->part, {}});
            seen.append(known->part);
            while (at < pattern.size() && pattern[at] == sign)
                ++at;
        } else if (sign.isLetter() && sign != u'T') {
            return std::nullopt;
        } else {
            result.m_tokens.append({Part::Literal, sign});
            ++at;
        }
    }
    if (!seen.contains(Part::Year) || !seen.contains(Part::Month) || !seen.contains(Part::Day))
        return std::nullopt;
    return result;
}

std::optional<qint64> DatePattern::read(QStringView text, const QTimeZone &zone) const
{
    std::array<int, 10> values = {};
    const auto value = [&values](Part part) -> int & {
        return values[static_cast<std::size_t>(part)];
    };
    bool afternoon = false;
    bool halves = false;
    qsizetype at = 0;
    for (const Token &token : m_tokens) {
        if (token.part == Part::Literal) {
            if (at >= text.size() || text[at++] != token.sign)
                return std::nullopt;
            continue;
        }
        if (token.part == Part::HalfDay) {
            const QStringView half = text.mid(at, 2);
            halves = true;
            afternoon = half.compare(u"PM", Qt::CaseInsensitive) == 0;
            if (!afternoon && half.compare(u"AM", Qt::CaseInsensitive) != 0)
                return std::nullopt;
            at += 2;
            continue;
        }
        const int longest = token.part == Part::Year ? 4 : token.part == Part::Millisecond ? 3 : 2;
        int digits = 0;
        for (; digits < longest && at < text.size(); ++digits, ++at) {
            const QChar sign = text[at];
            if (sign < u'0' || sign > u'9')
                break;
            value(token.part) = value(token.part) * 10 + sign.unicode() - u'0';
        }
        if (digits == 0 || (token.part == Part::Year && digits != 4))
            return std::nullopt;
    }
    if (at != text.size())
        return std::nullopt;
    int hour = value(Part::Hour);
    if (halves) {
        const int shown = value(Part::Hour12);
        if (shown < 1 || shown > 12)
            return std::nullopt;
        hour = shown % 12 + (afternoon ? 12 : 0);
    } else if (value(Part::Hour12) > 0) {
        hour = value(Part::Hour12);
    }
    const QDate date(value(Part::Year), value(Part::Month), value(Part::Day));
    const QTime time(hour, value(Part::Minute), value(Part::Second), value(Part::Millisecond));
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    return QDateTime(date, time, zone).toMSecsSinceEpoch();
}

} // namespace spilno::import
