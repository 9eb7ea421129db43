// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/ContactScanner.h"

#include <QtCore/QList>

#include <algorithm>

namespace spilno::import {

namespace {

/// +38 (067) 123 45 67 has five; digits written one by one are something else.
constexpr int kGroupsMax = 6;

bool isDigit(QChar sign)
{
    return sign >= u'0' && sign <= u'9';
}

bool isDash(QChar sign)
{
    return sign == u'-' || (sign >= QChar(0x2010) && sign <= QChar(0x2015)) ||
           sign == QChar(0x2212);
}

/// What may stand between the groups of one number.
bool isJoint(QChar sign)
{
    return isDash(sign) || sign == u' ' || sign == QChar(0x00A0) || sign == u'.' || sign == u'(' ||
           sign == u')';
}

/// A run of digits with joints, cut into its groups.
struct Number
{
    qsizetype begin = 0;
    qsizetype end = 0;
    bool hasPlus = false;
    bool hasDashOrBracket = false;
    QString digits;
    QList<int> groups;
};

Number numberAt(QStringView text, qsizetype at)
{
    Number number;
    number.begin = at;
    if (text[at] == u'+') {
        number.hasPlus = true;
        ++at;
    }
    int joints = 0;
    bool grows = false;
    for (; at < text.size() && joints < 3 && number.digits.size() <= 15; ++at) {
        const QChar sign = text[at];
        if (isDigit(sign)) {
            if (!grows)
                number.groups.append(0);
            grows = true;
            joints = 0;
            ++number.groups.last();
            number.digits.append(sign);
            number.end = at + 1;
        } else if (isJoint(sign)) {
            number.hasDashOrBracket =
                number.hasDashOrBracket || isDash(sign) || sign == u'(' || sign == u')';
            grows = false;
            ++joints;
        } else {
            break;
        }
    }
    return number;
}

/// Mobile and city codes of Ukraine as they follow the trunk zero.
bool isUkrainianCode(QStringView digits)
{
    return digits.size() == 9 && digits[0] >= u'3' && digits[0] <= u'9' && digits != u"800000000";
}

/// Ten digits in one piece may be the number of anything; only those of a mobile operator count.
bool isMobileCode(QStringView digits)
{
    constexpr QStringView codes[] = {u"039", u"050", u"063", u"066", u"067", u"068",
                                     u"073", u"075", u"077", u"091", u"092", u"093",
                                     u"094", u"095", u"096", u"097", u"098", u"099"};
    return std::find(std::begin(codes), std::end(codes), digits.left(3)) != std::end(codes);
}

/// A North American number: area code and exchange begin with 2 to 9.
bool isAmerican(QStringView digits)
{
    return digits.size() == 10 && digits[0] >= u'2' && digits[3] >= u'2';
}

bool hasGroups(const Number &number, std::initializer_list<int> groups)
{
    return std::equal(number.groups.begin(), number.groups.end(), groups.begin(), groups.end());
}

bool isPhone(const Number &number)
{
    const QStringView digits(number.digits);
    if (number.groups.size() > kGroupsMax)
        return false;
    if (number.hasPlus)
        return digits.size() >= 10 && digits.size() <= 15;
    if (digits.startsWith(u"380") && digits.size() == 12)
        return isUkrainianCode(digits.mid(3));
    if (digits.startsWith(u"80") && digits.size() == 11)
        return isUkrainianCode(digits.mid(2));
    if (digits.startsWith(u'0') && digits.size() == 10)
        return isUkrainianCode(digits.mid(1)) && number.groups.first() != 2 &&
               (number.groups.size() > 1 || isMobileCode(digits));
    if (digits.startsWith(u'1') && digits.size() == 11)
        return isAmerican(digits.mid(1)) && hasGroups(number, {1, 3, 3, 4});
    if (digits.size() == 10)
        return isAmerican(digits) && (hasGroups(number, {3, 3, 4}) ||
                                      (hasGroups(number, {3, 7}) && number.hasDashOrBracket));
    return false;
}

bool isPartOfWord(QStringView text, qsizetype begin, qsizetype end)
{
    const auto joins = [](QChar sign) {
        return sign.isLetterOrNumber() || sign == u'/' || sign == u':' || sign == u'_' ||
               sign == u'=';
    };
    qsizetype sign = begin - 1;
    while (sign >= 0 && text[sign] == u' ')
        --sign;
    const bool numbered = sign >= 0 && (text[sign] == u'#' || text[sign] == u'№');
    const bool before =
        numbered || (begin > 0 && joins(text[begin - 1]) && text[begin - 1] != u':');
    const bool behind = end < text.size() && (text[end].isLetterOrNumber() || text[end] == u'_');
    return before || behind;
}

std::optional<Contact> phoneAt(QStringView text, qsizetype &at)
{
    Number number = numberAt(text, at);
    // «тел. 1 0671234567»: when the whole run is no number, one may begin at a later group.
    at = std::max(at + 1, number.begin + 1);
    while (at < number.end && isDigit(text[at]) && isDigit(text[at - 1]))
        ++at;
    // Shorter readings: a house number or a time may follow directly behind a blank.
    while (!number.groups.isEmpty()) {
        if (isPhone(number) && !isPartOfWord(text, number.begin, number.end))
            return Contact{ContactKind::Phone, number.begin, number.end - number.begin};
        number.digits.chop(number.groups.takeLast());
        qsizetype end = number.begin;
        qsizetype left = number.digits.size();
        for (qsizetype place = number.begin; left > 0; ++place) {
            if (isDigit(text[place])) {
                --left;
                end = place + 1;
            }
        }
        number.end = end;
    }
    return std::nullopt;
}

bool isMailSign(QChar sign)
{
    return (sign.isLetterOrNumber() && sign.unicode() < 0x80) || sign == u'.' || sign == u'_' ||
           sign == u'-' || sign == u'+' || sign == u'%';
}

/// The address around an @: a name, and a domain with a dot and a last part of letters.
std::optional<Contact> mailAround(QStringView text, qsizetype sign)
{
    qsizetype begin = sign;
    while (begin > 0 && isMailSign(text[begin - 1]))
        --begin;
    qsizetype end = sign + 1;
    while (end < text.size() &&
           (text[end].isLetterOrNumber() || text[end] == u'.' || text[end] == u'-'))
        ++end;
    while (end > sign + 1 && (text[end - 1] == u'.' || text[end - 1] == u'-'))
        --end;
    const QStringView domain = text.mid(sign + 1, end - sign - 1);
    const qsizetype dot = domain.lastIndexOf(u'.');
    const QStringView last = domain.mid(dot + 1);
    const bool letters =
        std::all_of(last.begin(), last.end(), [](QChar letter) { return letter.isLetter(); });
    if (begin == sign || dot < 1 || last.size() < 2 || !letters)
        return std::nullopt;
    return Contact{ContactKind::Email, begin, end - begin};
}

} // namespace

std::optional<Contact> ContactScanner::firstContact(QStringView text)
{
    for (qsizetype at = 0; at < text.size();) {
        const QChar sign = text[at];
        if (sign == u'@') {
            if (const auto mail = mailAround(text, at))
                return mail;
            ++at;
            continue;
        }
        const bool begins = isDigit(sign) && (at == 0 || !isDigit(text[at - 1]));
        const bool plus =
            sign == u'+' && at + 1 < text.size() && (isDigit(text[at + 1]) || text[at + 1] == u'(');
        if (!begins && !plus) {
            ++at;
            continue;
        }
        if (const auto phone = phoneAt(text, at))
            return phone;
    }
    return std::nullopt;
}

} // namespace spilno::import
