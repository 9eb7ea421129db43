// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Drafts.h"
#include "tests/support/TestCity.h"

#include "core/records/Registry.h"

#include <QtTest/QTest>

using namespace spilno;
using test::digestsOf;
using test::requestDraft;
using test::TestCity;
using test::TestPerson;
using test::titleEdit;

namespace {

QString titleOf(const TestPerson &person, const base::EntityId &entity)
{
    const auto record = person.replica->record(QStringLiteral("request"), entity);
    return record && *record ? (*record)->value(QStringLiteral("title")).toText() : QString();
}

qint64 countRequests(const TestPerson &person)
{
    replica::Query query;
    query.type = QStringLiteral("request");
    return person.replica->count(query).value();
}

} // namespace

class ReplicaDatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownWorkShowsAtOnceAndReachesAnotherReplica();
    void offlineEditsOfOneFieldBecomeASoftConflictThatBothSee();
    void aMergeEndsTheConflict();
    void aClonedProfileLosesNoWork();
    void rebuildGivesTheSameTables();
    void verifyFindsNothingWrongAndNamesATamperedRow();
    void pagesAreCutByKeyAndCoverEverythingOnce();
    void aTransactionOfAnUncertifiedDeviceIsNotSequenced();
    void aReplicaServesWhatItReceived();
};

void ReplicaDatabaseTest::ownWorkShowsAtOnceAndReachesAnotherReplica()
{
    TestCity city;
    const auto scope = city.makeScope(QStringLiteral("Дороги"));
    TestPerson anna = city.join();
    TestPerson boris = city.join();
    const auto made = anna.replica->submit({requestDraft(scope, QStringLiteral("Яма на дорозі"))});
    QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
    const base::EntityId request = made->entities.front();
    QCOMPARE(titleOf(anna, request), QStringLiteral("Яма на дорозі"));
    QVERIFY((*anna.replica->record(QStringLiteral("request"), request).value()).pending);
    QCOMPARE(anna.replica->outbox(10)->size(), std::size_t{1});
    city.sync(anna);
    QVERIFY(!(*anna.replica->record(QStringLiteral("request"), request).value()).pending);
    QVERIFY(anna.replica->outbox(10)->empty());
    city.sync(boris);
    QCOMPARE(titleOf(boris, request), QStringLiteral("Яма на дорозі"));
    QCOMPARE(digestsOf(*anna.replica), digestsOf(*boris.replica));
    QCOMPARE(digestsOf(*anna.replica), digestsOf(*city.server));
}

void ReplicaDatabaseTest::offlineEditsOfOneFieldBecomeASoftConflictThatBothSee()
{
    TestCity city;
    const auto scope = city.makeScope(QStringLiteral("Дороги"));
    TestPerson anna = city.join();
    const auto made = anna.replica->submit({requestDraft(scope, QStringLiteral("Яма"))});
    city.sync(anna);
    // The same person's second device would do; the sequencing replica of a clone stands for it.
    TestPerson twin{anna.identity, city.openReplica(QStringLiteral("twin"))};
    twin.replica->setIdentity(anna.identity);
    city.pull(*twin.replica);
    const base::EntityId request = made->entities.front();
    QVERIFY(anna.replica->submit({titleEdit(request, QStringLiteral("Велика яма"))}));
    city.clock.advance(1000);
    QVERIFY(twin.replica->submit({titleEdit(request, QStringLiteral("Глибока яма"))}));
    city.sync(anna);
    city.sync(twin);
    city.sync(anna);
    QCOMPARE(titleOf(anna, request), QStringLiteral("Глибока яма"));
    QCOMPARE(digestsOf(*anna.replica), digestsOf(*twin.replica));
    const auto conflicts = anna.replica->conflicts(10);
    QCOMPARE(conflicts->size(), std::size_t{1});
    QCOMPARE(conflicts->front().versions.size(), std::size_t{2});
    QCOMPARE(conflicts->front().versions.back().second.toText(), QStringLiteral("Велика яма"));
}

