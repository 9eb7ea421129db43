// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/BundleImport.h"
#include "tests/core/sync/FakeStore.h"

#include <QtCore/QBuffer>
#include <QtTest/QtTest>

using namespace spilno;
using sync::BundleImport;
using test::FakeStore;
using test::TestCity;
using test::TestFeed;

namespace {

/// A bundle of every run of the rules scope, one slice each, and of `runs`.
QByteArray bundleOf(TestCity &city, const std::vector<replica::PendingRun> &runs)
{
    QByteArray bytes;
    QBuffer out(&bytes);
    out.open(QIODevice::WriteOnly);
    sync::BundleWriter writer(out);
    bool ok = writer.begin({city.genesis(), {}, 5}).has_value();
    for (std::size_t i = 0; i < city.runCount(city.rules()); ++i)
        ok = ok && writer.addSlice(city.slice(city.rules(), i, 1));
    for (const replica::PendingRun &run : runs)
        ok = ok && writer.addRun(run.bytes);
    ok = ok && writer.end();
    return ok ? bytes : QByteArray();
}

struct Imported
{
    BundleImport::Counts counts;
    std::optional<base::Error> error;
    std::vector<QByteArray> carried;
};

Imported import(const QByteArray &bytes, FakeStore &store)
{
    QByteArray copy = bytes;
    QBuffer in(&copy);
    in.open(QIODevice::ReadOnly);
    Imported result;
    bool done = false;
    BundleImport job(
        in, store, [&result](const log::VerifiedRun &run) { result.carried.push_back(run.bytes); });
    QObject::connect(&job, &BundleImport::finished, [&done] { done = true; });
    QObject::connect(&job, &BundleImport::failed, [&](const base::Error &error) {
        result.error = error;
        done = true;
    });
    job.start();
    if (!QTest::qWaitFor([&done] { return done; }))
        result.error = base::Error{base::ErrorCode::Unknown, QStringLiteral("no end")};
    result.counts = job.counts();
    return result;
}

} // namespace

class BundleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slicesAreAppliedAndRunsHandedOn();
    void importingTwiceAppliesOnce();
    void aBundleThatDoesNotJoinLeavesTheReplicaAsItIs();
    void aBundleOfAnotherCityIsRefused();
    void aBundleCutAnywhereSaysSoAndKeepsWholeSlices();
    void aForgedRunIsNotHandedOn();
    void aForgedSliceStopsTheImport();
    void anotherFileIsNoBundle();
};

void BundleTest::slicesAreAppliedAndRunsHandedOn()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    TestFeed pending(city.id(), city.rules(), 6);
    for (int i = 0; i < 10; ++i)
        city.sequence(feed.write(3));
    const std::vector<replica::PendingRun> runs{pending.write(2), pending.write(1), feed.write(4)};
    FakeStore store;
    const Imported result = import(bundleOf(city, runs), store);
    QVERIFY(!result.error);
    QCOMPARE(store.start.city, city.id());
    QCOMPARE(store.cursors[city.rules()].applied, std::uint64_t(30));
    QCOMPARE(result.counts.applied, std::uint64_t(30));
    QCOMPARE(result.counts.carried, std::uint64_t(7));
    QCOMPARE(result.carried.size(), std::size_t(3));
    QCOMPARE(result.carried[0], runs[0].bytes);
}

void BundleTest::importingTwiceAppliesOnce()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    const replica::PendingRun run = feed.write(3);
    city.sequence(run);
    const QByteArray bundle = bundleOf(city, {run});
    FakeStore store;
    (void)import(bundle, store);
    const Imported again = import(bundle, store);
    QVERIFY(!again.error);
    QCOMPARE(again.counts.applied, std::uint64_t(0));
    QCOMPARE(again.counts.known, std::uint64_t(6));
    QVERIFY(again.carried.empty());
    QCOMPARE(store.applied.size(), std::size_t(1));
}

void BundleTest::aBundleThatDoesNotJoinLeavesTheReplicaAsItIs()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    city.sequence(feed.write(3));
    city.sequence(feed.write(4));
    QByteArray bytes;
    QBuffer out(&bytes);
    out.open(QIODevice::WriteOnly);
    sync::BundleWriter writer(out);
    QVERIFY(writer.begin({city.genesis(), {}, 5}));
    QVERIFY(writer.addSlice(city.slice(city.rules(), 1, 1)));
    QVERIFY(writer.end());
    FakeStore store;
    const Imported result = import(bytes, store);
    QVERIFY(!result.error);
    QCOMPARE(result.counts.missing, std::uint64_t(4));
    QVERIFY(store.applied.empty());
}

void BundleTest::aBundleOfAnotherCityIsRefused()
{
    TestCity city(1);
    FakeStore store;
    store.start.city = TestCity(2).id();
    const Imported result = import(bundleOf(city, {}), store);
    QVERIFY(result.error);
    QCOMPARE(result.error->code, base::ErrorCode::WrongCity);
}

void BundleTest::aBundleCutAnywhereSaysSoAndKeepsWholeSlices()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    city.sequence(feed.write(1));
    city.sequence(feed.write(1));
    const QByteArray bundle = bundleOf(city, {feed.write(1)});
    for (qsizetype cut = 0; cut < bundle.size(); ++cut) {
        FakeStore store;
        const Imported result = import(bundle.left(cut), store);
        QVERIFY(result.error);
        QCOMPARE(result.error->code, base::ErrorCode::Malformed);
        QCOMPARE(store.cursors[city.rules()].applied, result.counts.applied);
        QVERIFY(result.carried.empty());
    }
}

void BundleTest::aForgedRunIsNotHandedOn()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    replica::PendingRun run = feed.write(2);
    run.bytes.back() = static_cast<char>(run.bytes.back() ^ 1);
    FakeStore store;
    const Imported result = import(bundleOf(city, {run}), store);
    QVERIFY(!result.error);
    QVERIFY(result.carried.empty());
    QCOMPARE(result.counts.refused, std::uint64_t(2));
}

void BundleTest::aForgedSliceStopsTheImport()
{
    TestCity city;
    TestCity liar;
    TestFeed feed(city.id(), city.rules(), 5);
    TestFeed other(city.id(), city.rules(), 6);
    city.sequence(feed.write(2));
    city.sequence(feed.write(2));
    liar.sequence(other.write(2));
    liar.sequence(other.write(2));
    FakeStore store;
    QVERIFY(!import(bundleOf(city, {}), store).error);
    city.sequence(feed.write(2));
    liar.sequence(other.write(2));
    // The liar's third slice does not continue the chain that is held here.
    const Imported result = import(bundleOf(liar, {}), store);
    QVERIFY(result.error);
    QCOMPARE(result.error->code, base::ErrorCode::BrokenChain);
    QCOMPARE(store.cursors[city.rules()].applied, std::uint64_t(4));
}

void BundleTest::anotherFileIsNoBundle()
{
    FakeStore store;
    for (const QByteArray &bytes :
         {QByteArray(), QByteArray("SPBUNDL2"), QByteArray(1000, 'x'), QByteArray("SPBUNDL1")}) {
        const Imported result = import(bytes, store);
        QVERIFY(result.error);
        QCOMPARE(result.error->code, base::ErrorCode::Malformed);
    }
    QVERIFY(store.start.city.isNull());
}

QTEST_GUILESS_MAIN(BundleTest)
#include "BundleTest.moc"
