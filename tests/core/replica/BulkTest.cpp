// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/ReplicaDatabase.h"
#include "core/replica/Sqlite.h"
#include "tests/support/Drafts.h"
#include "tests/support/TestCity.h"

#include <QtTest/QTest>

#include <sys/resource.h>
#include <unistd.h>

using namespace spilno;
using test::digestsOf;
using test::requestDraft;
using test::TestCity;
using test::TestPerson;
using test::titleEdit;

namespace {

/// While it lives, this process can open no file that is not open yet.
class NoMoreFiles
{
public:
    NoMoreFiles()
    {
        getrlimit(RLIMIT_NOFILE, &m_before);
        const int lowestFree = ::dup(0);
        ::close(lowestFree);
        rlimit none = m_before;
        none.rlim_cur = static_cast<rlim_t>(lowestFree);
        setrlimit(RLIMIT_NOFILE, &none);
    }
    ~NoMoreFiles() { setrlimit(RLIMIT_NOFILE, &m_before); }
    Q_DISABLE_COPY_MOVE(NoMoreFiles)

private:
    rlimit m_before{};
};

} // namespace

/// A long catch-up, without indexes, must leave exactly what an everyday one does.
class BulkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBulkLoadLeavesWhatAnEverydayOneDoes();
    void workGoesOnDuringABulkLoad();
    void aBulkLoadThatBrokeOffIsMendedByOpening();
    void aFewChangesDropNoIndex();
    void noTemporaryFileCostsTimeOnly();
};

void BulkTest::aBulkLoadLeavesWhatAnEverydayOneDoes()
{
    TestCity city;
    const base::ScopeId scope = city.makeScope(QStringLiteral("Дороги"));
    TestPerson writer = city.join();
    std::vector<base::EntityId> entities;
    for (int i = 0; i < 300; ++i) {
        const auto made =
            writer.replica->submit({requestDraft(scope, QStringLiteral("Яма %1").arg(i))});
        QVERIFY(made);
        entities.push_back(made->entities.front());
    }
    base::OpId edited;
    for (std::size_t i = 0; i < 300; i += 7) {
        const auto made = writer.replica->submit(
            {titleEdit(entities[i], QStringLiteral("Глибша яма %1").arg(i))});
        QVERIFY(made);
        if (i == 7)
            edited = made->ops.front();
    }
    replica::Draft erase;
    erase.type = QStringLiteral("erase");
    erase.scope = scope;
    erase.fields = {{QStringLiteral("target"), wire::Value(entities[7].toByteArray())}};
    erase.extra.append({wire::kExtraErases, edited.toByteArray()});
    const auto erased = writer.replica->submit({erase});
    QVERIFY2(erased, qUtf8Printable(erased ? QString() : erased.error().detail));
    city.sync(writer);
    TestPerson everyday = city.join();
    city.pull(*everyday.replica, 37);
    TestPerson bulk = city.join();
    QVERIFY(bulk.replica->beginBulk());
    city.pull(*bulk.replica, 37);
    QVERIFY(bulk.replica->endBulk());
    city.pull(*everyday.replica);
    QVERIFY(!digestsOf(*bulk.replica).isEmpty());
    QCOMPARE(digestsOf(*bulk.replica), digestsOf(*everyday.replica));
    const auto faults = bulk.replica->verify();
    QVERIFY(faults);
    QVERIFY2(faults->empty(), "the loaded replica does not verify");
}

