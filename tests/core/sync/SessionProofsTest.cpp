// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sync/SessionDriver.h"

#include <QtTest/QtTest>

using namespace spilno;
using sync::EndReason;
using sync::SessionPhase;
using test::SessionDriver;
using test::TestCity;
using test::TestFeed;

namespace {

constexpr qint64 kRestMs = 10'000; ///< Between two questions of a standing session.

/// A city of one scope, and a client that has applied all of it under a checkpoint.
class CaughtUp
{
public:
    explicit CaughtUp(sync::SyncMode mode = sync::SyncMode::Live)
        : feed(city.id(), city.rules(), 5)
        , driver(city, {}, mode)
    {
        city.sequence(feed.write(3));
        driver.serve(city.greeting(driver.certificate));
        wire::WelcomeFrame welcome;
        welcome.scopes = city.heads();
        welcome.checkpoint = city.checkpoint().encode();
        driver.serve(welcome);
        driver.serve(city.page(city.rules(), 0, 1));
    }

    /// One more change, sent at `place` of the scope's runs, and a checkpoint of all.
    void sequenceAndSign(quint64 place)
    {
        const quint64 before = city.checkpoint().treeSize;
        city.sequence(feed.write(1));
        driver.serve(city.page(city.rules(), place, 1));
        driver.serve(wire::CheckpointFrame{city.checkpoint().encode(), city.consistency(before)});
    }

    [[nodiscard]] std::size_t asked() const { return driver.sent<wire::ProveFrame>().size(); }

    TestCity city;
    TestFeed feed;
    SessionDriver driver;
};

} // namespace

class SessionProofsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAppliedIsProvenByTheNewestCheckpoint();
    void whatIsProvenIsNotAskedAgain();
    void aProofOfAnotherCheckpointIsLeftOut();
    void aStandingSessionDoesNotAskAtEveryCheckpoint();
    void whatComesAfterItsProofIsProvenByTheSameCheckpoint();
    void aProofThatNobodyAskedForEndsTheSession();
    void otherChangesThanThoseSignedAreAnotherHistory();
    void aPathThatLeadsNowhereEndsTheSession();
    void changesThatAreSignedAndDoNotComeAreAStall();
    void aSingleExchangeWaitsForItsProofs();
    void aServerThatKnowsNoProofsIsNotWaitedForForEver();
};

void SessionProofsTest::whatIsAppliedIsProvenByTheNewestCheckpoint()
{
    CaughtUp at;
    QCOMPARE(at.asked(), 1U);
    QCOMPARE(
        at.driver.sent<wire::ProveFrame>().front().scopes,
        std::vector<base::ScopeId>{at.city.rules()});
    at.driver.serve(at.city.proof(at.city.rules()));
    QCOMPARE(at.driver.proofs.size(), 1U);
    QCOMPARE(at.driver.proofs.front().head.next, 3U);
    QVERIFY(!at.driver.closed);
}

void SessionProofsTest::whatIsProvenIsNotAskedAgain()
{
    CaughtUp at;
    at.driver.serve(at.city.proof(at.city.rules()));
    const quint64 before = at.city.checkpoint().treeSize;
    TestFeed elsewhere(at.city.id(), at.city.people(), 6);
    at.city.sequence(elsewhere.write(1)); // a scope that this client was not sent
    at.driver.serve(
        wire::CheckpointFrame{at.city.checkpoint().encode(), at.city.consistency(before)});
    QCOMPARE(at.asked(), 1U);
}

void SessionProofsTest::aProofOfAnotherCheckpointIsLeftOut()
{
    CaughtUp at;
    wire::ProofFrame other = at.city.proof(at.city.rules());
    other.treeSize += 1;
    at.driver.serve(other);
    QCOMPARE(at.driver.proofs.size(), 0U);
    QVERIFY(!at.driver.closed);
    // With the next checkpoint it is asked again.
    at.sequenceAndSign(1);
    at.driver.advance(kRestMs);
    QCOMPARE(at.asked(), 2U);
    at.driver.serve(at.city.proof(at.city.rules()));
    QCOMPARE(at.driver.proofs.back().head.next, 4U);
}

