// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text/Confusables.h"

#include "core/base/text/CodePoints.h"
#include "core/base/text/Normalise.h"

#include <QtCore/QChar>

namespace spilno::base {

namespace {

/// The Latin letter (or digit) a case-folded sign looks like in either of its cases.
char32_t prototype(char32_t sign)
{
    switch (sign) {
    // Cyrillic
    case U'а':
        return U'a';
    case U'в':
        return U'b';
    case U'е':
        return U'e';
    case U'є':
        return U'e';
    case U'з':
        return U'3';
    case U'і':
        return U'l';
    case U'ј':
        return U'j';
    case U'к':
        return U'k';
    case U'м':
        return U'm';
    case U'н':
        return U'h';
    case U'о':
        return U'o';
    case U'р':
        return U'p';
    case U'с':
        return U'c';
    case U'ѕ':
        return U's';
    case U'т':
        return U't';
    case U'у':
        return U'y';
    case U'ү':
        return U'y';
    case U'х':
        return U'x';
    case U'ԁ':
        return U'd';
    case U'ԛ':
        return U'q';
    case U'ԝ':
        return U'w';
    case U'һ':
        return U'h';
    case U'ӏ':
        return U'l';
    case U'ґ':
        return U'г';
    // Greek
    case U'α':
        return U'a';
    case U'β':
        return U'b';
    case U'γ':
        return U'г';
    case U'ε':
        return U'e';
    case U'ζ':
        return U'z';
    case U'η':
        return U'h';
    case U'ι':
        return U'l';
    case U'κ':
        return U'k';
    case U'μ':
        return U'm';
    case U'ν':
        return U'n';
    case U'ο':
        return U'o';
    case U'π':
        return U'п';
    case U'ρ':
        return U'p';
    case U'τ':
        return U't';
    case U'υ':
        return U'y';
    case U'φ':
        return U'ф';
    case U'χ':
        return U'x';
    // Latin and digits
    case U'i':
        return U'l';
    case U'ı':
        return U'l';
    case U'0':
        return U'o';
    case U'1':
        return U'l';
    default:
        return sign;
    }
}

} // namespace

QString skeleton(QStringView name)
{
    const QString decomposed = searchText(name).normalized(QString::NormalizationForm_KD);
    QString out;
    out.reserve(decomposed.size());
    CodePoints iterator(decomposed);
    while (iterator.hasNext()) {
        const char32_t sign = iterator.next();
        if (QChar::isMark(sign) || QChar::isSpace(sign) || sign == U'\'')
            continue;
        out.append(QChar::fromUcs4(prototype(sign)));
    }
    return out;
}

bool looksLikeAnother(QStringView name, QStringView other)
{
    return searchText(name) != searchText(other) && skeleton(name) == skeleton(other);
}

bool mixesAlphabets(QStringView name)
{
    bool latin = false;
    bool cyrillic = false;
    bool greek = false;
    CodePoints iterator(name);
    while (iterator.hasNext()) {
        const char32_t sign = iterator.next();
        if (QChar::isLetter(sign)) {
            const QChar::Script script = QChar::script(sign);
            latin = latin || script == QChar::Script_Latin;
            cyrillic = cyrillic || script == QChar::Script_Cyrillic;
            greek = greek || script == QChar::Script_Greek;
            if (int{latin} + int{cyrillic} + int{greek} > 1)
                return true;
        } else if (!QChar::isMark(sign) && !isApostrophe(sign) && !isInvisible(sign)) {
            latin = cyrillic = greek = false;
        }
    }
    return false;
}

} // namespace spilno::base
