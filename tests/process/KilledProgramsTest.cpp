// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ProcessCity.h"
#include "tests/support/SeededRandom.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QSet>
#include <QtTest/QTest>

#include <algorithm>

using namespace spilno::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRows = 600;
constexpr int kImportKills = 5;
constexpr int kWrites = 10;
constexpr int kExchanges = 8;
/// Longer than a program lives here, unless it works: such a moment is after its end.
constexpr int kLivesAtMostMs = 900;

quint64 seedOfThisRun()
{
    bool given = false;
    const quint64 seed = qEnvironmentVariable("SPILNO_SEED").toULongLong(&given);
    return given ? seed : QRandomGenerator::global()->generate();
}

} // namespace

/// The real programs, killed without a word at any moment while they import, write and exchange:
/// what they said they had taken is there afterwards, once, on every machine. SPILNO_SEED chooses
/// the moments again.
class KilledProgramsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anImportGoesOnWhereItWasKilled();
    void whatWasTakenSurvivesKillsWhileWriting();
    void anExchangeSurvivesKillsOnBothSides();
    void everythingIsThereAndVerifies();

private:
    /// Lets it live for a moment more, as chance says; counts those that had not ended.
    void killSoon(QProcess &process, int mostMs);
    /// The same without the kill. What ends by itself is given less time the next time, so that a
    /// fast machine is caught at work, too.
    void liveOn(QProcess &process, int mostMs);
    void writeAndMaybeDie(int round);
    void exchangeAndDie(int round);
    [[nodiscard]] QStringList requestsOf(const QString &profile) const;
    void verifySound(const QString &profile) const;
    [[nodiscard]] int below(int bound);

    ProcessCity m_city;
    const quint64 m_seed = seedOfThisRun();
    spilno::support::SeededRandom m_random{m_seed};
    QStringList m_taken; ///< Requests that `create` answered for.
    qsizetype m_imported = 0;
    int m_killed = 0;
    int m_haste = 1;
};

void KilledProgramsTest::initTestCase()
{
    qInfo("SPILNO_SEED=%llu", static_cast<unsigned long long>(m_seed));
    const Outcome founded = m_city.found();
    QVERIFY2(founded.code == 0, qPrintable(founded.said()));
    QVERIFY(m_city.serve());
    const Outcome entered = m_city.enter(u"clerk"_s, u"Марія"_s);
    QVERIFY2(entered.code == 0, qPrintable(entered.said()));
    m_city.writeSample(u"rows.csv"_s, kRows);
}

int KilledProgramsTest::below(int bound)
{
    return static_cast<int>(m_random.next() % static_cast<quint64>(bound));
}

void KilledProgramsTest::liveOn(QProcess &process, int mostMs)
{
    process.waitForFinished(below(std::max(mostMs / m_haste, 2)));
    if (process.state() != QProcess::NotRunning)
        ++m_killed;
    else if (m_haste < 64)
        m_haste *= 2;
}

void KilledProgramsTest::killSoon(QProcess &process, int mostMs)
{
    liveOn(process, mostMs);
    ProcessCity::kill(process);
}

QStringList KilledProgramsTest::requestsOf(const QString &profile) const
{
    QStringList ids;
    const QJsonArray all =
        m_city.items(profile, {u"list"_s, u"request"_s, u"--limit"_s, u"10000"_s});
    for (const QJsonValue &item : all)
        ids.append(item[u"id"_s].toString());
    return ids;
}

void KilledProgramsTest::verifySound(const QString &profile) const
{
    const Outcome sound = m_city.ctl(profile, {u"verify"_s});
    QVERIFY2(sound.code == 0, qPrintable(profile + u": "_s + sound.said()));
}

void KilledProgramsTest::anImportGoesOnWhereItWasKilled()
{
    const QStringList import{u"import"_s,     u"requests"_s, u"rows.csv"_s, u"--map"_s,
                             u"boston-311"_s, u"--json"_s,   u"--resume"_s};
    for (int i = 0; i < kImportKills; ++i) {
        const auto process = m_city.beginCtl(u"owner"_s, import);
        process->setReadChannel(QProcess::StandardError);
        // It counts its rows as it goes: some lives end before it has begun, some in the middle.
        for (int line = below(4); line > 0; --line) {
            QVERIFY(QTest::qWaitFor(
                [&process] {
                    return process->canReadLine() || process->state() == QProcess::NotRunning;
                },
                ProcessCity::kPatienceMs));
            process->readLine();
        }
        killSoon(*process, kLivesAtMostMs);
        verifySound(u"owner"_s);
    }
    const Outcome last = m_city.ctl(u"owner"_s, import);
    QVERIFY2(last.code == 0, qPrintable(last.said()));
    const QJsonObject counts = last.json();
    QCOMPARE(counts.value(u"rows"_s).toInt(), kRows);
    const int taken = counts.value(u"imported"_s).toInt(); // those of earlier lives included
    QCOMPARE(taken + counts.value(u"rejected"_s).toInt(), kRows);
    const QStringList ids = requestsOf(u"owner"_s);
    QCOMPARE(ids.size(), taken);
    QCOMPARE(QSet<QString>(ids.cbegin(), ids.cend()).size(), taken);
    m_imported = taken;
}

