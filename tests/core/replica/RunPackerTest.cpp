// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/RunPacker.h"

#include "tests/support/SampleFeed.h"
#include "tests/support/SeededRandom.h"

#include <QtTest/QtTest>

using namespace spilno;
using replica::RunPacker;
using support::SampleFeed;

namespace {

const base::CityId kCity = base::CityId::fromTrusted("city city city city city city cit");
const base::ScopeId kScope = base::ScopeId::fromTrusted("scope scope scope scope scope sco");

/// A transaction of changes with texts of this many letters.
std::vector<support::SampleChange> transaction(const std::vector<int> &letters)
{
    std::vector<support::SampleChange> changes;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        changes.push_back(support::createText(QString(letters[i], u'x')));
        changes.back().txn = static_cast<std::uint32_t>(letters.size() - 1 - i);
    }
    return changes;
}

void addTo(RunPacker &packer, SampleFeed &feed, const std::vector<support::SampleChange> &changes)
{
    const log::FeedState before = feed.state();
    const auto verified = log::verifyRun(feed.run(changes), before).value();
    for (const log::VerifiedChange &change : verified.changes) {
        replica::ChangeRow row;
        row.seq = change.seq;
        row.hlc = change.hlc;
        row.txn = change.txn;
        row.type = change.type;
        row.ext = base::toByteArray(change.ext);
        row.shape = base::toByteArray(change.shape);
        row.vals = base::toByteArray(change.values);
        packer.add(row, change.entity);
    }
    packer.sign(verified.signature);
}

} // namespace

class RunPackerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRunIsReadAndVerifies();
    void theLargestTransactionFitsBehindAnother();
    void whatIsNotSignedIsLeftOut();
    void anEntityThatIsImpliedIsLeftOut();
};

void RunPackerTest::everyRunIsReadAndVerifies()
{
    support::SeededRandom random(1);
    for (int round = 0; round < 8; ++round) {
        SampleFeed feed("anna", kCity, kScope);
        log::FeedState state = feed.state();
        RunPacker packer(state, feed.opening(), 0);
        for (int i = 0; i < 40; ++i) {
            std::vector<int> letters;
            const auto changes = static_cast<int>(1 + random.below(round < 4 ? 3 : 200));
            for (int k = 0; k < changes; ++k)
                letters.push_back(static_cast<int>(random.below(round < 4 ? 60'000 : 700)));
            addTo(packer, feed, transaction(letters));
        }
        packer.finish();
        qint64 bytes = 0;
        for (const replica::PendingRun &pending : packer.runs()) {
            const auto run = wire::decodeRun(pending.bytes);
            QVERIFY2(run, qPrintable(run ? QString() : run.error().detail));
            QCOMPARE(run->changes.size(), pending.count);
            const auto verified = log::verifyRun(*run, state);
            QVERIFY2(verified, qPrintable(verified ? QString() : verified.error().detail));
            state = verified->after;
            bytes += pending.bytes.size();
        }
        QCOMPARE(state.head, feed.state().head);
        QCOMPARE(packer.bytes(), bytes);
        QVERIFY(packer.runs().size() < 40); // packed, not one for each
    }
}

void RunPackerTest::theLargestTransactionFitsBehindAnother()
{
    SampleFeed feed("anna", kCity, kScope);
    RunPacker packer(feed.state(), feed.opening(), 0);
    addTo(packer, feed, transaction({60'000}));
    const int room = static_cast<int>(RunPacker::kTransactionBytesMax) - 4 * 250;
    addTo(packer, feed, transaction({60'000, 60'000, 30'000, room - 150'000}));
    packer.finish();
    QCOMPARE(packer.runs().size(), 2u);
    for (const replica::PendingRun &run : packer.runs())
        QVERIFY(wire::decodeRun(run.bytes));
}

void RunPackerTest::whatIsNotSignedIsLeftOut()
{
    SampleFeed feed("anna", kCity, kScope);
    RunPacker packer(feed.state(), feed.opening(), 0);
    addTo(packer, feed, transaction({5}));
    replica::ChangeRow open;
    open.seq = 1;
    open.hlc = feed.state().hlc + 1;
    packer.add(open, {});
    packer.finish();
    QCOMPARE(packer.runs().size(), 1u);
    QCOMPARE(packer.runs()[0].count, 1u);
}

void RunPackerTest::anEntityThatIsImpliedIsLeftOut()
{
    SampleFeed feed("anna", kCity, kScope);
    RunPacker packer(feed.state(), feed.opening(), 0);
    auto nameless = support::writeText({}, QStringLiteral("x"));
    nameless.entity.reset();
    addTo(packer, feed, {support::createText(QStringLiteral("y")), nameless});
    packer.finish();
    const auto run = wire::decodeRun(packer.runs().at(0).bytes);
    QVERIFY(run && !run->changes[0].entity && !run->changes[1].entity);
}

QTEST_GUILESS_MAIN(RunPackerTest)
#include "RunPackerTest.moc"
