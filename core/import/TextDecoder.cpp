// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/TextDecoder.h"

#include "core/import/CodePages.h"

namespace spilno::import {

namespace {

struct Name
{
    Encoding encoding;
    const char16_t *text;
};

constexpr Name kNames[] = {
    {Encoding::Utf8, u"utf-8"},
    {Encoding::Windows1251, u"cp1251"},
    {Encoding::Windows1252, u"cp1252"},
    {Encoding::Utf16Le, u"utf-16le"},
    {Encoding::Utf16Be, u"utf-16be"}};

/// A character cut at the end of the piece is no error.
bool isUtf8(QByteArray bytes)
{
    for (int cut = 0; cut < 4; ++cut) {
        if (bytes.isValidUtf8())
            return true;
        const bool tail =
            !bytes.isEmpty() && (static_cast<unsigned char>(bytes.back()) & 0x80) != 0;
        if (!tail)
            return false;
        bytes.chop(1);
    }
    return false;
}

bool isCyrillicLetter1251(char byte)
{
    const auto code = static_cast<unsigned char>(byte);
    return code >= 0xC0 || code == 0xA5 || code == 0xAA || code == 0xAF || code == 0xB2 ||
           code == 0xB3 || code == 0xB4 || code == 0xBA || code == 0xBF;
}

} // namespace

QString encodingName(Encoding encoding)
{
    for (const Name &name : kNames) {
        if (name.encoding == encoding)
            return QString::fromUtf16(name.text);
    }
    return {};
}

std::optional<Encoding> encodingByName(QStringView text)
{
    for (const Name &name : kNames) {
        if (text.compare(name.text, Qt::CaseInsensitive) == 0)
            return name.encoding;
    }
    return std::nullopt;
}

Encoding sniffEncoding(const QByteArray &beginning)
{
    if (beginning.startsWith("\xFF\xFE"))
        return Encoding::Utf16Le;
    if (beginning.startsWith("\xFE\xFF"))
        return Encoding::Utf16Be;
    if (isUtf8(beginning))
        return Encoding::Utf8;
    int above = 0;
    int neighbours = 0;
    bool last = false;
    for (const char byte : beginning) {
        const bool letter = isCyrillicLetter1251(byte);
        above += letter ? 1 : 0;
        neighbours += letter && last ? 1 : 0;
        last = letter;
    }
    return above > 0 && neighbours * 2 >= above ? Encoding::Windows1251 : Encoding::Windows1252;
}

TextDecoder::TextDecoder(Encoding encoding)
    : m_encoding(encoding)
    , m_unicode(
          encoding == Encoding::Utf16Le   ? QStringConverter::Utf16LE
          : encoding == Encoding::Utf16Be ? QStringConverter::Utf16BE
                                          : QStringConverter::Utf8,
          QStringConverter::Flag::ConvertInvalidToNull)
{
}

QString TextDecoder::decode(const QByteArray &bytes)
{
    QString text;
    if (m_encoding == Encoding::Windows1251 || m_encoding == Encoding::Windows1252) {
        const auto &upper = m_encoding == Encoding::Windows1251 ? kWindows1251 : kWindows1252;
        text.resize(bytes.size());
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            const auto byte = static_cast<unsigned char>(bytes[at]);
            text[at] = QChar(byte < 0x80 ? char16_t{byte} : upper[byte - 0x80u]);
        }
        return text;
    }
    text = m_unicode.decode(bytes);
    if (m_atBeginning && text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    m_atBeginning = m_atBeginning && text.isEmpty();
    return text;
}

} // namespace spilno::import
