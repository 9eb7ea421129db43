// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/World.h"

#include "core/records/identity/IdentityRule.h"
#include "core/records/Roles.h"

#include <algorithm>

namespace spilno::sim {

namespace {

constexpr qint64 kLogLooksEveryMs = 1'000;

} // namespace

replica::Draft draftOf(const QString &type, const base::EntityId &entity)
{
    replica::Draft draft;
    draft.type = type;
    draft.entity = entity;
    return draft;
}

World::World(std::uint64_t of)
    : seed(of)
    , random(of)
    , network(time, random, marks)
    , server(network, disk, of * 7 + 1)
{
    server.setPreviews({12, 40, 4});
}

World::~World() = default;

std::shared_ptr<replica::Identity> World::makeIdentity()
{
    wire::IdentityGenesis made;
    auto device = crypto::SigningKey::generate(random);
    auto sealing = crypto::SealingPair::generate(random);
    made.device = device.publicKey();
    made.deviceSealing = sealing.publicKey();
    made.recovery = crypto::SigningKey::generate(random).publicKey();
    made.random = random.id<base::Salt>();
    const QByteArray bytes = wire::encodeIdentityGenesis(made);
    return std::make_shared<replica::Identity>(replica::Identity{
        wire::personId(base::view(bytes)), bytes, std::move(device), std::move(sealing),
        wire::DeviceKind::Desktop});
}

SimClient &World::addClient(const std::shared_ptr<const replica::Identity> &identity)
{
    const int number = m_machines++;
    clients.push_back(std::make_unique<SimClient>(
        SimClient::Place{network, disk, server, witness}, QStringLiteral("client%1").arg(number),
        city, seed * 1000 + static_cast<std::uint64_t>(number)));
    clients.back()->setIdentity(identity);
    return *clients.back();
}

SimClient &World::addPerson()
{
    const std::shared_ptr<const replica::Identity> identity = makeIdentity();
    people[identity->person].first = identity;
    SimClient &client = addClient(identity);
    client.start();
    return client;
}

void World::found()
{
    const std::shared_ptr<const replica::Identity> owner = makeIdentity();
    people[owner->person].first = owner;
    wire::CityGenesis made;
    made.name = QStringLiteral("Тестове");
    made.timeZone = QStringLiteral("Europe/Kyiv");
    made.owners = {owner->person};
    made.sequencer = server.publicKey();
    made.createdMs = server.clock().wallMs();
    made.random = random.id<base::Salt>();
    genesis = wire::encodeCityGenesis(made);
    city = wire::cityId(base::view(genesis));
    server.found(genesis);
    server.start();
    SimClient &client = addClient(owner);
    client.start();
    settle(20'000);
    makeScopes();
    settle(20'000);
}

void World::makeScopes()
{
    SimClient &owner = *clients.front();
    replica::Draft identity = draftOf(QStringLiteral("identity"));
    identity.extra.append({wire::kExtraIdentity, owner.identity()->genesis});
    const auto entered = submit(owner, {identity});
    personOf(owner).identityRecord = entered->entities.front();
    replica::Draft department = draftOf(QStringLiteral("body"));
    department.fields = {
        {QStringLiteral("name"), wire::Value(QStringLiteral("Дороги"))},
        {QStringLiteral("kind"), wire::Value(qint64{1})}};
    body = submit(owner, {department})->entities.front();
    for (const QString &name : {QStringLiteral("Дороги"), QStringLiteral("Парки")}) {
        const auto salt = random.id<base::Salt>();
        replica::Draft scope = draftOf(QStringLiteral("scope"));
        scope.fields = {
            {QStringLiteral("name"), wire::Value(name)},
            {QStringLiteral("kind"), wire::Value(qint64{0})},
            {QStringLiteral("body"), wire::Value(body.toByteArray())},
            {QStringLiteral("salt"), wire::Value(salt.toByteArray())}};
        scopes.push_back(wire::scopeId(city, submit(owner, {scope})->ops.front()));
        salts.emplace(scopes.back(), salt);
    }
}

SimPerson &World::personOf(const SimClient &client)
{
    return people.at(client.identity()->person);
}

bool World::isRevoked(const SimClient &client) const
{
    return revoked.contains(client.identity()->device.publicKey());
}

bool World::isStranded(const SimClient &client) const
{
    const auto &identity = *client.identity();
    const bool isFirst =
        people.at(identity.person).first->device.publicKey() == identity.device.publicKey();
    const auto *store = const_cast<SimServer &>(server).store();
    return !isFirst && store != nullptr && !store->personOf(identity.device.publicKey()).value();
}

QString World::words()
{
    return QStringLiteral("w%1-%2-слова").arg(seed).arg(++m_words);
}

SimClient &World::anyClient()
{
    return *clients[static_cast<std::size_t>(below(static_cast<qint64>(clients.size())))];
}

std::optional<replica::Submitted> World::submit(
    SimClient &client, const std::vector<replica::Draft> &drafts)
{
    if (!client.isUp())
        return std::nullopt;
    auto submitted = client.database()->submit(drafts);
    if (!submitted) {
        using base::ErrorCode;
        const ErrorCode code = submitted.error().code;
        const bool natural =
            code == ErrorCode::NotFound || code == ErrorCode::Conflict || code == ErrorCode::Locked;
        if (!natural)
            marks.wrong(
                QStringLiteral("I6"), QStringLiteral("%1 cannot write a %2: %3")
                                          .arg(client.machine(), drafts.front().type)
                                          .arg(submitted.error().detail));
        return std::nullopt;
    }
    const int transaction = m_transactions++;
    for (std::size_t i = 0; i < drafts.size(); ++i)
        written.push_back(
            {client.machine(), drafts[i].type, submitted->ops[i], submitted->entities[i],
             client.identity()->device.publicKey(), transaction});
    checkShown(client, drafts, *submitted);
    client.localWork();
    return *submitted;
}

/// I6: what is written shows at once, or the outbox says that it cannot be.
void World::checkShown(
    SimClient &client,
    const std::vector<replica::Draft> &drafts,
    const replica::Submitted &submitted)
{
    const auto outbox = client.database()->outbox(1'000);
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const auto item = std::find_if(outbox->begin(), outbox->end(), [&](const auto &one) {
            return one.op == submitted.ops[i];
        });
        if (item == outbox->end()) {
            marks.wrong(QStringLiteral("I6"), QStringLiteral("what is written is not pending"));
            continue;
        }
        if (item->state != replica::OutboxState::OnThisComputer) {
            marks.hit(QStringLiteral("shown as void: ") + item->reason);
            continue;
        }
        const auto record = client.database()->record(drafts[i].type, submitted.entities[i]);
        for (const auto &[name, value] : drafts[i].fields) {
            const bool shown = record && *record && (*record)->value(name) == value;
            const bool later = std::any_of(
                drafts.begin() + static_cast<std::ptrdiff_t>(i) + 1, drafts.end(),
                [&](const auto &other) { return other.entity == submitted.entities[i]; });
            if (!shown && !later)
                marks.wrong(
                    QStringLiteral("I6"), QStringLiteral("%1 does not show its own %2.%3")
                                              .arg(client.machine(), drafts[i].type, name));
        }
    }
}

SimClient *World::addDevice(SimClient &of)
{
    SimPerson &person = personOf(of);
    if (!of.isUp() || of.isLocked() || person.identityRecord.isNull())
        return nullptr;
    auto device = crypto::SigningKey::generate(random);
    auto sealing = crypto::SealingPair::generate(random);
    const wire::Value element = records::identity::deviceElement(
        {device.publicKey(), sealing.publicKey(), wire::DeviceKind::Phone});
    const QByteArray statement = records::identity::deviceStatement(of.identity()->person, element);
    replica::Draft draft = draftOf(QStringLiteral("identity"));
    draft.entity = person.identityRecord;
    draft.additions = {{QStringLiteral("devices"), element}};
    draft.extra.append(
        {wire::kExtraDeviceProof,
         device.sign(records::identity::kDeviceContext, base::view(statement)).toByteArray()});
    if (!submit(of, {draft}))
        return nullptr;
    SimClient &client = addClient(std::make_shared<replica::Identity>(replica::Identity{
        of.identity()->person, of.identity()->genesis, std::move(device), std::move(sealing),
        wire::DeviceKind::Phone}));
    client.start();
    marks.hit(QStringLiteral("second device"));
    return &client;
}

SimClient *World::clone(SimClient &of)
{
    if (!of.isUp())
        return nullptr;
    SimClient &copy = addClient(of.identity());
    disk.copyMachine(of.machine().toStdString(), copy.machine().toStdString());
    marks.hit(
        of.database()->ownHeads()->empty() ? QStringLiteral("clone")
                                           : QStringLiteral("clone with unsent work"));
    copy.start();
    return &copy;
}

bool World::revoke(SimClient &by, const base::PublicKey &device)
{
    replica::Draft draft = draftOf(QStringLiteral("identity"));
    draft.entity = personOf(by).identityRecord;
    draft.additions = {{QStringLiteral("revoked"), wire::Value(device.toByteArray())}};
    if (draft.entity.isNull() || !submit(by, {draft}))
        return false;
    revoked.insert(device);
    return true;
}

void World::heal()
{
    network.faults = {};
    network.partitioned.clear();
    server.clock().setWrongBy(0);
    if (!server.isUp())
        server.start();
    for (const auto &client : clients) {
        client->clock().setWrongBy(0);
        client->setLocked(false);
        client->start();
        if (!client->isConnected())
            client->connectSoon(1'000);
    }
}

bool World::isSettled() const
{
    if (!server.isUp())
        return false;
    const auto heads = const_cast<SimServer &>(server).store()->scopes();
    for (const auto &client : clients) {
        if (!client->isUp() || !client->database()->hasCity())
            return false;
        for (const replica::ScopeStatus &head : *heads) {
            const auto own = client->database()->scope(head.scope);
            if (!own || !*own || (*own)->next != head.next)
                return false;
            if ((*own)->proven != head.next) // that all of it is here, too
                return false;
        }
        if (!isRevoked(*client) && !isStranded(*client) && !client->database()->outbox(1)->empty())
            return false;
    }
    return true;
}

bool World::settle(qint64 withinMs)
{
    const qint64 until = time.nowMs() + withinMs;
    while (time.nowMs() < until && !isSettled())
        time.runFor(kLogLooksEveryMs);
    for (const auto &client : clients) {
        if (isStranded(*client))
            stranded.insert(client->identity()->device.publicKey());
    }
    return isSettled();
}

} // namespace spilno::sim
