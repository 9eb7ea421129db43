// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/replica/search/SearchMarker.h"
#include "core/replica/search/SearchQuery.h"
#include "core/replica/search/SearchVocabulary.h"
#include "core/replica/search/SqliteConnection.h"
#include "core/replica/search/Stemmer.h"

#include <QtCore/QList>
#include <QtCore/QString>

#include <memory>
#include <optional>
#include <span>

namespace spilno::replica {

/// One text to be found. `id` grows with time: the newest documents are looked at first.
struct SearchDocument
{
    qint64 id = 0;
    int type = 0;      ///< Record type, for filters.
    qint64 entity = 0; ///< What the hit leads to; any number of documents may share one.
    QString title;
    QString body;
};

/// A step of the index: a document to be put (replacing the one with its id) or taken out.
struct SearchChange
{
    SearchDocument document;
    bool isRemoval = false; ///< Only document.id counts.

    [[nodiscard]] static SearchChange put(SearchDocument document)
    {
        return {std::move(document), false};
    }
    [[nodiscard]] static SearchChange remove(qint64 id)
    {
        return {SearchDocument{id, 0, 0, {}, {}}, true};
    }
};

struct SearchHit
{
    qint64 id = 0;
    int type = 0;
    qint64 entity = 0;
    double score = 0; ///< The less the better (SearchRank).
    QString title;
    QList<SearchMark> titleMarks;
    QString snippet; ///< A part of the body around what was found.
    QList<SearchMark> snippetMarks;
};

/// What a search found.
struct SearchPage
{
    QList<SearchHit> hits;
    bool isCapped = false;   ///< More may match than were looked at, newest first.
    QStringList corrections; ///< Words taken in place of what was typed, when that found nothing.
};

enum class SearchOrder { Relevance, Newest };

struct SearchFilter
{
    QList<int> types; ///< Empty: all.
    SearchOrder order = SearchOrder::Relevance;
    int limit = 20;
};

/// Full-text search in an SQLite file of its own. Everything in it is made from the replica, so a
/// file that is damaged or made by other rules is thrown away and starts empty with cursor 0.
/// Synchronous; an object belongs to one thread, a second one in ReadOnly mode may read beside it.
class SearchIndex
{
public:
    /// How many of the newest matching documents are ranked.
    static constexpr int kCandidatesMax = 2'000;
    /// Beginnings of two to so many letters have lists of their own: most that is typed is short,
    /// and each length costs a tenth of the file.
    static constexpr int kPrefixLengthMax = 3;

    explicit SearchIndex(std::shared_ptr<StemDictionary> dictionary);

    /// Opens or makes the file. NotFound for ReadOnly on a file that is not an index of this form.
    [[nodiscard]] base::Result<> open(const QString &path, SqliteConnection::Mode mode);

    /// Whether open() or reset() began with an empty index.
    [[nodiscard]] bool startedEmpty() const { return m_startedEmpty; }

    /// Throws all away and starts anew.
    [[nodiscard]] base::Result<> reset();

    /// All changes and the cursor in one transaction; nothing of it is kept when it fails. 4,096 to
    /// 16,384 changes a call are the fastest.
    [[nodiscard]] base::Result<> apply(
        std::span<const SearchChange> changes, std::optional<qint64> indexedUpTo = {});

    [[nodiscard]] base::Result<> put(const SearchDocument &document);
    [[nodiscard]] base::Result<> remove(qint64 id);

    /// Up to where the caller has indexed its log; 0 in a new index.
    [[nodiscard]] base::Result<qint64> indexedUpTo();

    [[nodiscard]] base::Result<qint64> documentCount();

    /// Any text is a query; a text without a word finds nothing.
    [[nodiscard]] base::Result<SearchPage> query(QStringView text, const SearchFilter &filter = {});

    /// Bulk loading: segments are not merged until optimize().
    [[nodiscard]] base::Result<> setBulkLoading(bool on);

    /// Merges segments a little (idle time, tens of milliseconds). True while there is more to do.
    [[nodiscard]] base::Result<bool> mergeSome(int pages);

    /// Merges all and brings the vocabulary for typing mistakes up to date.
    [[nodiscard]] base::Result<> optimize();

    /// After an erasure: no byte of a removed text stays in the file or its log. Busy while
    /// somebody searches.
    [[nodiscard]] base::Result<> scrub();
    /// Which of the replica's scrubs this file has followed; 0 at first.
    [[nodiscard]] base::Result<qint64> scrubsFollowed();
    [[nodiscard]] base::Result<> setScrubsFollowed(qint64 scrubs);

private:
    struct Statements
    {
        SqliteStatement storeDocument;
        SqliteStatement readDocument;
        SqliteStatement dropDocument;
        SqliteStatement addText;
        SqliteStatement dropText;
        SqliteStatement writeCursor;
        SqliteStatement relevant;
        SqliteStatement newest;
    };

    [[nodiscard]] base::Result<> openFile();
    [[nodiscard]] base::Result<bool> isUsable();
    [[nodiscard]] base::Result<> createTables();
    [[nodiscard]] base::Result<> prepareStatements();
    [[nodiscard]] base::Result<> applyAll(
        std::span<const SearchChange> changes, std::optional<qint64> indexedUpTo);
    [[nodiscard]] base::Result<> putOne(const SearchDocument &document);
    [[nodiscard]] base::Result<> removeOne(qint64 id);
    [[nodiscard]] base::Result<SearchPage> find(
        const SearchQuery &query, const SearchFilter &filter);
    [[nodiscard]] base::Result<QStringList> correct(SearchQuery &query);
    [[nodiscard]] base::Result<> refreshSmallVocabulary();
    [[nodiscard]] base::Result<bool> findsAnything(const SearchTerm &term);
    [[nodiscard]] QByteArray form() const;

    std::shared_ptr<Stemmer> m_stemmer;
    QString m_path;
    SqliteConnection::Mode m_mode = SqliteConnection::Mode::ReadWrite;
    SqliteConnection m_connection;
    SearchVocabulary m_vocabulary;
    // Behind the connection: statements go first.
    std::optional<Statements> m_statements;
    qint64 m_highestId = 0;
    bool m_startedEmpty = false;
    bool m_vocabularyIsOld = true;
};

} // namespace spilno::replica
