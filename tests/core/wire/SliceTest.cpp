// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Limits.h"
#include "tests/support/Neighbours.h"
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

/// A slice of three feeds in one scope, and the chain before it.
struct Story
{
    SampleFeed anna{"anna", kCity, kScope};
    SampleFeed bohdan{"bohdan", kCity, kScope};
    support::SampleScope scope{kScope};

    log::VerifiedRun verified(SampleFeed &feed, const std::vector<support::SampleChange> &changes)
    {
        const log::FeedState before = feed.state();
        return log::verifyRun(feed.run(changes), before).value();
    }

    wire::Slice slice()
    {
        std::vector<log::VerifiedRun> runs;
        runs.push_back(verified(anna, {createText(u"яма"_s)}));
        runs.push_back(verified(bohdan, {createText(u"лавка"_s), createText(u"ліхтар"_s)}));
        runs.push_back(verified(anna, {createText(u"дерево"_s)}));
        return scope.slice(runs, 100, 1'760'000'000'000);
    }
};

} // namespace

/// Runs and slices as bytes; what they mean is in VerifierTest.
class SliceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsReadBack();
    void aRunHasALimit();
    void slicesReadBack();
    void placesTakenTogetherShareASegment();
    void aHugeFeedIsRefusedBeforeMemoryIsTaken();
    void timesThatOverflowAreRefused();
    void noNeighbourHasASecondEncoding();
    void whatIsPackedUnpacks();
    void packedBytesSayHowMuchTheyUnpackTo();
};

void SliceTest::runsReadBack()
{
    SampleFeed feed("anna", kCity, kScope);
    auto first = createText(u"яма"_s);
    first.txn = 1;
    auto second = writeText({}, u"глибока"_s);
    second.entity.reset();
    second.valuesAbsent = true;
    const wire::Run run = feed.run({first, second});
    const QByteArray bytes = wire::encodeRun(run);
    const auto read = wire::decodeRun(bytes);
    QVERIFY(read);
    QCOMPARE(wire::encodeRun(*read), bytes);
    QCOMPARE(read->changes.size(), 2u);
    QVERIFY(read->changes[1].valuesAbsent);
    QCOMPARE(read->lastSeq(), 1u);
}

void SliceTest::aRunHasALimit()
{
    SampleFeed feed("anna", kCity, kScope);
    std::vector<support::SampleChange> changes;
    for (int i = 0; i < 3; ++i)
        changes.push_back(createText(QString(60'000, QChar(u'а' + i)).left(30'000)));
    const QByteArray fits = wire::encodeRun(feed.run(changes));
    QVERIFY(fits.size() < limits::kRunBytesMax);
    QVERIFY(wire::decodeRun(fits));
    changes.push_back(createText(u"г"_s.repeated(30'000)));
    const auto refused = wire::decodeRun(wire::encodeRun(feed.run(changes)));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::LimitExceeded);
}

void SliceTest::slicesReadBack()
{
    Story story;
    wire::Slice slice = story.slice();
    slice.rulesNext = 7;
    slice.peopleNext = 300;
    const QByteArray bytes = wire::encodeSlice(slice);
    const auto read = wire::decodeSlice(bytes);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    QCOMPARE(wire::encodeSlice(*read), bytes);
    QCOMPARE(read->count(), 4u);
    QCOMPARE(read->lastPosition(), 3u);
    QCOMPARE(read->lastLogIndex(), 103u);
    QCOMPARE(read->feeds.size(), 2u);
    QCOMPARE(read->feeds[0].changes[1].position, 3u);
    QCOMPARE(read->rulesNext, 7u);
    QCOMPARE(read->peopleNext, 300u);
}

void SliceTest::placesTakenTogetherShareASegment()
{
    wire::Slice slice;
    slice.appendPlace(10, 1000);
    slice.appendPlace(11, 1000); // goes on
    slice.appendPlace(12, 1001); // later
    slice.appendPlace(14, 1001); // another scope's change between
    QCOMPARE(slice.segments.size(), 3u);
    QCOMPARE(slice.segments[0].count, 2u);
    QCOMPARE(slice.count(), 4u);
    QCOMPARE(slice.lastLogIndex(), 14u);
}

void SliceTest::aHugeFeedIsRefusedBeforeMemoryIsTaken()
{
    Story story;
    const QByteArray bytes = wire::encodeSlice(story.slice());
    // A feed of two changes is an array of four items; say that it has eight million.
    const QByteArray two = QByteArray("\x40\x84\x01", 3);
    const qsizetype at = bytes.indexOf(two);
    QVERIFY(at > 0);
    QByteArray huge = bytes.left(at + 1) + QByteArray::fromHex("9a00f42400") + bytes.mid(at + 2);
    huge += QByteArray(limits::kSliceRawBytesMax - huge.size(), '\0');
    const auto refused = wire::decodeSlice(huge);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Malformed);
}

void SliceTest::timesThatOverflowAreRefused()
{
    Story story;
    wire::Slice slice = story.slice();
    const wire::SliceSegment whole = slice.segments[0];
    slice.segments = {whole, whole};
    slice.segments[0].count = 2;
    slice.segments[1].count = 2;
    slice.segments[1].firstLogIndex += 2;
    slice.segments[1].recordedMs = INT64_MAX;
    QVERIFY(wire::decodeSlice(wire::encodeSlice(slice)));
    slice.segments[1].recordedMs = INT64_MIN; // one more, as the encoding carries it
    QVERIFY(!wire::decodeSlice(wire::encodeSlice(slice)));
}

void SliceTest::noNeighbourHasASecondEncoding()
{
    Story story;
    const QByteArray slice = wire::encodeSlice(story.slice());
    QVERIFY(support::tryNeighbours(support::codec("slice"), slice).accepted > 1000);
    SampleFeed feed("anna", kCity, kScope);
    const QByteArray run =
        wire::encodeRun(feed.run({createText(u"яма"_s), createText(u"лавка"_s)}));
    QVERIFY(support::tryNeighbours(support::codec("run"), run).accepted > 1000);
}

void SliceTest::whatIsPackedUnpacks()
{
    const QByteArray plain = QByteArray("місто ").repeated(10'000);
    const QByteArray packed = wire::compress(plain);
    QVERIFY(packed.size() < plain.size() / 50);
    QCOMPARE(wire::decompress(base::view(packed), plain.size()).value(), plain);
    for (const qsizetype length : {qsizetype{0}, packed.size() / 2, packed.size() - 1})
        QVERIFY(!wire::decompress(base::view(packed.left(length)), plain.size()));
}

void SliceTest::packedBytesSayHowMuchTheyUnpackTo()
{
    const QByteArray packed = wire::compress(QByteArray(1'000'000, '\0'));
    const auto refused = wire::decompress(base::view(packed), 999'999);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::LimitExceeded);
}

QTEST_GUILESS_MAIN(SliceTest)
#include "SliceTest.moc"
