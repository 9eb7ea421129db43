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

Q_DECLARE_METATYPE(spilno::sync::EndReason)

namespace {

sync::SyncStart startOf(const TestCity &city, const QByteArray &checkpoint = {})
{
    sync::SyncStart start;
    start.city = city.id();
    start.checkpoint = checkpoint;
    return start;
}

/// What the session makes of a WELCOME with this checkpoint.
std::optional<EndReason> endAfter(
    TestCity &city,
    const QByteArray &seen,
    const QByteArray &note,
    const std::vector<base::Hash> &consistency)
{
    SessionDriver driver(city, startOf(city, seen));
    driver.serve(city.greeting(driver.certificate));
    wire::WelcomeFrame welcome;
    welcome.checkpoint = note;
    welcome.consistency = consistency;
    driver.serve(welcome);
    return driver.closed ? std::optional(driver.closed->reason) : std::nullopt;
}

} // namespace

class SessionHandshakeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRightCityIsGreetedAndBoundAtFirstContact();
    void aDeviceProvesItselfOverNonceAndCertificate();
    void anotherCityIsRefusedBeforeAnythingIsSaid();
    void aServerThatDoesNotProveItsKeyIsRefused();
    void aProofForAnotherCertificateIsRefused();
    void aReplacedSequencerKeyIsFollowed();
    void aKeyChainWithoutTheKnownKeyIsRefused();
    void aHubMustBeOneTheCityNames();
    void noVersionInCommonIsSaid();
    void aGreetingCutAnywhereDoesNothing();
    void aGreetingByteByByteIsTheSame();
    void framesOutOfOrderEndTheSession();
    void unknownFramesAreSkipped();
    void aSilentServerIsLeft();
    void aNewerCheckpointIsKept();
    void anotherHistoryIsItsOwnError();
    void aServerThatLostWhatItSignedIsItsOwnError();
    void aCheckpointOfAnotherKeyIsRefused();
};

void SessionHandshakeTest::theRightCityIsGreetedAndBoundAtFirstContact()
{
    TestCity city;
    SessionDriver driver(city);
    QVERIFY(driver.frames.empty());
    driver.serve(city.greeting(driver.certificate));
    QCOMPARE(driver.bound.size(), std::size_t(1));
    QCOMPARE(driver.bound.front(), city.genesis());
    QCOMPARE(driver.sent<wire::HelloFrame>().size(), std::size_t(1));
    QVERIFY(driver.sent<wire::HelloFrame>().front().device.isNull());
    QVERIFY(driver.sent<wire::HelloFrame>().front().creditBytes > 0);
    driver.serve(wire::WelcomeFrame{});
    QCOMPARE(driver.session.progress().phase, SessionPhase::Live);
    QCOMPARE(driver.fetches, 1);

    SessionDriver again(city, startOf(city));
    again.welcome(city);
    QVERIFY(again.bound.empty());
    QCOMPARE(again.session.progress().phase, SessionPhase::Live);
}

void SessionHandshakeTest::aDeviceProvesItselfOverNonceAndCertificate()
{
    TestCity city;
    SessionDriver driver(city);
    const wire::GreetingFrame greeting = city.greeting(driver.certificate);
    sync::DeviceProof proof;
    proof.device = city.key().publicKey();
    proof.signature.data()[0] = 5;
    driver.proof = proof;
    driver.serve(greeting);
    QCOMPARE(driver.proofMessage, greeting.nonce + driver.certificate);
    QCOMPARE(driver.sent<wire::HelloFrame>().front().device, proof.device);
    QCOMPARE(driver.sent<wire::HelloFrame>().front().proof, proof.signature);
}

void SessionHandshakeTest::anotherCityIsRefusedBeforeAnythingIsSaid()
{
    TestCity city(1);
    TestCity other(2);
    SessionDriver driver(city);
    driver.serve(other.greeting(driver.certificate));
    QVERIFY(driver.closed);
    QCOMPARE(driver.closed->reason, EndReason::WrongCity);
    QCOMPARE(driver.closed->error.code, base::ErrorCode::WrongCity);
    QVERIFY(driver.frames.empty());
    QVERIFY(driver.bound.empty());
}

void SessionHandshakeTest::aServerThatDoesNotProveItsKeyIsRefused()
{
    TestCity city;
    SessionDriver driver(city);
    wire::GreetingFrame greeting = city.greeting(driver.certificate);
    greeting.proof.data()[3] ^= 1;
    driver.serve(greeting);
    QCOMPARE(driver.closed->reason, EndReason::WrongServer);

    // Another key, with a right proof of its own.
    SessionDriver second(city);
    test::SeededRandom random(9);
    const crypto::SigningKey stranger = crypto::SigningKey::generate(random);
    greeting = city.greeting(second.certificate);
    greeting.serverKey = stranger.publicKey();
    const QByteArray message = sync::serverProofMessage(second.certificate, greeting.nonce);
    greeting.proof = stranger.sign(sync::kServerProofContext, base::view(message));
    second.serve(greeting);
    QCOMPARE(second.closed->reason, EndReason::WrongServer);
}

