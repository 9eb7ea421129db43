// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestCity.h"

#include "core/records/Registry.h"

#include <QtTest/QTest>

namespace spilno::test {

using replica::ReplicaDatabase;

TestCity::TestCity(std::uint64_t seed)
    : random(seed)
{
    ownerIdentity = makeIdentity();
    wire::CityGenesis city;
    city.name = QStringLiteral("Тестове");
    city.timeZone = QStringLiteral("Europe/Kyiv");
    city.owners = {ownerIdentity->person};
    city.sequencer = crypto::SigningKey::generate(random).publicKey();
    city.createdMs = clock.wallMs();
    city.random = random.id<base::Salt>();
    genesis = wire::encodeCityGenesis(city);
    server = openReplica(QStringLiteral("server"));
    owner.identity = ownerIdentity;
    owner.replica = openReplica(QStringLiteral("owner"));
    owner.replica->setIdentity(ownerIdentity);
    const auto made = owner.replica->submit({identityDraft(*ownerIdentity)});
    Q_ASSERT(made);
    const bool pushed = push(owner);
    Q_ASSERT(pushed);
    pull(*owner.replica);
}

std::shared_ptr<replica::Identity> TestCity::makeIdentity()
{
    wire::IdentityGenesis genesisOfPerson;
    auto device = crypto::SigningKey::generate(random);
    auto sealing = crypto::SealingPair::generate(random);
    genesisOfPerson.device = device.publicKey();
    genesisOfPerson.deviceSealing = sealing.publicKey();
    genesisOfPerson.recovery = crypto::SigningKey::generate(random).publicKey();
    genesisOfPerson.random = random.id<base::Salt>();
    const QByteArray bytes = wire::encodeIdentityGenesis(genesisOfPerson);
    return std::make_shared<replica::Identity>(replica::Identity{
        wire::personId(base::view(bytes)), bytes, std::move(device), std::move(sealing),
        wire::DeviceKind::Desktop});
}

replica::Draft TestCity::identityDraft(const replica::Identity &identity)
{
    replica::Draft draft;
    draft.type = QStringLiteral("identity");
    draft.extra.append({wire::kExtraIdentity, identity.genesis});
    return draft;
}

std::unique_ptr<ReplicaDatabase> TestCity::openReplica(const QString &name)
{
    ReplicaDatabase::Options options;
    options.path = folder.filePath(name + QStringLiteral("/replica.db"));
    options.registry = &records::Registry::standard();
    options.clock = &clock;
    options.random = &random;
    auto opened = ReplicaDatabase::open(options);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    const auto bound = (*opened)->setCity(genesis);
    if (!bound)
        qFatal("%s", qPrintable(bound.error().detail));
    return std::move(*opened);
}

TestPerson TestCity::join(bool enrol)
{
    TestPerson person;
    person.identity = makeIdentity();
    person.replica = openReplica(QStringLiteral("person%1").arg(++m_count));
    person.replica->setIdentity(person.identity);
    pull(*person.replica);
    if (enrol) {
        const auto made = person.replica->submit({identityDraft(*person.identity)});
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        sync(person);
    }
    return person;
}

bool TestCity::push(TestPerson &person)
{
    const auto runs = person.replica->pendingRuns(1 << 30);
    if (!runs)
        qFatal("%s", qPrintable(runs.error().detail));
    bool all = true;
    for (const replica::PendingRun &pending : *runs) {
        const auto run = wire::decodeRun(pending.bytes);
        if (!run)
            qFatal("%s", qPrintable(run.error().detail));
        auto before = server->feedStateBefore(run->feed, run->firstSeq).value();
        if (!before && run->firstSeq == 0)
            before = log::openFeed(run->opening, server->cityId()).value();
        if (!before)
            return false;
        const auto verified = log::verifyRun(*run, *before);
        if (!verified)
            return false; // another branch stands at this place
        clock.advance(1);
        const auto outcomes = server->sequence({*verified}, clock.wallMs());
        if (!outcomes)
            qFatal("%s", qPrintable(outcomes.error().detail));
        lastOutcomes = *outcomes;
        const auto &outcome = outcomes->front();
        if (outcome.state == replica::SequenceState::Sequenced ||
            outcome.state == replica::SequenceState::Duplicate) {
            if (!person.replica->applyReceipt(outcome.receipt))
                all = false;
        } else if (outcome.state == replica::SequenceState::Fork) {
            if (!person.replica->resolveFork(run->feed, outcome.forkSeq))
                all = false;
            return push(person);
        } else {
            all = false;
        }
    }
    return all;
}

void TestCity::pull(ReplicaDatabase &replica, int maxChanges)
{
    for (bool moved = true; moved;) {
        moved = false;
        const auto cursors = replica.cursors();
        for (const wire::ScopeCursor &cursor : cursors.value()) {
            for (std::uint64_t at = cursor.applied;;) {
                const auto bytes = server->readSlice(cursor.scope, at, maxChanges, 1 << 20);
                if (!bytes)
                    qFatal("%s", qPrintable(bytes.error().detail));
                if (bytes->isEmpty())
                    break;
                const auto slice = wire::decodeSlice(*bytes);
                if (!slice)
                    qFatal("slice: %s", qPrintable(slice.error().detail));
                const auto chain = replica.scope(cursor.scope).value()->chain;
                const auto verified = log::verifySlice(
                    *slice, replica.cityId(), chain,
                    [&replica](const base::FeedId &feed) { return replica.feedState(feed); });
                if (!verified)
                    qFatal("verify: %s", qPrintable(verified.error().detail));
                const auto applied = replica.applySlice(*verified);
                if (!applied && applied.error().code == base::ErrorCode::Busy)
                    break; // the other authority scope goes first
                if (!applied)
                    qFatal("apply: %s", qPrintable(applied.error().detail));
                at += verified->changes.size();
                moved = true;
            }
        }
    }
}

void TestCity::sync(TestPerson &person)
{
    if (!push(person)) {
        pull(*person.replica);
        (void)push(person);
    }
    pull(*person.replica);
}

base::ScopeId TestCity::makeScope(const QString &name)
{
    replica::Draft draft;
    draft.type = QStringLiteral("scope");
    draft.fields = {
        {QStringLiteral("name"), wire::Value(name)},
        {QStringLiteral("kind"), wire::Value(qint64{0})},
        {QStringLiteral("salt"), wire::Value(random.id<base::Salt>().toByteArray())}};
    const auto made = owner.replica->submit({draft});
    if (!made)
        qFatal("%s", qPrintable(made.error().detail));
    sync(owner);
    return wire::scopeId(owner.replica->cityId(), made->ops.front());
}

} // namespace spilno::test
