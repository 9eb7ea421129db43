// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/Verifier.h"

#include "core/base/Limits.h"
#include "tests/support/SampleFeed.h"

#include <QtTest/QtTest>

using namespace spilno;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using support::createText;
using support::SampleFeed;
using support::writeText;

namespace {

const base::CityId kCity = base::CityId::fromTrusted("city city city city city city cit");
const base::ScopeId kScope = base::ScopeId::fromTrusted("scope scope scope scope scope sco");
constexpr qint64 kTime = 1'760'000'000'000;

template <class T>
ErrorCode codeOf(const base::Result<T> &result)
{
    return result ? ErrorCode::Unknown : result.error().code;
}

std::vector<support::SampleChange> transaction(int count)
{
    std::vector<support::SampleChange> changes;
    for (int i = 0; i < count; ++i) {
        changes.push_back(createText(QString::number(i)));
        changes.back().txn = static_cast<std::uint32_t>(count - 1 - i);
    }
    return changes;
}

} // namespace

class VerifierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunGoesOnWhereItsFeedStands();
    void aVerifiedChangeIsWhatItsHeaderSays();
    void aRunThatDoesNotContinueIsBroken();
    void everyBitIsSigned();
    void anotherContextIsNoSignature();
    void theClockOfAFeedOnlyGoesOn();
    void aTransactionIsWholeAndCountsDown();
    void anImpliedEntityIsLeftOut();
    void anotherEntityThanTheSaltGivesIsSaid();
    void absentValuesKeepTheHash();
    void aChangeIssuedAgainKeepsItsOperation();
    void anOpeningMustBeTheFeedsOwn();
    void aSliceGivesEveryChangeItsPlace();
    void aSliceOfAnotherOrderBreaksTheChain();
    void aSliceNeedsTheStateOfItsFeeds();
    void transactionsStandAtOnePlace();

private:
    static base::Result<log::VerifiedRun> signedRun(
        const SampleFeed &feed, wire::Run run, const log::FeedState &before)
    {
        feed.sign(run, before);
        return log::verifyRun(run, before);
    }
};

void VerifierTest::aRunGoesOnWhereItsFeedStands()
{
    SampleFeed feed("anna", kCity, kScope);
    const log::FeedState start = feed.state();
    QCOMPARE(start.head, base::Hash::fromTrusted(start.feed.data()));
    const auto first = log::verifyRun(feed.run({createText(u"яма"_s)}), start);
    QVERIFY(first);
    const auto second = log::verifyRun(feed.run({createText(u"лавка"_s)}), first->after);
    QVERIFY(second);
    QCOMPARE(second->after.nextSeq, 2u);
    QCOMPARE(second->before.head, first->changes.back().hash);
}

void VerifierTest::aVerifiedChangeIsWhatItsHeaderSays()
{
    SampleFeed feed("anna", kCity, kScope);
    const log::FeedState before = feed.state();
    const auto run = log::verifyRun(feed.run({createText(u"яма"_s)}), before);
    QVERIFY(run);
    const log::VerifiedChange &change = run->changes.front();
    wire::ChangeHeader header;
    header.feed = before.feed;
    header.prev = before.head;
    header.hlc = change.hlc;
    header.type = change.type;
    header.entity = change.entity;
    header.payloadSize = static_cast<std::uint32_t>(change.shape.size() + change.values.size());
    header.payloadCommit = wire::payloadCommit(change.shape, wire::valuesHash(change.values));
    header.ext = wire::ChangeHeader::emptyExt();
    const QByteArray bytes = wire::encodeHeader(header);
    QCOMPARE(wire::headerHash(base::view(bytes)), change.hash);
    QVERIFY(wire::decodeHeader(base::view(bytes)));
}

void VerifierTest::aRunThatDoesNotContinueIsBroken()
{
    SampleFeed feed("anna", kCity, kScope);
    const log::FeedState start = feed.state();
    const wire::Run first = feed.run({createText(u"яма"_s)});
    const log::FeedState middle = feed.state();
    const wire::Run second = feed.run({createText(u"лавка"_s)});
    QCOMPARE(codeOf(log::verifyRun(second, start)), ErrorCode::BrokenChain);
    QCOMPARE(codeOf(log::verifyRun(first, middle)), ErrorCode::BrokenChain);
    const SampleFeed other("bohdan", kCity, kScope);
    QCOMPARE(codeOf(log::verifyRun(first, other.state())), ErrorCode::BrokenChain);
    // The right place but another branch: the hash before is part of what is signed.
    log::FeedState fork = middle;
    fork.head = base::Hash();
    QCOMPARE(codeOf(log::verifyRun(second, fork)), ErrorCode::BadSignature);
}

