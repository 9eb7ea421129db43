// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/SessionScript.h"

#include "core/base/Limits.h"

#include <QtTest/QTest>

using namespace spilno;
using namespace spilno::server;
using namespace spilno::server::test;

class PeerSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void greetsFirstAndProvesTheCertificate();
    void anonymousReaderIsWelcomed();
    void deviceMustProveItsKey();
    void garbageEndsTheSession();
    void framesBeforeHelloEndTheSession();
    void otherVersionIsToldSo();
    void silenceEndsTheSession();
    void rulesComeFirstThenNamedScopes();
    void whoLacksMostOfAScopeIsSentAPreviewFirst();
    void whoIsNearTheHeadIsSentNoPreview();
    void sliceIsAsLargeAsItsClientTakesUpInTwoSeconds();
    void waitingBehindOtherSlicesDoesNotMakeThemSmall();
    void largeSliceIsCutIntoPages();
    void nothingIsReadWithoutCredit();
    void slowReaderIsNotSentMore();
    void stalledReaderIsCutOff();
    void rulesThatGrowOvertakeASlice();
    void liveChangeIsSentOnceTheScopeGrew();
    void newScopeIsAskedFor();
    void pushIsAnsweredByItsVerdict();
    void tooManyRunsFromOneAddressAreAskedToWait();
    void hostileRunEndsTheSession();
    void checkpointsComeAtMostOnceASecond();
    void blobsWaitForText();
    void strangersCannotStoreBlobs();
};

void PeerSessionTest::greetsFirstAndProvesTheCertificate()
{
    Script script;
    const auto greeting = script.takeFrame<wire::GreetingFrame>();
    QVERIFY(greeting);
    const QByteArray proved = script.context().certificateHash.toByteArray() + greeting->nonce;
    QVERIFY(
        crypto::verify(greeting->serverKey, "spilno-srv-1", base::view(proved), greeting->proof));
    QCOMPARE(greeting->cityGenesis, script.context().genesis);
}

void PeerSessionTest::anonymousReaderIsWelcomed()
{
    Script script;
    script.send(script.hello());
    const auto ask = script.takeAsked<AskWelcome>();
    QVERIFY(ask && ask->device.isNull());
    Welcomed welcomed;
    welcomed.view.scopes = {scope(1, replica::ScopeKind::Rules, 3)};
    script.step(welcomed);
    const auto welcome = script.takeFrame<wire::WelcomeFrame>();
    QVERIFY(welcome);
    QCOMPARE(welcome->scopes.size(), 1U);
    QCOMPARE(welcome->scopes.front().next, 3U);
}

void PeerSessionTest::deviceMustProveItsKey()
{
    SeededRandom random(5);
    const auto device = crypto::SigningKey::generate(random);
    Script good;
    good.send(good.hello(&device));
    const auto ask = good.takeAsked<AskWelcome>();
    QVERIFY(ask);
    QCOMPARE(ask->device, device.publicKey());

    Script bad;
    wire::HelloFrame hello = bad.hello(&device);
    hello.proof.data()[0] ^= 1;
    bad.send(hello);
    QCOMPARE(byeReason(bad), QStringLiteral("bad-signature"));
    QVERIFY(bad.takeAsked<Close>());
    QVERIFY(!bad.takeAsked<AskWelcome>());
}

void PeerSessionTest::garbageEndsTheSession()
{
    Script script;
    const QByteArray garbage = QByteArray::fromHex("00000010") + QByteArray(16, '\xff');
    script.step(Received{base::view(garbage)});
    // An unknown type is skipped; a known one with such a body is not.
    const QByteArray body = QByteArray::fromHex("0000000502") + QByteArray(4, '\xff');
    script.step(Received{base::view(body)});
    QCOMPARE(byeReason(script), QStringLiteral("malformed"));
    QVERIFY(script.session->isEnded());

    Script large;
    const QByteArray oversized = QByteArray::fromHex("7fffffff05");
    large.step(Received{base::view(oversized)});
    QCOMPARE(byeReason(large), QStringLiteral("limit-exceeded"));
}

void PeerSessionTest::framesBeforeHelloEndTheSession()
{
    Script script;
    script.send(wire::CreditFrame{1});
    QCOMPARE(byeReason(script), QStringLiteral("malformed"));
    Script reversed;
    reversed.send(reversed.hello());
    reversed.send(wire::ReceiptFrame{"x"});
    QCOMPARE(byeReason(reversed), QStringLiteral("malformed"));
}

