// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Registry.h"
#include "core/replica/Replica.h"
#include "core/replica/SearchFollower.h"
#include "core/replica/SearchSource.h"
#include "tests/support/Drafts.h"
#include "tests/support/TestCity.h"

#include <QtCore/QDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <atomic>

using namespace spilno;
using test::requestDraft;
using test::TestCity;
using test::TestPerson;

namespace {

/// A city's log in a replica file, opened the way the programs do it.
class Bench
{
public:
    Bench()
        : scope(city.makeScope(QStringLiteral("Дороги")))
        , person(city.join())
    {
        path = city.folder.filePath(QStringLiteral("searched/replica.db"));
    }

    void open()
    {
        replica::ReplicaDatabase::Options options;
        options.path = path;
        options.registry = &records::Registry::standard();
        options.clock = &city.clock;
        options.random = &city.random;
        replica = std::make_unique<replica::Replica>(
            options, city.folder.filePath(QStringLiteral("searched/search.db")));
        const auto opened = replica->open();
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
    }

    QStringList find(const QString &text)
    {
        auto asked = replica->search({text, {}, replica::SearchOrder::Relevance, 20});
        asked.waitForFinished();
        const auto answer = asked.result();
        if (!answer)
            return {QStringLiteral("error: ") + answer.error().detail};
        QStringList titles;
        for (const auto &found : answer->items)
            titles.append(found.title);
        return titles;
    }

