// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/search/SearchMarker.h"

#include "core/base/Bytes.h"
#include "core/replica/search/WordSplitter.h"

#include <algorithm>
#include <set>

namespace spilno::replica {

namespace {

/// Words of a snippet before the first that was found.
constexpr int kWordsBefore = 4;

/// UTF-16 units of a stretch of valid UTF-8.
qsizetype unitsOf(std::string_view text)
{
    qsizetype units = 0;
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        units += (value & 0xC0U) != 0x80U ? 1 : 0;
        units += value >= 0xF0U ? 1 : 0;
    }
    return units;
}

} // namespace

SearchMarker::SearchMarker(Stemmer &stemmer, const SearchQuery &query)
    : m_stemmer(stemmer)
{
    int term = 0;
    for (const SearchTerm &one : query.terms()) {
        add(one.text, one.isPrefix, term);
        for (const QString &alternative : one.alternatives)
            add(alternative, false, term);
        ++term;
    }
}

void SearchMarker::add(const QString &text, bool isPrefix, int term)
{
    const QByteArray bytes = text.toUtf8();
    Phrase phrase;
    phrase.term = term;
    WordSplitter splitter(base::textView(bytes));
    while (const auto place = splitter.next()) {
        const SearchWord &word = m_stemmer.analyse(
            base::textView(bytes).substr(place->begin, place->end - place->begin));
        if (word.folded.empty())
            continue;
        Needle needle;
        needle.tokens = word.stems;
        if (word.foldedIsStem)
            needle.tokens.push_back(word.folded);
        phrase.words.push_back(std::move(needle));
    }
    if (phrase.words.empty())
        return;
    m_phrases.push_back(phrase);
    if (!isPrefix)
        return;
    const std::size_t cut = static_cast<std::size_t>(text.lastIndexOf(u' ') + 1);
    const QByteArray last = text.mid(static_cast<qsizetype>(cut)).toUtf8();
    phrase.words.back() = {{m_stemmer.analyse(base::textView(last)).folded}, true};
    m_phrases.push_back(std::move(phrase));
}

bool SearchMarker::fits(const Needle &needle, const SearchWord &word)
{
    const auto same = [&](const std::string &token) {
        return std::any_of(
            needle.tokens.begin(), needle.tokens.end(), [&](const std::string &wanted) {
                return needle.isPrefix ? token.starts_with(wanted) : token == wanted;
            });
    };
    return same(word.folded) || std::any_of(word.stems.begin(), word.stems.end(), same);
}

void SearchMarker::read(const QByteArray &text)
{
    m_words.clear();
    m_found.clear();
    // How many words of each phrase the words so far have matched, for every way to begin one.
    std::vector<std::vector<int>> begun(m_phrases.size());
    WordSplitter splitter(base::textView(text));
    while (const auto place = splitter.next()) {
        const SearchWord &word =
            m_stemmer.analyse(base::textView(text).substr(place->begin, place->end - place->begin));
        if (word.folded.empty())
            continue;
        const int at = static_cast<int>(m_words.size());
        m_words.push_back({place->begin, place->end});
        for (std::size_t p = 0; p < m_phrases.size(); ++p) {
            const auto &needles = m_phrases[p].words;
            std::vector<int> going;
            begun[p].push_back(0);
            for (const int matched : begun[p]) {
                if (!fits(needles[static_cast<std::size_t>(matched)], word))
                    continue;
                if (matched + 1 < static_cast<int>(needles.size()))
                    going.push_back(matched + 1);
                else
                    m_found.push_back({at - matched, at, m_phrases[p].term});
            }
            begun[p] = std::move(going);
        }
    }
    std::sort(m_found.begin(), m_found.end(), [](const Found &a, const Found &b) {
        return std::pair(a.first, -a.last) < std::pair(b.first, -b.last);
    });
}

int SearchMarker::bestWindow() const
{
    const int words = static_cast<int>(m_words.size());
    int best = 0;
    std::pair<std::size_t, int> bestScore;
    for (const Found &begin : m_found) {
        const int first = std::clamp(begin.first - kWordsBefore, 0, words - kSnippetWords);
        std::set<int> terms;
        int count = 0;
        for (const Found &found : m_found) {
            if (found.first < first || found.last >= first + kSnippetWords)
                continue;
            terms.insert(found.term);
            ++count;
        }
        if (const std::pair score(terms.size(), count); score > bestScore) {
            bestScore = score;
            best = first;
        }
    }
    return best;
}

SearchMarker::Marked SearchMarker::cut(
    const QByteArray &text, std::size_t begin, std::size_t end, int first, int last) const
{
    const std::string_view bytes = base::textView(text).substr(begin, end - begin);
    Marked marked;
    marked.text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    int covered = first - 1;
    for (const Found &found : m_found) {
        if (found.first <= covered || found.last > last)
            continue; // inside another, or outside the part
        covered = found.last;
        const std::size_t from = m_words[static_cast<std::size_t>(found.first)].begin;
        const std::size_t to = m_words[static_cast<std::size_t>(found.last)].end;
        marked.marks.append(
            {unitsOf(base::textView(text).substr(begin, from - begin)),
             unitsOf(base::textView(text).substr(from, to - from))});
    }
    return marked;
}

SearchMarker::Marked SearchMarker::whole(const QByteArray &text)
{
    read(text);
    return cut(
        text, 0, static_cast<std::size_t>(text.size()), 0, static_cast<int>(m_words.size()) - 1);
}

SearchMarker::Marked SearchMarker::snippet(const QByteArray &text)
{
    read(text);
    const int words = static_cast<int>(m_words.size());
    if (words <= kSnippetWords)
        return cut(text, 0, static_cast<std::size_t>(text.size()), 0, words - 1);
    const int first = bestWindow();
    const int last = first + kSnippetWords - 1;
    const bool fromStart = first == 0;
    const bool toEnd = last == words - 1;
    const std::size_t begin = fromStart ? 0 : m_words[static_cast<std::size_t>(first)].begin;
    const std::size_t end =
        toEnd ? static_cast<std::size_t>(text.size()) : m_words[static_cast<std::size_t>(last)].end;
    Marked marked = cut(text, begin, end, first, last);
    if (!fromStart) {
        marked.text.prepend(u'…');
        for (SearchMark &mark : marked.marks)
            ++mark.begin;
    }
    if (!toEnd)
        marked.text.append(u'…');
    return marked;
}

} // namespace spilno::replica