void ReplicaDatabaseTest::aMergeEndsTheConflict()
{
    TestCity city;
    const auto scope = city.makeScope(QStringLiteral("Дороги"));
    TestPerson anna = city.join();
    const auto made = anna.replica->submit({requestDraft(scope, QStringLiteral("Яма"))});
    city.sync(anna);
    TestPerson twin{anna.identity, city.openReplica(QStringLiteral("twin"))};
    twin.replica->setIdentity(anna.identity);
    city.pull(*twin.replica);
    const base::EntityId request = made->entities.front();
    QVERIFY(anna.replica->submit({titleEdit(request, QStringLiteral("А"))}));
    QVERIFY(twin.replica->submit({titleEdit(request, QStringLiteral("Б"))}));
    city.sync(anna);
    city.sync(twin);
    QCOMPARE(twin.replica->conflicts(10)->size(), std::size_t{1});
    QVERIFY(twin.replica->submit({titleEdit(request, QStringLiteral("А і Б"))}));
    QVERIFY(twin.replica->conflicts(10)->empty());
    city.sync(twin);
    city.sync(anna);
    QVERIFY(anna.replica->conflicts(10)->empty());
    QCOMPARE(titleOf(anna, request), QStringLiteral("А і Б"));
}

void ReplicaDatabaseTest::aClonedProfileLosesNoWork()
{
    TestCity city;
    const auto scope = city.makeScope(QStringLiteral("Дороги"));
    TestPerson anna = city.join();
    QVERIFY(anna.replica->submit({requestDraft(scope, QStringLiteral("Перша"))}));
    city.sync(anna);
    // Clone the profile: same keys, same file, then both write on the same feed.
    const QString copy = city.folder.filePath(QStringLiteral("clone/replica.db"));
    QVERIFY(QDir().mkpath(QFileInfo(copy).absolutePath()));
    QVERIFY(anna.replica->backupTo(copy));
    TestPerson clone{anna.identity, city.openReplica(QStringLiteral("clone"))};
    clone.replica->setIdentity(anna.identity);
    QVERIFY(anna.replica->submit({requestDraft(scope, QStringLiteral("З кабінету"))}));
    const auto lost = clone.replica->submit({requestDraft(scope, QStringLiteral("З клону"))});
    QVERIFY(clone.replica->submit(
        {titleEdit(lost->entities.front(), QStringLiteral("З клону, виправлено"))}));
    city.sync(anna);
    city.sync(clone);
    city.sync(anna);
    QCOMPARE(titleOf(anna, lost->entities.front()), QStringLiteral("З клону, виправлено"));
    QCOMPARE(countRequests(anna), qint64{3});
    QCOMPARE(digestsOf(*anna.replica), digestsOf(*clone.replica));
    QVERIFY(clone.replica->outbox(10)->empty());
}

void ReplicaDatabaseTest::rebuildGivesTheSameTables()
{
    TestCity city;
    const auto scope = city.makeScope(QStringLiteral("Дороги"));
    TestPerson anna = city.join();
    for (int i = 0; i < 20; ++i) {
        const auto made =
            anna.replica->submit({requestDraft(scope, QStringLiteral("Яма %1").arg(i))});
        if (i % 3 == 0)
            QVERIFY(anna.replica->submit(
                {titleEdit(made->entities.front(), QStringLiteral("Виправлено %1").arg(i))}));
    }
    city.sync(anna);
    QVERIFY(anna.replica->submit({requestDraft(scope, QStringLiteral("Ще не надіслано"))}));
    const QByteArrayList before = digestsOf(*anna.replica);
    const auto rebuilt = anna.replica->rebuild();
    QVERIFY2(rebuilt, qPrintable(rebuilt ? QString() : rebuilt.error().detail));
    QCOMPARE(digestsOf(*anna.replica), before);
    QCOMPARE(countRequests(anna), qint64{21});
}