void SessionHandshakeTest::aProofForAnotherCertificateIsRefused()
{
    TestCity city;
    SessionDriver driver(city);
    driver.serve(city.greeting(QByteArray(32, 'x')));
    QCOMPARE(driver.closed->reason, EndReason::WrongServer);
}

void SessionHandshakeTest::aReplacedSequencerKeyIsFollowed()
{
    TestCity city;
    sync::SyncStart start = startOf(city);
    start.sequencerKey = city.key().publicKey();
    city.replaceKey();
    city.replaceKey();
    SessionDriver driver(city, start);
    driver.welcome(city);
    QVERIFY(!driver.closed);

    wire::GreetingFrame broken = city.greeting(driver.certificate);
    broken.keyChain.erase(broken.keyChain.begin());
    SessionDriver second(city, start);
    second.serve(broken);
    QCOMPARE(second.closed->reason, EndReason::Protocol);

    broken = city.greeting(driver.certificate);
    broken.keyChain[1][60] = static_cast<char>(broken.keyChain[1][60] ^ 1);
    SessionDriver third(city, start);
    third.serve(broken);
    QVERIFY(third.closed);
}

void SessionHandshakeTest::aKeyChainWithoutTheKnownKeyIsRefused()
{
    TestCity city;
    TestCity same;
    city.replaceKey();
    sync::SyncStart start = startOf(city);
    start.sequencerKey = city.key().publicKey();
    SessionDriver driver(city, start);
    driver.serve(same.greeting(driver.certificate));
    QCOMPARE(driver.closed->reason, EndReason::WrongServer);
}

void SessionHandshakeTest::aHubMustBeOneTheCityNames()
{
    TestCity city;
    test::SeededRandom random(9);
    const crypto::SigningKey hub = crypto::SigningKey::generate(random);
    for (const bool named : {false, true}) {
        sync::SyncStart start = startOf(city);
        if (named)
            start.hubs = {hub.publicKey()};
        SessionDriver driver(city, start);
        wire::GreetingFrame greeting = city.greeting(driver.certificate);
        greeting.role = 1;
        greeting.serverKey = hub.publicKey();
        const QByteArray message = sync::serverProofMessage(driver.certificate, greeting.nonce);
        greeting.proof = hub.sign(sync::kServerProofContext, base::view(message));
        driver.serve(greeting);
        QCOMPARE(driver.closed.has_value(), !named);
        QCOMPARE(driver.session.progress().hub, named);
    }
}

void SessionHandshakeTest::noVersionInCommonIsSaid()
{
    TestCity city;
    SessionDriver driver(city);
    wire::GreetingFrame greeting = city.greeting(driver.certificate);
    greeting.versions = {2, 3};
    driver.serve(greeting);
    QCOMPARE(driver.closed->reason, EndReason::OtherVersion);
}

void SessionHandshakeTest::aGreetingCutAnywhereDoesNothing()
{
    TestCity city;
    const QByteArray bytes = wire::encodeFrame(city.greeting(QByteArray(32, 'c')));
    for (qsizetype cut = 0; cut < bytes.size(); ++cut) {
        SessionDriver driver(city);
        driver.serveBytes(bytes.left(cut));
        QVERIFY(!driver.closed);
        driver.session.disconnected();
        driver.collect();
        QCOMPARE(driver.closed->reason, EndReason::Disconnected);
        QVERIFY(driver.frames.empty() && driver.bound.empty());
    }
}

void SessionHandshakeTest::aGreetingByteByByteIsTheSame()
{
    TestCity city;
    SessionDriver driver(city);
    const QByteArray bytes = wire::encodeFrame(city.greeting(driver.certificate));
    for (const char byte : bytes)
        driver.serveBytes(QByteArray(1, byte));
    QCOMPARE(driver.sent<wire::HelloFrame>().size(), std::size_t(1));
}

void SessionHandshakeTest::framesOutOfOrderEndTheSession()
{
    TestCity city;
    SessionDriver early(city);
    early.serve(wire::WelcomeFrame{});
    QCOMPARE(early.closed->reason, EndReason::Protocol);

    SessionDriver twice(city);
    twice.welcome(city);
    QVERIFY(!twice.closed);
    twice.serve(city.greeting(twice.certificate));
    QCOMPARE(twice.closed->reason, EndReason::Protocol);

    SessionDriver foreign(city);
    foreign.welcome(city);
    foreign.serve(wire::HelloFrame{});
    QCOMPARE(foreign.closed->reason, EndReason::Protocol);

    SessionDriver garbage(city);
    garbage.serveBytes(QByteArray("\xff\xff\xff\xff\x01garbage", 12));
    QCOMPARE(garbage.closed->reason, EndReason::Protocol);
    QCOMPARE(garbage.closed->error.code, base::ErrorCode::LimitExceeded);
}

