// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/Frames.h"

#include "core/base/Limits.h"
#include "tests/support/FrameJson.h"
#include "tests/support/Neighbours.h"
#include "tests/support/ProtocolVectors.h"
#include "tests/support/SeededRandom.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QtTest>

using namespace spilno;
using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace {

QByteArray largestPage()
{
    wire::PageFrame page;
    page.bytes = QByteArray(limits::kFrameBytesMax - 100, 'z');
    return wire::encodeFrame(page);
}

QByteArray head(std::uint32_t length, wire::FrameType type)
{
    QByteArray bytes(5, '\0');
    for (int i = 0; i < 4; ++i)
        bytes[i] = static_cast<char>(length >> (8 * (3 - i)));
    bytes[4] = static_cast<char>(type);
    return bytes;
}

} // namespace

class FrameParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyPiecesGiveTheSameFrames();
    void aLargeFrameInSmallPiecesTakesLinearTime();
    void aFrameOverItsTypesLimitIsNotWaitedFor_data();
    void aFrameOverItsTypesLimitIsNotWaitedFor();
    void reasonsAreCutAtWholeCharacters();
    void noNeighbourHasASecondEncoding();
};

void FrameParserTest::anyPiecesGiveTheSameFrames()
{
    const auto vector =
        support::ProtocolVector::read(support::vectorFolder(u"frames"_s) + u"/conversation.json"_s);
    QVERIFY(vector);
    const QByteArray stream = vector->input().repeated(20) + largestPage() + vector->input();
    wire::FrameParser whole;
    const auto expected = whole.feed(base::view(stream));
    QVERIFY(expected);
    support::SeededRandom random(11);
    for (int round = 0; round < 10; ++round) {
        wire::FrameParser parser;
        std::vector<QByteArray> found;
        qsizetype at = 0;
        while (at < stream.size()) {
            const auto piece = static_cast<qsizetype>(1 + random.below(1 + random.below(70'000)));
            const auto frames = parser.feed(base::view(stream.mid(at, piece)));
            QVERIFY(frames);
            for (const wire::Frame &frame : *frames)
                found.push_back(wire::encodeFrame(frame));
            at += piece;
        }
        QCOMPARE(parser.pendingBytes(), 0);
        QCOMPARE(found.size(), expected->size());
        for (std::size_t i = 0; i < found.size(); ++i)
            QCOMPARE(found[i], wire::encodeFrame((*expected)[i]));
    }
}

void FrameParserTest::aLargeFrameInSmallPiecesTakesLinearTime()
{
    const QByteArray frame = largestPage();
    QElapsedTimer timer;
    timer.start();
    wire::FrameParser parser;
    std::size_t frames = 0;
    for (qsizetype at = 0; at < frame.size(); ++at) {
        const auto some = parser.feed(base::view(frame).subspan(static_cast<std::size_t>(at), 1));
        QVERIFY(some);
        frames += some->size();
    }
    QCOMPARE(frames, 1u);
    // Moving the pending bytes at every piece would take some minutes.
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

void FrameParserTest::aFrameOverItsTypesLimitIsNotWaitedFor_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("most");
    QTest::newRow("greeting") << 1 << limits::kGreetingBytesMax;
    QTest::newRow("hello") << 2 << limits::kHelloBytesMax;
    QTest::newRow("page") << 4 << limits::kFrameBytesMax;
    QTest::newRow("push") << 5 << limits::kRunBytesMax + 16;
    QTest::newRow("ping") << 18 << limits::kSmallFrameBytesMax;
    QTest::newRow("unknown") << 99 << limits::kFrameBytesMax;
}

void FrameParserTest::aFrameOverItsTypesLimitIsNotWaitedFor()
{
    QFETCH(int, type);
    QFETCH(int, most);
    const auto frameType = static_cast<wire::FrameType>(type);
    wire::FrameParser parser;
    QVERIFY(parser.feed(base::view(head(static_cast<std::uint32_t>(most), frameType))));
    wire::FrameParser second;
    const auto refused =
        second.feed(base::view(head(static_cast<std::uint32_t>(most) + 1, frameType)));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::LimitExceeded);
}

void FrameParserTest::reasonsAreCutAtWholeCharacters()
{
    wire::ByeFrame bye;
    bye.reason = u"причина"_s.repeated(20);
    bye.detail = QStringLiteral("\U0001F573").repeated(300);
    wire::FrameParser parser;
    const auto frames = parser.feed(base::view(wire::encodeFrame(bye)));
    QVERIFY(frames && frames->size() == 1);
    const auto &read = std::get<wire::ByeFrame>(frames->front());
    QCOMPARE(read.detail, QStringLiteral("\U0001F573").repeated(limits::kDetailBytesMax / 4));
    QCOMPARE(read.reason, bye.reason.left(limits::kReasonBytesMax / 2));
}

void FrameParserTest::noNeighbourHasASecondEncoding()
{
    int accepted = 0;
    const QStringList paths = support::vectorFiles(u"frames"_s);
    for (qsizetype i = 0; i < paths.size(); i += 4) {
        const auto vector = support::ProtocolVector::read(paths[i]);
        QVERIFY(vector);
        accepted += support::tryNeighbours(support::codec("frames"), vector->input()).accepted;
    }
    QVERIFY(accepted > 10'000);
}

QTEST_GUILESS_MAIN(FrameParserTest)
#include "FrameParserTest.moc"
