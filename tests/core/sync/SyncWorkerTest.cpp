// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/SyncWorker.h"
#include "tests/core/sync/FakeStore.h"
#include "tests/support/MemoryTransport.h"

#include <QtTest/QtTest>

using namespace spilno;
using sync::EndReason;
using sync::SyncMode;
using sync::SyncPhase;
using test::FakeStore;
using test::MemoryTransport;
using test::TestCity;
using test::TestFeed;

namespace {

/// The server's end of one connection: greets, welcomes from the client's cursors, answers pushes.
class ScriptedServer : public QObject
{
public:
    ScriptedServer(TestCity &city, std::unique_ptr<MemoryTransport> line)
        : m_city(city)
        , m_line(std::move(line))
    {
        connect(m_line.get(), &sync::Transport::connected, this, [this](const QByteArray &sha256) {
            send(m_city.greeting(sha256));
        });
        connect(m_line.get(), &sync::Transport::readyRead, this, &ScriptedServer::readAll);
    }

    void send(const wire::Frame &frame) { m_line->write(wire::encodeFrame(frame)); }
    void cut() { m_line->cut(); }

    std::size_t runsPerSlice = 1;
    std::optional<std::size_t> cutAfterRuns;
    int pushes = 0;

private:
    void readAll()
    {
        const auto frames = m_parser.feed(base::view(m_line->read(1 << 20)));
        QVERIFY(frames);
        for (const wire::Frame &frame : *frames) {
            if (const auto *hello = std::get_if<wire::HelloFrame>(&frame))
                welcome(*hello);
            else if (const auto *push = std::get_if<wire::PushFrame>(&frame))
                take(*push);
        }
    }
    void welcome(const wire::HelloFrame &hello)
    {
        wire::WelcomeFrame frame;
        frame.scopes = m_city.heads();
        send(frame);
        std::uint64_t applied = 0;
        for (const wire::ScopeCursor &cursor : hello.cursors)
            applied = cursor.scope == m_city.rules() ? cursor.applied : applied;
        std::size_t sent = 0;
        for (std::size_t run = 0; run < m_city.runCount(m_city.rules()); run += runsPerSlice) {
            if (m_city.positionOf(m_city.rules(), run) < applied)
                continue;
            const std::size_t left = m_city.runCount(m_city.rules()) - run;
            for (const auto &page :
                 m_city.pages(m_city.rules(), run, qMin(runsPerSlice, left), 300))
                send(page);
            if (cutAfterRuns && ++sent >= *cutAfterRuns) {
                QMetaObject::invokeMethod(
                    this, [this] { m_line->close(); }, Qt::QueuedConnection);
                return;
            }
        }
    }
    void take(const wire::PushFrame &push)
    {
        ++pushes;
        send(wire::ReceiptFrame{m_city.sequence({{}, 0, 0, push.run}).encode()});
    }

    TestCity &m_city;
    std::unique_ptr<MemoryTransport> m_line;
    wire::FrameParser m_parser;
};

/// A worker with its store, its city and a server for each attempt.
class Setup
{
public:
    explicit Setup(SyncMode mode, TestCity &theCity, TestCity *answering = nullptr)
        : city(theCity)
        , serving(answering != nullptr ? *answering : theCity)
        , worker(options(mode), store)
    {
        QObject::connect(
            &worker, &sync::SyncWorker::finished, &worker,
            [this](EndReason reason, const base::Error &) { end = reason; });
    }
    ~Setup()
    {
        if (!end && store.starts > 0) {
            worker.stop();
            const bool stopped = QTest::qWaitFor([this] { return end.has_value(); });
            Q_ASSERT(stopped);
        }
    }

    TestCity &city;
    TestCity &serving;
    test::SeededRandom random{3};
    base::SystemClock clock;
    FakeStore store;
    std::vector<std::unique_ptr<ScriptedServer>> servers;
    std::function<void(ScriptedServer &)> prepare;
    int unreachable = 0;
    std::optional<EndReason> end;
    sync::SyncWorker worker;

private:
    sync::SyncWorker::Options options(SyncMode mode)
    {
        sync::SyncWorker::Options options;
        options.address.city = city.id();
        options.address.endpoints = {{QStringLiteral("h"), 1}};
        options.mode = mode;
        options.clock = &clock;
        options.random = &random;
        options.makeTransport = [this]() -> std::unique_ptr<sync::Transport> {
            auto client = std::make_unique<MemoryTransport>();
            auto line = std::make_unique<MemoryTransport>();
            MemoryTransport::join(*client, *line);
            if (unreachable-- > 0)
                client->setUnreachable();
            servers.push_back(std::make_unique<ScriptedServer>(serving, std::move(line)));
            if (prepare)
                prepare(*servers.back());
            return client;
        };
        return options;
    }
};

} // namespace

class SyncWorkerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onceFetchesEverythingAndSendsTheOutbox();
    void aCutCostsOneSliceAndIsTakenUpAgain();
    void liveStaysAndPushesWhatIsWrittenLater();
    void livePagesAreApplied();
    void anUnreachableServerIsTriedAgain();
    void onceGivesUpInTheEnd();
    void anotherCityIsNotTriedAgain();
    void aProfileOfAnotherCityIsNotConnected();
    void aBusyReplicaIsTriedAgain();
    void stopEndsInGoodOrder();
};

void SyncWorkerTest::onceFetchesEverythingAndSendsTheOutbox()
{
    TestCity city;
    TestFeed other(city.id(), city.rules(), 5);
    TestFeed own(city.id(), city.rules(), 6);
    for (int i = 0; i < 50; ++i)
        city.sequence(other.write(3));
    Setup setup(SyncMode::Once, city);
    setup.store.outbox = {own.write(2), own.write(1)};
    setup.worker.start();
    QTRY_VERIFY(setup.end);
    QCOMPARE(*setup.end, EndReason::Finished);
    QCOMPARE(setup.store.cursors[city.rules()].applied, std::uint64_t(150));
    QCOMPARE(setup.store.start.city, city.id());
    QCOMPARE(setup.store.receipts.size(), std::size_t(2));
    const sync::SyncStatus status = setup.worker.status();
    QCOMPARE(status.phase, SyncPhase::Stopped);
    QCOMPARE(status.changesIn, std::uint64_t(150));
    QCOMPARE(status.changesOut, std::uint64_t(3));
    QCOMPARE(status.pendingCount, std::uint64_t(0));
    QVERIFY(status.bytesIn > 0 && status.bytesOut > 0 && status.lastContactMs > 0);
    QVERIFY(!status.hasError);
}

void SyncWorkerTest::aCutCostsOneSliceAndIsTakenUpAgain()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    for (int i = 0; i < 20; ++i)
        city.sequence(feed.write(2));
    Setup setup(SyncMode::Live, city);
    setup.prepare = [](ScriptedServer &server) { server.cutAfterRuns = 7; };
    setup.worker.start();
    for (std::size_t attempt = 1; attempt <= 2; ++attempt) {
        QTRY_COMPARE(setup.worker.status().phase, SyncPhase::Waiting);
        QCOMPARE(setup.worker.status().end, EndReason::Disconnected);
        QCOMPARE(setup.store.applied.size(), 7 * attempt);
        setup.worker.retryNow();
        QVERIFY(setup.worker.status().phase != SyncPhase::Waiting);
    }
    QTRY_COMPARE(setup.worker.status().phase, SyncPhase::UpToDate);
    QCOMPARE(setup.store.applied.size(), std::size_t(20));
    QCOMPARE(setup.worker.status().changesIn, std::uint64_t(40));
}

void SyncWorkerTest::liveStaysAndPushesWhatIsWrittenLater()
{
    TestCity city;
    TestFeed own(city.id(), city.rules(), 6);
    Setup setup(SyncMode::Live, city);
    setup.worker.start();
    QTRY_COMPARE(setup.worker.status().phase, SyncPhase::UpToDate);
    setup.store.outbox = {own.write(2)};
    setup.worker.localWork();
    QTRY_COMPARE(setup.store.receipts.size(), std::size_t(1));
    QTRY_COMPARE(setup.worker.status().pendingCount, std::uint64_t(0));
    QCOMPARE(setup.worker.status().phase, SyncPhase::UpToDate);
    QCOMPARE(setup.servers.back()->pushes, 1);
}