void VerifierTest::everyBitIsSigned()
{
    SampleFeed feed("anna", kCity, kScope);
    const log::FeedState start = feed.state();
    const QByteArray bytes = wire::encodeRun(feed.run({createText(u"яма"_s), createText(u"де"_s)}));
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray turned = bytes;
            turned[at] = static_cast<char>(turned[at] ^ (1 << bit));
            const auto run = wire::decodeRun(turned);
            if (run)
                QVERIFY2(!log::verifyRun(*run, start), qPrintable(QString::number(at)));
        }
    }
    QVERIFY(log::verifyRun(wire::decodeRun(bytes).value(), start));
}

void VerifierTest::anotherContextIsNoSignature()
{
    SampleFeed feed("anna", kCity, kScope);
    const log::FeedState before = feed.state();
    wire::Run run = feed.run({createText(u"яма"_s)});
    for (const std::string_view context : {"spilno-rcp-1", "spilno-dev-1", ""}) {
        run.signature = feed.key().sign(context, feed.state().head.bytes());
        QCOMPARE(codeOf(log::verifyRun(run, before)), ErrorCode::BadSignature);
    }
    run.signature = SampleFeed("bohdan", kCity, kScope)
                        .key()
                        .sign(wire::kChangeContext, feed.state().head.bytes());
    QCOMPARE(codeOf(log::verifyRun(run, before)), ErrorCode::BadSignature);
}

void VerifierTest::theClockOfAFeedOnlyGoesOn()
{
    SampleFeed feed("anna", kCity, kScope);
    auto late = createText(u"пізно"_s);
    late.hlcDelta = INT64_MAX - 5;
    (void)feed.run({late});
    const log::FeedState before = feed.state();
    auto last = createText(u"ще"_s);
    last.hlcDelta = 5;
    wire::Run run = feed.run({last});
    QVERIFY(signedRun(feed, run, before));
    for (const std::uint64_t delta :
         {std::uint64_t{0}, std::uint64_t{6}, std::uint64_t{INT64_MAX}}) {
        run.changes[0].hlcDelta = delta;
        QCOMPARE(codeOf(signedRun(feed, run, before)), ErrorCode::Malformed);
    }
}

void VerifierTest::aTransactionIsWholeAndCountsDown()
{
    SampleFeed feed("anna", kCity, kScope);
    const log::FeedState before = feed.state();
    const wire::Run whole = feed.run(transaction(limits::kTransactionChangesMax));
    QVERIFY(wire::decodeRun(wire::encodeRun(whole)));
    QVERIFY(log::verifyRun(whole, before));
    wire::Run cut = whole;
    cut.changes.pop_back();
    QCOMPARE(codeOf(signedRun(feed, cut, before)), ErrorCode::Malformed);
    wire::Run gap = whole;
    gap.changes.erase(gap.changes.begin() + 7);
    QCOMPARE(codeOf(signedRun(feed, gap, before)), ErrorCode::Malformed);
    wire::Run begunAgain = whole;
    begunAgain.changes[3].txn = 199;
    QCOMPARE(codeOf(signedRun(feed, begunAgain, before)), ErrorCode::Malformed);
}

void VerifierTest::anImpliedEntityIsLeftOut()
{
    SampleFeed feed("anna", kCity, kScope);
    const log::FeedState before = feed.state();
    wire::Run run = feed.run({createText(u"яма"_s)});
    const base::EntityId implied = log::verifyRun(run, before).value().changes[0].entity;
    QVERIFY(!implied.isNull());
    run.changes[0].entity = implied; // the same header, so the same signature
    QCOMPARE(codeOf(log::verifyRun(run, before)), ErrorCode::Malformed);

    auto nameless = writeText({}, u"без запису"_s);
    nameless.entity.reset();
    const log::FeedState later = feed.state();
    wire::Run second = feed.run({nameless});
    QVERIFY(log::verifyRun(second, later).value().changes[0].entity.isNull());
    second.changes[0].entity = base::EntityId();
    QCOMPARE(codeOf(log::verifyRun(second, later)), ErrorCode::Malformed);
}

