// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/erase/EraseRule.h"
#include "tests/support/RecordBench.h"

#include <QtTest/QtTest>

using namespace spilno;
using namespace spilno::records;
using namespace spilno::test;

namespace {

/// A body with a public and a sealed scope, one clerk, and a request with a receipt.
struct Counter
{
    RecordBench bench;
    base::EntityId body = bench.newId<base::EntityId>();
    base::ScopeId scope = bench.newScope(Home::Content, body);
    base::ScopeId sealed = bench.newScope(Home::Sealed, body);
    RecordBench::Actor clerk = bench.newPersonWith(Role::Clerk, body);
    RecordBench::Actor citizen = bench.newPerson();
    RecordBench::Actor stranger = bench.newPerson();
    crypto::SigningKey receipt = bench.newKey();
    base::EntityId request = bench.make(
        citizen,
        scope,
        "request",
        {{"title", text("Яма")}, {"claim_key", idValue(receipt.publicKey())}});

    RecordBench::Fields photo(const base::EntityId &about) const
    {
        return {
            {"about", idValue(about)},
            {"blob", wire::Value(QByteArray(32, 'b'))},
            {"name", text("яма.jpg")},
            {"mime", text("image/jpeg")},
            {"size", number(120'000)}};
    }
    FoldChange attaching(const RecordBench::Actor &actor, const base::EntityId &about)
    {
        return bench.creation(actor, scope, "attachment", photo(about));
    }
    FoldChange saying(const RecordBench::Actor &actor, qint64 kind)
    {
        return bench.creation(
            actor, scope, "comment",
            {{"about", idValue(request)}, {"text", text("Так")}, {"kind", number(kind)}});
    }
};

} // namespace

class TalkRulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anybodyCommentsAndOnlyTheOfficeAnswers()
    {
        Counter counter;
        QCOMPARE(counter.bench.fold(counter.saying(counter.stranger, 0)), Verdict::Applied);
        QCOMPARE(counter.bench.fold(counter.saying(counter.citizen, 1)), Verdict::NoRight);
        QCOMPARE(counter.bench.fold(counter.saying(counter.clerk, 1)), Verdict::Applied);
        QCOMPARE(counter.bench.fold(counter.saying(counter.clerk, 2)), Verdict::BadField);
    }

    void anAnswerIsAboutARequestOfItsOwnScope()
    {
        Counter counter;
        const base::EntityId body = counter.body;
        const base::ScopeId other = counter.bench.newScope(Home::Content, body);
        FoldChange answer = counter.bench.creation(
            counter.clerk, other, "comment",
            {{"about", idValue(counter.request)}, {"text", text("Так")}, {"kind", number(1)}});
        QCOMPARE(counter.bench.fold(answer), Verdict::UnknownRecord);
    }

    void aCommentIsItsAuthors()
    {
        Counter counter;
        FoldChange comment = counter.saying(counter.stranger, 0);
        counter.bench.fold(comment);
        const RecordBench::Fields words{{"text", text("Ні")}};
        QCOMPARE(
            counter.bench.fold(counter.bench.edit(counter.clerk, comment.entity, words)),
            Verdict::NoRight);
        QCOMPARE(
            counter.bench.fold(counter.bench.edit(counter.stranger, comment.entity, words)),
            Verdict::Applied);
    }

    void aPhotoComesFromTheReporterTheReceiptOrTheOffice()
    {
        Counter counter;
        QCOMPARE(
            counter.bench.fold(counter.attaching(counter.citizen, counter.request)),
            Verdict::Applied);
        QCOMPARE(
            counter.bench.fold(counter.attaching(counter.clerk, counter.request)),
            Verdict::Applied);
        QCOMPARE(
            counter.bench.fold(counter.attaching(counter.stranger, counter.request)),
            Verdict::NoRight);
        FoldChange proven = counter.attaching(counter.stranger, counter.request);
        RecordBench::proveClaim(proven, counter.receipt);
        QCOMPARE(counter.bench.fold(proven), Verdict::Applied);
    }

    void aPhotoBelongsToARecordAndHasASize()
    {
        Counter counter;
        const auto nowhere = counter.bench.newId<base::EntityId>();
        QCOMPARE(
            counter.bench.fold(counter.attaching(counter.citizen, nowhere)),
            Verdict::UnknownRecord);
        RecordBench::Fields fields = counter.photo(counter.request);
        fields.back().second = number(0);
        QCOMPARE(
            counter.bench.fold(
                counter.bench.creation(counter.citizen, counter.scope, "attachment", fields)),
            Verdict::BadField);
        FoldChange comment = counter.saying(counter.stranger, 0);
        counter.bench.fold(comment);
        QCOMPARE(
            counter.bench.fold(counter.attaching(counter.stranger, comment.entity)),
            Verdict::Applied);
    }

    void contactsLiveInTheSealedScopeOnly()
    {
        Counter counter;
        const RecordBench::Fields fields{
            {"for_request", idValue(counter.request)},
            {"reporter_name", text("Оксана Коваль")},
            {"phone", text("+380 00 000 00 00")}};
        QCOMPARE(
            counter.bench.fold(
                counter.bench.creation(counter.citizen, counter.scope, "companion", fields)),
            Verdict::WrongScope);
        const base::EntityId companion =
            counter.bench.make(counter.citizen, counter.sealed, "companion", fields);
        const RecordBench::Fields note{{"notes", text("Передзвонити")}};
        QCOMPARE(
            counter.bench.fold(counter.bench.edit(counter.citizen, companion, note)),
            Verdict::NoRight);
        QCOMPARE(
            counter.bench.fold(counter.bench.edit(counter.clerk, companion, note)),
            Verdict::Applied);
    }

    void keysOfASealedScopeComeFromItsStaff()
    {
        Counter counter;
        const wire::Value grant =
            wire::Value::List{idValue(counter.clerk.device), wire::Value(QByteArray(80, 's'))};
        const auto give = [&](const RecordBench::Actor &actor, const wire::Value &keys) {
            return counter.bench.fold(counter.bench.creation(
                actor, counter.sealed, "key_grant", {{"generation", number(1)}, {"keys", keys}}));
        };
        QCOMPARE(give(counter.citizen, wire::Value::List{grant}), Verdict::NoRight);
        QCOMPARE(give(counter.clerk, wire::Value::List{grant}), Verdict::Applied);
        QCOMPARE(give(counter.clerk, grant), Verdict::BadField);
    }

    void anErasureNamesItsOpsAndWhoAsks()
    {
        Counter counter;
        const auto op = counter.bench.newId<base::OpId>();
        const auto erase = [&](const base::ScopeId &scope, const QByteArray &ops) {
            FoldChange change = counter.bench.creation(
                counter.citizen, scope, "erase", {{"target", idValue(counter.request)}});
            if (!ops.isEmpty())
                change.payload.extra.emplace_back(wire::kExtraErases, ops);
            return counter.bench.fold(change);
        };
        QCOMPARE(erase(counter.scope, {}), Verdict::BadField);
        QCOMPARE(erase(counter.scope, op.toByteArray().left(31)), Verdict::BadField);
        QVERIFY(counter.bench.authority.erasures.empty());
        for (const base::ScopeId &scope :
             {counter.scope, counter.sealed, counter.bench.people, counter.bench.rules})
            QCOMPARE(erase(scope, op.toByteArray()), Verdict::Applied);
        const FakeAuthority::Erasure &asked = counter.bench.authority.erasures.front();
        QCOMPARE(asked.ops.size(), std::size_t{1});
        QVERIFY(asked.ops.front() == op && asked.entity == counter.request);
        QVERIFY(asked.scope == counter.scope && asked.person == counter.citizen.person);
    }
};

QTEST_GUILESS_MAIN(TalkRulesTest)
#include "TalkRulesTest.moc"