void SyncWorkerTest::livePagesAreApplied()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 6);
    Setup setup(SyncMode::Live, city);
    setup.worker.start();
    QTRY_COMPARE(setup.worker.status().phase, SyncPhase::UpToDate);
    for (std::size_t i = 0; i < 5; ++i) {
        city.sequence(feed.write(1));
        setup.servers.back()->send(city.page(city.rules(), i, 1));
    }
    QTRY_COMPARE(setup.store.cursors[city.rules()].applied, std::uint64_t(5));
}

void SyncWorkerTest::anUnreachableServerIsTriedAgain()
{
    TestCity city;
    Setup setup(SyncMode::Live, city);
    setup.unreachable = 1;
    setup.worker.start();
    QTRY_COMPARE(setup.worker.status().end, EndReason::Unreachable);
    QVERIFY(setup.worker.status().hasError);
    setup.worker.retryNow();
    QTRY_COMPARE(setup.worker.status().phase, SyncPhase::UpToDate);
    QVERIFY(!setup.worker.status().hasError);
    QCOMPARE(setup.servers.size(), std::size_t(2));
}

void SyncWorkerTest::onceGivesUpInTheEnd()
{
    TestCity city;
    Setup setup(SyncMode::Once, city);
    setup.unreachable = 99;
    setup.worker.start();
    for (int i = 0; i < 2; ++i) {
        QTRY_COMPARE(setup.worker.status().phase, SyncPhase::Waiting);
        setup.worker.retryNow();
    }
    QTRY_VERIFY(setup.end);
    QCOMPARE(*setup.end, EndReason::Unreachable);
    QCOMPARE(setup.servers.size(), std::size_t(3));
}

void SyncWorkerTest::anotherCityIsNotTriedAgain()
{
    TestCity city(1);
    TestCity other(2);
    Setup setup(SyncMode::Live, city, &other);
    setup.worker.start();
    QTRY_VERIFY(setup.end);
    QCOMPARE(*setup.end, EndReason::WrongCity);
    QVERIFY(setup.store.start.city.isNull());
    QCOMPARE(setup.worker.status().error.code, base::ErrorCode::WrongCity);
}

void SyncWorkerTest::aProfileOfAnotherCityIsNotConnected()
{
    TestCity city(1);
    Setup setup(SyncMode::Live, city);
    setup.store.start.city = TestCity(2).id();
    setup.worker.start();
    QTRY_VERIFY(setup.end);
    QCOMPARE(*setup.end, EndReason::WrongCity);
    QVERIFY(setup.servers.empty());
}

void SyncWorkerTest::aBusyReplicaIsTriedAgain()
{
    TestCity city;
    TestFeed rules(city.id(), city.rules(), 5);
    TestFeed people(city.id(), city.people(), 6);
    Setup setup(SyncMode::Live, city);
    setup.worker.start();
    QTRY_COMPARE(setup.worker.status().phase, SyncPhase::UpToDate);
    setup.store.failNextApply = base::ErrorCode::Busy;
    for (std::size_t i = 0; i < 3; ++i) {
        city.sequence(people.write(1));
        setup.servers.back()->send(city.page(city.people(), i, 1));
    }
    QTRY_VERIFY(!setup.store.failNextApply);
    QCOMPARE(setup.store.cursors[city.people()].applied, std::uint64_t(0));
    city.sequence(rules.write(1));
    setup.servers.back()->send(city.page(city.rules(), 0, 1));
    QTRY_COMPARE(setup.store.cursors[city.people()].applied, std::uint64_t(3));
    QCOMPARE(setup.store.cursors[city.rules()].applied, std::uint64_t(1));
    QCOMPARE(setup.worker.status().phase, SyncPhase::UpToDate);
}

void SyncWorkerTest::stopEndsInGoodOrder()
{
    TestCity city;
    Setup setup(SyncMode::Live, city);
    setup.worker.start();
    QTRY_COMPARE(setup.worker.status().phase, SyncPhase::UpToDate);
    setup.worker.stop();
    QTRY_VERIFY(setup.end);
    QCOMPARE(*setup.end, EndReason::Stopped);
    QCOMPARE(setup.worker.status().phase, SyncPhase::Stopped);
}

QTEST_GUILESS_MAIN(SyncWorkerTest)
#include "SyncWorkerTest.moc"
