// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/search/Stemmer.h"

#include "core/base/text/CodePoints.h"
#include "core/base/text/Normalise.h"
#include "core/base/text/NumberFold.h"

#include <QtCore/QString>

#include <algorithm>

namespace spilno::replica {

namespace {

constexpr std::size_t kGenerationSize = 32'768;
constexpr qsizetype kWordLengthMax = 64;

/// «7B» in Latin and «7В» in Ukrainian letters are the same house: a word of letters and digits is
/// folded as a number.
QString foldMixed(const QString &word)
{
    bool digit = false;
    bool letter = false;
    for (const QChar sign : word) {
        digit = digit || sign.isDigit();
        letter = letter || sign.isLetter();
    }
    if (!digit || !letter)
        return word;
    QString out;
    base::CodePoints points(word);
    while (points.hasNext()) {
        const auto sign = base::numberSign(points.next());
        if (!sign)
            return word;
        out.append(sign->toLower());
    }
    return out;
}

} // namespace

Stemmer::Stemmer(std::shared_ptr<StemDictionary> dictionary)
    : m_dictionary(std::move(dictionary))
{
}

const SearchWord &Stemmer::analyse(std::string_view surface)
{
    if (const auto hit = m_young.find(surface); hit != m_young.end())
        return hit->second;
    SearchWord word;
    if (const auto hit = m_old.find(surface); hit != m_old.end())
        word = std::move(hit->second);
    else
        word = make(surface);
    if (m_young.size() >= kGenerationSize) {
        m_old = std::move(m_young);
        m_young.clear();
    }
    return m_young.insert_or_assign(std::string(surface), std::move(word)).first->second;
}

SearchWord Stemmer::make(std::string_view surface) const
{
    const QString text =
        base::searchText(QString::fromUtf8(surface.data(), static_cast<qsizetype>(surface.size())));
    SearchWord word;
    word.folded = foldMixed(text).left(kWordLengthMax).toStdString();
    word.stems = m_dictionary->stems(word.folded);
    const auto itself = std::find(word.stems.begin(), word.stems.end(), word.folded);
    word.foldedIsStem = word.stems.empty() || itself != word.stems.end();
    if (itself != word.stems.end())
        word.stems.erase(itself);
    return word;
}

} // namespace spilno::replica
