// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/Invariants.h"
#include "tests/sim/PreviewForger.h"
#include "tests/sim/Workload.h"

#include <QtCore/QHashFunctions>
#include <QtTest/QTest>

using namespace spilno;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kSettleMs = 120'000;

/// A city in which so much was written that who comes lacks most of it, sent in small slices.
struct BusyCity
{
    explicit BusyCity(std::uint64_t seed = 3)
        : world(seed)
    {
        world.network.faults.slowestMs = 20;
        world.found();
        sim::SimClient &writer = *world.clients.front();
        for (int i = 0; i < 120; ++i)
            write(writer, i);
        world.server.sliceChangesMax = 3;
        isReady = world.settle(kSettleMs);
    }

    void write(sim::SimClient &writer, int number)
    {
        replica::Draft draft;
        draft.type = u"request"_s;
        draft.scope = world.scopes.front();
        draft.fields = {{u"title"_s, wire::Value(u"Яма %1"_s.arg(number))}};
        const auto made = world.submit(writer, {draft});
        world.time.runFor(60); // a run of its own
        if (!made || number % 3 != 0)
            return;
        replica::Draft edit;
        edit.type = u"request"_s;
        edit.entity = made->entities.front();
        edit.fields = {{u"title"_s, wire::Value(u"Глибока яма %1"_s.arg(number))}};
        (void)world.submit(writer, {edit});
    }

    /// Runs until the program shows previewed records, or everything has come.
    bool runUntilPreviewed(const sim::SimClient &client)
    {
        for (int i = 0; i < 4'000 && !world.isSettled(); ++i) {
            world.time.runFor(5);
            if (client.isUp() && client.previewed() > 0)
                return true;
        }
        return false;
    }

    bool restsWell()
    {
        world.network.nextCut = {};
        world.heal();
        if (!world.settle(kSettleMs))
            return false;
        sim::Invariants(world).checkAll();
        return world.marks.wrongs().isEmpty();
    }

    sim::World world;
    bool isReady = false;
};

std::vector<replica::Record> requestsOf(sim::SimClient &client)
{
    replica::Query query;
    query.type = u"request"_s;
    query.limit = 1'000;
    const auto page = client.database()->list(query);
    return page ? page->items : std::vector<replica::Record>();
}

std::uint64_t appliedOf(sim::SimClient &client, const base::ScopeId &scope)
{
    const auto status = client.database()->scope(scope);
    return status && *status ? (*status)->next : 0;
}

} // namespace

/// The newest slice of a scope is on screen before its log has come, and leaves no trace when it
/// has: whatever happens to the session, the machine or the server's honesty meanwhile.
class PreviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QHashSeed::setDeterministicGlobalSeed(); }
    void theNewestIsShownFirstAsTheWriterSeesIt();
    void whatIsPreviewedMayBeActedOnAndOutlivesARestart();
    void aSessionMayBeCutInsideAPreview();
    void aPreviewThatComesAgainReplacesTheFirst();
    void aForgedPreviewShowsNothing_data();
    void aForgedPreviewShowsNothing();
    void aPreviewThatTheLogContradictsIsDropped();
};

void PreviewTest::theNewestIsShownFirstAsTheWriterSeesIt()
{
    BusyCity city;
    QVERIFY(city.isReady);
    sim::World &world = city.world;
    std::map<base::EntityId, replica::Record> truth;
    for (const replica::Record &record : requestsOf(*world.clients.front()))
        truth[record.entity] = record;
    sim::SimClient &newcomer = world.addPerson();
    QVERIFY(city.runUntilPreviewed(newcomer));
    QVERIFY(appliedOf(newcomer, world.scopes.front()) < 100);
    const QString digest = sim::digestOf(*newcomer.database());
    std::size_t previews = 0;
    for (const replica::Record &shown : requestsOf(newcomer)) {
        const replica::Record &written = truth.at(shown.entity);
        QVERIFY(!shown.pending);
        previews += shown.preview ? 1 : 0;
        QCOMPARE(shown.value(u"title"_s), written.value(u"title"_s));
        QCOMPARE(shown.author, written.author);
        QCOMPARE(shown.createdMs, written.createdMs);
        QCOMPARE(shown.changedMs, written.changedMs);
        if (!shown.preview)
            continue;
        const auto history = newcomer.database()->history(shown.entity);
        QVERIFY(history && !history->empty());
        QVERIFY(history->front().preview && history->front().position > 100);
    }
    QVERIFY2(previews >= 10, qPrintable(QString::number(previews)));
    QCOMPARE(static_cast<qint64>(previews), newcomer.previewed());
    QVERIFY(newcomer.database()->rebuild());
    QCOMPARE(sim::digestOf(*newcomer.database()), digest);
    QCOMPARE(static_cast<qint64>(previews), newcomer.previewed());
    QVERIFY2(city.restsWell(), qPrintable(world.marks.wrongs().join(u'\n')));
    QCOMPARE(newcomer.previewed(), qint64{0});
    for (const replica::Record &shown : requestsOf(newcomer))
        QVERIFY(!shown.preview);
}