void BulkTest::workGoesOnDuringABulkLoad()
{
    TestCity city;
    const base::ScopeId scope = city.makeScope(QStringLiteral("Дороги"));
    TestPerson writer = city.join();
    for (int i = 0; i < 100; ++i)
        QVERIFY(writer.replica->submit({requestDraft(scope, QStringLiteral("Яма %1").arg(i))}));
    city.sync(writer);
    TestPerson newcomer = city.join();
    city.pull(*newcomer.replica);
    QVERIFY(newcomer.replica->beginBulk());
    const auto made = newcomer.replica->submit({requestDraft(scope, QStringLiteral("Своя"))});
    QVERIFY2(made, qUtf8Printable(made ? QString() : made.error().detail));
    QVERIFY(newcomer.replica->submit(
        {titleEdit(made->entities.front(), QStringLiteral("Своя, виправлена"))}));
    for (int i = 0; i < 50; ++i)
        QVERIFY(writer.replica->submit({requestDraft(scope, QStringLiteral("Нова %1").arg(i))}));
    city.sync(writer);
    city.sync(newcomer);
    QVERIFY(newcomer.replica->endBulk());
    city.sync(newcomer);
    city.pull(*writer.replica);
    QCOMPARE(digestsOf(*newcomer.replica), digestsOf(*writer.replica));
    replica::Query query;
    query.type = QStringLiteral("request");
    query.where = {
        {QStringLiteral("title"), replica::Condition::Operator::Equal,
         wire::Value(QStringLiteral("Своя, виправлена"))}};
    QCOMPARE(newcomer.replica->count(query).value_or(-1), qint64{1});
}

void BulkTest::aBulkLoadThatBrokeOffIsMendedByOpening()
{
    TestCity city;
    const base::ScopeId scope = city.makeScope(QStringLiteral("Дороги"));
    TestPerson writer = city.join();
    for (int i = 0; i < 60; ++i)
        QVERIFY(writer.replica->submit({requestDraft(scope, QStringLiteral("Яма %1").arg(i))}));
    city.sync(writer);
    {
        auto cut = city.openReplica(QStringLiteral("cut"));
        QVERIFY(cut->beginBulk());
        city.pull(*cut);
    }
    auto again = city.openReplica(QStringLiteral("cut"));
    QVERIFY(again);
    city.pull(*again);
    city.pull(*writer.replica);
    QCOMPARE(digestsOf(*again), digestsOf(*writer.replica));
}

/// Catching up a little must not cost building every index of a large city anew.
void BulkTest::aFewChangesDropNoIndex()
{
    TestCity city;
    const base::ScopeId scope = city.makeScope(QStringLiteral("Дороги"));
    TestPerson writer = city.join();
    for (int i = 0; i < 120; ++i)
        QVERIFY(writer.replica->submit({requestDraft(scope, QStringLiteral("Яма %1").arg(i))}));
    city.sync(writer);
    auto replica = city.openReplica(QStringLiteral("few"));
    city.pull(*replica);
    const auto indexes = [&city]() -> qint64 {
        replica::Connection::Options options;
        options.path = city.folder.filePath(QStringLiteral("few/replica.db"));
        options.readOnly = true;
        const auto connection = replica::Connection::open(options);
        auto query =
            (*connection)
                ->prepare(
                    "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL");
        return query.next() ? query.integer(0) : -1;
    };
    const qint64 all = indexes();
    QVERIFY(replica->beginBulk(10));
    QCOMPARE(indexes(), all);
    QVERIFY(replica->endBulk());
    QVERIFY(replica->beginBulk(100));
    QVERIFY(indexes() < all);
    QVERIFY(replica->endBulk());
    QCOMPARE(indexes(), all);
}

/// A full temporary folder of a kiosk must not keep a city from it.
void BulkTest::noTemporaryFileCostsTimeOnly()
{
    TestCity city;
    const base::ScopeId scope = city.makeScope(QStringLiteral("Дороги"));
    TestPerson writer = city.join();
    QVERIFY(writer.replica->submit({requestDraft(scope, QStringLiteral("Яма"))}));
    city.sync(writer);
    auto replica = city.openReplica(QStringLiteral("narrow"));
    QVERIFY(replica->beginBulk());
    city.pull(*replica);
    replica::Connection::Options options;
    options.path = city.folder.filePath(QStringLiteral("narrow/replica.db"));
    const auto beside = replica::Connection::open(options);
    QVERIFY((*beside)->execute( // more than is sorted in memory at once
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 150000) "
        "INSERT INTO entity(eid, type, scope) SELECT randomblob(16), 0, 0 FROM n"));
    {
        const NoMoreFiles full;
        const auto ended = replica->endBulk();
        QVERIFY2(ended, qPrintable(ended ? QString() : ended.error().detail));
    }
    replica::Query query;
    query.type = QStringLiteral("request");
    QCOMPARE(replica->count(query).value_or(-1), qint64{1});
}

QTEST_GUILESS_MAIN(BulkTest)
#include "BulkTest.moc"
