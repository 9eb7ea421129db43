// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Limits.h"
#include "tests/core/sync/SessionDriver.h"

#include <QtTest/QtTest>

using namespace spilno;
using sync::EndReason;
using test::SessionDriver;
using test::TestCity;
using test::TestFeed;

class SessionPushTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOutboxIsPushedOnWelcomeAndEmptiedByReceipts();
    void aRunIsNotSentTwiceInASession();
    void aRunJoinedWithLaterWorkWaitsForItsFirstPart();
    void aReceiptOfTheFirstPartOfARunLetsTheRestGo();
    void onlyAFewRunsAreOnTheirWay();
    void aReceiptWithAWrongSignatureEndsTheSession();
    void aReceiptOfAnotherCityEndsTheSession();
    void aForkIsResolvedOnce();
    void aForkWithoutItsHeaderIsRefused();
    void aHeadAheadOfOursIsAFork();
    void aRetriedFeedWaitsAndOthersDoNot();
    void aRefusedRunIsHandedToTheStorage();
    void heldIsNoReceipt();
    void aPushWithoutAnAnswerIsAStall();
    void anUploadThatMovesIsNoStall();
    void onceEndsWhenWhatIsLeftIsPutOff();
    void onceWaitsForWhatIsPutOffForAMoment();
    void onceDoesNotWaitForEver();
    void blobsWaitForText();
    void aBlobThatTheServerLacksIsGivenUp();
};

void SessionPushTest::theOutboxIsPushedOnWelcomeAndEmptiedByReceipts()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    SessionDriver driver(city);
    driver.outbox = {feed.write(2), feed.write(3)};
    const auto runs = driver.outbox;
    driver.serve(city.greeting(driver.certificate));
    QVERIFY(driver.sent<wire::PushFrame>().empty());
    driver.serve(wire::WelcomeFrame{});
    const auto pushes = driver.sent<wire::PushFrame>();
    QCOMPARE(pushes.size(), std::size_t(2));
    QCOMPARE(pushes[0].run, runs[0].bytes);
    QCOMPARE(driver.session.progress().pendingChanges, std::uint64_t(5));
    driver.serve(wire::ReceiptFrame{city.sequence(runs[0]).encode()});
    driver.serve(wire::ReceiptFrame{city.sequence(runs[1]).encode()});
    QCOMPARE(driver.receipts.size(), std::size_t(2));
    QCOMPARE(driver.session.progress().changesOut, std::uint64_t(5));
    QCOMPARE(driver.session.progress().pendingChanges, std::uint64_t(0));
    QCOMPARE(driver.sent<wire::PushFrame>().size(), std::size_t(2));

    driver.outbox = {feed.write(1)};
    driver.session.localWork();
    driver.collect();
    QCOMPARE(driver.sent<wire::PushFrame>().size(), std::size_t(3));
}

void SessionPushTest::aRunIsNotSentTwiceInASession()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    SessionDriver driver(city);
    driver.outbox = {feed.write(2)};
    driver.welcome(city);
    for (int i = 0; i < 5; ++i) {
        driver.session.localWork();
        driver.collect();
    }
    QCOMPARE(driver.sent<wire::PushFrame>().size(), std::size_t(1));

    SessionDriver next(city);
    next.outbox = driver.outbox;
    next.welcome(city);
    QCOMPARE(next.sent<wire::PushFrame>().size(), std::size_t(1));
}

void SessionPushTest::aRunJoinedWithLaterWorkWaitsForItsFirstPart()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    SessionDriver driver(city);
    const replica::PendingRun first = feed.write(2);
    const replica::PendingRun second = feed.write(3);
    driver.outbox = {first};
    driver.welcome(city);
    driver.outbox = {{first.feed, 0, 5, second.bytes}};
    driver.session.localWork();
    driver.collect();
    QCOMPARE(driver.sent<wire::PushFrame>().size(), std::size_t(1));
    driver.outbox = {first, second};
    driver.serve(wire::ReceiptFrame{city.sequence(first).encode()});
    QCOMPARE(driver.sent<wire::PushFrame>().size(), std::size_t(2));
    QCOMPARE(driver.sent<wire::PushFrame>().back().run, second.bytes);
}

