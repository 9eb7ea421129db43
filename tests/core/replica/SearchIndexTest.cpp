// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/search/SearchIndex.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace spilno::replica;
using Mode = SqliteConnection::Mode;

class SearchIndexTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<StemDictionary> m_dictionary =
        StemDictionary::load(StemDictionary::defaultFolders());
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SearchIndex> m_index;

    QString path() const { return m_folder->filePath(QStringLiteral("search.sqlite")); }

    void put(qint64 id, int type, const char16_t *title, const char16_t *body)
    {
        const auto done =
            m_index->put({id, type, id * 10, QString::fromUtf16(title), QString::fromUtf16(body)});
        QVERIFY2(done, qUtf8Printable(done ? QString() : done.error().detail));
    }

    /// The ids found, best first; {-1} after an error.
    QList<qint64> ids(QStringView text, const SearchFilter &filter = {})
    {
        const auto page = m_index->query(text, filter);
        QList<qint64> found;
        if (!page)
            found.append(-1);
        for (const SearchHit &hit : page ? page->hits : QList<SearchHit>())
            found.append(hit.id);
        return found;
    }

    bool fileHolds(const QByteArray &bytes) const
    {
        for (const char16_t *suffix : {u"", u"-wal"}) {
            QFile file(path() + QString::fromUtf16(suffix));
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_index = std::make_unique<SearchIndex>(m_dictionary);
        QVERIFY(m_index->open(path(), Mode::ReadWrite));
        QVERIFY(m_index->startedEmpty());
    }

    void cleanup() { m_index.reset(); }

    void anyFormOfAWordFindsTheOthers()
    {
        if (!m_dictionary->status().ukrainian)
            QSKIP("hunspell-uk is not installed");
        put(1, 1, u"Яма на дорозі", u"Біля під’їзду №3 провалля");
        put(2, 1, u"Ліхтар", u"Вулицями темно, дороги не видно");
        QCOMPARE(ids(u"дорога "), QList<qint64>({1, 2}));
        QCOMPARE(ids(u"ями "), QList<qint64>({1}));
        QCOMPARE(ids(u"ПІДʼЇЗД "), QList<qint64>({1}));
        QCOMPARE(ids(u"вулиця "), QList<qint64>({2}));
    }

    void aLongWordThatFillsThePageIsNotLookedUpAsABeginning()
    {
        for (qint64 id = 1; id <= 3; ++id)
            put(id, 1, u"Ліхтар", u"не світить");
        put(4, 1, u"Ліхтарня", u"зачинена");
        SearchFilter filter;
        filter.limit = 3;
        QCOMPARE(ids(u"ліхтар", filter).size(), qsizetype{3});
        QVERIFY(!ids(u"ліхтар", filter).contains(4));
        // Room is left: what only begins so is there, too.
        filter.limit = 10;
        QCOMPARE(ids(u"ліхтар", filter).size(), qsizetype{4});
        // Short beginnings have lists of their own.
        filter.limit = 1;
        filter.order = SearchOrder::Newest;
        QCOMPARE(ids(u"ліх", filter), QList<qint64>({4}));
    }

    void theLastWordMayBeUnfinished()
    {
        put(1, 1, u"Освітлення двору", u"");
        QCOMPARE(ids(u"осв"), QList<qint64>({1}));
        QCOMPARE(ids(u"двору освітл"), QList<qint64>({1}));
        QCOMPARE(ids(u"ос"), QList<qint64>({1}));
        QVERIFY(ids(u"о").isEmpty());
        QVERIFY(ids(u"осв ").isEmpty());
    }

    void numbersAreFoundInBothAlphabets()
    {
        put(1, 1, u"Ш7-0412 Сміття", u"будинок 7В");
        put(2, 1, u"Ш7-0413 Сміття", u"0412 Ш7");
        QCOMPARE(ids(u"Ш7-0412"), QList<qint64>({1}));
        QCOMPARE(ids(u"w7-0412"), QList<qint64>({1}));
        QCOMPARE(ids(u"7B "), QList<qint64>({1}));
    }

    void allWordsMustBeFoundAndPhrasesStayTogether()
    {
        put(1, 1, u"червоний дім", u"зелений сад");
        put(2, 1, u"зелений дім", u"");
        QCOMPARE(ids(u"зелений дім ", {{}, SearchOrder::Newest, 20}), QList<qint64>({2, 1}));
        QCOMPARE(ids(u"«зелений дім»"), QList<qint64>({2}));
        QCOMPARE(ids(u"зелений ліс "), QList<qint64>());
    }

    void aHitInTheTitleWeighsMore()
    {
        put(1, 1, u"сміття", u"та інше");
        put(2, 1, u"та інше", u"сміття");
        for (qint64 id = 3; id < 9; ++id)
            put(id, 1, u"щось", u"зовсім друге");
        QCOMPARE(ids(u"сміття "), QList<qint64>({1, 2}));
        QCOMPARE(ids(u"сміття ", {{}, SearchOrder::Newest, 20}), QList<qint64>({2, 1}));
    }

    void typesFilterAndAreNotFoundAsWords()
    {
        put(1, 1, u"вода", u"");
        put(2, 12, u"вода", u"");
        put(3, 3, u"вода", u"");
        QCOMPARE(ids(u"вода", {{12}, SearchOrder::Newest, 20}), QList<qint64>({2}));
        QCOMPARE(ids(u"вода", {{1, 3}, SearchOrder::Newest, 20}), QList<qint64>({3, 1}));
        QCOMPARE(ids(u"вода", {{}, SearchOrder::Newest, 1}), QList<qint64>({3}));
        QVERIFY(ids(u"t12").isEmpty());
    }

    void marksShowWhatWasFound()
    {
        put(7, 4, u"Нова лавка", u"Лавка біля <b>школи</b> зламана, прошу полагодити");
        const auto page = m_index->query(u"лавка");
        QVERIFY(page);
        const SearchHit hit = page->hits.value(0);
        QCOMPARE(hit.entity, 70);
        QCOMPARE(hit.type, 4);
        QCOMPARE(hit.title, QStringLiteral("Нова лавка"));
        QCOMPARE(hit.titleMarks.size(), 1);
        const SearchMark inTitle = hit.titleMarks.first();
        QCOMPARE(hit.title.mid(inTitle.begin, inTitle.length), QStringLiteral("лавка"));
        QVERIFY(hit.snippet.startsWith(QStringLiteral("Лавка біля <b>")));
        QCOMPARE(hit.snippetMarks.size(), 1);
        const SearchMark inBody = hit.snippetMarks.first();
        QCOMPARE(hit.snippet.mid(inBody.begin, inBody.length), QStringLiteral("Лавка"));
    }

    void aChangedDocumentIsFoundByItsNewTextOnly()
    {
        put(1, 1, u"стара назва", u"");
        put(1, 2, u"нова назва", u"");
        QVERIFY(ids(u"стара").isEmpty());
        QCOMPARE(ids(u"нова", {{2}, SearchOrder::Relevance, 20}), QList<qint64>({1}));
        QVERIFY(ids(u"нова", {{1}, SearchOrder::Relevance, 20}).isEmpty());
        QCOMPARE(m_index->documentCount().value_or(-1), 1);
        QVERIFY(m_index->remove(1));
        QVERIFY(m_index->remove(1));
        QVERIFY(ids(u"назва").isEmpty());
    }

    void anErasedTextLeavesNoByteAfterScrub()
    {
        for (int id = 1; id <= 300; ++id)
            put(id, 1, u"звичайний текст", u"ще слова навколо");
        put(301, 1, u"таємницяодин", u"секретдва secretthree");
        QVERIFY(m_index->optimize());
        QVERIFY(fileHolds("secretthree"));
        QVERIFY(m_index->remove(301));
        QVERIFY(m_index->scrub());
        for (const char *rest : {"secretthree", "retthre", "секретдва", "таємницяодин"})
            QVERIFY2(!fileHolds(rest), rest);
        QCOMPARE(ids(u"звичайний", {{}, SearchOrder::Newest, 1}), QList<qint64>({300}));
    }

    void aTypingMistakeStillFinds()
    {
        put(1, 1, u"освітлення", u"хліб водопровід");
        const auto page = m_index->query(u"освтілення");
        QVERIFY(page);
        QCOMPARE(page->hits.size(), 1);
        QCOMPARE(page->corrections, QStringList(QStringLiteral("освітлення")));
        QCOMPARE(ids(u"хлиб "), QList<qint64>({1}));
        QCOMPARE(ids(u"водопровд освітленя"), QList<qint64>({1}));
        QVERIFY(ids(u"освітлення зовсімінше").isEmpty());
        QVERIFY(m_index->query(u"освітлення")->corrections.isEmpty());
    }

    void anyTextIsAQuery_data()
    {
        QTest::addColumn<QString>("text");
        for (const char16_t *text :
             {u"",          u"'",     u"\"",           u"\"\"\"",      u"*",
              u"(",         u"AND",   u"яма AND",      u"NOT яма",     u"title : яма",
              u"^яма",      u"яма -", u"NEAR(яма, 2)", u"{title} : x", u"яма*яма",
              u"a\"b'c;--", u"+ +",   u"«яма",         u"яма»",        u"№",
              u"%_"})
            QTest::addRow("%s", qUtf8Printable(QString::fromUtf16(text)))
                << QString::fromUtf16(text);
        QTest::newRow("zero") << QString(QStringLiteral("яма") + QChar(0) + QStringLiteral("x"));
        QTest::newRow("surrogate") << QString(QChar(0xD83D));
        QTest::newRow("long") << QString(100'000, u'я');
        QTest::newRow("many") << QStringLiteral("я ").repeated(10'000);
        QString all;
        for (char16_t sign = 1; sign < 0x500; ++sign)
            all.append(QChar(sign));
        QTest::newRow("all signs") << all.right(400);
        QTest::newRow("controls and ASCII") << all.left(130);
    }
    void anyTextIsAQuery()
    {
        put(1, 1, u"яма", u"and not near title");
        QFETCH(QString, text);
        const auto page = m_index->query(text);
        QVERIFY2(page, qUtf8Printable(page ? QString() : page.error().detail));
    }

    void aBatchAndItsCursorAreKeptTogether()
    {
        const QList<SearchChange> changes = {
            SearchChange::put({1, 1, 1, QStringLiteral("перший"), {}}),
            SearchChange::put({2, 1, 2, QStringLiteral("другий"), {}}), SearchChange::remove(1)};
        QVERIFY(m_index->apply(changes, 17));
        m_index = std::make_unique<SearchIndex>(m_dictionary);
        QVERIFY(m_index->open(path(), Mode::ReadWrite));
        QVERIFY(!m_index->startedEmpty());
        QCOMPARE(m_index->indexedUpTo().value_or(-1), 17);
        QCOMPARE(m_index->documentCount().value_or(-1), 1);
        QCOMPARE(ids(u"другий"), QList<qint64>({2}));
    }

    void aFailedBatchLeavesNothing()
    {
        SqliteConnection breaker;
        QVERIFY(breaker.open(path(), Mode::ReadWrite));
        QVERIFY(breaker.execute("CREATE TRIGGER stop BEFORE INSERT ON document WHEN NEW.id = 2"
                                " BEGIN SELECT raise(ABORT, 'stop'); END"));
        const QList<SearchChange> changes = {
            SearchChange::put({1, 1, 1, QStringLiteral("перший"), {}}),
            SearchChange::put({2, 1, 2, QStringLiteral("другий"), {}})};
        QVERIFY(!m_index->apply(changes, 17));
        QCOMPARE(m_index->indexedUpTo().value_or(-1), 0);
        QVERIFY(ids(u"перший").isEmpty());
        QVERIFY(breaker.execute("DROP TRIGGER stop"));
        QVERIFY(m_index->apply(changes, 17));
        QCOMPARE(ids(u"перший"), QList<qint64>({1}));
    }

    void aReaderSeesWhatIsCommitted()
    {
        SearchIndex reader(m_dictionary);
        QVERIFY(reader.open(path(), Mode::ReadOnly));
        put(1, 1, u"спільно", u"");
        QCOMPARE(reader.query(u"спільно")->hits.size(), 1);
        QVERIFY(!reader.put({2, 1, 2, {}, {}}));
        SearchIndex absent(m_dictionary);
        QVERIFY(!absent.open(path() + QStringLiteral("x"), Mode::ReadOnly));
    }

    void aDamagedFileIsMadeAnew()
    {
        put(1, 1, u"слово", u"");
        m_index.reset();
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        QFile::remove(path() + QStringLiteral("-wal"));
        m_index = std::make_unique<SearchIndex>(m_dictionary);
        QVERIFY(m_index->open(path(), Mode::ReadWrite));
        QVERIFY(m_index->startedEmpty());
        QCOMPARE(m_index->indexedUpTo().value_or(-1), 0);
        put(1, 1, u"слово", u"");
        QCOMPARE(ids(u"слово"), QList<qint64>({1}));
    }

    void otherDictionariesMakeTheIndexAnew()
    {
        if (m_dictionary->signature() == StemDictionary::none()->signature())
            QSKIP("no dictionary is installed");
        put(1, 1, u"слово", u"");
        m_index.reset();
        SearchIndex plain(StemDictionary::none());
        QVERIFY(plain.open(path(), Mode::ReadWrite));
        QVERIFY(plain.startedEmpty());
        QCOMPARE(plain.documentCount().value_or(-1), 0);
    }

    void bulkLoadingAndMergingKeepTheAnswers()
    {
        QVERIFY(m_index->setBulkLoading(true));
        qint64 id = 0;
        for (int batch = 0; batch < 20; ++batch) {
            QList<SearchChange> changes;
            for (int index = 0; index < 50; ++index) {
                ++id;
                const QString title = QStringLiteral("звернення %1").arg(id);
                changes.append(SearchChange::put({id, 1, id, title, QStringLiteral("текст")}));
            }
            QVERIFY(m_index->apply(changes, id));
        }
        QVERIFY(m_index->setBulkLoading(false));
        int rounds = 0;
        while (m_index->mergeSome(500).value_or(false))
            QVERIFY(++rounds < 1000);
        QVERIFY(m_index->optimize());
        QCOMPARE(m_index->documentCount().value_or(-1), 1000);
        QCOMPARE(ids(u"«звернення 777»"), QList<qint64>({777}));
        QCOMPARE(ids(u"текст ", {{}, SearchOrder::Newest, 1000}).size(), 1000);
    }

    void onlyTheNewestMatchesAreRanked()
    {
        QList<SearchChange> changes;
        for (qint64 id = 1; id <= SearchIndex::kCandidatesMax + 50; ++id)
            changes.append(SearchChange::put({id, 1, id, QStringLiteral("слово"), {}}));
        QVERIFY(m_index->apply(changes));
        const auto page = m_index->query(u"слово", {{}, SearchOrder::Newest, 3});
        QVERIFY(page->isCapped);
        QCOMPARE(page->hits.first().id, SearchIndex::kCandidatesMax + 50);
        QVERIFY(!m_index->query(u"немає")->isCapped);
    }
};

QTEST_GUILESS_MAIN(SearchIndexTest)
#include "SearchIndexTest.moc"