void PeerSessionTest::otherVersionIsToldSo()
{
    Script script;
    wire::HelloFrame hello = script.hello();
    hello.version = 9;
    script.send(hello);
    QCOMPARE(byeReason(script), QStringLiteral("unsupported-version"));
}

void PeerSessionTest::silenceEndsTheSession()
{
    Script mute;
    mute.clock.nowMs += 11'000;
    mute.step(Tick{});
    QCOMPARE(byeReason(mute), QStringLiteral("network"));

    Script script;
    script.goLive({}, script.hello());
    script.clock.nowMs += 26'000;
    script.step(Drained{0});
    script.step(Tick{});
    QVERIFY(script.takeFrame<wire::PingFrame>());
    script.step(Drained{0});
    script.clock.nowMs += 65'000;
    script.step(Tick{});
    QCOMPARE(byeReason(script), QStringLiteral("network"));
}

void PeerSessionTest::rulesComeFirstThenNamedScopes()
{
    Script script;
    wire::HelloFrame hello = script.hello();
    wire::ScopeCursor named;
    named.scope = id<base::ScopeId>(4);
    named.applied = 2;
    hello.cursors = {named};
    script.goLive(
        {scope(3, replica::ScopeKind::Content, 5), scope(4, replica::ScopeKind::Content, 5),
         scope(2, replica::ScopeKind::People, 5), scope(1, replica::ScopeKind::Rules, 5)},
        hello);
    std::vector<int> order;
    std::vector<std::uint64_t> firsts;
    while (const auto read = script.takeAsked<ReadSlice>()) {
        order.push_back(read->scope.data()[0]);
        firsts.push_back(read->first);
        script.step(answer(*read, 5));
        const auto page = script.takeFrame<wire::PageFrame>();
        QVERIFY(page && page->last);
        QCOMPARE(page->firstPosition, read->first);
        const auto done = script.takeFrame<wire::ScopeDoneFrame>();
        QVERIFY(done);
        QCOMPARE(done->scope, read->scope);
        QCOMPARE(done->next, 5U);
    }
    QCOMPARE(order, (std::vector<int>{1, 2, 4, 3}));
    QCOMPARE(firsts, (std::vector<std::uint64_t>{0, 0, 2, 0}));
}

