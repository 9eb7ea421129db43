// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text/SixWords.h"

#include "core/base/text/CodePoints.h"
#include "core/base/text/EditDistance.h"
#include "core/base/text/Normalise.h"

#include <QtCore/QFile>

/// Outside the namespace, as the macro demands: a static library's resources are linked by name.
static void loadWordList()
{
    Q_INIT_RESOURCE(words);
}

namespace spilno::base {

namespace {

constexpr int kPhraseLengthMax = 500;
constexpr int kTypoLengthMin = 3;

/// What letters of a word of the list are compared by: lower-case Ukrainian, Latin twins replaced,
/// ґ as г, no apostrophes.
QString folded(QStringView word)
{
    constexpr QStringView latin = u"abcehikmoptxyu";
    constexpr QStringView means = u"авсенікмортхуи";
    static_assert(latin.size() == means.size());
    QString out;
    for (const QChar sign : searchText(word)) {
        const auto at = latin.indexOf(sign);
        if (at >= 0)
            out.append(means[at]);
        else if (sign == u'ґ')
            out.append(u'г');
        else if (sign != u'\'')
            out.append(sign);
    }
    return out;
}

QStringList typedWords(QStringView text)
{
    QStringList words;
    bool open = false;
    const QString plain = searchText(text);
    CodePoints iterator(plain);
    while (iterator.hasNext()) {
        const char32_t sign = iterator.next();
        const bool inside = QChar::isLetter(sign) || (open && sign == U'\'');
        if (inside && !open)
            words.append(QString());
        if (inside)
            words.last().append(QChar::fromUcs4(sign));
        open = inside;
    }
    return words;
}

} // namespace

SixWords::SixWords(QStringList words)
    : m_words(std::move(words))
{
    for (int index = 0; index < m_words.size(); ++index) {
        m_folded.append(folded(m_words[index]));
        m_indexByFolded.insert(m_folded.last(), index);
    }
}

Result<SixWords> SixWords::open()
{
    loadWordList();
    QFile file(QStringLiteral(":/spilno/words-uk.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::NotFound, QStringLiteral("the list of words is not built in"));
    const QString text = QString::fromUtf8(file.readAll());
    SixWords list(text.split(u'\n', Qt::SkipEmptyParts));
    if (list.m_words.size() != kListSize || list.m_indexByFolded.size() != kListSize)
        return failure(ErrorCode::Corrupt, QStringLiteral("the list of words is damaged"));
    return list;
}

SixWords::Code SixWords::codeOf(std::array<quint8, 9> bytes)
{
    bytes.back() = static_cast<quint8>(bytes.back() & 0xC0);
    return bytes;
}

Result<QStringList> SixWords::encode(const Code &code) const
{
    if ((code.back() & 0x3F) != 0)
        return failure(ErrorCode::InvalidArgument, QStringLiteral("bits after the 66th"));
    QStringList words;
    quint32 window = 0;
    int bits = 0;
    for (const quint8 byte : code) {
        window = (window << 8) | byte;
        bits += 8;
        if (bits >= kBitsPerWord) {
            bits -= kBitsPerWord;
            words.append(m_words[static_cast<int>((window >> bits) & (kListSize - 1))]);
        }
    }
    return words;
}

Result<SixWords::Code> SixWords::decode(QStringView text) const
{
    if (text.size() > kPhraseLengthMax)
        return failure(ErrorCode::Malformed, QStringLiteral("too long for six words"));
    const QStringList typed = typedWords(text);
    if (typed.size() != kWordCount)
        return failure(ErrorCode::Malformed, QStringLiteral("%1 words").arg(typed.size()));
    Code code = {};
    int bit = 0;
    for (int place = 0; place < kWordCount; ++place) {
        const int index = indexOf(folded(typed[place]));
        if (index < 0)
            return failure(ErrorCode::NotFound, QString::number(place + 1));
        for (int mask = kListSize >> 1; mask > 0; mask >>= 1, ++bit) {
            if ((index & mask) != 0) {
                auto &byte = code[static_cast<std::size_t>(bit / 8)];
                byte = static_cast<quint8>(byte | (0x80 >> (bit % 8)));
            }
        }
    }
    return code;
}

QStringList SixWords::completions(QStringView typed, int limit) const
{
    const QString start = folded(typed);
    QStringList found;
    for (int index = 0; index < m_words.size() && found.size() < limit && !start.isEmpty();
         ++index) {
        if (m_folded[index].startsWith(start))
            found.append(m_words[index]);
    }
    return found;
}

int SixWords::indexOf(const QString &word) const
{
    const int index = m_indexByFolded.value(word, -1);
    return index >= 0 ? index : nearestIndex(word);
}

int SixWords::nearestIndex(const QString &word) const
{
    if (word.size() < kTypoLengthMin)
        return -1;
    int nearest = -1;
    for (int index = 0; index < m_folded.size(); ++index) {
        if (editDistance(word, m_folded[index], 1) > 1)
            continue;
        if (nearest >= 0)
            return -1;
        nearest = index;
    }
    return nearest;
}

} // namespace spilno::base
