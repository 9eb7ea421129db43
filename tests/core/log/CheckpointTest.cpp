// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/Checkpoint.h"
#include "core/crypto/Signing.h"
#include "tests/core/log/SeededHashes.h"

#include <QtTest/QtTest>

using namespace spilno;
using base::ErrorCode;
using crypto::SigningKey;
using log::Checkpoint;

namespace {

SigningKey keyOf(char letter)
{
    return SigningKey::fromSeed(base::view(QByteArray(32, letter)));
}

Checkpoint example()
{
    SeededHashes hashes(1);
    Checkpoint checkpoint;
    checkpoint.city = hashes.next<base::CityId>();
    checkpoint.treeSize = 20852163;
    checkpoint.root = hashes.next();
    checkpoint.epoch = 2;
    checkpoint.mapRoot = hashes.next();
    checkpoint.timeMs = 1'760'000'000'000;
    return checkpoint;
}

base::Result<Checkpoint> parse(const QByteArray &bytes)
{
    return log::parseCheckpoint(base::view(bytes));
}

} // namespace

class CheckpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSignedOneIsReadAsWritten();
    void noTurnedBitIsBelieved();
    void nothingButTheOneFormIsRead();
    void linesOfUnknownKeysAreIgnored();
    void oneBadLineOfTheKnownKeySpoilsTheNote();
    void aNoteOfAnotherKeyIsNotBelieved();
    void sizesAreLimited();
};

void CheckpointTest::aSignedOneIsReadAsWritten()
{
    Checkpoint checkpoint = example();
    checkpoint.sign(keyOf('a'));
    const auto parsed = parse(checkpoint.encode());
    QVERIFY(parsed);
    QCOMPARE(*parsed, checkpoint);
    QVERIFY(parsed->verify(keyOf('a').publicKey()));
    QVERIFY(checkpoint.encode().startsWith(checkpoint.noteText().append('\n')));
}

void CheckpointTest::noTurnedBitIsBelieved()
{
    Checkpoint checkpoint = example();
    checkpoint.sign(keyOf('a'));
    const QByteArray bytes = checkpoint.encode();
    for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
        const QByteArray changed = withBitTurned(bytes, bit);
        const auto parsed = parse(changed);
        QVERIFY(!parsed || parsed->encode() == changed);
        QVERIFY(!parsed || !parsed->verify(keyOf('a').publicKey()));
    }
    for (qsizetype length = 0; length < bytes.size(); ++length)
        QVERIFY(!parse(bytes.left(length)));
}

void CheckpointTest::nothingButTheOneFormIsRead()
{
    Checkpoint checkpoint = example();
    checkpoint.sign(keyOf('a'));
    const QByteArray good = checkpoint.encode();
    QVERIFY(parse(good));
    const auto replaced = [&good](const char *from, const char *to) {
        QByteArray changed = good;
        const QByteArray before(from);
        const qsizetype at = changed.indexOf(before);
        return changed.replace(at, before.size(), to);
    };
    const QList<QByteArray> bad{
        replaced("20852163", "020852163"),
        replaced("20852163", "+20852163"),
        replaced("20852163", " 20852163"),
        replaced("20852163", "9223372036854775808"),
        replaced("20852163", "-1"),
        replaced("epoch 2", "epoch  2"),
        replaced("epoch 2", "Epoch 2"),
        replaced("epoch 2\n", ""),
        replaced("epoch 2\n", "epoch 2\nepoch 2\n"),
        replaced("=\n", "\n"),
        replaced("=\n", "=\r\n"),
        replaced("\n\n", "\nmore\n\n"),
        replaced("\n\n", "\n\n\n"),
        replaced("spilno/", "Spilno/"),
        replaced("\xE2\x80\x94 ", "- "),
        replaced("\xE2\x80\x94 ", "\xE2\x80\x94  "),
        good + '\n',
        good + good,
        good.left(good.size() - 1),
        checkpoint.noteText(),
        checkpoint.noteText() + '\n',
    };
    for (const QByteArray &bytes : bad) {
        QVERIFY2(bytes != good, bytes.constData());
        const auto parsed = parse(bytes);
        QVERIFY2(!parsed, bytes.constData());
        QCOMPARE(parsed.error().code, ErrorCode::Malformed);
    }
}

void CheckpointTest::linesOfUnknownKeysAreIgnored()
{
    Checkpoint checkpoint = example();
    checkpoint.signatures.push_back({"witness.example", 7, QByteArray(100, 'x')});
    checkpoint.sign(keyOf('b'));
    checkpoint.sign(keyOf('a'));
    const auto parsed = parse(checkpoint.encode());
    QVERIFY(parsed);
    QCOMPARE(*parsed, checkpoint);
    QVERIFY(parsed->verify(keyOf('a').publicKey()));
    QVERIFY(parsed->verify(keyOf('b').publicKey()));
}

void CheckpointTest::oneBadLineOfTheKnownKeySpoilsTheNote()
{
    const base::PublicKey key = keyOf('a').publicKey();
    Checkpoint checkpoint = example();
    checkpoint.sign(keyOf('a'));
    Checkpoint other = checkpoint;
    other.treeSize += 1;
    QCOMPARE(other.verify(key).error().code, ErrorCode::BadSignature);
    checkpoint.signatures.push_back(checkpoint.signatures.front());
    checkpoint.signatures.back().signature[5] ^= 1;
    QCOMPARE(checkpoint.verify(key).error().code, ErrorCode::BadSignature);
    checkpoint.signatures.back().signature.chop(1);
    QCOMPARE(checkpoint.verify(key).error().code, ErrorCode::BadSignature);
    checkpoint.signatures.pop_back();
    QVERIFY(checkpoint.verify(key));
}

void CheckpointTest::aNoteOfAnotherKeyIsNotBelieved()
{
    const base::PublicKey key = keyOf('a').publicKey();
    Checkpoint checkpoint = example();
    QCOMPARE(checkpoint.verify(key).error().code, ErrorCode::BadSignature);
    checkpoint.sign(keyOf('b'));
    QCOMPARE(checkpoint.verify(key).error().code, ErrorCode::BadSignature);
    checkpoint.sign(keyOf('a'));
    checkpoint.signatures.back().name = "somebody.example";
    QCOMPARE(checkpoint.verify(key).error().code, ErrorCode::BadSignature);
}

void CheckpointTest::sizesAreLimited()
{
    Checkpoint checkpoint = example();
    for (int i = 0; i < 16; ++i)
        checkpoint.signatures.push_back({"witness.example", static_cast<quint32>(i), "x"});
    QVERIFY(parse(checkpoint.encode()));
    checkpoint.signatures.push_back({"witness.example", 16, "x"});
    QCOMPARE(parse(checkpoint.encode()).error().code, ErrorCode::LimitExceeded);
    checkpoint.signatures.resize(1);
    checkpoint.signatures.front().signature = QByteArray(8000, 'x');
    QCOMPARE(parse(checkpoint.encode()).error().code, ErrorCode::LimitExceeded);
    checkpoint.signatures.front() = {QByteArray(129, 'n'), 0, "x"};
    QCOMPARE(parse(checkpoint.encode()).error().code, ErrorCode::Malformed);
}

QTEST_GUILESS_MAIN(CheckpointTest)
#include "CheckpointTest.moc"
