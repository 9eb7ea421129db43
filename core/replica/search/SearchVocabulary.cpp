// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/search/SearchVocabulary.h"

#include "core/base/text/EditDistance.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace spilno::replica {

namespace {

constexpr int kWordLengthMin = 4;
constexpr int kTwoMistakesFrom = 8;
constexpr int kCandidatesMax = 400;

/// Ends count as letters, so that a short word with a mistake in the middle still shares a trigram.
QString padded(const QString &word)
{
    return u'<' + word + u'>';
}

QByteArray trigramsOf(const QString &word)
{
    const QString text = padded(word);
    QByteArray expression;
    for (qsizetype at = 0; at + 3 <= text.size(); ++at) {
        if (!expression.isEmpty())
            expression += " OR ";
        expression += '"' + text.mid(at, 3).toUtf8() + '"';
    }
    return expression;
}

constexpr auto kTakeUp = "INSERT INTO word(term, padded, documents)"
                         " SELECT term, '<' || term || '>', doc FROM vocabulary"
                         " WHERE length(term) >= 4 AND term NOT GLOB '*[0-9]*'"
                         " ON CONFLICT(term) DO UPDATE SET documents = excluded.documents";

} // namespace

SearchVocabulary::SearchVocabulary(SqliteConnection &connection)
    : m_connection(connection)
{
}

base::Result<> SearchVocabulary::create()
{
    return m_connection.execute(
        "CREATE VIRTUAL TABLE vocabulary USING fts5vocab('text', 'row');"
        "CREATE TABLE word(id INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE,"
        "  padded TEXT NOT NULL, documents INTEGER NOT NULL);"
        "CREATE VIRTUAL TABLE word_trigram USING fts5(padded, content='word', content_rowid='id',"
        "  tokenize='trigram', detail=none);");
}

base::Result<> SearchVocabulary::refresh()
{
    SPILNO_TRY(m_connection.execute("BEGIN IMMEDIATE"));
    const auto fill = [this]() -> base::Result<> {
        SPILNO_ASSIGN(auto last, m_connection.prepare("SELECT coalesce(max(id), 0) FROM word"));
        SPILNO_TRY(last.step());
        const qint64 known = last.integer(0);
        last.reset();
        SPILNO_TRY(m_connection.execute(kTakeUp));
        SPILNO_ASSIGN(
            auto index, m_connection.prepare("INSERT INTO word_trigram(rowid, padded)"
                                             " SELECT id, padded FROM word WHERE id > ?1"));
        SPILNO_TRY(index.bind(1, known).run());
        return m_connection.execute("COMMIT");
    };
    auto filled = fill();
    if (!filled)
        (void)m_connection.execute("ROLLBACK");
    return filled;
}

base::Result<> SearchVocabulary::rebuild()
{
    SPILNO_TRY(m_connection.execute(
        "DELETE FROM word; INSERT INTO word_trigram(word_trigram) VALUES('rebuild');"));
    SPILNO_TRY(refresh());
    return m_connection.execute("INSERT INTO word_trigram(word_trigram) VALUES('optimize')");
}

base::Result<bool> SearchVocabulary::isEmpty()
{
    SPILNO_ASSIGN(auto any, m_connection.prepare("SELECT 1 FROM word LIMIT 1"));
    SPILNO_ASSIGN(const bool found, any.step());
    return !found;
}

base::Result<QStringList> SearchVocabulary::nearest(const QString &word, int limit)
{
    QStringList words;
    if (word.size() < kWordLengthMin)
        return words;
    const int mistakes = word.size() < kTwoMistakesFrom ? 1 : 2;
    SPILNO_ASSIGN(
        auto candidates,
        m_connection.prepare("SELECT w.term, w.documents FROM (SELECT rowid AS id FROM word_trigram"
                             "  WHERE word_trigram MATCH ?1 ORDER BY bm25(word_trigram) LIMIT ?2) h"
                             " JOIN word w ON w.id = h.id"));
    const QByteArray expression = trigramsOf(word);
    candidates.bind(1, std::string_view(expression.constData(), std::size_t(expression.size())));
    candidates.bind(2, qint64(kCandidatesMax));
    std::vector<std::tuple<int, qint64, QString>> near;
    for (;;) {
        SPILNO_ASSIGN(const bool more, candidates.step());
        if (!more)
            break;
        const QString term = candidates.text(0);
        const int distance = base::editDistance(word, term, mistakes);
        if (distance <= mistakes)
            near.emplace_back(distance, -candidates.integer(1), term);
    }
    std::sort(near.begin(), near.end());
    for (const auto &[distance, documents, term] : near) {
        if (words.size() < limit)
            words.append(term);
    }
    return words;
}

} // namespace spilno::replica