void PeerSessionTest::whoLacksMostOfAScopeIsSentAPreviewFirst()
{
    Script script;
    wire::HelloFrame hello = script.hello();
    hello.everything = true;
    script.goLive(
        {scope(1, replica::ScopeKind::Rules, 9'000), scope(2, replica::ScopeKind::People, 5),
         scope(3, replica::ScopeKind::Content, 9'000), scope(4, replica::ScopeKind::Sealed, 9'000),
         scope(5, replica::ScopeKind::Content, 9'000)},
        hello);
    QStringList order;
    while (const auto read = script.takeAsked<ReadSlice>()) {
        order.append(
            QString::number(read->scope.data()[0]) +
            (read->preview ? QStringLiteral("p") : QString()));
        SliceRead given = answer(*read, 9'000);
        if (read->preview) {
            QCOMPARE(read->maxChanges, 512);
            given.preview = true;
            given.first = 8'000;
        } else if (read->scope.data()[0] == 2) {
            given.next = 5;
        }
        if (order.size() == 4)
            given.packed.reset(); // there is none: it is not asked for again
        script.step(given);
        const auto page = script.takeFrame<wire::PageFrame>();
        QCOMPARE(page.has_value(), order.size() != 4);
        if (page) {
            QCOMPARE(page->preview, read->preview);
            QCOMPARE(page->firstPosition, given.first);
        }
    }
    QCOMPARE(order.join(u' '), QStringLiteral("1 2 3p 5p 3 4 5"));
}

void PeerSessionTest::whoIsNearTheHeadIsSentNoPreview()
{
    Script script;
    wire::HelloFrame hello = script.hello();
    wire::ScopeCursor half;
    half.scope = id<base::ScopeId>(3);
    half.applied = 10'000;
    wire::ScopeCursor little;
    little.scope = id<base::ScopeId>(4);
    hello.cursors = {half, little};
    script.goLive(
        {scope(3, replica::ScopeKind::Content, 20'000),
         scope(4, replica::ScopeKind::Content, limits::kPreviewLackingMin - 1)},
        hello);
    int reads = 0;
    while (const auto read = script.takeAsked<ReadSlice>()) {
        QVERIFY(!read->preview);
        ++reads;
        script.step(answer(*read, read->first == 0 ? 4'095 : 20'000));
    }
    QCOMPARE(reads, 2);
}

void PeerSessionTest::sliceIsAsLargeAsItsClientTakesUpInTwoSeconds()
{
    Script script;
    script.goLive({scope(1, replica::ScopeKind::Rules, 1'000'000)}, script.hello());
    const auto land = [&script](double msPerChange) {
        const auto read = script.takeAsked<ReadSlice>();
        script.step(answer(*read, read->first + static_cast<std::uint64_t>(read->maxChanges)));
        script.clock.nowMs += qRound64(msPerChange * read->maxChanges);
        script.send(wire::CreditFrame{1000});
        return read->maxChanges;
    };
    QCOMPARE(land(0.1), limits::kSliceChangesFirst);
    for (int i = 0; i < 4; ++i)
        land(0.1);
    QCOMPARE(land(0.1), limits::kSliceChangesMax);
    land(1.0);
    land(1.0); // it was asked for before
    QCOMPARE(land(1.0), 1'024);
}

void PeerSessionTest::waitingBehindOtherSlicesDoesNotMakeThemSmall()
{
    Script script;
    wire::HelloFrame hello = script.hello();
    hello.creditBytes = 30'000;
    script.goLive({scope(1, replica::ScopeKind::Rules, 1'000'000)}, hello);
    for (int i = 0; i < 30; ++i) {
        while (const auto read = script.takeAsked<ReadSlice>()) {
            script.step(answer(*read, read->first + static_cast<std::uint64_t>(read->maxChanges)));
        }
        script.clock.nowMs += 100; // thirty wait for three seconds in all
        script.send(wire::CreditFrame{1000});
    }
    QCOMPARE(script.takeAsked<ReadSlice>()->maxChanges, limits::kSliceChangesMax);
}

void PeerSessionTest::largeSliceIsCutIntoPages()
{
    Script script;
    wire::HelloFrame hello = script.hello();
    hello.creditBytes = 8'000'000;
    script.goLive({scope(1, replica::ScopeKind::Rules, 10)}, hello);
    const auto read = script.takeAsked<ReadSlice>();
    script.step(answer(*read, 10, 1'300'000));
    script.step(Drained{0});
    std::uint64_t part = 0;
    qsizetype bytes = 0;
    bool last = false;
    while (const auto page = script.takeFrame<wire::PageFrame>()) {
        QCOMPARE(page->part, part++);
        QVERIFY(wire::encodeFrame(*page).size() < limits::kFrameBytesMax);
        bytes += page->bytes.size();
        last = page->last;
    }
    QCOMPARE(bytes, 1'300'000);
    QVERIFY(last && part > 2);
}

void PeerSessionTest::nothingIsReadWithoutCredit()
{
    Script script;
    wire::HelloFrame hello = script.hello();
    hello.creditBytes = 500;
    script.goLive({scope(1, replica::ScopeKind::Rules, 10)}, hello);
    const auto read = script.takeAsked<ReadSlice>();
    script.step(answer(*read, 5, 1000));
    QVERIFY(script.takeFrame<wire::PageFrame>());
    QVERIFY(!script.takeAsked<ReadSlice>());
    script.send(wire::CreditFrame{1000});
    QVERIFY(script.takeAsked<ReadSlice>());
}

void PeerSessionTest::slowReaderIsNotSentMore()
{
    Script script;
    script.goLive({scope(1, replica::ScopeKind::Rules, 10)}, script.hello());
    const auto read = script.takeAsked<ReadSlice>();
    script.step(Drained{3'000'000});
    script.step(answer(*read, 10));
    QVERIFY(!script.takeFrame<wire::PageFrame>());
    script.step(Drained{1'000});
    QVERIFY(script.takeFrame<wire::PageFrame>());
    script.step(Drained{5'000'000});
    QVERIFY(script.session->wantsNoMoreInput());
}

void PeerSessionTest::stalledReaderIsCutOff()
{
    Script script;
    script.goLive({}, script.hello());
    script.step(Drained{100});
    script.clock.nowMs += limits::kSessionStallMs + 1'000;
    script.send(wire::PongFrame{1});
    script.step(Tick{});
    QCOMPARE(byeReason(script), QStringLiteral("network"));
}

void PeerSessionTest::rulesThatGrowOvertakeASlice()
{
    Script script;
    script.goLive(
        {scope(1, replica::ScopeKind::Rules, 0), scope(3, replica::ScopeKind::Content, 9)},
        script.hello());
    const auto content = script.takeAsked<ReadSlice>();
    QCOMPARE(content->scope, id<base::ScopeId>(3));
    script.step(Grown{{scope(1, replica::ScopeKind::Rules, 2)}});
    script.step(answer(*content, 9));
    QVERIFY(!script.takeFrame<wire::PageFrame>());
    const auto rules = script.takeAsked<ReadSlice>();
    QCOMPARE(rules->scope, id<base::ScopeId>(1));
    script.step(answer(*rules, 2));
    QCOMPARE(script.takeFrame<wire::PageFrame>()->scope, id<base::ScopeId>(1));
    QCOMPARE(script.takeAsked<ReadSlice>()->scope, id<base::ScopeId>(3));
}

void PeerSessionTest::liveChangeIsSentOnceTheScopeGrew()
{
    Script script;
    script.goLive({scope(3, replica::ScopeKind::Content, 0)}, script.hello());
    QVERIFY(script.takeFrame<wire::ScopeDoneFrame>());
    script.step(Grown{{scope(3, replica::ScopeKind::Content, 1)}});
    const auto read = script.takeAsked<ReadSlice>();
    QCOMPARE(read->first, 0U);
    script.step(answer(*read, 1));
    QVERIFY(script.takeFrame<wire::PageFrame>());
    QVERIFY(!script.takeFrame<wire::ScopeDoneFrame>());
    script.step(Grown{{scope(3, replica::ScopeKind::Content, 1)}});
    QVERIFY(!script.takeAsked<ReadSlice>());
}

void PeerSessionTest::newScopeIsAskedFor()
{
    Script script;
    script.goLive({scope(1, replica::ScopeKind::Rules, 0)}, script.hello());
    script.step(Grown{{scope(5, replica::ScopeKind::Content, 1)}});
    QVERIFY(!script.takeAsked<ReadSlice>());
    script.step(Tick{});
    QVERIFY(script.takeAsked<AskView>());
    script.step(ViewRead{
        {false,
         {scope(1, replica::ScopeKind::Rules, 0), scope(5, replica::ScopeKind::Content, 1)}}});
    QCOMPARE(script.takeAsked<ReadSlice>()->scope, id<base::ScopeId>(5));
    // A right that ended: nothing more of that scope.
    script.step(ViewRead{{false, {scope(1, replica::ScopeKind::Rules, 0)}}});
    script.step(SliceRead{
        id<base::ScopeId>(5), 0, 1, std::make_shared<const QByteArray>(QByteArray(9, 'x'))});
    QVERIFY(!script.takeFrame<wire::PageFrame>());
}

void PeerSessionTest::pushIsAnsweredByItsVerdict()
{
    Script script;
    script.goLive({}, script.hello());
    SeededRandom random(3);
    RunAuthor author(id<base::CityId>(1), id<base::ScopeId>(3), random);
    for (int i = 0; i < 4; ++i)
        script.send(wire::PushFrame{author.run(2)});
    std::vector<SubmitRun> submitted;
    while (auto run = script.takeAsked<SubmitRun>())
        submitted.push_back(*run);
    QCOMPARE(submitted.size(), 4U);
    script.step(RunAnswered{submitted[0].token, RunVerdict::Receipt, "receipt", 0, 0, {}, false});
    script.step(RunAnswered{submitted[1].token, RunVerdict::Fork, "header", 3, 0, {}, false});
    script.step(RunAnswered{
        submitted[2].token, RunVerdict::Retry, {}, 0, 900, QStringLiteral("busy"), false});
    script.step(RunAnswered{
        submitted[3].token, RunVerdict::Refused, {}, 0, 0, QStringLiteral("wrong-city"), false});
    QCOMPARE(script.takeFrame<wire::ReceiptFrame>()->receipt, QByteArray("receipt"));
    QCOMPARE(script.takeFrame<wire::ForkFrame>()->seq, 3U);
    const auto retry = script.takeFrame<wire::RetryFrame>();
    QCOMPARE(retry->seq, 4U);
    QCOMPARE(retry->afterMs, 900U);
    QCOMPARE(script.takeFrame<wire::RefusedFrame>()->reason, QStringLiteral("wrong-city"));
    QVERIFY(!script.session->isEnded());
    // Each run is answered once, whatever the rest of the server says.
    script.step(RunAnswered{submitted[0].token, RunVerdict::Receipt, "again", 0, 0, {}, false});
    QVERIFY(!script.takeFrame<wire::ReceiptFrame>());
}

void PeerSessionTest::tooManyRunsFromOneAddressAreAskedToWait()
{
    Script script({3, 60});
    script.goLive({}, script.hello());
    SeededRandom random(3);
    RunAuthor author(id<base::CityId>(1), id<base::ScopeId>(3), random);
    for (int i = 0; i < 4; ++i)
        script.send(wire::PushFrame{author.run(1)});
    const auto retry = script.takeFrame<wire::RetryFrame>();
    QVERIFY(retry);
    QCOMPARE(retry->seq, 3U);
    QCOMPARE(retry->reason, QStringLiteral("limit-exceeded"));
    QVERIFY(retry->afterMs > 0 && retry->afterMs < 2'000);
    script.clock.nowMs += 2'000;
    script.send(wire::PushFrame{author.run(1)});
    QVERIFY(!script.takeFrame<wire::RetryFrame>());
}

void PeerSessionTest::hostileRunEndsTheSession()
{
    Script script;
    script.goLive({}, script.hello());
    SeededRandom random(3);
    RunAuthor author(id<base::CityId>(1), id<base::ScopeId>(3), random);
    script.send(wire::PushFrame{author.run(2)});
    const auto run = script.takeAsked<SubmitRun>();
    script.step(RunAnswered{
        run->token, RunVerdict::Refused, {}, 0, 0, QStringLiteral("bad-signature"), true});
    QVERIFY(script.takeFrame<wire::RefusedFrame>());
    QVERIFY(script.session->isEnded());

    Script broken;
    broken.goLive({}, broken.hello());
    broken.send(wire::PushFrame{"no run"});
    QCOMPARE(byeReason(broken), QStringLiteral("malformed"));
}

void PeerSessionTest::checkpointsComeAtMostOnceASecond()
{
    Script script;
    script.goLive({}, script.hello());
    script.clock.nowMs += 1'000;
    script.step(CheckpointMade{{"one", 10, 0, {}}});
    QCOMPARE(script.takeFrame<wire::CheckpointFrame>()->checkpoint, QByteArray("one"));
    script.clock.nowMs += 100;
    script.step(CheckpointMade{{"two", 20, 10, {}}});
    QVERIFY(!script.takeFrame<wire::CheckpointFrame>());
    script.clock.nowMs += 1'000;
    script.step(Tick{});
    const auto ask = script.takeAsked<AskCheckpoint>();
    QVERIFY(ask);
    QCOMPARE(ask->fromSize, 10U);
    script.step(CheckpointMade{{"three", 30, 10, {}}});
    QCOMPARE(script.takeFrame<wire::CheckpointFrame>()->checkpoint, QByteArray("three"));
    script.clock.nowMs += 5'000;
    script.step(CheckpointMade{{"three", 30, 30, {}}});
    QVERIFY(!script.takeFrame<wire::CheckpointFrame>());
}

void PeerSessionTest::blobsWaitForText()
{
    Script script;
    script.goLive({}, script.hello());
    script.step(Drained{900'000});
    script.send(wire::BlobGetFrame{id<base::BlobId>(8), 0});
    script.send(wire::BlobGetFrame{id<base::BlobId>(8), 1});
    QVERIFY(!script.takeAsked<GetBlob>());
    script.step(Drained{0});
    QVERIFY(script.takeAsked<GetBlob>());
    QVERIFY(!script.takeAsked<GetBlob>());
    const QByteArray chunk(limits::kBlobChunkBytes, 'b');
    script.step(BlobAnswered{false, wire::BlobPartFrame{id<base::BlobId>(8), 0, 2, chunk}});
    QCOMPARE(script.takeFrame<wire::BlobPartFrame>()->bytes, chunk);
    QCOMPARE(script.takeAsked<GetBlob>()->frame.chunk, 1U);
}

void PeerSessionTest::strangersCannotStoreBlobs()
{
    Script script;
    script.goLive({}, script.hello());
    script.send(wire::BlobPutFrame{id<base::BlobId>(8), 0, 1, "bytes"});
    QVERIFY(!script.takeAsked<PutBlob>());
    QVERIFY(!script.takeFrame<wire::BlobDoneFrame>()->stored);
}

QTEST_APPLESS_MAIN(PeerSessionTest)
#include "PeerSessionTest.moc"
