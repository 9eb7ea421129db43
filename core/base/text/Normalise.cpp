// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text/Normalise.h"

#include "core/base/text/CodePoints.h"

#include <QtCore/QChar>

#include <algorithm>

namespace spilno::base {

namespace {

constexpr char32_t kCombiningAcute = 0x0301;

bool isBidirectionalControl(char32_t sign)
{
    return (sign >= 0x202A && sign <= 0x202E) || (sign >= 0x2066 && sign <= 0x2069) ||
           sign == 0x200E || sign == 0x200F || sign == 0x061C;
}

bool isDash(char32_t sign)
{
    return (sign >= 0x2010 && sign <= 0x2015) || sign == 0x2212 || sign == 0xFE58 ||
           sign == 0xFE63 || sign == 0xFF0D;
}

bool isAsciiNormal(QStringView text)
{
    for (const QChar sign : text) {
        const auto code = sign.unicode();
        const bool plain = (code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9');
        if (!plain)
            return false;
    }
    return true;
}

/// Signs that text for people may hold as they are: neither controls nor parts of a composition.
bool isPlain(QChar sign)
{
    const char16_t code = sign.unicode();
    return (code >= u' ' && code <= u'~') || (code >= 0x00A0 && code <= 0x017F) ||
           (code >= 0x0400 && code <= 0x045F) || code == 0x0490 || code == 0x0491 ||
           (code >= 0x2010 && code <= 0x2027 && code != 0x2024) || code == u'\n';
}

QString foldSigns(const QString &text)
{
    QString out;
    out.reserve(text.size());
    bool spacePending = false;
    CodePoints iterator(text);
    while (iterator.hasNext()) {
        char32_t sign = iterator.next();
        if (isInvisible(sign) || sign == kCombiningAcute)
            continue;
        if (QChar::isSpace(sign) || sign < 0x20) {
            spacePending = !out.isEmpty();
            continue;
        }
        if (isApostrophe(sign))
            sign = U'\'';
        else if (isDash(sign))
            sign = U'-';
        if (spacePending)
            out.append(u' ');
        spacePending = false;
        out.append(QChar::fromUcs4(sign));
    }
    return out;
}

} // namespace

bool isApostrophe(char32_t sign)
{
    switch (sign) {
    case U'\'':
    case U'`':
    case 0x00B4:
    case 0x02B9:
    case 0x02BB:
    case 0x02BC:
    case 0x02BD:
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
    case 0xFF07:
        return true;
    default:
        return false;
    }
}

bool isInvisible(char32_t sign)
{
    return sign == 0x00AD || (sign >= 0x200B && sign <= 0x200D) || sign == 0x2060 ||
           sign == 0xFEFF || sign == 0x180E || (sign >= 0xFE00 && sign <= 0xFE0F) ||
           isBidirectionalControl(sign);
}

QString displayText(QStringView text)
{
    if (std::all_of(text.begin(), text.end(), isPlain))
        return text.toString();
    QString out;
    out.reserve(text.size());
    CodePoints iterator(text);
    bool afterReturn = false;
    while (iterator.hasNext()) {
        const char32_t sign = iterator.next();
        const bool lineFeedOfPair = afterReturn && sign == U'\n';
        afterReturn = sign == U'\r';
        if (lineFeedOfPair)
            continue;
        if (sign == U'\r' || sign == 0x2028 || sign == 0x2029 || sign == 0x0085) {
            out.append(u'\n');
            continue;
        }
        const bool control = sign < 0x20 || (sign >= 0x7F && sign < 0xA0);
        if ((control && sign != U'\n' && sign != U'\t') || isBidirectionalControl(sign) ||
            sign == 0xFEFF)
            continue;
        out.append(QChar::fromUcs4(sign));
    }
    return out.normalized(QString::NormalizationForm_C);
}

QString searchText(QStringView text)
{
    if (isAsciiNormal(text))
        return text.toString();
    // Dropping a mark can make two others neighbours and folding can undo composition, so the
    // composed form is taken again at the end.
    const QString composed = text.toString().normalized(QString::NormalizationForm_C);
    const QString folded = foldSigns(composed).toCaseFolded();
    return folded.normalized(QString::NormalizationForm_C);
}

} // namespace spilno::base
