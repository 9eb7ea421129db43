// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text/Confusables.h"

#include "core/base/text/CodePoints.h"
#include "core/base/text/Normalise.h"

#include <QtCore/QChar>

#include <algorithm>
#include <iterator>

namespace spilno::base {

namespace {

struct Pair
{
    char32_t sign;
    char32_t prototype;
};

/// Case-folded signs and the Latin letter (or digit) they look like in either of their cases.
constexpr Pair pairs[] = {
    // Cyrillic
    {U'а', U'a'},
    {U'в', U'b'},
    {U'е', U'e'},
    {U'є', U'e'},
    {U'з', U'3'},
    {U'і', U'l'},
    {U'ј', U'j'},
    {U'к', U'k'},
    {U'м', U'm'},
    {U'н', U'h'},
    {U'о', U'o'},
    {U'р', U'p'},
    {U'с', U'c'},
    {U'ѕ', U's'},
    {U'т', U't'},
    {U'у', U'y'},
    {U'ү', U'y'},
    {U'х', U'x'},
    {U'ԁ', U'd'},
    {U'ԛ', U'q'},
    {U'ԝ', U'w'},
    {U'һ', U'h'},
    {U'ӏ', U'l'},
    {U'ґ', U'г'},
    // Greek
    {U'α', U'a'},
    {U'β', U'b'},
    {U'γ', U'г'},
    {U'ε', U'e'},
    {U'ζ', U'z'},
    {U'η', U'h'},
    {U'ι', U'l'},
    {U'κ', U'k'},
    {U'μ', U'm'},
    {U'ν', U'n'},
    {U'ο', U'o'},
    {U'π', U'п'},
    {U'ρ', U'p'},
    {U'τ', U't'},
    {U'υ', U'y'},
    {U'φ', U'ф'},
    {U'χ', U'x'},
    // Latin and digits
    {U'i', U'l'},
    {U'ı', U'l'},
    {U'0', U'o'},
    {U'1', U'l'},
};

char32_t prototype(char32_t sign)
{
    const auto *found = std::ranges::find(pairs, sign, &Pair::sign);
    return found == std::end(pairs) ? sign : found->prototype;
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