void SessionPushTest::onlyAFewRunsAreOnTheirWay()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    SessionDriver driver(city);
    for (int i = 0; i < 500; ++i)
        driver.outbox.push_back(feed.write(1));
    driver.welcome(city);
    std::size_t answered = 0;
    for (auto pushes = driver.sent<wire::PushFrame>(); answered < pushes.size();
         pushes = driver.sent<wire::PushFrame>()) {
        QVERIFY(pushes.size() - answered <= std::size_t(sync::PushWindow::kRunsMax));
        const replica::PendingRun run{feed.state().feed, 0, 1, pushes[answered].run};
        driver.serve(wire::ReceiptFrame{city.sequence(run).encode()});
        ++answered;
    }
    QCOMPARE(answered, std::size_t(500));
    QVERIFY(driver.outbox.empty());
    QVERIFY2(driver.fetches < 20, qPrintable(QString::number(driver.fetches)));
}

void SessionPushTest::aReceiptWithAWrongSignatureEndsTheSession()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    SessionDriver driver(city);
    driver.outbox = {feed.write(2)};
    driver.welcome(city);
    log::Receipt receipt = city.sequence(driver.outbox[0]);
    receipt.recordedMs += 1;
    driver.serve(wire::ReceiptFrame{receipt.encode()});
    QCOMPARE(driver.closed->reason, EndReason::BadContent);
    QVERIFY(driver.receipts.empty());
}

void SessionPushTest::aReceiptOfAnotherCityEndsTheSession()
{
    TestCity city;
    SessionDriver driver(city);
    TestFeed feed(city.id(), city.rules(), 5);
    driver.welcome(city);
    log::Receipt receipt = city.sequence(feed.write(2));
    receipt.city = {};
    receipt.sign(city.key());
    driver.serve(wire::ReceiptFrame{receipt.encode()});
    QCOMPARE(driver.closed->reason, EndReason::BadContent);
    QVERIFY(driver.receipts.empty());
}

void SessionPushTest::aReceiptOfTheFirstPartOfARunLetsTheRestGo()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    SessionDriver driver(city);
    const replica::PendingRun whole = feed.write(2);
    driver.outbox = {whole};
    driver.welcome(city);
    QCOMPARE(driver.sent<wire::PushFrame>().size(), std::size_t(1));
    // Once the first of the two is acknowledged the storage gives the second alone.
    driver.outbox = {whole, {whole.feed, 1, 1, whole.bytes}};
    driver.serve(wire::ReceiptFrame{city.sequence(whole).encode()});
    QCOMPARE(driver.sent<wire::PushFrame>().size(), std::size_t(2));
    driver.session.localWork();
    driver.collect();
    QCOMPARE(driver.sent<wire::PushFrame>().size(), std::size_t(2)); // it is on its way
}

void SessionPushTest::aForkIsResolvedOnce()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    SessionDriver driver(city);
    const replica::PendingRun run = feed.write(1);
    const wire::ForkFrame fork{run.feed, 0, feed.lastHeader()};
    driver.outbox = {run, feed.write(1)};
    driver.welcome(city);
    driver.serve(fork);
    driver.serve(fork);
    QCOMPARE(driver.forks.size(), std::size_t(1));
    QCOMPARE(driver.forks[0].feed, run.feed);
    QCOMPARE(driver.sent<wire::PushFrame>().size(), std::size_t(2));

    TestFeed reissued(city.id(), city.rules(), 6);
    driver.outbox = {reissued.write(2)};
    driver.session.localWork();
    driver.collect();
    QCOMPARE(driver.sent<wire::PushFrame>().size(), std::size_t(3));
    QVERIFY(!driver.closed);
}

void SessionPushTest::aForkWithoutItsHeaderIsRefused()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    SessionDriver driver(city);
    const replica::PendingRun run = feed.write(2);
    driver.outbox = {run};
    driver.welcome(city);
    driver.serve(wire::ForkFrame{run.feed, 0, feed.lastHeader()});
    QCOMPARE(driver.closed->reason, EndReason::BadContent);
    QVERIFY(driver.forks.empty());
}

void SessionPushTest::aHeadAheadOfOursIsAFork()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    sync::SyncStart start;
    start.ownHeads = {{feed.state().feed, 3, {}}};
    SessionDriver driver(city, start);
    driver.serve(city.greeting(driver.certificate));
    QCOMPARE(driver.sent<wire::HelloFrame>().front().ownHeads.size(), std::size_t(1));
    wire::WelcomeFrame welcome;
    welcome.logged = {{feed.state().feed, 5, {}}};
    driver.serve(welcome);
    QCOMPARE(driver.forks.size(), std::size_t(1));
    QCOMPARE(driver.forks[0].seq, std::uint64_t(3));
}

