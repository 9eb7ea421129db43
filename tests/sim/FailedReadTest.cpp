// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/Invariants.h"
#include "tests/sim/Workload.h"

#include <QtCore/QHashFunctions>
#include <QtTest/QTest>

#include <sqlite3.h>

using namespace spilno;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPersons = 2;
/// How far the reads of one exchange are failed one by one; there are fewer.
constexpr int kReadsAtMost = 400;

} // namespace

/// One read of the server's or a writer's database fails, each in its turn, while changes are
/// exchanged. A row that could not be read is not a row that is absent: a session may end, but no
/// change is lost, refused for good or taken twice, and no history looks like another.
class FailedReadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QHashSeed::setDeterministicGlobalSeed(); }
    void everyReadMayFailWhileChangesAreExchanged_data();
    void everyReadMayFailWhileChangesAreExchanged();

private:
    /// Everything is read from the file again: nothing stands in caches.
    static void restart(sim::World &world);
    static void exchange(sim::World &world);
};

void FailedReadTest::everyReadMayFailWhileChangesAreExchanged_data()
{
    QTest::addColumn<QString>("machine");
    QTest::addColumn<bool>("once");
    QTest::newRow("of the server") << u"server"_s << true;
    QTest::newRow("of the server, for a while") << u"server"_s << false;
    QTest::newRow("of a writer") << QString() << true;
}

void FailedReadTest::restart(sim::World &world)
{
    world.server.stop();
    for (std::size_t who = 1; who <= kPersons; ++who)
        world.clients[who]->stop();
    world.server.start();
    for (std::size_t who = 1; who <= kPersons; ++who)
        world.clients[who]->start();
}

void FailedReadTest::exchange(sim::World &world)
{
    for (std::size_t who = 1; who <= kPersons; ++who)
        world.clients[who]->reconnect();
    world.time.runFor(400);
}

void FailedReadTest::everyReadMayFailWhileChangesAreExchanged()
{
    QFETCH(QString, machine);
    QFETCH(bool, once);
    sim::World world(11);
    world.network.faults.slowestMs = 2;
    world.found();
    for (int i = 0; i < kPersons; ++i)
        world.addPerson();
    world.time.runFor(5'000); // they have met the city
    sim::Workload workload(world);
    for (int i = 0; i < 40; ++i) {
        workload.act();
        world.time.runFor(100);
    }
    QVERIFY(world.settle(60'000));
    for (const auto &client : world.clients)
        client->diskMayFail = true;
    if (machine.isEmpty())
        machine = world.clients[1]->machine();
    int read = 0;
    for (bool passed = false; !passed && read < kReadsAtMost; ++read) {
        workload.crossWriting(kPersons);
        restart(world);
        world.disk.failReadAfter(
            machine.toStdString(), read, SQLITE_IOERR_READ,
            once ? sim::SimDisk::Failure::Once : sim::SimDisk::Failure::FromThenOn);
        exchange(world);
        passed = !world.disk.stopFailing();
        exchange(world); // the next contact goes on
        QVERIFY2(
            world.marks.wrongs().isEmpty(),
            qPrintable(u"read %1: "_s.arg(read) + world.marks.wrongs().join(u'\n')));
    }
    QVERIFY2(read > 20 && read < kReadsAtMost, qPrintable(QString::number(read)));
    world.heal();
    QVERIFY(world.settle(120'000)); // nothing waits in any outbox
    sim::Invariants(world).checkAll();
    QVERIFY2(world.marks.wrongs().isEmpty(), qPrintable(world.marks.wrongs().join(u'\n')));
}

QTEST_GUILESS_MAIN(FailedReadTest)
#include "FailedReadTest.moc"