void ReplicaDatabaseTest::verifyFindsNothingWrongAndNamesATamperedRow()
{
    TestCity city;
    const auto scope = city.makeScope(QStringLiteral("Дороги"));
    TestPerson anna = city.join();
    QVERIFY(anna.replica->submit({requestDraft(scope, QStringLiteral("Яма"))}));
    city.sync(anna);
    const auto clean = anna.replica->verify();
    QVERIFY2(
        clean && clean->empty(),
        clean ? qPrintable(clean->empty() ? QString() : clean->front().text()) : "");
    const QString path = city.folder.filePath(QStringLiteral("person1/replica.db"));
    anna.replica.reset();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    const QByteArray needle = QStringLiteral("Яма").toUtf8();
    QVERIFY(bytes.contains(needle));
    bytes.replace(needle, QStringLiteral("Яра").toUtf8());
    QVERIFY(file.seek(0));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    anna.replica = city.openReplica(QStringLiteral("person1"));
    const auto wrong = anna.replica->verify();
    QVERIFY(wrong && !wrong->empty());
    QVERIFY(wrong->front().text().contains(QStringLiteral("do not give its hash")));
}

void ReplicaDatabaseTest::pagesAreCutByKeyAndCoverEverythingOnce()
{
    TestCity city;
    const auto scope = city.makeScope(QStringLiteral("Дороги"));
    TestPerson anna = city.join();
    for (int i = 0; i < 35; ++i)
        QVERIFY(anna.replica->submit({requestDraft(scope, QStringLiteral("Яма %1").arg(i % 7))}));
    city.sync(anna);
    for (int i = 35; i < 43; ++i)
        QVERIFY(anna.replica->submit({requestDraft(scope, QStringLiteral("Яма %1").arg(i % 7))}));
    for (const QString &order : {QStringLiteral("changed"), QStringLiteral("title")}) {
        replica::Query query;
        query.type = QStringLiteral("request");
        query.orderBy = order;
        query.limit = 10;
        QSet<base::EntityId> seen;
        for (int pages = 0; pages < 10; ++pages) {
            const auto page = anna.replica->list(query);
            QVERIFY2(page, qPrintable(page ? QString() : page.error().detail));
            for (const replica::Record &record : page->items) {
                QVERIFY(!seen.contains(record.entity));
                seen.insert(record.entity);
            }
            query.after = page->next;
            if (page->next.isEmpty())
                break;
        }
        QCOMPARE(seen.size(), qsizetype{43});
    }
}

void ReplicaDatabaseTest::aTransactionOfAnUncertifiedDeviceIsNotSequenced()
{
    TestCity city;
    const auto scope = city.makeScope(QStringLiteral("Дороги"));
    TestPerson stranger = city.join(false);
    QVERIFY(stranger.replica->submit({requestDraft(scope, QStringLiteral("Яма"))}));
    QVERIFY(!city.push(stranger));
    QCOMPARE(city.lastOutcomes.front().state, replica::SequenceState::NotCertified);
    QCOMPARE(stranger.replica->outbox(10)->size(), std::size_t{1});
}

void ReplicaDatabaseTest::aReplicaServesWhatItReceived()
{
    TestCity city;
    const auto scope = city.makeScope(QStringLiteral("Дороги"));
    TestPerson anna = city.join();
    for (int i = 0; i < 30; ++i)
        QVERIFY(anna.replica->submit({requestDraft(scope, QStringLiteral("Яма %1").arg(i))}));
    city.sync(anna);
    // Anna's replica, which is no sequencer, now stands in for the server.
    auto reader = city.openReplica(QStringLiteral("reader"));
    std::swap(city.server, anna.replica);
    city.pull(*reader, 7);
    std::swap(city.server, anna.replica);
    QCOMPARE(digestsOf(*reader), digestsOf(*anna.replica));
}

QTEST_GUILESS_MAIN(ReplicaDatabaseTest)
#include "ReplicaDatabaseTest.moc"