void SessionPushTest::aRetriedFeedWaitsAndOthersDoNot()
{
    TestCity city;
    TestFeed first(city.id(), city.rules(), 5);
    TestFeed second(city.id(), city.rules(), 6);
    SessionDriver driver(city);
    driver.outbox = {first.write(1)};
    const base::FeedId feed = driver.outbox[0].feed;
    driver.welcome(city);
    driver.serve(wire::RetryFrame{feed, 0, 10'000, QStringLiteral("not-certified")});
    driver.outbox.push_back(second.write(1));
    driver.session.localWork();
    driver.collect();
    QCOMPARE(driver.sent<wire::PushFrame>().size(), std::size_t(2));
    driver.serve(wire::ReceiptFrame{city.sequence(driver.outbox[1]).encode()});
    driver.outbox = {first.write(1)};
    driver.outbox[0].firstSeq = 0;
    driver.advance(9'000);
    QCOMPARE(driver.sent<wire::PushFrame>().size(), std::size_t(2));
    driver.advance(1'500);
    QCOMPARE(driver.sent<wire::PushFrame>().size(), std::size_t(3));
}

void SessionPushTest::aRefusedRunIsHandedToTheStorage()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    SessionDriver driver(city);
    driver.outbox = {feed.write(1)};
    driver.welcome(city);
    driver.serve(wire::RefusedFrame{driver.outbox[0].feed, 0, QStringLiteral("limit-exceeded")});
    QCOMPARE(driver.refusals.size(), std::size_t(1));
    QCOMPARE(driver.refusals[0].reason, QStringLiteral("limit-exceeded"));
    QVERIFY(!driver.closed);
}

void SessionPushTest::heldIsNoReceipt()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    SessionDriver driver(city);
    driver.outbox = {feed.write(1)};
    driver.welcome(city);
    log::Held held;
    held.city = city.id();
    held.feed = feed.state().feed;
    held.lastHeaderHash = feed.state().head;
    held.sign(city.key());
    driver.serve(wire::HeldFrame{held.encode()});
    QVERIFY(driver.receipts.empty());
    QCOMPARE(driver.session.progress().pendingChanges, std::uint64_t(1));
    QCOMPARE(driver.session.progress().changesOut, std::uint64_t(0));
    QVERIFY(!driver.closed);
    held.timeMs = 5;
    driver.serve(wire::HeldFrame{held.encode()});
    QCOMPARE(driver.closed->reason, EndReason::BadContent);
}

void SessionPushTest::aPushWithoutAnAnswerIsAStall()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    SessionDriver driver(city);
    driver.advance(5'000);
    driver.outbox = {feed.write(1)};
    driver.welcome(city);
    for (int i = 0; i < 30; ++i) {
        QVERIFY(!driver.closed);
        driver.advance(1'000);
        driver.serve(wire::PingFrame{1});
    }
    driver.advance(1'000);
    QCOMPARE(driver.closed->reason, EndReason::Stalled);
}

void SessionPushTest::anUploadThatMovesIsNoStall()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    SessionDriver driver(city);
    driver.outbox = {feed.write(1)};
    driver.welcome(city);
    for (int i = 0; i < 60; ++i) {
        driver.advance(1'000);
        driver.session.written(100);
        driver.serve(wire::PingFrame{1});
    }
    QVERIFY(!driver.closed);
    // Yet a server that never answers is left in the end.
    for (int i = 0; i < 65; ++i) {
        driver.advance(1'000);
        driver.session.written(100);
    }
    QCOMPARE(driver.closed->reason, EndReason::Stalled);
}

void SessionPushTest::onceEndsWhenWhatIsLeftIsPutOff()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    SessionDriver driver(city, {}, sync::SyncMode::Once);
    driver.outbox = {feed.write(1)};
    driver.welcome(city);
    QVERIFY(!driver.closed);
    driver.serve(
        wire::RetryFrame{driver.outbox[0].feed, 0, 60'000, QStringLiteral("not-certified")});
    QCOMPARE(driver.closed->reason, EndReason::Finished);
    QCOMPARE(driver.session.progress().pendingChanges, std::uint64_t(1));
    QCOMPARE(driver.session.progress().putOff, QStringLiteral("not-certified"));
}

void SessionPushTest::onceWaitsForWhatIsPutOffForAMoment()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    SessionDriver driver(city, {}, sync::SyncMode::Once);
    driver.outbox = {feed.write(1)};
    driver.welcome(city);
    driver.serve(wire::RetryFrame{driver.outbox[0].feed, 0, 5'000, QStringLiteral("busy")});
    QVERIFY(!driver.closed);
    driver.advance(6'000);
    QCOMPARE(driver.sent<wire::PushFrame>().size(), std::size_t(2));
    const QByteArray receipt = city.sequence(driver.outbox[0]).encode();
    driver.outbox.clear();
    driver.serve(wire::ReceiptFrame{receipt});
    QCOMPARE(driver.closed->reason, EndReason::Finished);
    QVERIFY(driver.session.progress().putOff.isEmpty());
}

void SessionPushTest::onceDoesNotWaitForEver()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    SessionDriver driver(city, {}, sync::SyncMode::Once);
    driver.outbox = {feed.write(1)};
    driver.welcome(city);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!driver.closed);
        driver.serve(wire::RetryFrame{driver.outbox[0].feed, 0, 1'000, QStringLiteral("busy")});
        driver.advance(12'000);
    }
    QCOMPARE(driver.closed->reason, EndReason::Finished);
    QCOMPARE(driver.session.progress().putOff, QStringLiteral("busy"));
}

void SessionPushTest::blobsWaitForText()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    city.sequence(feed.write(1));
    test::SeededRandom random(4);
    const auto blob = random.id<base::BlobId>();
    const auto own = random.id<base::BlobId>();
    SessionDriver driver(city);
    driver.blobJobs = {
        {sync::BlobJob::Direction::Fetch, blob, 0, 0}, {sync::BlobJob::Direction::Send, own, 1, 2}};
    driver.welcome(city);
    QVERIFY(driver.sent<wire::BlobGetFrame>().empty());
    driver.serve(city.page(city.rules(), 0, 1));
    QCOMPARE(driver.sent<wire::BlobGetFrame>().size(), std::size_t(1));

    // Work that comes up meanwhile goes before the second chunk.
    driver.outbox = {feed.write(1)};
    driver.session.localWork();
    driver.collect();
    driver.serve(wire::BlobPartFrame{blob, 0, 2, QByteArray(limits::kBlobChunkBytes, '1')});
    QCOMPARE(driver.blobChunks.size(), std::size_t(1));
    QCOMPARE(driver.sent<wire::BlobGetFrame>().size(), std::size_t(1));
    driver.serve(wire::ReceiptFrame{city.sequence(driver.outbox[0]).encode()});
    QCOMPARE(driver.sent<wire::BlobGetFrame>().size(), std::size_t(2));
    driver.serve(wire::BlobPartFrame{blob, 1, 2, QByteArray("two")});
    QCOMPARE(driver.blobChunks.size(), std::size_t(2));

    const auto puts = driver.sent<wire::BlobPutFrame>();
    QCOMPARE(puts.size(), std::size_t(1));
    QCOMPARE(puts[0].blob, own);
    QCOMPARE(puts[0].chunk, std::uint64_t(1));
    QCOMPARE(puts[0].bytes, QByteArray("chunk"));
    driver.serve(wire::BlobDoneFrame{own, 1, true});
    QCOMPARE(driver.sent<wire::BlobPutFrame>().size(), std::size_t(1));
}

void SessionPushTest::aBlobThatTheServerLacksIsGivenUp()
{
    TestCity city;
    test::SeededRandom random(4);
    const auto blob = random.id<base::BlobId>();
    SessionDriver driver(city, {}, sync::SyncMode::Once);
    driver.blobJobs = {{sync::BlobJob::Direction::Fetch, blob, 0, 0}};
    driver.welcome(city);
    QVERIFY(!driver.closed);
    driver.serve(wire::BlobDoneFrame{blob, 0, false});
    QCOMPARE(driver.closed->reason, EndReason::Finished);
}

QTEST_APPLESS_MAIN(SessionPushTest)
#include "SessionPushTest.moc"
