// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/LieJudge.h"
#include "tests/sim/World.h"

#include <QtCore/QHashFunctions>
#include <QtTest/QTest>

using namespace spilno;
using namespace Qt::StringLiterals;
using log::LieKind;
using sim::Tale;

namespace {

/// A city of which one person's program is lied to.
class LiedTo
{
public:
    explicit LiedTo(std::uint64_t seed)
        : world(seed)
    {
        world.found();
        world.addPerson(); // who only reads
        victim = world.clients.front().get();
        report(3);
        world.settle(60'000);
    }

    void report(int count)
    {
        for (int i = 0; i < count; ++i) {
            replica::Draft draft = sim::draftOf(u"request"_s);
            draft.scope = world.scopes.front();
            draft.fields = {{u"title"_s, wire::Value(world.words())}};
            QVERIFY(world.submit(*victim, {draft}));
            world.time.runFor(2'500);
        }
    }

    /// The server says so from now on, to everybody, over some minutes and lines.
    void tell(Tale tale)
    {
        for (const auto &client : world.clients)
            client->mayBeLiedTo = true;
        world.server.tell(tale, world.scopes.front(), world.salts.at(world.scopes.front()));
        for (int line = 0; line < 3; ++line) {
            victim->reconnect();
            world.time.runFor(3'000);
            report(4);
            world.time.runFor(40'000);
        }
    }

    [[nodiscard]] std::vector<replica::Evidence> evidence() const
    {
        return victim->database()->evidence().value();
    }
    /// The names of what was proven, with nothing that does not hold before a stranger.
    [[nodiscard]] QStringList proven() const
    {
        QStringList names;
        for (const replica::Evidence &one : evidence()) {
            const auto verdict = log::judgeProof(base::view(one.bytes));
            const bool holds = verdict && verdict->isLie() && verdict->kind == one.kind &&
                               verdict->city == world.city &&
                               verdict->key == world.server.publicKey();
            names.append(holds ? log::lieKindName(one.kind) : u"what does not hold"_s);
        }
        return names;
    }

    sim::World world;
    sim::SimClient *victim = nullptr;
};

} // namespace

/// I9: every lie that a program can meet is proven to anybody, and nobody honest is accused.
class LyingServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLieIsProven_data();
    void everyLieIsProven();
    void whoTellsTheTruthIsNotAccused_data();
    void whoTellsTheTruthIsNotAccused();
    void aClockThatJumpsMakesNoLiar();
    void whatIsProvenIsBoundedAndStays();
};

void LyingServerTest::everyLieIsProven_data()
{
    QTest::addColumn<Tale>("tale");
    QTest::addColumn<QString>("kind");
    QTest::newRow("drops a change after a receipt") << Tale::DropsChanges << u"dropped-change"_s;
    QTest::newRow("shows two faces") << Tale::ShowsTwoFaces << u"two-faces"_s;
    QTest::newRow("goes back") << Tale::GoesBack << u"went-back"_s;
    QTest::newRow("holds back") << Tale::HoldsBack << u"held-back-receipted"_s;
    QTest::newRow("changes history") << Tale::ChangesHistory << u"changed-history"_s;
    QTest::newRow("gives a position twice") << Tale::GivesTwice << u"position-twice"_s;
    QTest::newRow("signs old times") << Tale::SignsOldTimes << u"time-before-receipt"_s;
}

void LyingServerTest::everyLieIsProven()
{
    QFETCH(Tale, tale);
    QFETCH(QString, kind);
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        LiedTo city(seed);
        QVERIFY(city.evidence().empty());
        city.tell(tale);
        const QStringList proven = city.proven();
        QVERIFY(city.world.server.liesTold() > 0);
        QVERIFY2(proven.contains(kind), qPrintable(u"seed %1: "_s.arg(seed) + proven.join(u", ")));
        QVERIFY2(!proven.contains(u"what does not hold"_s), qPrintable(proven.join(u", ")));
        QVERIFY2(
            city.world.marks.wrongs().isEmpty(),
            qPrintable(city.world.marks.wrongs().join(u"\n"_s)));
    }
}

void LyingServerTest::whoTellsTheTruthIsNotAccused_data()
{
    QTest::addColumn<Tale>("tale");
    QTest::newRow("an epoch that begins with less") << Tale::BeginsAnEpoch;
    QTest::newRow("an older copy that stands still") << Tale::ShowsAnOldCopy;
}

/// A restored server is behind what it once signed; as long as it stands still, or counts a new
/// epoch, that is no lie.
void LyingServerTest::whoTellsTheTruthIsNotAccused()
{
    QFETCH(Tale, tale);
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        LiedTo city(seed);
        city.tell(tale);
        QVERIFY(city.world.server.liesTold() > 0);
        QCOMPARE(city.proven(), QStringList());
    }
}

/// A checkpoint that was signed while the clock was a year ahead must not make a lie of the
/// receipts that follow.
void LyingServerTest::aClockThatJumpsMakesNoLiar()
{
    constexpr qint64 kYearMs = qint64{365} * 24 * 3'600'000;
    LiedTo city(4);
    for (int i = 0; i < 20; ++i) {
        const std::uint64_t before = city.world.server.store()->treeSize();
        replica::Draft draft = sim::draftOf(u"request"_s);
        draft.scope = city.world.scopes.front();
        draft.fields = {{u"title"_s, wire::Value(city.world.words())}};
        QVERIFY(city.world.submit(*city.victim, {draft}));
        for (int ms = 0; ms < 30'000 && city.world.server.store()->treeSize() == before; ++ms)
            city.world.time.runFor(1);
        QVERIFY(city.world.server.store()->treeSize() > before);
        city.world.server.clock().setWrongBy(kYearMs);
        city.world.time.runFor(1'100); // a checkpoint is due every second
        city.world.server.clock().setWrongBy(0);
    }
    QVERIFY(city.world.settle(60'000));
    QCOMPARE(city.proven(), QStringList());
    const auto newest = log::parseCheckpoint(base::view(city.world.server.newestCheckpoint()));
    QCOMPARE(newest->treeSize, city.world.server.store()->treeSize());
    QVERIFY2(
        city.world.marks.wrongs().isEmpty(), qPrintable(city.world.marks.wrongs().join(u"\n"_s)));
}

void LyingServerTest::whatIsProvenIsBoundedAndStays()
{
    LiedTo city(5);
    city.tell(Tale::GivesTwice);
    const std::vector<replica::Evidence> first = city.evidence();
    QVERIFY(!first.empty());
    city.report(30);
    const std::vector<replica::Evidence> later = city.evidence();
    QVERIFY(later.size() <= 8U * log::kLieKinds);
    for (std::size_t i = 0; i < first.size(); ++i)
        QCOMPARE(later[i].bytes, first[i].bytes);
    city.victim->crash();
    city.victim->start();
    QCOMPARE(city.evidence().size(), later.size());
}

int main(int argc, char **argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication app(argc, argv);
    LyingServerTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "LyingServerTest.moc"
