// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/search/WordSplitter.h"

#include "core/base/text/Normalise.h"

#include <QtCore/QChar>

namespace spilno::replica {

namespace {

struct Decoded
{
    char32_t sign = 0;
    std::size_t length = 1;
};

/// One code point; a byte that is not UTF-8 reads as U+FFFD of length 1.
Decoded decode(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t index) -> char32_t {
        return static_cast<unsigned char>(text[index]);
    };
    const char32_t first = byte(at);
    if (first < 0x80)
        return {first, 1};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    if (length == 0 || first > 0xF4 || at + length > text.size())
        return {QChar::ReplacementCharacter, 1};
    char32_t sign = first & (0x7Fu >> length);
    for (std::size_t index = 1; index < length; ++index) {
        const char32_t next = byte(at + index);
        if ((next & 0xC0) != 0x80)
            return {QChar::ReplacementCharacter, 1};
        sign = (sign << 6) | (next & 0x3F);
    }
    if (sign > 0x10FFFF)
        return {QChar::ReplacementCharacter, 1};
    return {sign, length};
}

bool isWordLetter(char32_t sign)
{
    if (sign < 0x80)
        return (sign >= U'a' && sign <= U'z') || (sign >= U'A' && sign <= U'Z');
    if (sign >= 0x0400 && sign <= 0x0481)
        return true;
    return QChar::isLetter(sign) || QChar::isMark(sign);
}

bool isWordDigit(char32_t sign)
{
    return sign < 0x80 ? sign >= U'0' && sign <= U'9' : QChar::isNumber(sign);
}

} // namespace

std::optional<WordSplitter::Word> WordSplitter::next()
{
    Word word;
    bool open = false;
    bool afterLetter = false;
    while (m_at < m_text.size()) {
        const Decoded now = decode(m_text, m_at);
        const std::size_t behind = m_at + now.length;
        const bool letter = isWordLetter(now.sign) && !base::isInvisible(now.sign);
        const bool digit = !letter && isWordDigit(now.sign);
        if (letter || digit) {
            if (!open)
                word.begin = m_at;
            open = true;
            word.end = behind;
            afterLetter = letter;
        } else if (open && !base::isInvisible(now.sign)) {
            const bool joins = afterLetter && base::isApostrophe(now.sign) &&
                               behind < m_text.size() && isWordLetter(decode(m_text, behind).sign);
            if (!joins)
                return word;
        }
        m_at = behind;
    }
    if (!open)
        return std::nullopt;
    return word;
}

} // namespace spilno::replica
