// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/sequencer/Sequencer.h"

#include "tests/server/MemoryStore.h"
#include "tests/server/RunAuthor.h"

#include "core/crypto/Sodium.h"
#include "core/log/Receipt.h"

#include <QtCore/QSemaphore>
#include <QtTest/QTest>

#include <atomic>

using namespace spilno;
using namespace spilno::server;
using namespace spilno::server::test;

namespace {

constexpr int kPatienceMs = 20'000;

/// A sequencer over a store in memory, and what it said.
class Bench
{
public:
    explicit Bench(const std::function<void(Sequencer::Options &)> &change = {})
        : key(std::make_shared<const crypto::SigningKey>(crypto::SigningKey::generate(random)))
        , genesis(cityGenesis(key->publicKey()))
        , city(wire::cityId(base::view(genesis)))
        , log(clock, [this](const QByteArray &line) { logged += line; })
    {
        auto made = std::make_unique<MemoryStore>(genesis);
        made->addScope(content, replica::ScopeKind::Content);
        store = made.get();
        options.openStore = [store = std::make_shared<std::unique_ptr<MemoryStore>>(std::move(
                                 made))]() -> base::Result<std::unique_ptr<SequencerStore>> {
            return std::unique_ptr<SequencerStore>(std::move(*store));
        };
        options.key = key;
        options.clock = &clock;
        options.log = &log;
        options.checkpointEveryMs = 10;
        options.scopesGrew = [this](const auto &scopes) {
            for (const ScopeState &scope : scopes)
                grownTo = scope.next;
        };
        options.checkpointMade = [this](const CheckpointNews &news) {
            const std::lock_guard lock(mutex);
            checkpoints.push_back(news);
        };
        if (change)
            change(options);
        sequencer.emplace(options);
    }

    void submit(const QByteArray &run)
    {
        auto decoded = wire::decodeRun(run);
        QVERIFY(decoded);
        sequencer->submit(std::move(*decoded), [this](RunAnswered answer) {
            {
                const std::lock_guard lock(mutex);
                answers.push_back(std::move(answer));
            }
            answered.release();
        });
    }

    RunAnswered submitAndWait(const QByteArray &run)
    {
        submit(run);
        if (!answered.tryAcquire(1, kPatienceMs))
            return {};
        const std::lock_guard lock(mutex);
        return answers.back();
    }

    /// Runs on the sequencer's thread and waits.
    void inside(const std::function<void()> &task)
    {
        QSemaphore done;
        sequencer->ask([&](SequencerStore &) {
            task();
            done.release();
        });
        QVERIFY(done.tryAcquire(1, kPatienceMs));
    }

    SliceRead read(const ReadSlice &wanted)
    {
        SliceRead result;
        QSemaphore done;
        sequencer->readSlice(wanted, [&](SliceRead slice) {
            result = std::move(slice);
            done.release();
        });
        done.tryAcquire(1, kPatienceMs);
        return result;
    }

    base::SystemClock clock;
    crypto::SystemRandom random;
    std::shared_ptr<const crypto::SigningKey> key;
    QByteArray genesis;
    base::CityId city;
    base::ScopeId content = base::ScopeId::fromTrusted("a content scope for the test....");
    QByteArray logged;
    ServerLog log;
    MemoryStore *store = nullptr;
    Sequencer::Options options;
    std::mutex mutex;
    std::vector<RunAnswered> answers;
    std::vector<CheckpointNews> checkpoints;
    std::atomic<std::uint64_t> grownTo = 0;
    QSemaphore answered;
    std::optional<Sequencer> sequencer; ///< Last: it ends first.
};

} // namespace

class SequencerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void receiptIsSignedAndNamesThePlace();
    void manyRunsShareACommit();
    void runsOfOneFeedKeepTheirOrder();
    void duplicateGetsTheOldReceipt();
    void losingBranchGetsTheWinningHeader();
    void aRunBehindALosingBranchIsNotHostile();
    void wrongSignatureIsRefusedAndTheRestGoesOn();
    void gapUncertifiedAndForeignRunsAreToldApart();
    void deviceOverItsQuotaIsAskedToWait();
    void strangersBadCopiesDoNotUseUpTheQuota();
    void failedCommitLosesNothing();
    void clockBehindTheLogSequencesNothing();
    void checkpointFollowsAndIsConsistent();
    void clientAheadOfTheLogStopsSequencing();
    void sameSliceIsReadOnceAndForgottenAfterAnErasure();
    void sealedScopeIsForItsReaders();
    void stopAnswersWhatWasTaken();
    void foreignKeyDoesNotStart();
};

