// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/Receipt.h"
#include "core/crypto/Signing.h"
#include "core/log/LogLeaf.h"
#include "tests/core/log/SeededHashes.h"

#include <QtTest/QtTest>

using namespace spilno;
using base::ErrorCode;
using crypto::SigningKey;
using log::Held;
using log::Receipt;

namespace {

SigningKey sequencerKey()
{
    return SigningKey::fromSeed(base::view(QByteArray(32, 's')));
}

Receipt exampleReceipt()
{
    SeededHashes hashes(1);
    Receipt receipt;
    receipt.city = hashes.next<base::CityId>();
    receipt.epoch = 1;
    receipt.scope = hashes.next<base::ScopeId>();
    receipt.firstPosition = 300;
    receipt.lastPosition = 310;
    receipt.firstLogIndex = 70000;
    receipt.recordedMs = 1'760'000'000'000;
    receipt.lastHeaderHash = hashes.next();
    receipt.chain = hashes.next();
    receipt.sign(sequencerKey());
    return receipt;
}

Held exampleHeld()
{
    SeededHashes hashes(2);
    Held held;
    held.city = hashes.next<base::CityId>();
    held.feed = hashes.next<base::FeedId>();
    held.firstSeq = 0;
    held.lastSeq = 255;
    held.lastHeaderHash = hashes.next();
    held.timeMs = 1'760'000'000'000;
    held.sign(sequencerKey());
    return held;
}

/// No input near `bytes` is believed, and what is read is written as the same bytes.
template <class Parse>
void expectNoMutationIsBelieved(const QByteArray &bytes, Parse parse)
{
    for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
        const QByteArray changed = withBitTurned(bytes, bit);
        const auto parsed = parse(base::view(changed));
        QVERIFY(!parsed || parsed->encode() == changed);
        QVERIFY(!parsed || !parsed->verify(sequencerKey().publicKey()));
    }
    for (qsizetype length = 0; length < bytes.size(); ++length)
        QVERIFY(!parse(base::view(bytes.left(length))));
    QVERIFY(!parse(base::view(bytes + 'x')));
    QVERIFY(!parse(base::view('x' + bytes)));
    QCOMPARE(parse(base::view(QByteArray(600, 'x'))).error().code, ErrorCode::LimitExceeded);
}

} // namespace

class ReceiptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReceiptIsReadAsWritten();
    void aHeldIsReadAsWritten();
    void noMutationIsBelieved();
    void aRangeThatIsNoRunIsMalformed();
    void aHeldIsNeverAReceipt();
    void aLeafIsReadAsWritten();
};

void ReceiptTest::aReceiptIsReadAsWritten()
{
    const Receipt receipt = exampleReceipt();
    const auto parsed = log::parseReceipt(base::view(receipt.encode()));
    QVERIFY(parsed);
    QCOMPARE(*parsed, receipt);
    QVERIFY(parsed->verify(sequencerKey().publicKey()));
}

void ReceiptTest::aHeldIsReadAsWritten()
{
    const Held held = exampleHeld();
    const auto parsed = log::parseHeld(base::view(held.encode()));
    QVERIFY(parsed);
    QCOMPARE(*parsed, held);
    QVERIFY(parsed->verify(sequencerKey().publicKey()));
}

void ReceiptTest::noMutationIsBelieved()
{
    expectNoMutationIsBelieved(exampleReceipt().encode(), log::parseReceipt);
    expectNoMutationIsBelieved(exampleHeld().encode(), log::parseHeld);
}

void ReceiptTest::aRangeThatIsNoRunIsMalformed()
{
    const auto codeOf = [](quint64 first, quint64 last) {
        Receipt receipt = exampleReceipt();
        receipt.firstPosition = first;
        receipt.lastPosition = last;
        const auto parsed = log::parseReceipt(base::view(receipt.encode()));
        return parsed ? ErrorCode::Unknown : parsed.error().code;
    };
    QCOMPARE(codeOf(0, 0), ErrorCode::Unknown);
    QCOMPARE(codeOf(0, 255), ErrorCode::Unknown);
    QCOMPARE(codeOf(0, 256), ErrorCode::Malformed);
    QCOMPARE(codeOf(2, 1), ErrorCode::Malformed);
    QCOMPARE(codeOf(1ULL << 63, 1ULL << 63), ErrorCode::Malformed);
    Held held = exampleHeld();
    held.lastSeq = 256;
    QCOMPARE(log::parseHeld(base::view(held.encode())).error().code, ErrorCode::Malformed);
}

void ReceiptTest::aHeldIsNeverAReceipt()
{
    const base::PublicKey key = sequencerKey().publicKey();
    QVERIFY(!log::parseReceipt(base::view(exampleHeld().encode())));
    QVERIFY(!log::parseHeld(base::view(exampleReceipt().encode())));
    Receipt receipt = exampleReceipt();
    receipt.signature = sequencerKey().sign("spilno-hld-1", base::view(receipt.body()));
    QCOMPARE(receipt.verify(key).error().code, ErrorCode::BadSignature);
    Held held = exampleHeld();
    held.signature = sequencerKey().sign("spilno-rcp-1", base::view(held.body()));
    QCOMPARE(held.verify(key).error().code, ErrorCode::BadSignature);
}

void ReceiptTest::aLeafIsReadAsWritten()
{
    SeededHashes hashes(3);
    const log::LogLeaf leaf{hashes.next<log::ScopeTag>(), 12, hashes.next(), 1'760'000'000'000};
    const QByteArray bytes = leaf.encode();
    QCOMPARE(log::parseLogLeaf(base::view(bytes)).value(), leaf);
    for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
        const QByteArray changed = withBitTurned(bytes, bit);
        const auto parsed = log::parseLogLeaf(base::view(changed));
        QVERIFY(!parsed || (parsed->encode() == changed && parsed->hash() != leaf.hash()));
    }
    for (qsizetype length = 0; length < bytes.size(); ++length)
        QVERIFY(!log::parseLogLeaf(base::view(bytes.left(length))));
}

QTEST_GUILESS_MAIN(ReceiptTest)
#include "ReceiptTest.moc"
