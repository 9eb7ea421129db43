// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/search/SearchQuery.h"
#include "core/replica/search/Stemmer.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <string>
#include <vector>

namespace spilno::replica {

/// A found stretch of a text, in UTF-16 units.
struct SearchMark
{
    qsizetype begin = 0;
    qsizetype length = 0;
};

/// Finds in a text what made it a hit: the same words by the same rules as the index, but without
/// asking it again for every hit. Borrows the stemmer; for one query.
class SearchMarker
{
public:
    /// A text, or a part of it, with what was found in it.
    struct Marked
    {
        QString text;
        QList<SearchMark> marks;
    };

    SearchMarker(Stemmer &stemmer, const SearchQuery &query);

    /// The whole of a text (UTF-8).
    [[nodiscard]] Marked whole(const QByteArray &text);
    /// The stretch of kSnippetWords words in which most of the query stands, the first of equals;
    /// «…» stands for what is left out.
    [[nodiscard]] Marked snippet(const QByteArray &text);

    static constexpr int kSnippetWords = 20;

private:
    /// A word of the query, as its tokens; as a prefix it has one.
    struct Needle
    {
        std::vector<std::string> tokens;
        bool isPrefix = false;
    };
    /// Words that stand side by side, of one term of the query.
    struct Phrase
    {
        std::vector<Needle> words;
        int term = 0;
    };
    struct Word
    {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    /// Words first … last of the text are a phrase.
    struct Found
    {
        int first = 0;
        int last = 0;
        int term = 0;
    };

    void add(const QString &text, bool isPrefix, int term);
    [[nodiscard]] static bool fits(const Needle &needle, const SearchWord &word);
    void read(const QByteArray &text);
    [[nodiscard]] int bestWindow() const;
    [[nodiscard]] Marked cut(
        const QByteArray &text, std::size_t begin, std::size_t end, int first, int last) const;

    Stemmer &m_stemmer;
    std::vector<Phrase> m_phrases;
    std::vector<Word> m_words; ///< Of the text in hand.
    std::vector<Found> m_found;
};

} // namespace spilno::replica