/// A server signs every second and has thousands of sessions.
void SessionProofsTest::aStandingSessionDoesNotAskAtEveryCheckpoint()
{
    CaughtUp at;
    at.driver.serve(at.city.proof(at.city.rules()));
    for (quint64 position = 1; position <= 5; ++position) {
        at.driver.advance(1'000);
        at.sequenceAndSign(position);
    }
    QCOMPARE(at.asked(), 1U);
    at.driver.advance(kRestMs - 5'000);
    QCOMPARE(at.asked(), 2U);
    at.driver.serve(at.city.proof(at.city.rules()));
    QCOMPARE(at.driver.proofs.back().head.next, 8U);
}

/// In a quiet city no other checkpoint comes for hours.
void SessionProofsTest::whatComesAfterItsProofIsProvenByTheSameCheckpoint()
{
    CaughtUp at;
    const quint64 before = at.city.checkpoint().treeSize;
    at.driver.serve(at.city.proof(at.city.rules()));
    at.city.sequence(at.feed.write(1));
    at.city.sequence(at.feed.write(1));
    at.driver.serve(at.city.page(at.city.rules(), 1, 1)); // the other is on its way
    at.driver.advance(kRestMs);
    at.driver.serve(
        wire::CheckpointFrame{at.city.checkpoint().encode(), at.city.consistency(before)});
    QCOMPARE(at.asked(), 2U);
    at.driver.provable = 3;
    at.driver.serve(at.city.proof(at.city.rules()));
    at.driver.advance(kRestMs);
    QCOMPARE(at.asked(), 2U); // not before it has come
    at.driver.serve(at.city.page(at.city.rules(), 2, 1));
    QCOMPARE(at.asked(), 3U);
    at.driver.provable = 5;
    at.driver.serve(at.city.proof(at.city.rules()));
    at.driver.advance(kRestMs);
    QCOMPARE(at.asked(), 3U);
}

void SessionProofsTest::aProofThatNobodyAskedForEndsTheSession()
{
    CaughtUp at;
    at.driver.serve(at.city.proof(at.city.rules()));
    at.driver.serve(at.city.proof(at.city.rules()));
    QVERIFY(at.driver.closed);
    QCOMPARE(at.driver.closed->reason, EndReason::Protocol);
}

void SessionProofsTest::otherChangesThanThoseSignedAreAnotherHistory()
{
    CaughtUp at;
    at.driver.proofError = base::ErrorCode::BrokenChain;
    at.driver.serve(at.city.proof(at.city.rules()));
    QVERIFY(at.driver.closed);
    QCOMPARE(at.driver.closed->reason, EndReason::AnotherHistory);
}

void SessionProofsTest::aPathThatLeadsNowhereEndsTheSession()
{
    CaughtUp at;
    at.driver.proofError = base::ErrorCode::BadSignature;
    at.driver.serve(at.city.proof(at.city.rules()));
    QVERIFY(at.driver.closed);
    QCOMPARE(at.driver.closed->reason, EndReason::BadContent);
}

void SessionProofsTest::changesThatAreSignedAndDoNotComeAreAStall()
{
    CaughtUp at;
    const quint64 before = at.city.checkpoint().treeSize;
    at.driver.serve(at.city.proof(at.city.rules()));
    at.city.sequence(at.feed.write(2));
    at.city.sequence(at.feed.write(2));
    at.driver.serve(at.city.page(at.city.rules(), 1, 1)); // the last run is kept back
    at.driver.serve(
        wire::CheckpointFrame{at.city.checkpoint().encode(), at.city.consistency(before)});
    at.driver.advance(kRestMs);
    at.driver.serve(at.city.proof(at.city.rules()));
    QCOMPARE(at.driver.session.progress().changesBehind, std::uint64_t(2));
    for (int second = 0; second < 60 && !at.driver.closed; ++second) {
        at.driver.serve(wire::PingFrame{1});
        at.driver.advance(1'000);
    }
    QVERIFY(at.driver.closed);
    QCOMPARE(at.driver.closed->reason, EndReason::Stalled);
}

void SessionProofsTest::aSingleExchangeWaitsForItsProofs()
{
    CaughtUp at(sync::SyncMode::Once);
    QVERIFY(!at.driver.closed);
    at.driver.serve(at.city.proof(at.city.rules()));
    QVERIFY(at.driver.closed);
    QCOMPARE(at.driver.closed->reason, EndReason::Finished);
}

void SessionProofsTest::aServerThatKnowsNoProofsIsNotWaitedForForEver()
{
    CaughtUp at(sync::SyncMode::Once);
    for (int second = 0; second < 10 && !at.driver.closed; ++second)
        at.driver.advance(1'000);
    QVERIFY(at.driver.closed);
    QCOMPARE(at.driver.closed->reason, EndReason::Finished);
}

QTEST_GUILESS_MAIN(SessionProofsTest)
#include "SessionProofsTest.moc"