void PreviewTest::whatIsPreviewedMayBeActedOnAndOutlivesARestart()
{
    BusyCity city;
    sim::World &world = city.world;
    const base::EntityId target = requestsOf(*world.clients.front()).front().entity;
    // The writer's other program comes without a log.
    sim::SimClient *second = world.addDevice(*world.clients.front());
    QVERIFY(second != nullptr);
    QVERIFY(city.runUntilPreviewed(*second));
    replica::Draft edit;
    edit.type = u"request"_s;
    edit.entity = target;
    edit.fields = {{u"title"_s, wire::Value(u"Засипано"_s)}};
    QVERIFY(world.submit(*second, {edit}));
    const qint64 before = second->previewed();
    second->stop();
    second->start();
    QVERIFY(second->isUp());
    QCOMPARE(second->previewed(), before);
    const auto shown = second->database()->record(u"request"_s, target);
    QVERIFY(shown && *shown);
    QVERIFY((*shown)->pending && (*shown)->preview);
    QCOMPARE((*shown)->value(u"title"_s).toText(), u"Засипано"_s);
    QVERIFY2(city.restsWell(), qPrintable(world.marks.wrongs().join(u'\n')));
    for (const auto &client : world.clients) {
        const auto settled = client->database()->record(u"request"_s, target);
        QVERIFY(settled && *settled && !(*settled)->pending && !(*settled)->preview);
        QCOMPARE((*settled)->value(u"title"_s).toText(), u"Засипано"_s);
    }
}

void PreviewTest::aSessionMayBeCutInsideAPreview()
{
    BusyCity city;
    sim::World &world = city.world;
    for (qint64 bytes = 400; bytes < 16'000; bytes += 1'100) {
        sim::SimClient &newcomer = world.addPerson();
        world.network.nextCut = {sim::Side::Server, bytes};
        newcomer.reconnect();
        world.time.runFor(120);
        newcomer.stop(); // and power goes at once
        newcomer.start();
        world.time.runFor(40);
    }
    QVERIFY2(city.restsWell(), qPrintable(world.marks.wrongs().join(u'\n')));
    QVERIFY(world.marks.hits().contains(u"cut on the way down"_s));
    QVERIFY(world.marks.hits().contains(u"preview shown"_s));
}

void PreviewTest::aPreviewThatComesAgainReplacesTheFirst()
{
    BusyCity city;
    sim::World &world = city.world;
    sim::SimClient &newcomer = world.addPerson();
    QVERIFY(city.runUntilPreviewed(newcomer));
    for (int i = 0; i < 6; ++i) {
        city.write(*world.clients.front(), 200 + i);
        world.time.runFor(50);
        newcomer.reconnect();
        world.time.runFor(80);
    }
    QVERIFY(world.marks.hits().at(u"preview shown"_s) > 1);
    QVERIFY2(city.restsWell(), qPrintable(world.marks.wrongs().join(u'\n')));
    QCOMPARE(newcomer.previewed(), qint64{0});
}

void PreviewTest::aForgedPreviewShowsNothing_data()
{
    QTest::addColumn<int>("manner");
    for (int manner = 0; manner + 1 < sim::PreviewForger::kManners; ++manner)
        QTest::newRow(qPrintable(sim::PreviewForger::name(manner))) << manner;
}

void PreviewTest::aForgedPreviewShowsNothing()
{
    QFETCH(int, manner);
    BusyCity city;
    sim::World &world = city.world;
    world.server.forgedPreviewsPerMille = 1'000;
    world.server.forgery = manner;
    sim::SimClient &newcomer = world.addPerson();
    QVERIFY(!city.runUntilPreviewed(newcomer));
    QVERIFY(world.marks.hits().contains(u"preview forged: "_s + sim::PreviewForger::name(manner)));
    QVERIFY(!world.marks.hits().contains(u"preview shown"_s));
    QVERIFY2(city.restsWell(), qPrintable(world.marks.wrongs().join(u'\n')));
    QVERIFY(newcomer.database()->previewed()->contradiction.isEmpty());
}

void PreviewTest::aPreviewThatTheLogContradictsIsDropped()
{
    BusyCity city;
    sim::World &world = city.world;
    world.server.forgedPreviewsPerMille = 1'000;
    world.server.forgery = sim::PreviewForger::kManners - 1;
    sim::SimClient &newcomer = world.addPerson();
    QVERIFY(city.runUntilPreviewed(newcomer));
    QVERIFY2(city.restsWell(), qPrintable(world.marks.wrongs().join(u'\n')));
    QCOMPARE(newcomer.previewed(), qint64{0});
    const auto told = newcomer.database()->previewed();
    QVERIFY2(told->contradiction.contains(u"position"_s), qPrintable(told->contradiction));
}

QTEST_GUILESS_MAIN(PreviewTest)
#include "PreviewTest.moc"
