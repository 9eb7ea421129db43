// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The reading and the tidying half of SearchIndex.
#include "core/replica/search/SearchIndex.h"

#include "core/base/Bytes.h"

#include <sqlite3.h>

#include <algorithm>

namespace spilno::replica {

namespace {

constexpr int kHitsMax = 1'000;
constexpr int kCorrectionsPerWordMax = 3;
constexpr qint64 kRefreshAtOnceMax = 20'000;

int limitOf(const SearchFilter &filter)
{
    return std::clamp(filter.limit, 1, kHitsMax);
}

/// Longer than the beginnings the index keeps lists of.
bool isLongPrefix(const SearchTerm &term)
{
    return !term.isPhrase && term.text.size() > SearchIndex::kPrefixLengthMax;
}

} // namespace

base::Result<SearchPage> SearchIndex::query(QStringView text, const SearchFilter &filter)
{
    SearchQuery parsed = SearchQuery::parse(text);
    if (parsed.isEmpty())
        return SearchPage();
    SearchPage page;
    if (SearchTerm &last = parsed.terms().back(); last.isPrefix && isLongPrefix(last)) {
        // FTS5 merges everything that begins so. Where the word itself fills the page, nothing that
        // only begins with it would be seen.
        last.isPrefix = false;
        SPILNO_ASSIGN(page, find(parsed, filter));
        if (page.hits.size() >= limitOf(filter))
            return page;
        last.isPrefix = true;
    }
    SPILNO_ASSIGN(page, find(parsed, filter));
    if (!page.hits.isEmpty())
        return page;
    SPILNO_ASSIGN(const QStringList corrections, correct(parsed));
    if (corrections.isEmpty())
        return page;
    SPILNO_ASSIGN(page, find(parsed, filter));
    page.corrections = corrections;
    return page;
}

base::Result<SearchPage> SearchIndex::find(const SearchQuery &query, const SearchFilter &filter)
{
    SearchPage page;
    const QByteArray expression = query.expression(filter.types);
    const bool newest = filter.order == SearchOrder::Newest;
    auto &statement = newest ? m_statements->newest : m_statements->relevant;
    const int limit = limitOf(filter);
    const int candidates = newest ? limit + 1 : kCandidatesMax;
    SearchMarker marker(*m_stemmer, query);
    statement.bind(1, base::textView(expression))
        .bind(2, qint64{candidates})
        .bind(3, qint64{limit});
    for (;;) {
        SPILNO_ASSIGN(const bool more, statement.step());
        if (!more)
            break;
        SearchHit hit;
        hit.id = statement.integer(0);
        hit.type = static_cast<int>(statement.integer(1));
        hit.entity = statement.integer(2);
        hit.score = statement.real(3);
        page.isCapped = statement.integer(4) >= candidates;
        const std::string_view title = statement.utf8(5);
        const std::string_view body = statement.utf8(6);
        auto inTitle = marker.whole(QByteArray(title.data(), std::ssize(title)));
        hit.title = std::move(inTitle.text);
        hit.titleMarks = std::move(inTitle.marks);
        auto inBody = marker.snippet(QByteArray(body.data(), std::ssize(body)));
        hit.snippet = std::move(inBody.text);
        hit.snippetMarks = std::move(inBody.marks);
        page.hits.append(std::move(hit));
    }
    return page;
}

base::Result<bool> SearchIndex::findsAnything(const SearchTerm &term)
{
    SPILNO_ASSIGN(auto any, m_connection.prepare("SELECT 1 FROM text WHERE text MATCH ?1 LIMIT 1"));
    const QByteArray expression = "{title body} : " + SearchQuery::expression(term);
    return any.bind(1, base::textView(expression)).step();
}

base::Result<> SearchIndex::refreshSmallVocabulary()
{
    if (!m_vocabularyIsOld || m_mode == SqliteConnection::Mode::ReadOnly)
        return {};
    SPILNO_ASSIGN(const qint64 count, documentCount());
    if (count > kRefreshAtOnceMax)
        return {}; // it waits for optimize()
    m_vocabularyIsOld = false;
    return m_vocabulary.refresh();
}

base::Result<QStringList> SearchIndex::correct(SearchQuery &query)
{
    QStringList corrections;
    SPILNO_TRY(refreshSmallVocabulary());
    for (SearchTerm &term : query.terms()) {
        if (term.isPhrase)
            continue;
        SPILNO_ASSIGN(const bool known, findsAnything(term));
        if (known)
            continue;
        SPILNO_ASSIGN(term.alternatives, m_vocabulary.nearest(term.text, kCorrectionsPerWordMax));
        if (term.alternatives.isEmpty())
            return QStringList();
        corrections += term.alternatives;
    }
    return corrections;
}

base::Result<bool> SearchIndex::mergeSome(int pages)
{
    SPILNO_ASSIGN(
        auto merge, m_connection.prepare("INSERT INTO text(text, rank) VALUES('merge', ?1)"));
    const int before = sqlite3_total_changes(m_connection.handle());
    SPILNO_TRY(merge.bind(1, qint64{pages}).run());
    // FTS5 documents that a merge without work changes fewer than two rows.
    return sqlite3_total_changes(m_connection.handle()) - before >= 2;
}

base::Result<> SearchIndex::optimize()
{
    SPILNO_TRY(m_connection.execute("INSERT INTO text(text) VALUES('optimize')"));
    m_vocabularyIsOld = false;
    return m_vocabulary.refresh();
}

base::Result<> SearchIndex::scrub()
{
    // Merging drops the postings of removed texts, VACUUM the free pages, the checkpoint the log.
    SPILNO_TRY(m_connection.execute("INSERT INTO text(text) VALUES('optimize')"));
    SPILNO_TRY(m_vocabulary.rebuild());
    m_statements.reset();
    SPILNO_TRY(m_connection.execute("VACUUM"));
    bool busy = false;
    {
        SPILNO_ASSIGN(auto checkpoint, m_connection.prepare("PRAGMA wal_checkpoint(TRUNCATE)"));
        SPILNO_ASSIGN(const bool any, checkpoint.step());
        busy = any && checkpoint.integer(0) != 0;
    }
    SPILNO_TRY(prepareStatements());
    if (busy)
        return base::failure(base::ErrorCode::Busy, QStringLiteral("somebody searches"));
    return {};
}

base::Result<qint64> SearchIndex::scrubsFollowed()
{
    SPILNO_ASSIGN(auto read, m_connection.prepare("SELECT value FROM state WHERE name = 'scrubs'"));
    SPILNO_ASSIGN(const bool any, read.step());
    return any ? read.integer(0) : 0;
}

base::Result<> SearchIndex::setScrubsFollowed(qint64 scrubs)
{
    SPILNO_ASSIGN(
        auto write, m_connection.prepare("INSERT OR REPLACE INTO state VALUES('scrubs', ?1)"));
    return write.bind(1, scrubs).run();
}

} // namespace spilno::replica