void VerifierTest::anotherEntityThanTheSaltGivesIsSaid()
{
    SampleFeed feed("anna", kCity, kScope);
    const log::FeedState before = feed.state();
    auto change = createText(u"яма"_s);
    change.entity = base::EntityId::fromTrusted("somebody else's!");
    const auto verified = log::verifyRun(feed.run({change}), before);
    QVERIFY(verified);
    const log::VerifiedChange &found = verified->changes[0];
    QCOMPARE(found.entity, *change.entity);
    QCOMPARE(
        wire::thinEntity(found.entity, before.person, before.scope, found.shape), change.entity);
}

void VerifierTest::absentValuesKeepTheHash()
{
    SampleFeed present("anna", kCity, kScope);
    SampleFeed erased("anna", kCity, kScope);
    auto change = createText(u"адреса"_s);
    (void)present.run({change});
    change.valuesAbsent = true;
    const log::FeedState before = erased.state();
    wire::Run run = erased.run({change});
    QCOMPARE(erased.state().head, present.state().head);
    run.changes[0].valuesSize += 1;
    QCOMPARE(codeOf(log::verifyRun(run, before)), ErrorCode::BadSignature);
    run.changes[0].valuesSize -= 1;
    run.changes[0].valuesHash = base::Hash();
    QCOMPARE(codeOf(log::verifyRun(run, before)), ErrorCode::BadSignature);
}

void VerifierTest::aChangeIssuedAgainKeepsItsOperation()
{
    SampleFeed lost("anna", kCity, kScope);
    const log::FeedState lostBefore = lost.state();
    const auto first = log::verifyRun(lost.run({createText(u"яма"_s)}), lostBefore);
    QVERIFY(first);
    const log::VerifiedChange &issue = first->changes[0];
    wire::HeaderExt ext;
    ext.firstIssue = wire::FirstIssue{lostBefore.feed, issue.seq, issue.payloadCommit, issue.hlc};

    SampleFeed again("anna", kCity, kScope);
    auto change = createText(u"яма"_s);
    change.ext = wire::encodeExt(ext);
    const log::FeedState before = again.state();
    const auto second = log::verifyRun(again.run({change}), before);
    QVERIFY(second);
    const auto read = wire::decodeExt(second->changes[0].ext);
    QVERIFY(read && read->firstIssue);
    QCOMPARE(
        wire::opId(
            before.person, read->firstIssue->feed, read->firstIssue->seq,
            read->firstIssue->payloadCommit),
        wire::opId(lostBefore.person, lostBefore.feed, issue.seq, issue.payloadCommit));
    // What it says of its first issue is signed too.
    QVERIFY(second->changes[0].hash != issue.hash);
}

void VerifierTest::anOpeningMustBeTheFeedsOwn()
{
    SampleFeed feed("anna", kCity, kScope);
    const log::FeedState before = feed.state();
    wire::Run run = feed.run({createText(u"яма"_s)});
    run.opening = SampleFeed("bohdan", kCity, kScope).opening();
    QCOMPARE(codeOf(log::verifyRun(run, before)), ErrorCode::Malformed);
    QCOMPARE(codeOf(log::openFeed(feed.opening(), base::CityId())), ErrorCode::WrongCity);
}

void VerifierTest::aSliceGivesEveryChangeItsPlace()
{
    SampleFeed anna("anna", kCity, kScope);
    SampleFeed bohdan("bohdan", kCity, kScope);
    support::SampleScope scope(kScope);
    const base::Hash before = scope.head().chain;
    std::vector<log::VerifiedRun> runs;
    const auto write = [&runs](SampleFeed &feed, const QString &text) {
        const log::FeedState state = feed.state();
        runs.push_back(log::verifyRun(feed.run({createText(text)}), state).value());
    };
    write(anna, u"а"_s);
    write(bohdan, u"б"_s);
    write(anna, u"в"_s);
    const wire::Slice slice = scope.slice(runs, 40, kTime);
    const auto nothing = [](const base::FeedId &) { return std::nullopt; };
    const auto verified = log::verifySlice(
        wire::decodeSlice(wire::encodeSlice(slice)).value(), kCity, before, nothing);
    QVERIFY2(verified, qPrintable(verified ? QString() : verified.error().detail));
    QCOMPARE(verified->changes.size(), 3u);
    for (std::size_t i = 0; i < 3; ++i) {
        QCOMPARE(verified->changes[i].position, i);
        QCOMPARE(verified->changes[i].logIndex, 40 + i);
        QCOMPARE(verified->changes[i].recordedMs, kTime);
        QCOMPARE(verified->changes[i].hash, runs[i].changes[0].hash);
    }
    QCOMPARE(verified->chain, scope.head().chain);
    QCOMPARE(verified->feeds[0].after.head, anna.state().head);
}

