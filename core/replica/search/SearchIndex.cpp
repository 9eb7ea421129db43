// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/search/SearchIndex.h"

#include "core/base/Bytes.h"
#include "core/base/text/Normalise.h"
#include "core/replica/search/FtsTokenizer.h"
#include "core/replica/search/SearchRank.h"

#include <QtCore/QFile>

namespace spilno::replica {

namespace {

/// Raised whenever tables or the cutting of words change; old files are then made anew.
constexpr int kFormVersion = 2;

void removeFile(const QString &path)
{
    for (const char16_t *suffix : {u"", u"-wal", u"-shm", u"-journal"})
        QFile::remove(path + QString::fromUtf16(suffix));
}

} // namespace

SearchIndex::SearchIndex(std::shared_ptr<StemDictionary> dictionary)
    : m_stemmer(std::make_shared<Stemmer>(std::move(dictionary)))
    , m_vocabulary(m_connection)
{
}

QByteArray SearchIndex::form() const
{
    return QByteArray::number(kFormVersion) + ' ' + m_stemmer->dictionary().signature();
}

base::Result<> SearchIndex::open(const QString &path, SqliteConnection::Mode mode)
{
    m_path = path;
    m_mode = mode;
    m_startedEmpty = false;
    auto opened = openFile();
    const bool unreadable = !opened && opened.error().code == base::ErrorCode::Corrupt;
    if (!opened && !unreadable)
        return opened;
    base::Result<bool> usable = false;
    if (opened)
        usable = isUsable();
    if (!usable && usable.error().code != base::ErrorCode::Corrupt)
        return base::failure(usable.error());
    if (usable.value_or(false))
        return prepareStatements();
    if (mode == SqliteConnection::Mode::ReadOnly)
        return base::failure(base::ErrorCode::NotFound, QStringLiteral("no search index here yet"));
    return reset();
}

base::Result<> SearchIndex::reset()
{
    m_statements.reset();
    m_connection.close();
    removeFile(m_path);
    SPILNO_TRY(openFile());
    SPILNO_TRY(createTables());
    m_startedEmpty = true;
    return prepareStatements();
}

base::Result<> SearchIndex::openFile()
{
    m_statements.reset();
    SPILNO_TRY(m_connection.open(m_path, m_mode));
    SPILNO_TRY(FtsTokenizer::registerOn(m_connection.handle(), m_stemmer));
    SPILNO_TRY(SearchRank::registerOn(m_connection.handle()));
    if (m_mode == SqliteConnection::Mode::ReadOnly)
        return m_connection.execute("PRAGMA cache_size=-16384");
    return m_connection.execute(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32768;"
        "PRAGMA wal_autocheckpoint=4000;");
}

base::Result<bool> SearchIndex::isUsable()
{
    SPILNO_ASSIGN(
        auto table, m_connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'state'"));
    SPILNO_ASSIGN(const bool present, table.step());
    if (!present)
        return false;
    SPILNO_ASSIGN(auto read, m_connection.prepare("SELECT value FROM state WHERE name = 'form'"));
    SPILNO_ASSIGN(const bool written, read.step());
    return written && read.utf8(0) == base::textView(form());
}

base::Result<> SearchIndex::createTables()
{
    // FTS5 keeps no text of its own: it reads the view, and an update tells it the old text.
    SPILNO_TRY(m_connection.execute(
        "BEGIN;"
        "CREATE TABLE state(name TEXT PRIMARY KEY, value) WITHOUT ROWID;"
        "CREATE TABLE document(id INTEGER PRIMARY KEY, type INTEGER NOT NULL,"
        "  entity INTEGER NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL);"
        "CREATE VIEW document_text AS"
        "  SELECT id, title, body, 't' || type AS facet FROM document;"
        "CREATE VIRTUAL TABLE text USING fts5(title, body, facet, content='document_text',"
        "  content_rowid='id', tokenize='spilno', prefix='2 3');"));
    SPILNO_TRY(m_vocabulary.create());
    SPILNO_ASSIGN(
        auto write, m_connection.prepare("INSERT INTO state VALUES('form', ?1), ('cursor', 0)"));
    const QByteArray value = form();
    SPILNO_TRY(write.bind(1, base::textView(value)).run());
    return m_connection.execute("COMMIT");
}

base::Result<> SearchIndex::prepareStatements()
{
    Statements made;
    const std::pair<SqliteStatement *, const char *> all[] = {
        {&made.storeDocument,
         "INSERT INTO document(id, type, entity, title, body) VALUES(?1, ?2, ?3, ?4, ?5)"},
        {&made.readDocument, "SELECT type, title, body FROM document WHERE id = ?1"},
        {&made.dropDocument, "DELETE FROM document WHERE id = ?1"},
        {&made.addText, "INSERT INTO text(rowid, title, body, facet) VALUES(?1, ?2, ?3, ?4)"},
        {&made.dropText, "INSERT INTO text(text, rowid, title, body, facet)"
                         " VALUES('delete', ?1, ?2, ?3, ?4)"},
        {&made.writeCursor, "UPDATE state SET value = ?1 WHERE name = 'cursor'"},
        {&made.relevant,
         "SELECT t.id, d.type, d.entity, t.score, t.seen, d.title, d.body FROM"
         " (SELECT id, score, count(*) OVER () AS seen FROM"
         "   (SELECT rowid AS id, spilno_rank(text, 4.0, 1.0, 0.0) AS score FROM text"
         "     WHERE text MATCH ?1 ORDER BY rowid DESC LIMIT ?2)"
         "   ORDER BY score, id DESC LIMIT ?3) t"
         " JOIN document d ON d.id = t.id ORDER BY t.score, t.id DESC"},
        {&made.newest,
         "SELECT t.id, d.type, d.entity, 0.0, t.seen, d.title, d.body FROM"
         " (SELECT id, count(*) OVER () AS seen FROM"
         "   (SELECT rowid AS id FROM text WHERE text MATCH ?1 ORDER BY rowid DESC LIMIT ?2)"
         "   ORDER BY id DESC LIMIT ?3) t"
         " JOIN document d ON d.id = t.id ORDER BY t.id DESC"},
    };
    for (const auto &[statement, sql] : all) {
        SPILNO_ASSIGN(*statement, m_connection.prepare(sql));
    }
    SPILNO_ASSIGN(auto top, m_connection.prepare("SELECT coalesce(max(id), 0) FROM document"));
    SPILNO_TRY(top.step());
    m_highestId = top.integer(0);
    m_statements = std::move(made);
    return {};
}

base::Result<> SearchIndex::apply(
    std::span<const SearchChange> changes, std::optional<qint64> indexedUpTo)
{
    SPILNO_TRY(m_connection.execute("BEGIN IMMEDIATE"));
    m_vocabularyIsOld = true;
    const qint64 highestBefore = m_highestId;
    auto applied = applyAll(changes, indexedUpTo);
    if (applied)
        applied = m_connection.execute("COMMIT");
    if (!applied) {
        (void)m_connection.execute("ROLLBACK");
        m_highestId = highestBefore;
    }
    return applied;
}

base::Result<> SearchIndex::applyAll(
    std::span<const SearchChange> changes, std::optional<qint64> indexedUpTo)
{
    for (const SearchChange &change : changes) {
        if (change.isRemoval)
            SPILNO_TRY(removeOne(change.document.id));
        else
            SPILNO_TRY(putOne(change.document));
    }
    if (indexedUpTo)
        return m_statements->writeCursor.bind(1, *indexedUpTo).run();
    return {};
}

base::Result<> SearchIndex::put(const SearchDocument &document)
{
    const SearchChange change = SearchChange::put(document);
    return apply(std::span(&change, 1));
}

base::Result<> SearchIndex::remove(qint64 id)
{
    const SearchChange change = SearchChange::remove(id);
    return apply(std::span(&change, 1));
}

base::Result<> SearchIndex::putOne(const SearchDocument &document)
{
    SPILNO_TRY(removeOne(document.id));
    const QByteArray title = base::displayText(document.title).toUtf8();
    const QByteArray body = base::displayText(document.body).toUtf8();
    const QByteArray facet = SearchQuery::facetOf(document.type).toUtf8();
    auto &store = m_statements->storeDocument;
    store.bind(1, document.id).bind(2, qint64{document.type}).bind(3, document.entity);
    SPILNO_TRY(store.bind(4, base::textView(title)).bind(5, base::textView(body)).run());
    m_highestId = std::max(m_highestId, document.id);
    auto &add = m_statements->addText;
    add.bind(1, document.id)
        .bind(2, base::textView(title))
        .bind(3, base::textView(body))
        .bind(4, base::textView(facet));
    return add.run();
}

base::Result<> SearchIndex::removeOne(qint64 id)
{
    if (id > m_highestId)
        return {}; // never seen: bulk loading need not ask
    auto &read = m_statements->readDocument;
    SPILNO_ASSIGN(const bool present, read.bind(1, id).step());
    if (!present)
        return {};
    const QByteArray facet = SearchQuery::facetOf(static_cast<int>(read.integer(0))).toUtf8();
    auto &drop = m_statements->dropText;
    drop.bind(1, id).bind(2, read.utf8(1)).bind(3, read.utf8(2)).bind(4, base::textView(facet));
    const auto dropped = drop.run();
    read.reset();
    SPILNO_TRY(dropped);
    return m_statements->dropDocument.bind(1, id).run();
}

base::Result<qint64> SearchIndex::indexedUpTo()
{
    SPILNO_ASSIGN(auto read, m_connection.prepare("SELECT value FROM state WHERE name = 'cursor'"));
    SPILNO_TRY(read.step());
    return read.integer(0);
}

base::Result<qint64> SearchIndex::documentCount()
{
    SPILNO_ASSIGN(auto read, m_connection.prepare("SELECT count(*) FROM document"));
    SPILNO_TRY(read.step());
    return read.integer(0);
}

base::Result<> SearchIndex::setBulkLoading(bool on)
{
    return m_connection.execute(
        on ? "INSERT INTO text(text, rank) VALUES('automerge', 0);"
             "INSERT INTO text(text, rank) VALUES('hashsize', 16777216);"
             "INSERT INTO text(text, rank) VALUES('crisismerge', 1000);"
           : "INSERT INTO text(text, rank) VALUES('automerge', 4);"
             "INSERT INTO text(text, rank) VALUES('hashsize', 1048576);"
             "INSERT INTO text(text, rank) VALUES('crisismerge', 16);");
}

} // namespace spilno::replica
