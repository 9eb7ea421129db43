// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/Invariants.h"
#include "tests/sim/Workload.h"

#include <QtCore/QHashFunctions>
#include <QtTest/QTest>

using namespace spilno;
using namespace Qt::StringLiterals;

/// Sessions that are cut after every possible number of bytes, while two people write on the same
/// record: whatever was under way, nothing is lost and nothing stands twice.
class CutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QHashSeed::setDeterministicGlobalSeed(); }
    void aSessionMayBeCutAtAnyByte_data();
    void aSessionMayBeCutAtAnyByte();
};

void CutTest::aSessionMayBeCutAtAnyByte_data()
{
    QTest::addColumn<int>("from");
    QTest::newRow("on the way up") << static_cast<int>(sim::Side::Client);
    QTest::newRow("on the way down") << static_cast<int>(sim::Side::Server);
}

void CutTest::aSessionMayBeCutAtAnyByte()
{
    QFETCH(int, from);
    sim::World world(7);
    world.network.faults.slowestMs = 2;
    world.found();
    world.addPerson();
    world.addPerson();
    sim::Workload workload(world);
    for (int i = 0; i < 20; ++i)
        workload.act();
    QVERIFY(world.settle(60'000));
    qint64 bytes = 0;
    for (bool reached = true; reached; ++bytes) {
        reached = false;
        for (std::size_t who : {1, 2}) {
            sim::SimClient &client = *world.clients[who];
            if (bytes % 8 == 0)
                workload.editSome(client);
            world.network.nextCut = {static_cast<sim::Side>(from), bytes};
            client.reconnect();
            world.time.runFor(150);
            reached = reached || client.carried(static_cast<sim::Side>(from)) >= bytes;
        }
        QVERIFY2(world.marks.wrongs().isEmpty(), qPrintable(world.marks.wrongs().join(u'\n')));
    }
    QVERIFY2(bytes > 600, qPrintable(QString::number(bytes)));
    world.network.nextCut = {};
    world.heal();
    QVERIFY(world.settle(120'000));
    sim::Invariants(world).checkAll();
    QVERIFY2(world.marks.wrongs().isEmpty(), qPrintable(world.marks.wrongs().join(u'\n')));
}

QTEST_GUILESS_MAIN(CutTest)
#include "CutTest.moc"