void VerifierTest::aSliceOfAnotherOrderBreaksTheChain()
{
    SampleFeed anna("anna", kCity, kScope);
    support::SampleScope scope(kScope);
    const base::Hash before = scope.head().chain;
    const log::FeedState state = anna.state();
    const auto run = log::verifyRun(anna.run({createText(u"а"_s), createText(u"б"_s)}), state);
    wire::Slice slice = scope.slice({run.value()}, 40, kTime);
    const auto nothing = [](const base::FeedId &) { return std::nullopt; };
    QVERIFY(log::verifySlice(slice, kCity, before, nothing));
    QCOMPARE(codeOf(log::verifySlice(slice, kCity, base::Hash(), nothing)), ErrorCode::BrokenChain);
    slice.segments[0].recordedMs += 1;
    QCOMPARE(codeOf(log::verifySlice(slice, kCity, before, nothing)), ErrorCode::BrokenChain);
    slice.segments[0].recordedMs -= 1;
    slice.segments[0].firstLogIndex += 1;
    QCOMPARE(codeOf(log::verifySlice(slice, kCity, before, nothing)), ErrorCode::BrokenChain);
}

void VerifierTest::aSliceNeedsTheStateOfItsFeeds()
{
    SampleFeed anna("anna", kCity, kScope);
    support::SampleScope scope(kScope);
    const log::FeedState start = anna.state();
    (void)scope.slice({log::verifyRun(anna.run({createText(u"а"_s)}), start).value()}, 0, kTime);
    const base::Hash before = scope.head().chain;
    const log::FeedState middle = anna.state();
    const wire::Slice slice =
        scope.slice({log::verifyRun(anna.run({createText(u"б"_s)}), middle).value()}, 1, kTime);
    const auto knowing = [](const log::FeedState &state) {
        return [state](const base::FeedId &) { return std::optional(state); };
    };
    QVERIFY(log::verifySlice(slice, kCity, before, knowing(middle)));
    QCOMPARE(
        codeOf(log::verifySlice(slice, kCity, before, knowing(start))), ErrorCode::BrokenChain);
    log::FeedState elsewhere = middle;
    elsewhere.scope = base::ScopeId();
    QCOMPARE(
        codeOf(log::verifySlice(slice, kCity, before, knowing(elsewhere))), ErrorCode::BrokenChain);
    log::FeedState branch = middle;
    branch.head = base::Hash();
    QCOMPARE(
        codeOf(log::verifySlice(slice, kCity, before, knowing(branch))), ErrorCode::BadSignature);
}

void VerifierTest::transactionsStandAtOnePlace()
{
    SampleFeed anna("anna", kCity, kScope);
    const log::FeedState state = anna.state();
    const auto run = log::verifyRun(anna.run(transaction(2)), state);
    support::SampleScope scope(kScope);
    wire::Slice slice = scope.slice({run.value()}, 40, kTime);
    const auto nothing = [](const base::FeedId &) { return std::nullopt; };
    const base::Hash before = support::SampleScope(kScope).head().chain;
    QVERIFY(log::verifySlice(slice, kCity, before, nothing));
    // The chain is made to fit, as a server that does this would.
    const auto spoil = [&](std::uint64_t secondIndex, qint64 secondTime) {
        log::ScopeChain chain(kScope);
        chain.append(run->changes[0].hash, 40, kTime);
        chain.append(run->changes[1].hash, secondIndex, secondTime);
        slice.segments.clear();
        slice.appendPlace(40, kTime);
        slice.appendPlace(secondIndex, secondTime);
        slice.chain = chain.head().chain;
        return codeOf(log::verifySlice(slice, kCity, before, nothing));
    };
    QCOMPARE(spoil(42, kTime), ErrorCode::Malformed);
    QCOMPARE(spoil(41, kTime + 1), ErrorCode::Malformed);
    QCOMPARE(spoil(41, kTime), ErrorCode::Unknown); // no error
}

QTEST_GUILESS_MAIN(VerifierTest)
#include "VerifierTest.moc"
