// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/identity/IdentityRule.h"
#include "tests/support/RecordBench.h"

#include <QtTest/QtTest>

using namespace spilno;
using namespace spilno::records;
using namespace spilno::test;

namespace {

/// A person who makes themselves: keys, genesis and the change that puts it into the people scope.
struct Newcomer
{
    crypto::SigningKey device;
    QByteArray genesis;
    RecordBench::Actor actor;
};

Newcomer newcomer(RecordBench &bench)
{
    Newcomer made{bench.newKey(), {}, {}};
    wire::IdentityGenesis genesis;
    genesis.device = made.device.publicKey();
    genesis.deviceSealing = bench.newId<base::SealingKey>();
    genesis.recovery = bench.newId<base::PublicKey>();
    made.genesis = wire::encodeIdentityGenesis(genesis);
    made.actor = {wire::personId(base::view(made.genesis)), genesis.device};
    return made;
}

FoldChange identityOf(RecordBench &bench, const Newcomer &person)
{
    FoldChange change = bench.creation(person.actor, bench.people, "identity", {});
    change.payload.extra.emplace_back(wire::kExtraIdentity, person.genesis);
    return change;
}

FoldChange addition(
    RecordBench &bench,
    const Newcomer &person,
    const base::EntityId &identity,
    const crypto::SigningKey &device)
{
    const wire::Value element = identity::deviceElement(
        {device.publicKey(), bench.newId<base::SealingKey>(), wire::DeviceKind::Phone});
    FoldChange change = bench.edit(person.actor, identity, {{"devices", element}});
    const QByteArray statement = identity::deviceStatement(person.actor.person, element);
    change.payload.extra.emplace_back(
        wire::kExtraDeviceProof,
        device.sign(identity::kDeviceContext, base::view(statement)).toByteArray());
    return change;
}

} // namespace

class IdentityRuleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anIdentityCertifiesItsOwnDevice()
    {
        RecordBench bench;
        const Newcomer person = newcomer(bench);
        QVERIFY(!bench.authority.deviceCertified(person.actor.device, person.actor.person, 1));
        QCOMPARE(bench.fold(identityOf(bench, person)), Verdict::Applied);
        QVERIFY(bench.authority.deviceCertified(
            person.actor.device, person.actor.person, bench.logIndex));
    }

    void anIdentityOfAnotherPersonOrDeviceIsNoProof()
    {
        RecordBench bench;
        const Newcomer person = newcomer(bench);
        const Newcomer other = newcomer(bench);
        FoldChange change = identityOf(bench, person);
        change.payload.extra.front().second = other.genesis;
        QCOMPARE(bench.fold(change), Verdict::BadProof);
        change = identityOf(bench, person);
        change.device = other.actor.device;
        QCOMPARE(bench.fold(change), Verdict::BadProof);
        change = identityOf(bench, person);
        change.payload.extra.clear();
        QCOMPARE(bench.fold(change), Verdict::BadProof);
        QVERIFY(!bench.authority.deviceCertified(other.actor.device, other.actor.person, 9));
    }

    void aPersonHasOneIdentity()
    {
        RecordBench bench;
        const Newcomer person = newcomer(bench);
        QCOMPARE(bench.fold(identityOf(bench, person)), Verdict::Applied);
        QCOMPARE(bench.fold(identityOf(bench, person)), Verdict::AlreadyExists);
    }

    void aSecondDeviceNeedsItsOwnSignature()
    {
        RecordBench bench;
        const Newcomer person = newcomer(bench);
        FoldChange made = identityOf(bench, person);
        bench.fold(made);
        const crypto::SigningKey phone = bench.newKey();
        FoldChange unproven = addition(bench, person, made.entity, phone);
        unproven.payload.extra.clear();
        QCOMPARE(bench.fold(unproven), Verdict::BadProof);
        QCOMPARE(bench.fold(addition(bench, person, made.entity, phone)), Verdict::Applied);
        QVERIFY(bench.authority.deviceCertified(
            phone.publicKey(), person.actor.person, bench.logIndex));
    }

    void nobodyElseAddsADevice()
    {
        RecordBench bench;
        const Newcomer person = newcomer(bench);
        const Newcomer other = newcomer(bench);
        FoldChange made = identityOf(bench, person);
        bench.fold(made);
        bench.fold(identityOf(bench, other));
        QCOMPARE(bench.fold(addition(bench, other, made.entity, bench.newKey())), Verdict::NoRight);
    }

    void aRevokedKeyIsGoneForEver()
    {
        RecordBench bench;
        const Newcomer person = newcomer(bench);
        FoldChange made = identityOf(bench, person);
        bench.fold(made);
        const crypto::SigningKey phone = bench.newKey();
        bench.fold(addition(bench, person, made.entity, phone));
        const wire::Value key = idValue(phone.publicKey());
        QCOMPARE(
            bench.fold(bench.edit(person.actor, made.entity, {{"revoked", key}})),
            Verdict::Applied);
        QVERIFY(!bench.authority.deviceCertified(
            phone.publicKey(), person.actor.person, bench.logIndex + 1));
        QCOMPARE(bench.fold(addition(bench, person, made.entity, phone)), Verdict::Taken);

        const RecordBench::Actor thief{person.actor.person, phone.publicKey()};
        FoldChange late =
            bench.edit(thief, made.entity, {{"revoked", idValue(person.actor.device)}});
        QCOMPARE(bench.fold(late), Verdict::NotCertified);
    }

    void onlyOwnDevicesAreRevokedAndNoRevocationIsTakenBack()
    {
        RecordBench bench;
        const Newcomer person = newcomer(bench);
        const Newcomer other = newcomer(bench);
        FoldChange made = identityOf(bench, person);
        bench.fold(made);
        bench.fold(identityOf(bench, other));
        const wire::Value foreign = idValue(other.actor.device);
        QCOMPARE(
            bench.fold(bench.edit(person.actor, made.entity, {{"revoked", foreign}})),
            Verdict::NoRight);
        FoldChange back = bench.edit(person.actor, made.entity, {});
        wire::FieldChange removal;
        removal.key = identity::kRevoked;
        removal.mode = wire::FieldMode::Remove;
        back.payload.fields.push_back(removal);
        QCOMPARE(bench.fold(back), Verdict::BadField);
    }
};

QTEST_GUILESS_MAIN(IdentityRuleTest)
#include "IdentityRuleTest.moc"