void SequencerTest::receiptIsSignedAndNamesThePlace()
{
    Bench bench;
    QVERIFY(bench.sequencer->start());
    RunAuthor author(bench.city, bench.content, bench.random);
    const RunAnswered first = bench.submitAndWait(author.run(3));
    QCOMPARE(first.verdict, RunVerdict::Receipt);
    const auto receipt = log::parseReceipt(base::view(first.bytes));
    QVERIFY(receipt);
    QVERIFY(receipt->verify(bench.key->publicKey()));
    QCOMPARE(receipt->scope, bench.content);
    QCOMPARE(receipt->lastPosition - receipt->firstPosition, 2U);
    QCOMPARE(receipt->lastHeaderHash, author.state().head);
    const RunAnswered second = bench.submitAndWait(author.run(2));
    QCOMPARE(log::parseReceipt(base::view(second.bytes))->firstLogIndex, 3U);
    QTRY_COMPARE(bench.grownTo.load(), 5U);
}

void SequencerTest::manyRunsShareACommit()
{
    Bench bench([](Sequencer::Options &options) { options.groupWithinMs = 50; });
    QVERIFY(bench.sequencer->start());
    std::vector<QByteArray> runs;
    for (int i = 0; i < 200; ++i) {
        RunAuthor author(bench.city, bench.content, bench.random);
        runs.push_back(author.run(1));
    }
    for (const QByteArray &run : runs)
        bench.submit(run);
    QVERIFY(bench.answered.tryAcquire(200, kPatienceMs));
    for (const RunAnswered &answer : bench.answers)
        QCOMPARE(answer.verdict, RunVerdict::Receipt);
    bench.inside([&] {
        QVERIFY2(
            bench.store->commits.size() < 50,
            qPrintable(QStringLiteral("%1 commits").arg(bench.store->commits.size())));
        QCOMPARE(bench.store->treeSize(), 200U);
    });
    QCOMPARE(bench.sequencer->status().runs, 200);
}

void SequencerTest::runsOfOneFeedKeepTheirOrder()
{
    Bench bench;
    QVERIFY(bench.sequencer->start());
    RunAuthor author(bench.city, bench.content, bench.random);
    for (int i = 0; i < 50; ++i)
        bench.submit(author.run(4));
    QVERIFY(bench.answered.tryAcquire(50, kPatienceMs));
    std::uint64_t next = 0;
    for (const RunAnswered &answer : bench.answers) {
        QCOMPARE(answer.verdict, RunVerdict::Receipt);
        const auto receipt = log::parseReceipt(base::view(answer.bytes));
        QCOMPARE(receipt->firstPosition, next);
        next = receipt->lastPosition + 1;
    }
    QCOMPARE(next, 200U);
}

void SequencerTest::duplicateGetsTheOldReceipt()
{
    Bench bench;
    QVERIFY(bench.sequencer->start());
    RunAuthor author(bench.city, bench.content, bench.random);
    const QByteArray run = author.run(3);
    const RunAnswered first = bench.submitAndWait(run);
    const RunAnswered again = bench.submitAndWait(run);
    QCOMPARE(again.verdict, RunVerdict::Receipt);
    QCOMPARE(again.bytes, first.bytes);
    // Both at once: still one place.
    const QByteArray next = author.run(1);
    bench.submit(next);
    bench.submit(next);
    QVERIFY(bench.answered.tryAcquire(2, kPatienceMs));
    QCOMPARE(bench.answers[2].bytes, bench.answers[3].bytes);
    bench.inside([&] { QCOMPARE(bench.store->treeSize(), 4U); });
}

