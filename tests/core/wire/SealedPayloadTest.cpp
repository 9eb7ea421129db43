// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/SealedPayload.h"
#include "tests/support/SeededRandom.h"

#include <QtTest/QTest>

using namespace spilno;

namespace {

/// Holds at most one scope's key and one device's.
class Holder final : public wire::PayloadOpener
{
public:
    explicit Holder(
        const crypto::SealingPair *scopeOrNone = nullptr,
        const crypto::SealingPair *ownOrNone = nullptr)
        : scope(scopeOrNone)
        , own(ownOrNone)
    {
    }

    const crypto::SealingPair *scope;
    const crypto::SealingPair *own;

    [[nodiscard]] const crypto::SealingPair *scopeKey(const QByteArray &name) const override
    {
        return scope != nullptr && wire::sealingName(scope->publicKey()) == name ? scope : nullptr;
    }
    [[nodiscard]] const crypto::SealingPair *ownKey() const override { return own; }
};

struct Bench
{
    support::SeededRandom random{11};
    crypto::SealingPair scope = crypto::SealingPair::generate(random);
    crypto::SealingPair author = crypto::SealingPair::generate(random);
    wire::SealedPlace place{random.id<base::FeedId>(), 4, 13};
    wire::PayloadBytes plain{QByteArray("\x85shape"), QByteArray("values: 050 123 45 67")};
    wire::PayloadBytes sealed =
        wire::sealPayload(plain, place, scope.publicKey(), author.publicKey(), random);

    [[nodiscard]] base::Result<wire::PayloadBytes> open(const Holder &holder) const
    {
        return wire::openPayload(
            base::view(sealed.shape), base::view(sealed.values), place, holder);
    }
};

} // namespace

class SealedPayloadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readersAndTheAuthorOpenItAndNobodyElse()
    {
        Bench bench;
        const crypto::SealingPair other = crypto::SealingPair::generate(bench.random);
        QVERIFY(wire::isSealed(base::view(bench.sealed.shape)));
        QVERIFY(!wire::isSealed(base::view(bench.plain.shape)));
        QVERIFY(!bench.sealed.values.contains("050"));
        for (const auto &[scope, own] :
             {std::pair(&bench.scope, static_cast<crypto::SealingPair *>(nullptr)),
              std::pair(static_cast<crypto::SealingPair *>(nullptr), &bench.author)}) {
            const auto opened = bench.open(Holder(scope, own));
            QVERIFY(opened);
            QCOMPARE(opened->shape, bench.plain.shape);
            QCOMPARE(opened->values, bench.plain.values);
        }
        QCOMPARE(bench.open(Holder(nullptr, &other)).error().code, base::ErrorCode::BadSignature);
        QVERIFY(!bench.open(Holder()));
    }

    void erasedValuesStayAbsentAndTheShapeOpens()
    {
        Bench bench;
        Holder holder;
        holder.scope = &bench.scope;
        const auto opened =
            wire::openPayload(base::view(bench.sealed.shape), {}, bench.place, holder);
        QVERIFY(opened);
        QCOMPARE(opened->shape, bench.plain.shape);
        QVERIFY(opened->values.isEmpty());
    }

    void aMovedOrAlteredOneDoesNotOpen()
    {
        Bench bench;
        Holder holder;
        holder.scope = &bench.scope;
        wire::SealedPlace elsewhere = bench.place;
        elsewhere.seq += 1;
        QVERIFY(!wire::openPayload(
            base::view(bench.sealed.shape), base::view(bench.sealed.values), elsewhere, holder));
        for (const int at : {3, 30, 120, 175, int(bench.sealed.shape.size()) - 1}) {
            Bench altered;
            altered.sealed.shape[at] = static_cast<char>(altered.sealed.shape[at] ^ 1);
            Holder both;
            both.scope = &altered.scope;
            // Byte 120 stands in the author's box, which a reader of the scope does not need.
            QCOMPARE(altered.open(both).has_value(), at == 120);
        }
        QVERIFY(
            !wire::openPayload(base::view(bench.sealed.shape).first(100), {}, bench.place, holder));
    }
};

QTEST_GUILESS_MAIN(SealedPayloadTest)
#include "SealedPayloadTest.moc"
