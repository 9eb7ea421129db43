// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/join/JoinRule.h"
#include "tests/support/RecordBench.h"

#include <QtTest/QtTest>

using namespace spilno;
using namespace spilno::records;
using namespace spilno::test;

namespace {

/// A city with one body, its administrator, and an invitation of its clerks.
struct Office
{
    RecordBench bench;
    base::EntityId body = bench.newId<base::EntityId>();
    RecordBench::Actor admin = bench.newPersonWith(Role::BodyAdmin, body);
    crypto::SigningKey key = bench.newKey();

    RecordBench::Fields invitation(qint64 uses) const
    {
        return {
            {"key", idValue(key.publicKey())},
            {"role", number(static_cast<qint64>(Role::Clerk))},
            {"body", idValue(body)},
            {"expires", number(bench.nowMs + 1000)},
            {"uses", number(uses)}};
    }
    base::EntityId invite(qint64 uses)
    {
        return bench.make(admin, bench.rules, "invitation", invitation(uses));
    }
    FoldChange joining(
        const RecordBench::Actor &actor,
        const base::EntityId &invitation,
        const crypto::SigningKey &signer)
    {
        FoldChange change = bench.creation(
            actor, bench.rules, "join",
            {{"invitation", idValue(invitation)}, {"body", idValue(body)}});
        const QByteArray statement = join::joinStatement(actor.person, invitation);
        change.payload.extra.emplace_back(
            wire::kExtraJoinProof,
            signer.sign(join::kJoinContext, base::view(statement)).toByteArray());
        return change;
    }
    bool isClerk(const RecordBench::Actor &actor, std::uint64_t logIndex) const
    {
        return bench.authority.hasRole(actor.person, Role::Clerk, body, logIndex);
    }
};

} // namespace

class JoinRuleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstJoinHasTheRoleAndTheSecondIsTooLate()
    {
        Office office;
        const base::EntityId invitation = office.invite(1);
        const auto first = office.bench.newPerson();
        const auto second = office.bench.newPerson();
        QCOMPARE(
            office.bench.fold(office.joining(first, invitation, office.key)), Verdict::Applied);
        QVERIFY(office.isClerk(first, office.bench.logIndex));
        QCOMPARE(
            office.bench.fold(office.joining(second, invitation, office.key)), Verdict::Closed);
        QVERIFY(!office.isClerk(second, office.bench.logIndex));
    }

    void theProofBindsThePersonTheInvitationAndTheKey()
    {
        Office office;
        const base::EntityId invitation = office.invite(5);
        const auto person = office.bench.newPerson();
        const auto thief = office.bench.newPerson();
        const FoldChange carried = office.joining(person, invitation, office.key);
        FoldChange stolen = office.joining(thief, invitation, office.key);
        stolen.payload.extra = carried.payload.extra;
        QCOMPARE(office.bench.fold(stolen), Verdict::BadProof);
        QCOMPARE(
            office.bench.fold(office.joining(person, invitation, office.bench.newKey())),
            Verdict::BadProof);
        const auto nowhere = office.bench.newId<base::EntityId>();
        QCOMPARE(
            office.bench.fold(office.joining(person, nowhere, office.key)), Verdict::UnknownRecord);
    }

    void anExpiredOrWithdrawnInvitationIsOver()
    {
        Office office;
        const base::EntityId invitation = office.invite(5);
        const auto person = office.bench.newPerson();
        office.bench.nowMs += 1000;
        QCOMPARE(
            office.bench.fold(office.joining(person, invitation, office.key)), Verdict::Applied);
        office.bench.nowMs += 1;
        QCOMPARE(
            office.bench.fold(office.joining(person, invitation, office.key)), Verdict::Closed);

        const base::EntityId other = office.invite(5);
        QCOMPARE(
            office.bench.fold(office.bench.edit(person, other, {}, "withdraw")), Verdict::NoRight);
        QCOMPARE(
            office.bench.fold(office.bench.edit(office.admin, other, {}, "withdraw")),
            Verdict::Applied);
        QCOMPARE(office.bench.fold(office.joining(person, other, office.key)), Verdict::Closed);
    }

    void anAdministratorInvitesToTheirOwnBodyOnlyAndNamesNoRegistrar()
    {
        Office office;
        auto fields = office.invitation(1);
        fields[2].second = idValue(office.bench.newId<base::EntityId>());
        const auto fold = [&office](const RecordBench::Fields &written) {
            return office.bench.fold(
                office.bench.creation(office.admin, office.bench.rules, "invitation", written));
        };
        QCOMPARE(fold(fields), Verdict::NoRight);
        fields = office.invitation(1);
        fields[1].second = number(static_cast<qint64>(Role::Registrar));
        QCOMPARE(fold(fields), Verdict::BadField);
        fields.erase(fields.begin() + 2);
        QCOMPARE(fold(fields), Verdict::NoRight);
        fields[1].second = number(6);
        QCOMPARE(fold(fields), Verdict::BadField);
        QCOMPARE(fold(office.invitation(0)), Verdict::BadField);
        fields = office.invitation(1);
        fields[0].second = wire::Value(QByteArray(31, 'k'));
        QCOMPARE(fold(fields), Verdict::BadField);
    }

    void theAdministratorEndsARoleAndAPersonMayLeave()
    {
        Office office;
        const base::EntityId invitation = office.invite(5);
        const auto first = office.bench.newPerson();
        const auto second = office.bench.newPerson();
        FoldChange one = office.joining(first, invitation, office.key);
        FoldChange two = office.joining(second, invitation, office.key);
        office.bench.fold(one);
        office.bench.fold(two);
        QCOMPARE(
            office.bench.fold(office.bench.edit(second, one.entity, {}, "end")), Verdict::NoRight);
        QCOMPARE(
            office.bench.fold(office.bench.edit(office.admin, one.entity, {}, "end")),
            Verdict::Applied);
        QVERIFY(!office.isClerk(first, office.bench.logIndex + 1));
        QCOMPARE(
            office.bench.fold(office.bench.edit(first, two.entity, {}, "leave")), Verdict::NoRight);
        QCOMPARE(
            office.bench.fold(office.bench.edit(second, two.entity, {}, "leave")),
            Verdict::Applied);
        QVERIFY(!office.isClerk(second, office.bench.logIndex + 1));
    }

    void aJoinNamesTheBodyOfItsInvitation()
    {
        Office office;
        const base::EntityId invitation = office.invite(5);
        const auto person = office.bench.newPerson();
        FoldChange change = office.joining(person, invitation, office.key);
        change.payload.fields.back().value = idValue(office.bench.newId<base::EntityId>());
        QCOMPARE(office.bench.fold(change), Verdict::BadField);
    }
};

QTEST_GUILESS_MAIN(JoinRuleTest)
#include "JoinRuleTest.moc"