    void settle() { QTRY_VERIFY_WITH_TIMEOUT(replica->isSearchComplete(), 20'000); }

    TestCity city;
    base::ScopeId scope;
    TestPerson person;
    QString path;
    std::unique_ptr<replica::Replica> replica;
};

} // namespace

class ReplicaSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownWorkIsFoundByItsWordsAndAnEditMovesIt();
    void aLostIndexIsMadeAgainFromTheReplica();
    void anIndexThatStartsEmptyIsNotCompleteBeforeAllIsOwedToIt();
    void aListIsNarrowedByText();
    void anEmptyIndexIsOwedEachRecordOnce();
};

void ReplicaSearchTest::ownWorkIsFoundByItsWordsAndAnEditMovesIt()
{
    Bench bench;
    QDir().mkpath(bench.city.folder.filePath(QStringLiteral("searched")));
    QVERIFY(bench.person.replica->backupTo(bench.path));
    bench.open();
    bench.replica->setIdentity(bench.person.identity);
    bench.replica->startSearch();
    auto made = bench.replica->submit({requestDraft(bench.scope, QStringLiteral("Яма на мосту"))});
    made.waitForFinished();
    QVERIFY2(made.result(), qPrintable(made.result() ? QString() : made.result().error().detail));
    const base::EntityId entity = made.result()->entities.front();
    bench.settle();
    QCOMPARE(bench.find(QStringLiteral("яма")), QStringList{QStringLiteral("Яма на мосту")});
    replica::Draft edit;
    edit.type = QStringLiteral("request");
    edit.entity = entity;
    edit.fields = {{QStringLiteral("title"), wire::Value(QStringLiteral("Зламана лавка"))}};
    auto edited = bench.replica->submit({edit});
    edited.waitForFinished();
    QVERIFY(edited.result());
    bench.settle();
    QCOMPARE(bench.find(QStringLiteral("яма")), QStringList());
    QCOMPARE(bench.find(QStringLiteral("лавка")), QStringList{QStringLiteral("Зламана лавка")});
}

void ReplicaSearchTest::aLostIndexIsMadeAgainFromTheReplica()
{
    Bench bench;
    for (int i = 0; i < 30; ++i) {
        QVERIFY(bench.person.replica->submit(
            {requestDraft(bench.scope, QStringLiteral("Ліхтар номер %1").arg(i))}));
    }
    bench.city.sync(bench.person);
    QDir().mkpath(bench.city.folder.filePath(QStringLiteral("searched")));
    QVERIFY(bench.person.replica->backupTo(bench.path));
    bench.open();
    bench.replica->startSearch();
    bench.settle();
    QCOMPARE(bench.find(QStringLiteral("ліхтар")).size(), 20);
    bench.replica.reset();
    QFile index(bench.city.folder.filePath(QStringLiteral("searched/search.db")));
    QVERIFY(index.open(QIODevice::ReadWrite));
    index.resize(100);
    index.close();
    bench.open();
    bench.replica->startSearch();
    bench.settle();
    QCOMPARE(bench.find(QStringLiteral("номер 17")).value(0), QStringLiteral("Ліхтар номер 17"));
}

void ReplicaSearchTest::anIndexThatStartsEmptyIsNotCompleteBeforeAllIsOwedToIt()
{
    Bench bench;
    QDir().mkpath(bench.city.folder.filePath(QStringLiteral("searched")));
    QVERIFY(bench.person.replica->backupTo(bench.path));
    std::atomic<bool> asked = false;
    replica::SearchFollower::Options options;
    options.replica.path = bench.path;
    options.replica.registry = &records::Registry::standard();
    options.replica.clock = &bench.city.clock;
    options.replica.random = &bench.city.random;
    options.path = bench.city.folder.filePath(QStringLiteral("searched/search.db"));
    options.done = [](qint64) {};
    options.oweAll = [&asked] { asked = true; };
    replica::SearchFollower follower(options);
    follower.start();
    QTRY_VERIFY(asked);
    follower.poke();
    QTest::qWait(50); // as long as nothing is owed, nothing more can happen
    QVERIFY(!follower.isComplete());
    follower.allOwed({});
    QTRY_VERIFY(follower.isComplete());
}

void ReplicaSearchTest::aListIsNarrowedByText()
{
    Bench bench;
    for (const char *title : {"Яма на дорозі", "Тече труба", "Яма у дворі"})
        QVERIFY(
            bench.person.replica->submit({requestDraft(bench.scope, QString::fromUtf8(title))}));
    QDir().mkpath(bench.city.folder.filePath(QStringLiteral("searched")));
    QVERIFY(bench.person.replica->backupTo(bench.path));
    bench.open();
    bench.replica->startSearch();
    bench.settle();
    replica::Query query;
    query.type = QStringLiteral("request");
    query.text = QStringLiteral("яма");
    auto counted = bench.replica->count(query);
    counted.waitForFinished();
    QVERIFY2(counted.result(), "counting");
    QCOMPARE(*counted.result(), qint64{2});
    query.text = QStringLiteral("труба");
    auto listed = bench.replica->list(query);
    listed.waitForFinished();
    QVERIFY(listed.result());
    QCOMPARE(listed.result()->items.size(), std::size_t{1});
}

void ReplicaSearchTest::anEmptyIndexIsOwedEachRecordOnce()
{
    Bench bench;
    QVERIFY(bench.person.replica->submit({requestDraft(bench.scope, QStringLiteral("Перша"))}));
    QDir().mkpath(bench.city.folder.filePath(QStringLiteral("searched")));
    QVERIFY(bench.person.replica->backupTo(bench.path));
    replica::ReplicaDatabase::Options options;
    options.path = bench.path;
    options.registry = &records::Registry::standard();
    options.clock = &bench.city.clock;
    options.random = &bench.city.random;
    options.searched = true;
    const auto opened = replica::ReplicaDatabase::open(options);
    QVERIFY(opened);
    replica::ReplicaDatabase &database = **opened;
    database.setIdentity(bench.person.identity);
    QVERIFY(database.submit({requestDraft(bench.scope, QStringLiteral("Друга"))}));
    // Records from before the replica was searched are missing: all are owed.
    QVERIFY(database.oweAllToSearch());
    const auto all = database.searchBatch(0, 1000);
    QVERIFY(all);
    QStringList titles;
    for (const auto &change : all->changes)
        titles.append(change.document.title);
    QVERIFY(titles.contains(QStringLiteral("Перша")) && titles.contains(QStringLiteral("Друга")));
    // All are owed already: nothing is added.
    QVERIFY(database.oweAllToSearch());
    QCOMPARE(database.searchBatch(0, 1000)->upTo, all->upTo);
    // What the index had taken up was forgotten: all are owed again.
    QVERIFY(database.searchDone(all->upTo));
    QVERIFY(database.oweAllToSearch());
    QCOMPARE(database.searchBatch(all->upTo, 1000)->changes.size(), all->changes.size());
}

QTEST_GUILESS_MAIN(ReplicaSearchTest)
#include "ReplicaSearchTest.moc"