void SequencerTest::losingBranchGetsTheWinningHeader()
{
    Bench bench;
    QVERIFY(bench.sequencer->start());
    RunAuthor author(bench.city, bench.content, bench.random);
    const log::FeedState before = author.state();
    QCOMPARE(bench.submitAndWait(author.run(2, 'a')).verdict, RunVerdict::Receipt);
    const base::Hash winner = author.state().head;
    author.rewindTo(before);
    const RunAnswered lost = bench.submitAndWait(author.run(1, 'b'));
    QCOMPARE(lost.verdict, RunVerdict::Fork);
    QCOMPARE(lost.forkSeq, 0U);
    QVERIFY(!lost.bytes.isEmpty() && lost.bytes != winner.toByteArray());
}

void SequencerTest::aRunBehindALosingBranchIsNotHostile()
{
    Bench bench;
    QVERIFY(bench.sequencer->start());
    RunAuthor author(bench.city, bench.content, bench.random);
    QCOMPARE(bench.submitAndWait(author.run(1)).verdict, RunVerdict::Receipt);
    const log::FeedState before = author.state();
    QCOMPARE(bench.submitAndWait(author.run(1, 'a')).verdict, RunVerdict::Receipt);
    QCOMPARE(bench.submitAndWait(author.run(1, 'b')).verdict, RunVerdict::Receipt);
    author.rewindTo(before); // a copy of the profile that was written on meanwhile
    const QByteArray losing = author.run(1, 'c');
    const RunAnswered behind = bench.submitAndWait(author.run(1, 'd')); // arrives before it
    QCOMPARE(behind.verdict, RunVerdict::Retry);
    QVERIFY(!behind.hostile);
    QCOMPARE(bench.submitAndWait(losing).verdict, RunVerdict::Fork);
}

void SequencerTest::wrongSignatureIsRefusedAndTheRestGoesOn()
{
    Bench bench;
    QVERIFY(bench.sequencer->start());
    RunAuthor author(bench.city, bench.content, bench.random);
    const RunAnswered bad = bench.submitAndWait(author.run(2, 'a', false));
    QCOMPARE(bad.verdict, RunVerdict::Refused);
    QCOMPARE(bad.reason, QStringLiteral("bad-signature"));
    QVERIFY(bad.hostile);
    QCOMPARE(bench.submitAndWait(author.run(2)).verdict, RunVerdict::Receipt);
}

void SequencerTest::gapUncertifiedAndForeignRunsAreToldApart()
{
    Bench bench;
    RunAuthor stranger(bench.city, bench.content, bench.random);
    bench.store->uncertified.insert(stranger.key.publicKey());
    QVERIFY(bench.sequencer->start());
    RunAuthor author(bench.city, bench.content, bench.random);
    const QByteArray first = author.run(1);
    const RunAnswered gap = bench.submitAndWait(author.run(1));
    QCOMPARE(gap.verdict, RunVerdict::Retry);
    QCOMPARE(gap.reason, QStringLiteral("broken-chain"));
    QCOMPARE(bench.submitAndWait(first).verdict, RunVerdict::Receipt);
    const RunAnswered uncertified = bench.submitAndWait(stranger.run(1));
    QCOMPARE(uncertified.verdict, RunVerdict::Retry);
    QCOMPARE(uncertified.reason, QStringLiteral("not-certified"));
    RunAuthor foreigner(base::CityId(), bench.content, bench.random);
    const RunAnswered foreign = bench.submitAndWait(foreigner.run(1));
    QCOMPARE(foreign.verdict, RunVerdict::Refused);
    QVERIFY(!foreign.hostile);
}

void SequencerTest::deviceOverItsQuotaIsAskedToWait()
{
    Bench bench([](Sequencer::Options &options) { options.changesPerDevice = {10, 60}; });
    QVERIFY(bench.sequencer->start());
    RunAuthor author(bench.city, bench.content, bench.random);
    RunAuthor other(bench.city, bench.content, bench.random);
    QCOMPARE(bench.submitAndWait(author.run(10)).verdict, RunVerdict::Receipt);
    const RunAnswered late = bench.submitAndWait(author.run(5));
    QCOMPARE(late.verdict, RunVerdict::Retry);
    QCOMPARE(late.reason, QStringLiteral("limit-exceeded"));
    QVERIFY(late.afterMs > 1'000 && late.afterMs < 10'000);
    QCOMPARE(bench.submitAndWait(other.run(5)).verdict, RunVerdict::Receipt);
}