void KilledProgramsTest::writeAndMaybeDie(int round)
{
    const QJsonObject request{{u"title"_s, u"Яма %1"_s.arg(round)}, {u"scope"_s, u"Requests"_s}};
    const auto process = m_city.beginCtl(
        u"clerk"_s, {u"create"_s, u"request"_s, u"--json"_s, u"-"_s},
        QJsonDocument(request).toJson());
    const bool dies = round % 3 != 0;
    if (dies)
        killSoon(*process, kLivesAtMostMs);
    const Outcome outcome = ProcessCity::finish(*process);
    const QString id = outcome.json().value(u"id"_s).toString();
    if (!dies)
        QVERIFY2(outcome.code == 0 && !id.isEmpty(), qPrintable(outcome.said()));
    if (!id.isEmpty())
        m_taken.append(id); // it said so, whatever happened to it then
}

void KilledProgramsTest::whatWasTakenSurvivesKillsWhileWriting()
{
    m_city.sync(u"clerk"_s);
    for (int round = 0; round < kWrites && !QTest::currentTestFailed(); ++round)
        writeAndMaybeDie(round);
    verifySound(u"clerk"_s);
    const QStringList there = requestsOf(u"clerk"_s);
    for (const QString &id : std::as_const(m_taken))
        QVERIFY2(there.contains(id), qPrintable(id));
}

void KilledProgramsTest::exchangeAndDie(int round)
{
    // The owner has hundreds of changes to send, the clerk to fetch.
    const QString who = round % 3 == 2 ? u"clerk"_s : u"owner"_s;
    const auto process = m_city.beginCtl(who, {u"sync"_s, u"--once"_s});
    liveOn(*process, kLivesAtMostMs);
    if (round % 2 == 0) {
        m_city.killServer();
        QVERIFY(m_city.serve());
    }
    if (round % 3 != 1)
        ProcessCity::kill(*process);
    (void)ProcessCity::finish(*process);
}

void KilledProgramsTest::anExchangeSurvivesKillsOnBothSides()
{
    for (int round = 0; round < kExchanges && !QTest::currentTestFailed(); ++round)
        exchangeAndDie(round);
    QVERIFY2(m_killed > 3, qPrintable(QString::number(m_killed)));
}

void KilledProgramsTest::everythingIsThereAndVerifies()
{
    for (const QString &who : {u"owner"_s, u"clerk"_s, u"owner"_s})
        m_city.sync(who);
    for (const QString &who : {u"owner"_s, u"clerk"_s}) {
        QVERIFY(m_city.items(who, {u"outbox"_s}).isEmpty());
        verifySound(who);
    }
    const QStringList there = requestsOf(u"owner"_s);
    for (const QString &id : std::as_const(m_taken))
        QVERIFY2(there.contains(id), qPrintable(id));
    QVERIFY(there.size() >= m_imported + m_taken.size());
    QCOMPARE(QSet<QString>(there.cbegin(), there.cend()).size(), there.size());
    QCOMPARE(requestsOf(u"clerk"_s).size(), there.size());
    const auto chains = [this](const QString &profile) {
        QMap<QString, QString> all;
        const QJsonArray scopes =
            m_city.ctl(profile, {u"digest"_s, u"--json"_s}).json().value(u"scopes"_s).toArray();
        for (const QJsonValue &scope : scopes) {
            if (scope[u"applied"_s].toInt() > 0)
                all.insert(
                    scope[u"scope"_s].toString(),
                    scope[u"chain"_s].toString() + scope[u"tables"_s].toString());
        }
        return all;
    };
    const QMap<QString, QString> owners = chains(u"owner"_s);
    const QMap<QString, QString> clerks = chains(u"clerk"_s);
    QVERIFY(clerks.size() > 2);
    // The clerk is a resident here, and reads no sealed scope; what both read is the same.
    for (auto scope = clerks.begin(); scope != clerks.end(); ++scope)
        QCOMPARE(scope.value(), owners.value(scope.key()));
    m_city.killServer();
    const Outcome sound = m_city.program(u"spilno-server"_s, {u"verify"_s, u"--data"_s, u"data"_s});
    QVERIFY2(sound.code == 0, qPrintable(sound.said()));
}

QTEST_GUILESS_MAIN(KilledProgramsTest)
#include "KilledProgramsTest.moc"
