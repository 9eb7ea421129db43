// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/ReplicaDatabase.h"
#include "core/replica/Sqlite.h"
#include "tests/support/TestCity.h"

#include <QtTest/QTest>

using namespace spilno;
using test::TestCity;
using test::TestPerson;

namespace {

replica::Draft draftOf(
    const base::ScopeId &scope, const base::EntityId &entity, const QString &title)
{
    replica::Draft draft;
    draft.type = QStringLiteral("request");
    draft.scope = scope;
    draft.entity = entity;
    draft.fields = {{QStringLiteral("title"), wire::Value(title)}};
    return draft;
}

QByteArrayList digestsOf(const replica::ReplicaDatabase &replica)
{
    QByteArrayList all;
    const auto digests = replica.digests();
    for (const auto &one : digests ? *digests : std::vector<replica::ScopeDigest>())
        all.append(
            one.chain.toByteArray().toHex() + one.tables.toByteArray().toHex() + " " +
            QByteArray::number(one.applied));
    return all;
}

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
};

void BulkTest::aBulkLoadLeavesWhatAnEverydayOneDoes()
{
    TestCity city;
    const base::ScopeId scope = city.makeScope(QStringLiteral("Дороги"));
    TestPerson writer = city.join();
    std::vector<base::EntityId> entities;
    for (int i = 0; i < 300; ++i) {
        const auto made =
            writer.replica->submit({draftOf(scope, {}, QStringLiteral("Яма %1").arg(i))});
        QVERIFY(made);
        entities.push_back(made->entities.front());
    }
    base::OpId edited;
    for (std::size_t i = 0; i < 300; i += 7) {
        const auto made = writer.replica->submit(
            {draftOf({}, entities[i], QStringLiteral("Глибша яма %1").arg(i))});
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
        QVERIFY(writer.replica->submit({draftOf(scope, {}, QStringLiteral("Яма %1").arg(i))}));
    city.sync(writer);
    TestPerson newcomer = city.join();
    city.pull(*newcomer.replica);
    QVERIFY(newcomer.replica->beginBulk());
    const auto made = newcomer.replica->submit({draftOf(scope, {}, QStringLiteral("Своя"))});
    QVERIFY2(made, qUtf8Printable(made ? QString() : made.error().detail));
    QVERIFY(newcomer.replica->submit(
        {draftOf({}, made->entities.front(), QStringLiteral("Своя, виправлена"))}));
    for (int i = 0; i < 50; ++i)
        QVERIFY(writer.replica->submit({draftOf(scope, {}, QStringLiteral("Нова %1").arg(i))}));
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
        QVERIFY(writer.replica->submit({draftOf(scope, {}, QStringLiteral("Яма %1").arg(i))}));
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
        QVERIFY(writer.replica->submit({draftOf(scope, {}, QStringLiteral("Яма %1").arg(i))}));
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

QTEST_GUILESS_MAIN(BulkTest)
#include "BulkTest.moc"