void SequencerTest::strangersBadCopiesDoNotUseUpTheQuota()
{
    Bench bench([](Sequencer::Options &options) { options.changesPerDevice = {10, 60}; });
    QVERIFY(bench.sequencer->start());
    RunAuthor author(bench.city, bench.content, bench.random);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(bench.submitAndWait(author.run(10, 'x', false)).verdict, RunVerdict::Refused);
    QCOMPARE(bench.submitAndWait(author.run(10)).verdict, RunVerdict::Receipt);
}

void SequencerTest::failedCommitLosesNothing()
{
    Bench bench;
    bench.store->failSequencing = base::failure(base::ErrorCode::DiskFull);
    QVERIFY(bench.sequencer->start());
    RunAuthor author(bench.city, bench.content, bench.random);
    const QByteArray run = author.run(2);
    const RunAnswered failed = bench.submitAndWait(run);
    QCOMPARE(failed.verdict, RunVerdict::Retry);
    QCOMPARE(failed.reason, QStringLiteral("disk-full"));
    bench.inside([&] { bench.store->failSequencing = {}; });
    QCOMPARE(bench.submitAndWait(run).verdict, RunVerdict::Receipt);
    QVERIFY(bench.logged.contains("commit-failed"));
}

void SequencerTest::clockBehindTheLogSequencesNothing()
{
    HandClock hand;
    Bench bench([&](Sequencer::Options &options) { options.clock = &hand; });
    QVERIFY(bench.sequencer->start());
    RunAuthor author(bench.city, bench.content, bench.random);
    QCOMPARE(bench.submitAndWait(author.run(1)).verdict, RunVerdict::Receipt);
    bench.inside([&] { hand.nowMs -= 61'000; });
    const RunAnswered answer = bench.submitAndWait(author.run(1));
    QCOMPARE(answer.verdict, RunVerdict::Retry);
    QCOMPARE(answer.reason, QStringLiteral("busy"));
    QTRY_VERIFY(bench.sequencer->status().clockBehind);
    bench.sequencer->stop();
    QVERIFY(bench.logged.contains("clock-behind"));
}

void SequencerTest::checkpointFollowsAndIsConsistent()
{
    Bench bench;
    QVERIFY(bench.sequencer->start());
    RunAuthor author(bench.city, bench.content, bench.random);
    bench.submitAndWait(author.run(5));
    QTRY_COMPARE(bench.sequencer->status().checkpointSize, 5U);
    bench.submitAndWait(author.run(4));
    QTRY_COMPARE(bench.sequencer->status().checkpointSize, 9U);
    bench.sequencer->stop();
    QCOMPARE(bench.checkpoints.size(), 2U);
    const auto first = log::parseCheckpoint(base::view(bench.checkpoints[0].bytes));
    const auto second = log::parseCheckpoint(base::view(bench.checkpoints[1].bytes));
    QVERIFY(first && second && second->verify(bench.key->publicKey()));
    QCOMPARE(bench.checkpoints[1].fromSize, 5U);
    QVERIFY(
        log::verifyConsistency(5, 9, first->root, second->root, bench.checkpoints[1].consistency));
}

void SequencerTest::clientAheadOfTheLogStopsSequencing()
{
    Bench bench;
    QVERIFY(bench.sequencer->start());
    log::Checkpoint ahead;
    ahead.city = bench.city;
    ahead.treeSize = 1'000;
    SeededRandom random(9);
    const auto foreign = crypto::SigningKey::generate(random);
    const auto ask = [&](const crypto::SigningKey &key) {
        log::Checkpoint shown = ahead;
        shown.sign(key);
        QSemaphore done;
        bench.sequencer->askWelcome(
            {{}, shown.encode(), {}}, [&](const Welcomed &) { done.release(); });
        QVERIFY(done.tryAcquire(1, kPatienceMs));
    };
    RunAuthor author(bench.city, bench.content, bench.random);
    ask(foreign);
    QCOMPARE(bench.submitAndWait(author.run(1)).verdict, RunVerdict::Receipt);
    ask(*bench.key);
    const RunAnswered answer = bench.submitAndWait(author.run(1));
    QCOMPARE(answer.verdict, RunVerdict::Retry);
    QCOMPARE(answer.reason, QStringLiteral("recovering"));
    QTRY_VERIFY(bench.sequencer->status().recovering);
}

void SequencerTest::sameSliceIsReadOnceAndForgottenAfterAnErasure()
{
    Bench bench;
    bench.store->eraseType = 7; // what the author writes
    QVERIFY(bench.sequencer->start());
    RunAuthor author(bench.city, bench.content, bench.random);
    for (int i = 0; i < 3; ++i)
        bench.submitAndWait(author.run(200));
    const ReadSlice wanted{bench.content, 0, 256, 1'000'000};
    const SliceRead slice = bench.read(wanted);
    QCOMPARE(slice.next, 200U);
    QVERIFY(slice.packed);
    const auto raw = wire::decompress(base::view(*slice.packed), 1'000'000);
    QVERIFY(raw && wire::decodeSlice(*raw));
    QCOMPARE(bench.read(wanted).packed, slice.packed);
    QCOMPARE(bench.store->slicesRead, 1);
    bench.submitAndWait(author.run(1));
    QVERIFY(bench.read(wanted).packed != slice.packed);
    QCOMPARE(bench.store->slicesRead, 2);
    // The newest slice grows, so it is not kept.
    const ReadSlice newest{bench.content, 600, 256, 1'000'000};
    bench.read(newest);
    bench.read(newest);
    QCOMPARE(bench.store->slicesRead, 4);
    QVERIFY(!bench.read({bench.content, 601, 256, 1'000'000}).packed);
}

void SequencerTest::sealedScopeIsForItsReaders()
{
    Bench bench;
    const auto sealed = base::ScopeId::fromTrusted("a sealed scope of the test......");
    SeededRandom random(4);
    const auto reader = crypto::SigningKey::generate(random).publicKey();
    bench.store->addScope(sealed, replica::ScopeKind::Sealed);
    bench.store->readers.insert(reader);
    QVERIFY(bench.sequencer->start());
    const auto view = [&](const base::PublicKey &device) {
        ReaderView result;
        QSemaphore done;
        bench.sequencer->askView(device, [&](ReaderView answer) {
            result = std::move(answer);
            done.release();
        });
        done.tryAcquire(1, kPatienceMs);
        return result;
    };
    QCOMPARE(view({}).scopes.size(), 3U);
    QVERIFY(!view({}).certified);
    QCOMPARE(view(reader).scopes.size(), 4U);
    QVERIFY(view(reader).certified);
}

void SequencerTest::stopAnswersWhatWasTaken()
{
    Bench bench;
    QVERIFY(bench.sequencer->start());
    RunAuthor author(bench.city, bench.content, bench.random);
    for (int i = 0; i < 20; ++i)
        bench.submit(author.run(50));
    bench.sequencer->stop();
    QVERIFY(bench.answered.tryAcquire(20));
    for (const RunAnswered &answer : bench.answers)
        QCOMPARE(answer.verdict, RunVerdict::Receipt);
    QCOMPARE(bench.sequencer->status().checkpointSize, 0U + bench.checkpoints.back().treeSize);
    // Afterwards nothing is taken, and said so.
    QCOMPARE(bench.submitAndWait(author.run(1)).reason, QStringLiteral("busy"));
}

void SequencerTest::foreignKeyDoesNotStart()
{
    Bench bench([](Sequencer::Options &options) {
        SeededRandom random(8);
        options.key =
            std::make_shared<const crypto::SigningKey>(crypto::SigningKey::generate(random));
    });
    const auto started = bench.sequencer->start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, base::ErrorCode::WrongCity);
}

QTEST_GUILESS_MAIN(SequencerTest)
#include "SequencerTest.moc"
