// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/Cbor.h"

#include "core/base/Limits.h"
#include "tests/support/SeededRandom.h"

#include <QtTest/QtTest>

#include <array>

using namespace spilno;
using wire::CborReader;
using wire::CborWriter;

namespace {

QByteArray number(std::uint64_t value)
{
    QByteArray bytes;
    CborWriter(bytes).number(value);
    return bytes;
}

} // namespace

class CborTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersTakeTheShortestHead();
    void numbersReadBack();
    void onlyTheShortestHeadIsRead();
    void textsReadBackWhole_data();
    void textsReadBackWhole();
    void afterAFailureNothingIsRead();
    void aCountAboveWhatIsLeftFails();
    void lengthsOfAllBitsFail();
    void nestingEndsAtTheLimit();
    void anItemIsSkippedWithAllItHolds();
    void aNewerVersionIsNamedWhateverFollows();
};

void CborTest::numbersTakeTheShortestHead()
{
    QCOMPARE(number(23).size(), 1);
    QCOMPARE(number(24).size(), 2);
    QCOMPARE(number(255).size(), 2);
    QCOMPARE(number(256).size(), 3);
    QCOMPARE(number(65535).size(), 3);
    QCOMPARE(number(65536).size(), 5);
    QCOMPARE(number(UINT32_MAX).size(), 5);
    QCOMPARE(number(std::uint64_t{UINT32_MAX} + 1).size(), 9);
}

void CborTest::numbersReadBack()
{
    support::SeededRandom random(1);
    for (int i = 0; i < 10'000; ++i) {
        const auto value = static_cast<std::int64_t>(random.next() >> random.below(64));
        const std::int64_t signedValue =
            random.below(2) == 0 ? value : -1 - std::max<std::int64_t>(value, 0);
        QByteArray bytes;
        CborWriter(bytes).integer(signedValue);
        CborReader reader(base::view(bytes));
        QCOMPARE(reader.integer(), signedValue);
        QVERIFY(reader.finished());
    }
}

void CborTest::onlyTheShortestHeadIsRead()
{
    // Every one- and two-byte argument: exactly those that need their bytes are read.
    for (int value = 0; value < 65536; ++value) {
        const std::array<std::uint8_t, 3> two{
            0x19, static_cast<std::uint8_t>(value >> 8), static_cast<std::uint8_t>(value)};
        CborReader reader(two);
        reader.number();
        QCOMPARE(reader.ok(), value >= 256);
    }
    for (int value = 0; value < 256; ++value) {
        const std::array<std::uint8_t, 2> one{0x18, static_cast<std::uint8_t>(value)};
        CborReader reader(one);
        reader.number();
        QCOMPARE(reader.ok(), value >= 24);
    }
}

void CborTest::textsReadBackWhole_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("cyrillic") << QStringLiteral("Ямкове місто");
    QTest::newRow("byte order mark") << QStringLiteral("\uFEFFмісто");
    QTest::newRow("only marks") << QStringLiteral("\uFEFF\uFEFF");
    QTest::newRow("zero") << QString(QChar(u'\0'));
    QTest::newRow("no characters") << QStringLiteral("\uFFFE\uFFFF");
    QTest::newRow("beyond the plane") << QStringLiteral("\U0001F573\U0010FFFF");
}

void CborTest::textsReadBackWhole()
{
    QFETCH(QString, text);
    QByteArray bytes;
    CborWriter(bytes).text(text);
    CborReader reader(base::view(bytes));
    QCOMPARE(reader.string(100), text);
    QVERIFY(reader.finished());
}

void CborTest::afterAFailureNothingIsRead()
{
    const QByteArray bytes = QByteArray::fromHex("f60102");
    CborReader reader(base::view(bytes));
    QCOMPARE(reader.number(), 0u);
    const std::size_t at = reader.offset();
    QCOMPARE(reader.number(), 0u);
    QVERIFY(reader.bytes().empty());
    QVERIFY(reader.item().empty());
    QCOMPARE(reader.peek(), CborReader::Kind::Bad);
    QCOMPARE(reader.offset(), at);
    QCOMPARE(reader.conclude("it").error().code, base::ErrorCode::Malformed);
}

void CborTest::aCountAboveWhatIsLeftFails()
{
    const QByteArray bytes = QByteArray::fromHex("9a0000000401020304");
    CborReader reader(base::view(bytes.left(9)));
    QCOMPARE(reader.array(), 0u); // 4 in a head of five bytes
    const QByteArray tooFew = QByteArray::fromHex("8501020304");
    CborReader second(base::view(tooFew));
    QCOMPARE(second.array(), 0u);
    QVERIFY(!second.ok());
}

void CborTest::lengthsOfAllBitsFail()
{
    for (const int major : {0x5b, 0x7b, 0x9b}) {
        QByteArray bytes(9, '\xff');
        bytes[0] = static_cast<char>(major);
        CborReader reader(base::view(bytes));
        QVERIFY(reader.item().empty());
        QVERIFY(!reader.ok());
    }
}

void CborTest::nestingEndsAtTheLimit()
{
    const QByteArray deep = QByteArray(limits::kCborDepthMax, '\x81') + '\x01';
    CborReader reader(base::view(deep));
    QCOMPARE(reader.item().size(), static_cast<std::size_t>(deep.size()));
    const QByteArray deeper = '\x81' + deep;
    CborReader second(base::view(deeper));
    QVERIFY(second.item().empty());
    // Far beyond, the stack must not go with it.
    const QByteArray deepest(100'000, '\x81');
    CborReader third(base::view(deepest));
    QVERIFY(third.item().empty());
}

void CborTest::anItemIsSkippedWithAllItHolds()
{
    const QByteArray bytes = QByteArray::fromHex("8301820261788040");
    CborReader reader(base::view(bytes));
    QCOMPARE(reader.item().size(), 7u);
    QCOMPARE(reader.peek(), CborReader::Kind::Bytes);
}

void CborTest::aNewerVersionIsNamedWhateverFollows()
{
    const QByteArray newer = QByteArray::fromHex("840200f6f6");
    CborReader reader(base::view(newer));
    const auto opened = reader.openVersioned(2, "it");
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, base::ErrorCode::UnsupportedVersion);
    const QByteArray longer = QByteArray::fromHex("83010000");
    CborReader second(base::view(longer));
    QVERIFY(second.openVersioned(2, "it"));
    QVERIFY(!second.ok());
}

QTEST_GUILESS_MAIN(CborTest)
#include "CborTest.moc"
