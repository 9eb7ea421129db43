// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/Invariants.h"
#include "tests/sim/Workload.h"

#include <QtCore/QHashFunctions>
#include <QtTest/QTest>

using namespace spilno;
using namespace Qt::StringLiterals;

namespace {

/// Places where the two sessions of a round are cut; with SPILNO_EVERY_BYTE set, every byte.
constexpr qint64 kCutsAtMost = 160;
constexpr int kPersons = 2;

} // namespace

/// Sessions that are cut after any number of bytes, while two people write on the same records and
/// their changes cross: whatever was under way, nothing is lost and nothing stands twice.
class CutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QHashSeed::setDeterministicGlobalSeed(); }
    void aSessionMayBeCutAtAnyByte_data();
    void aSessionMayBeCutAtAnyByte();

private:
    /// Both sessions anew; cut after so many bytes of that side, or not at all.
    static void exchange(sim::World &world, sim::Side from, std::optional<qint64> cutAfter);
};

void CutTest::aSessionMayBeCutAtAnyByte_data()
{
    QTest::addColumn<int>("from");
    QTest::newRow("on the way up") << static_cast<int>(sim::Side::Client);
    QTest::newRow("on the way down") << static_cast<int>(sim::Side::Server);
}

void CutTest::exchange(sim::World &world, sim::Side from, std::optional<qint64> cutAfter)
{
    for (std::size_t who = 1; who <= kPersons; ++who) {
        // The second is cut half a step behind the first, so that the two cover other bytes.
        if (cutAfter)
            world.network.nextCut = {from, *cutAfter + static_cast<qint64>(who - 1)};
        world.clients[who]->reconnect();
        world.time.runFor(cutAfter ? 80 : 400);
    }
}

void CutTest::aSessionMayBeCutAtAnyByte()
{
    QFETCH(int, from);
    const auto side = static_cast<sim::Side>(from);
    sim::World world(7);
    world.network.faults.slowestMs = 2;
    world.found();
    for (int i = 0; i < kPersons; ++i)
        world.addPerson();
    world.time.runFor(5'000); // they have met the city
    sim::Workload workload(world);
    for (int i = 0; i < 60; ++i) {
        workload.act();
        world.time.runFor(100);
    }
    QVERIFY(world.settle(60'000));
    for (const auto &[id, person] : world.people)
        QVERIFY(!person.identityRecord.isNull()); // what they write can be taken
    workload.crossWriting(kPersons);
    exchange(world, side, std::nullopt);
    qint64 whole = 0;
    for (std::size_t who = 1; who <= kPersons; ++who)
        whole = std::max(whole, world.clients[who]->carried(side));
    QVERIFY2(whole > 500, qPrintable(QString::number(whole)));
    const bool every = qEnvironmentVariableIsSet("SPILNO_EVERY_BYTE");
    const qint64 step = every ? 1 : std::max<qint64>(1, whole / kCutsAtMost);
    qint64 rounds = 0;
    for (qint64 bytes = 0; bytes <= whole; bytes += step) {
        workload.crossWriting(kPersons);
        exchange(world, side, bytes);
        if (++rounds % 8 == 0)
            exchange(world, side, std::nullopt); // what gathered goes through now and then
        QVERIFY2(world.marks.wrongs().isEmpty(), qPrintable(world.marks.wrongs().join(u'\n')));
    }
    const auto &hits = world.marks.hits();
    const auto cut =
        hits.find(side == sim::Side::Client ? u"cut on the way up"_s : u"cut on the way down"_s);
    QVERIFY(cut != hits.end());
    QVERIFY2(
        cut->second > rounds * kPersons * 8 / 10,
        qPrintable(u"%1 cuts of %2 rounds"_s.arg(cut->second).arg(rounds)));
    world.network.nextCut = {};
    world.heal();
    QVERIFY(world.settle(120'000));
    sim::Invariants(world).checkAll();
    QVERIFY2(world.marks.wrongs().isEmpty(), qPrintable(world.marks.wrongs().join(u'\n')));
}

QTEST_GUILESS_MAIN(CutTest)
#include "CutTest.moc"
