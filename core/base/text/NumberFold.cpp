// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text/NumberFold.h"

#include "core/base/text/CodePoints.h"
#include "core/base/text/Normalise.h"

#include <algorithm>

namespace spilno::base {

namespace {

constexpr QStringView kLatinOrder = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr QStringView kMeans = u"АВСДЕФГНІЙКЛМНОРКРСТУВШХУЗ";
static_assert(kLatinOrder.size() == kMeans.size());
constexpr int kNumberLengthMax = 40;

bool isCapitalLetter(QChar sign)
{
    return !sign.isDigit();
}

/// Digits of a counter; letters that are drawn like digits are taken for them.
std::optional<QString> counterDigits(QStringView text)
{
    QString out;
    for (const QChar sign : text) {
        if (sign.isDigit())
            out.append(sign);
        else if (sign == u'О')
            out.append(u'0');
        else if (sign == u'І' || sign == u'Л')
            out.append(u'1');
        else if (sign == u'З')
            out.append(u'3');
        else
            return std::nullopt;
    }
    while (out.size() > 1 && out.startsWith(u'0'))
        out.remove(0, 1);
    if (out.isEmpty() || out == u"0" || out.size() > kNumberCounterDigitsMax)
        return std::nullopt;
    return out.rightJustified(kNumberCounterDigitsMin, u'0');
}

bool isPrefix(QStringView text)
{
    const auto firstDigit = std::find_if_not(text.begin(), text.end(), isCapitalLetter);
    const auto letters = firstDigit - text.begin();
    const auto digits = text.end() - firstDigit;
    return letters >= 1 && letters <= kNumberPrefixLettersMax && digits <= kNumberPrefixDigitsMax &&
           std::none_of(firstDigit, text.end(), isCapitalLetter);
}

/// The parts between separators, each as capitals and digits; nothing if a sign fits nowhere.
std::optional<QStringList> foldedParts(QStringView text)
{
    QStringList parts;
    bool open = false;
    const QString plain = searchText(text);
    CodePoints iterator(plain);
    while (iterator.hasNext()) {
        const char32_t sign = iterator.next();
        if (const auto folded = numberSign(sign)) {
            if (!open)
                parts.append(QString());
            parts.last().append(*folded);
            open = true;
        } else if (
            QChar::isSpace(sign) || sign == U'-' || sign == U'.' || sign == U'/' || sign == U'_' ||
            ((sign == U'№' || sign == U'#') && parts.isEmpty())) {
            open = false;
        } else {
            return std::nullopt;
        }
    }
    return parts;
}

QStringList readingsWithoutSeparator(const QString &joined)
{
    QStringList readings;
    const auto lastLetter =
        std::find_if(joined.rbegin(), joined.rend(), isCapitalLetter) - joined.rbegin();
    const auto digits = static_cast<qsizetype>(lastLetter);
    // A counter is written with at least four digits, so the shortest counter is the likeliest.
    for (qsizetype counter = kNumberCounterDigitsMin; counter <= digits; ++counter) {
        const QString prefix = joined.left(joined.size() - counter);
        const QString written = joined.right(counter);
        const bool padded = counter > kNumberCounterDigitsMin && written.startsWith(u'0');
        const auto number = counterDigits(written);
        if (isPrefix(prefix) && number && !padded)
            readings.append(prefix + u'-' + *number);
    }
    return readings;
}

} // namespace

std::optional<QChar> numberSign(char32_t sign)
{
    if (sign >= U'0' && sign <= U'9')
        return QChar(static_cast<char16_t>(sign));
    const char32_t capital = QChar::toUpper(sign);
    if (capital >= U'A' && capital <= U'Z')
        return kMeans[static_cast<qsizetype>(capital - U'A')];
    const bool russianOnly = capital == U'Ъ' || capital == U'Ы' || capital == U'Э';
    const bool ukrainian = (capital >= U'А' && capital <= U'Я' && !russianOnly) ||
                           capital == U'Є' || capital == U'І' || capital == U'Ї' || capital == U'Ґ';
    if (!ukrainian)
        return std::nullopt;
    return QChar(static_cast<char16_t>(capital));
}

std::optional<QString> canonicalPrefix(QStringView text)
{
    if (text.size() > kNumberLengthMax)
        return std::nullopt;
    const auto parts = foldedParts(text);
    const QString joined = parts ? parts->join(QString()) : QString();
    if (!isPrefix(joined))
        return std::nullopt;
    return joined;
}

QString requestNumber(const QString &prefix, qint64 counter)
{
    return prefix + u'-' + QString::number(counter).rightJustified(kNumberCounterDigitsMin, u'0');
}

QStringList requestNumberReadings(QStringView text)
{
    if (text.size() > kNumberLengthMax)
        return {};
    const auto parts = foldedParts(text);
    if (!parts || parts->isEmpty())
        return {};
    if (parts->size() == 1)
        return readingsWithoutSeparator(parts->first());
    const QString prefix = parts->mid(0, parts->size() - 1).join(QString());
    const auto counter = counterDigits(parts->last());
    if (!isPrefix(prefix) || !counter)
        return {};
    return {prefix + u'-' + *counter};
}

std::optional<QString> canonicalRequestNumber(QStringView text)
{
    const QStringList readings = requestNumberReadings(text);
    if (readings.size() != 1)
        return std::nullopt;
    return readings.first();
}

} // namespace spilno::base