void SessionHandshakeTest::unknownFramesAreSkipped()
{
    TestCity city;
    SessionDriver driver(city);
    driver.serveBytes(QByteArray("\0\0\0\x04\xc8zzz", 8));
    driver.welcome(city);
    driver.serveBytes(QByteArray("\0\0\0\x01\xc8", 5));
    driver.serve(wire::PingFrame{77});
    QVERIFY(!driver.closed);
    QCOMPARE(driver.sent<wire::PongFrame>().front().token, std::uint64_t(77));
}

void SessionHandshakeTest::aSilentServerIsLeft()
{
    TestCity city;
    SessionDriver driver(city);
    driver.advance(29'000);
    QVERIFY(!driver.closed);
    driver.advance(2'000);
    QCOMPARE(driver.closed->reason, EndReason::Stalled);
}

void SessionHandshakeTest::aNewerCheckpointIsKept()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    city.sequence(feed.write(3));
    const log::Checkpoint old = city.checkpoint();
    city.sequence(feed.write(4));
    SessionDriver driver(city, startOf(city, old.encode()));
    driver.serve(city.greeting(driver.certificate));
    QCOMPARE(driver.sent<wire::HelloFrame>().front().checkpointSeen, old.encode());
    wire::WelcomeFrame welcome;
    welcome.checkpoint = city.checkpoint().encode();
    welcome.consistency = city.consistency(old.treeSize);
    driver.serve(welcome);
    QVERIFY(!driver.closed);
    QCOMPARE(driver.checkpoints.size(), std::size_t(1));
    QCOMPARE(driver.checkpoints.back(), welcome.checkpoint);

    const quint64 before = city.checkpoint().treeSize;
    city.sequence(feed.write(9));
    driver.serve(wire::CheckpointFrame{city.checkpoint().encode(), city.consistency(before)});
    QCOMPARE(driver.checkpoints.size(), std::size_t(2));
    driver.serve(wire::CheckpointFrame{city.checkpoint().encode(), {}});
    QCOMPARE(driver.checkpoints.size(), std::size_t(2));
    // The same frame again, with the proof that leads to it: nobody is accused.
    driver.serve(wire::CheckpointFrame{city.checkpoint().encode(), city.consistency(before)});
    QVERIFY(!driver.closed);
    QVERIFY(!driver.closed);
}

void SessionHandshakeTest::anotherHistoryIsItsOwnError()
{
    TestCity city;
    TestCity twin;
    QCOMPARE(city.id(), twin.id());
    TestFeed feed(city.id(), city.rules(), 5);
    TestFeed other(city.id(), city.rules(), 6);
    city.sequence(feed.write(3));
    twin.sequence(other.write(3));
    const log::Checkpoint seen = twin.checkpoint();
    QCOMPARE(
        endAfter(city, seen.encode(), city.checkpoint().encode(), {}), EndReason::AnotherHistory);
    city.sequence(feed.write(4));
    QCOMPARE(
        endAfter(city, seen.encode(), city.checkpoint().encode(), city.consistency(3)),
        EndReason::AnotherHistory);
    log::Checkpoint later = seen;
    later.epoch = 1;
    later.sign(city.key());
    QCOMPARE(
        endAfter(city, later.encode(), city.checkpoint().encode(), {}), EndReason::AnotherHistory);
}

void SessionHandshakeTest::aServerThatLostWhatItSignedIsItsOwnError()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    city.sequence(feed.write(3));
    const QByteArray less = city.checkpoint().encode();
    city.sequence(feed.write(3));
    const QByteArray more = city.checkpoint().encode();
    QCOMPARE(endAfter(city, more, less, {}), EndReason::ServerBehind);
    QCOMPARE(endAfter(city, more, {}, {}), EndReason::ServerBehind);
    QCOMPARE(endAfter(city, more, more, {}), std::optional<EndReason>());
}

void SessionHandshakeTest::aCheckpointOfAnotherKeyIsRefused()
{
    TestCity city;
    TestCity other(3);
    TestFeed feed(city.id(), city.rules(), 5);
    city.sequence(feed.write(3));
    log::Checkpoint forged = city.checkpoint();
    forged.signatures.clear();
    forged.sign(other.key());
    QCOMPARE(endAfter(city, {}, forged.encode(), {}), EndReason::BadContent);
    QCOMPARE(endAfter(city, {}, QByteArray("note"), {}), EndReason::BadContent);
}

QTEST_APPLESS_MAIN(SessionHandshakeTest)
#include "SessionHandshakeTest.moc"
