// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/Invariants.h"
#include "tests/sim/Weather.h"
#include "tests/sim/Workload.h"

#include <QtCore/QHashFunctions>
#include <QtTest/QTest>

using namespace spilno;
using namespace Qt::StringLiterals;

namespace {

int seedCount = 50;
std::uint64_t firstSeed = 1;
std::map<QString, int> allMarks;

constexpr qint64 kSettleMs = 10 * 60'000;

/// What has to be met in 50 seeds.
constexpr const char *kWanted[] = {
    "acted by receipt",
    "adversary",
    "answer after the session",
    "arrived after the cut",
    "claim by an adversary",
    "client clock jump",
    "client crash, writes lost",
    "clone",
    "clone with unsent work",
    "copied twice",
    "cut on the way down",
    "cut on the way up",
    "erase",
    "erase of a winner",
    "erase of what is pending",
    "erased for good",
    "fork told by the server",
    "frame twice",
    "group commit",
    "held up by a partition",
    "issued again by two programs",
    "joined by invitation",
    "judged: already-exists",
    "judged: bad-field",
    "judged: bad-proof",
    "judged: closed",
    "judged: conflict",
    "judged: duplicate",
    "judged: kept",
    "judged: missing-field",
    "judged: no-right",
    "judged: taken",
    "judged: transaction",
    "judged: unknown-record",
    "judged: unreadable",
    "judged: wrong-scope",
    "kept by a revoked device",
    "locked",
    "numbers granted",
    "partition",
    "preview contradicted by the log",
    "preview refused: bad-signature",
    "preview shown",
    "revocation in force",
    "revoked between admission and its place",
    "revoked with unsent changes",
    "role ended",
    "scrub while running",
    "second device",
    "second issue before the first",
    "server clock behind its log",
    "server crash, writes lost",
    "set",
    "settled",
    "slice from the cache",
    "started with a preview",
    "stranger who repeats",
    "stranger with noise",
    "taken back before a program joined",
    "taken back before it came",
    "taken back from three programs",
    "transaction",
    "two values of a field",
    "values settled",
    "void transaction",
    "watchdog",
};

QString reportOf(const sim::World &world)
{
    return u"seed %1 (SimTest --seeds 1 --first %1):\n  "_s.arg(world.seed) +
           world.marks.wrongs().mid(0, 6).join(u"\n  "_s);
}

void remember(const sim::World &world)
{
    for (const auto &[mark, hits] : world.marks.hits())
        allMarks[mark] += hits;
}

/// What happens in a city while everything goes wrong for some minutes.
void liveThrough(sim::World &world, qint64 minutes)
{
    sim::Workload workload(world);
    sim::Weather weather(world);
    weather.begin();
    const qint64 until = world.time.nowMs() + minutes * 60'000;
    while (world.time.nowMs() < until) {
        world.time.runFor(world.below(1'500));
        workload.act();
        weather.pass();
        if (world.chance(10))
            sim::Invariants::checkRebuild(world, world.anyClient());
    }
    world.heal();
}

QString waitingOf(const sim::World &world)
{
    QString text;
    std::vector<replica::ScopeStatus> heads;
    if (const auto *store = const_cast<sim::World &>(world).server.store(); store != nullptr)
        heads = store->scopes().value_or(std::vector<replica::ScopeStatus>());
    for (const auto &client : world.clients) {
        if (!client->isUp())
            continue;
        text += u"\n    "_s + client->machine() +
                (world.isRevoked(*client) ? u" (revoked)"_s : QString());
        for (const replica::ScopeStatus &head : heads) {
            const auto own = client->database()->scope(head.scope);
            if (!own || !*own)
                text += u" lacks "_s + head.scope.toHex().left(8);
            else if ((*own)->proven != head.next)
                text += u" %1: %2 proven, %3 applied of %4"_s.arg(head.scope.toHex().left(8))
                            .arg((*own)->proven)
                            .arg((*own)->next)
                            .arg(head.next);
        }
        const auto items = client->database()->outbox(3);
        for (const auto &item : *items)
            text +=
                u" %1/%2/%3"_s.arg(item.type).arg(static_cast<int>(item.state)).arg(item.reason);
    }
    return text;
}

} // namespace

class SimTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCityWithoutFaultsSettles();
    void aCitySurvivesWhateverHappens_data();
    void aCitySurvivesWhateverHappens();
    void aReaderThatDoesNotReadCostsLittle();
    void everyFaultWasMet();
};

void SimTest::aCityWithoutFaultsSettles()
{
    sim::World world(1);
    world.found();
    world.addPerson();
    world.addPerson();
    sim::Workload workload(world);
    for (int i = 0; i < 200; ++i) {
        world.time.runFor(world.below(500));
        workload.act();
    }
    const bool settled = world.settle(60'000);
    QVERIFY2(settled, qPrintable(reportOf(world) + waitingOf(world)));
    sim::Invariants(world).checkAll();
    QVERIFY2(world.marks.wrongs().isEmpty(), qPrintable(reportOf(world)));
}

void SimTest::aCitySurvivesWhateverHappens_data()
{
    QTest::addColumn<std::uint64_t>("seed");
    for (int i = 0; i < seedCount; ++i) {
        const std::uint64_t seed = firstSeed + static_cast<std::uint64_t>(i);
        QTest::newRow(qPrintable(u"seed %1"_s.arg(seed))) << seed;
    }
}

void SimTest::aCitySurvivesWhateverHappens()
{
    QFETCH(std::uint64_t, seed);
    sim::World world(seed);
    world.found();
    const qint64 others = 2 + world.below(5);
    for (qint64 i = 0; i < others; ++i)
        world.addPerson();
    world.time.runFor(5'000);
    liveThrough(world, 2);
    world.addPerson();                            // who was not there when it happened
    const bool settled = world.settle(kSettleMs); // I12: faults stop, and the city comes to rest
    const QString waiting = settled ? QString() : u"I12: it does not settle "_s + waitingOf(world);
    if (settled)
        sim::Invariants(world).checkAll();
    remember(world);
    QVERIFY2(settled, qPrintable(waiting + reportOf(world)));
    QVERIFY2(world.marks.wrongs().isEmpty(), qPrintable(reportOf(world)));
}

/// I13: who does not read makes the server hold no more than a page or two for them.
void SimTest::aReaderThatDoesNotReadCostsLittle()
{
    sim::World world(5);
    world.found();
    sim::SimClient &writer = *world.clients.front();
    for (int i = 0; i < 400; ++i) {
        replica::Draft draft;
        draft.type = u"request"_s;
        draft.scope = world.scopes.front();
        QByteArray noise(12'000, '\0');
        world.random.fill({reinterpret_cast<std::uint8_t *>(noise.data()), 12'000});
        draft.fields = {
            {u"title"_s, wire::Value(world.words())},
            {u"text"_s, wire::Value(QString::fromLatin1(noise.toBase64()))}};
        QVERIFY(world.submit(writer, {draft}));
    }
    QVERIFY(world.settle(60'000));
    world.network.mostQueued = 0;
    sim::SimClient &reader = world.addPerson();
    world.time.runFor(2'050); // it has said HELLO at most
    world.network.partitioned.insert(reader.machine());
    world.time.runFor(20'000);
    QVERIFY2(
        world.network.mostQueued > 600'000, qPrintable(QString::number(world.network.mostQueued)));
    QVERIFY2(
        world.network.mostQueued < 2'200'000,
        qPrintable(QString::number(world.network.mostQueued)));
    world.heal();
    QVERIFY(world.settle(120'000));
    QVERIFY2(
        world.network.mostQueued < 2'200'000,
        qPrintable(QString::number(world.network.mostQueued)));
}

void SimTest::everyFaultWasMet()
{
    QStringList never;
    for (const char *wanted : kWanted) {
        if (allMarks[QLatin1String(wanted)] == 0)
            never.append(QLatin1String(wanted));
    }
    for (const auto &[mark, hits] : allMarks)
        qInfo("%6d  %s", hits, qPrintable(mark));
    if (seedCount >= 50 && !never.isEmpty())
        QFAIL(qPrintable(u"never met: "_s + never.join(u", ")));
}

int main(int argc, char **argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    std::vector<char *> rest;
    for (int i = 0; i < argc; ++i) {
        if (qstrcmp(argv[i], "--seeds") == 0 && i + 1 < argc)
            seedCount = std::atoi(argv[++i]);
        else if (qstrcmp(argv[i], "--first") == 0 && i + 1 < argc)
            firstSeed = std::strtoull(argv[++i], nullptr, 10);
        else
            rest.push_back(argv[i]);
    }
    QCoreApplication app(argc, argv);
    SimTest test;
    return QTest::qExec(&test, static_cast<int>(rest.size()), rest.data());
}

#include "SimTest.moc"
