// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/Payload.h"
#include "core/base/Limits.h"
#include "core/wire/Value.h"
#include "tests/support/Neighbours.h"
#include "tests/support/SeededRandom.h"

#include <QtTest/QtTest>

using namespace spilno;
using wire::Value;

namespace {

QString randomText(support::SeededRandom &random)
{
    static const QString kLetters =
        QStringLiteral("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя ʼ-\uFEFF\U0001F573");
    const auto most = static_cast<std::uint64_t>(kLetters.size() - 1); // never half a pair
    QString text;
    for (std::uint64_t i = random.below(12); i > 0; --i)
        text += kLetters.mid(static_cast<qsizetype>(random.below(most - 1)), 1);
    return text + QStringLiteral("\U0001F573");
}

Value randomValue(support::SeededRandom &random, int depth)
{
    switch (random.below(depth > 0 ? 6 : 5)) {
    case 0:
        return {};
    case 1:
        return random.below(2) == 0;
    case 2:
        return static_cast<qint64>(random.next() >> random.below(64));
    case 3:
        return randomText(random);
    case 4: {
        QByteArray bytes(static_cast<qsizetype>(random.below(40)), '\0');
        random.fill(
            {reinterpret_cast<std::uint8_t *>(bytes.data()),
             static_cast<std::size_t>(bytes.size())});
        return bytes;
    }
    default: {
        Value::List list;
        for (std::uint64_t i = random.below(5); i > 0; --i)
            list.push_back(randomValue(random, depth - 1));
        return list;
    }
    }
}

std::vector<base::OpId> randomRefs(support::SeededRandom &random)
{
    std::vector<base::OpId> refs;
    for (std::uint64_t i = random.below(4); i > 0; --i)
        refs.push_back(random.id<base::OpId>());
    return refs;
}

wire::Payload randomPayload(support::SeededRandom &random)
{
    wire::Payload payload;
    if (random.below(2) == 0)
        payload.create = random.id<base::Salt>();
    std::uint32_t key = 0;
    for (std::uint64_t i = random.below(8); i > 0; --i) {
        key += static_cast<std::uint32_t>(1 + random.below(300));
        const auto mode = static_cast<wire::FieldMode>(random.below(5));
        wire::FieldChange field{key, mode, randomRefs(random), {}};
        if (wire::isStructural(mode) || wire::hasErasableValue(mode))
            field.value = randomValue(random, 3);
        payload.fields.push_back(std::move(field));
    }
    if (random.below(3) == 0) {
        payload.transition = wire::Transition{7, 1, 2, {}};
        if (random.below(2) == 0)
            payload.transition->seen = random.id<base::OpId>();
    }
    payload.settles = randomRefs(random);
    if (random.below(3) == 0)
        payload.extra = {{wire::kExtraSaga, QByteArray(16, 's')}, {9, {}}};
    return payload;
}

QByteArray joined(const wire::PayloadBytes &bytes)
{
    const auto size = static_cast<quint16>(bytes.shape.size());
    return QByteArray(1, static_cast<char>(size >> 8)) + static_cast<char>(size) + bytes.shape +
           bytes.values;
}

} // namespace

/// Values and payloads, which are made of them.
class PayloadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesReadBack();
    void theEmptyListIsNothing();
    void aValueHasALimit();
    void payloadsReadBack();
    void erasedValuesLeaveTheShape();
    void aPayloadHasALimit();
    void noNeighbourHasASecondEncoding();
};

void PayloadTest::valuesReadBack()
{
    support::SeededRandom random(2);
    for (int i = 0; i < 5000; ++i) {
        const Value value = randomValue(random, 5);
        const auto again = Value::decode(base::view(value.encoded()));
        QVERIFY(again);
        QCOMPARE(*again, value);
    }
}

void PayloadTest::theEmptyListIsNothing()
{
    QCOMPARE(Value(Value::List()), Value());
    QCOMPARE(Value().encoded(), QByteArray("\x80", 1));
    QCOMPARE(Value::decode(base::view(QByteArray("\x80", 1))).value(), Value());
}

void PayloadTest::aValueHasALimit()
{
    const Value largest(QByteArray(limits::kPayloadBytesMax - 3, 'x'));
    QCOMPARE(largest.encoded().size(), limits::kPayloadBytesMax);
    QVERIFY(Value::decode(base::view(largest.encoded())));
    const Value larger(QByteArray(limits::kPayloadBytesMax - 2, 'x'));
    const auto refused = Value::decode(base::view(larger.encoded()));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, base::ErrorCode::LimitExceeded);
}

void PayloadTest::payloadsReadBack()
{
    support::SeededRandom random(3);
    for (int i = 0; i < 3000; ++i) {
        const wire::Payload payload = randomPayload(random);
        const auto blinding = random.id<base::Salt>();
        const wire::PayloadBytes bytes = wire::encodePayload(payload, blinding);
        const auto read = wire::decodePayload(base::view(bytes.shape), base::view(bytes.values));
        QVERIFY(read);
        QCOMPARE(read->create, payload.create);
        QCOMPARE(read->settles, payload.settles);
        QCOMPARE(read->extra, payload.extra);
        QCOMPARE(read->transition.has_value(), payload.transition.has_value());
        QCOMPARE(read->fields.size(), payload.fields.size());
        for (std::size_t k = 0; k < payload.fields.size(); ++k) {
            QCOMPARE(read->fields[k].key, payload.fields[k].key);
            QCOMPARE(read->fields[k].refs, payload.fields[k].refs);
            QCOMPARE(read->fields[k].value, payload.fields[k].value);
        }
        const wire::PayloadBytes again = wire::encodePayload(*read, blinding);
        QCOMPARE(again.shape, bytes.shape);
        QCOMPARE(again.values, bytes.values);
    }
}

void PayloadTest::erasedValuesLeaveTheShape()
{
    wire::Payload payload;
    payload.fields.push_back({1, wire::FieldMode::Write, {}, QStringLiteral("адреса")});
    payload.fields.push_back({2, wire::FieldMode::WriteStructural, {}, qint64{40}});
    const wire::PayloadBytes bytes = wire::encodePayload(payload, {});
    QVERIFY(!bytes.shape.contains(QByteArray("адреса")));
    const auto read = wire::decodePayload(base::view(bytes.shape), {});
    QVERIFY(read);
    QVERIFY(read->fields[0].value.isEmpty());
    QCOMPARE(read->fields[1].value, Value(qint64{40}));
}

void PayloadTest::aPayloadHasALimit()
{
    wire::Payload payload;
    payload.fields.push_back(
        {1, wire::FieldMode::Write, {}, QByteArray(limits::kPayloadBytesMax, 'x')});
    const wire::PayloadBytes bytes = wire::encodePayload(payload, {});
    const auto read = wire::decodePayload(base::view(bytes.shape), base::view(bytes.values));
    QVERIFY(!read);
    QCOMPARE(read.error().code, base::ErrorCode::LimitExceeded);
}

void PayloadTest::noNeighbourHasASecondEncoding()
{
    support::SeededRandom random(4);
    for (int i = 0; i < 6; ++i) {
        const wire::PayloadBytes bytes =
            wire::encodePayload(randomPayload(random), random.id<base::Salt>());
        QVERIFY(support::tryNeighbours(support::codec("payload"), joined(bytes)).accepted > 0);
        const QByteArray value = randomValue(random, 4).encoded();
        QVERIFY(support::tryNeighbours(support::codec("value"), value).all > 255);
    }
}

QTEST_GUILESS_MAIN(PayloadTest)
#include "PayloadTest.moc"
