// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/Workload.h"

#include "core/records/Registry.h"

#include <algorithm>

namespace spilno::sim {

namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t kJoinedClientsMax = 12;

std::vector<replica::Record> recordsOf(SimClient &client, const QString &type)
{
    replica::Query query;
    query.type = type;
    query.limit = 200;
    const auto page = client.database()->list(query);
    return page ? page->items : std::vector<replica::Record>();
}

} // namespace

base::ScopeId Workload::someScope()
{
    return m_world.scopes[static_cast<std::size_t>(
        m_world.below(static_cast<qint64>(m_world.scopes.size())))];
}

std::optional<replica::Record> Workload::someRequest(SimClient &client)
{
    const auto records = recordsOf(client, u"request"_s);
    if (records.empty())
        return std::nullopt;
    // Mostly what was touched last, so that people meet.
    const auto all = static_cast<qint64>(records.size());
    const qint64 among = m_world.chance(600) ? std::min<qint64>(all, 3) : all;
    return records[static_cast<std::size_t>(m_world.below(among))];
}

void Workload::act()
{
    SimClient &client = m_world.anyClient();
    if (!client.isUp() || client.isLocked() || !client.database()->hasCity())
        return;
    if (m_world.personOf(client).identityRecord.isNull()) {
        enter(client);
        return;
    }
    if (m_world.chance(180)) {
        actInOffice(client);
        return;
    }
    const qint64 dice = m_world.below(1000);
    if (dice < 230)
        (void)createRequest(client);
    else if (dice < 290)
        requestWithComments(client);
    else if (dice < 560)
        editSome(client);
    else if (dice < 720)
        step(client);
    else if (dice < 800)
        comment(client);
    else if (dice < 850)
        writePlace(client);
    else if (dice < 910)
        giveRole(client);
    else if (dice < 920)
        endRole(client);
    else if (dice < 965)
        (void)eraseSome(client);
    else if (dice < 973)
        copyProfile(client);
    else if (dice < 982)
        addDevice(client);
    else
        revokeDevice(client);
}

void Workload::actInOffice(SimClient &client)
{
    const qint64 dice = m_world.below(1000);
    if (dice < 150)
        grantNumbers(m_world.anyClient());
    else if (dice < 350)
        requestWithReceipt(client);
    else if (dice < 600)
        actByReceipt(client);
    else if (dice < 680)
        invite();
    else if (dice < 800)
        join(client);
    else
        settleSome(client);
}

void Workload::enter(SimClient &client)
{
    replica::Draft draft = draftOf(u"identity"_s);
    draft.extra.append({wire::kExtraIdentity, client.identity()->genesis});
    if (const auto entered = m_world.submit(client, {draft}))
        m_world.personOf(client).identityRecord = entered->entities.front();
}

std::optional<replica::Submitted> Workload::createRequest(SimClient &client)
{
    replica::Draft draft = draftOf(u"request"_s);
    draft.scope = someScope();
    draft.fields = {
        {u"title"_s, wire::Value(m_world.words())}, {u"text"_s, wire::Value(m_world.words())}};
    return m_world.submit(client, {draft});
}

/// A transaction of several changes, the later ones about the first.
void Workload::requestWithComments(SimClient &client)
{
    replica::Draft request = draftOf(u"request"_s);
    request.scope = someScope();
    request.salt = m_world.random.id<base::Salt>();
    request.fields = {{u"title"_s, wire::Value(m_world.words())}};
    const base::EntityId about =
        wire::entityId(client.identity()->person, request.scope, *request.salt);
    std::vector<replica::Draft> drafts{request};
    for (qint64 i = 0; i <= m_world.below(3); ++i) {
        replica::Draft comment = draftOf(u"comment"_s);
        comment.scope = request.scope;
        // Now and then an answer, which only the office may give: then nothing of it counts.
        const bool answers = m_world.chance(200);
        comment.fields = {
            {u"about"_s, wire::Value(about.toByteArray())},
            {u"text"_s, wire::Value(m_world.words())},
            {u"kind"_s, wire::Value(qint64{answers ? 1 : 0})}};
        drafts.push_back(comment);
    }
    m_world.marks.hit(u"transaction"_s);
    (void)m_world.submit(client, drafts);
}

void Workload::crossWriting(std::size_t persons)
{
    for (std::size_t who = 1; who <= persons; ++who) {
        editSome(*m_world.clients[who]);
        if (m_world.chance(300))
            (void)createRequest(*m_world.clients[who]);
    }
}

void Workload::editSome(SimClient &client)
{
    const auto request = someRequest(client);
    if (!request)
        return;
    replica::Draft draft = draftOf(u"request"_s, request->entity);
    const QString field = m_world.chance(600)   ? u"address"_s
                          : m_world.chance(700) ? u"title"_s
                                                : u"answer"_s;
    draft.fields = {{field, wire::Value(m_world.words())}};
    (void)m_world.submit(client, {draft});
}

void Workload::step(SimClient &client)
{
    const auto request = someRequest(client);
    if (!request)
        return;
    const records::StateMachine &machine =
        records::Registry::standard().type(u"request"_s)->machine;
    std::vector<records::Step> steps;
    for (const records::Step &step : machine.steps) {
        if (step.from == request->state)
            steps.push_back(step);
    }
    if (steps.empty())
        return;
    const auto &step =
        steps[static_cast<std::size_t>(m_world.below(static_cast<qint64>(steps.size())))];
    replica::Draft draft = draftOf(u"request"_s, request->entity);
    draft.step = step.name;
    draft.fields = {{u"note"_s, wire::Value(m_world.words())}};
    if (step.name == "refuse"_L1)
        draft.fields.append({u"reason"_s, wire::Value(m_world.words())});
    (void)m_world.submit(client, {draft});
}

void Workload::comment(SimClient &client)
{
    const auto request = someRequest(client);
    if (!request)
        return;
    replica::Draft draft = draftOf(u"comment"_s);
    draft.scope = request->scope;
    draft.fields = {
        {u"about"_s, wire::Value(request->entity.toByteArray())},
        {u"text"_s, wire::Value(m_world.words())},
        {u"kind"_s, wire::Value(qint64{m_world.chance(300) ? 1 : 0})}};
    (void)m_world.submit(client, {draft});
}

void Workload::giveRole(SimClient &client)
{
    // The owner gives, mostly; others try.
    SimClient &giver = m_world.chance(800) ? *m_world.clients.front() : client;
    SimClient &to = m_world.anyClient();
    if (!giver.isUp() || giver.isLocked())
        return;
    replica::Draft draft = draftOf(u"role"_s);
    const qint64 role =
        static_cast<qint64>(m_world.chance(700) ? replica::Role::Clerk : replica::Role::BodyAdmin);
    draft.fields = {
        {u"person"_s, wire::Value(to.identity()->person.toByteArray())},
        {u"role"_s, wire::Value(role)},
        {u"body"_s, wire::Value(m_world.body.toByteArray())}};
    (void)m_world.submit(giver, {draft});
}

void Workload::endRole(SimClient &)
{
    SimClient &owner = *m_world.clients.front();
    if (!owner.isUp() || owner.isLocked())
        return;
    const auto roles = recordsOf(owner, u"role"_s);
    if (roles.empty())
        return;
    replica::Draft draft = draftOf(
        u"role"_s,
        roles[static_cast<std::size_t>(m_world.below(static_cast<qint64>(roles.size())))].entity);
    draft.step = u"end"_s;
    if (m_world.submit(owner, {draft}))
        m_world.marks.hit(u"role ended"_s);
}

bool Workload::eraseSome(SimClient &client)
{
    const auto request = someRequest(client);
    if (!request)
        return false;
    const auto history = client.database()->history(request->entity);
    if (!history)
        return false;
    std::vector<replica::HistoryItem> own;
    for (const replica::HistoryItem &item : *history) {
        // What an adversary wrote about it in another scope can be taken back only there.
        const bool isElsewhere = item.verdict == "wrong-scope"_L1 ||
                                 item.verdict == "unknown-record"_L1 ||
                                 item.verdict == "duplicate"_L1;
        if (item.person == client.identity()->person && !item.erased && !isElsewhere &&
            !item.fields.isEmpty())
            own.push_back(item);
    }
    if (own.empty())
        return false;
    const replica::HistoryItem &item = own.back(); // what wins, where it is the person's own
    replica::Draft draft = draftOf(u"erase"_s);
    draft.scope = request->scope;
    draft.fields = {{u"target"_s, wire::Value(request->entity.toByteArray())}};
    draft.extra.append({wire::kExtraErases, item.op.toByteArray()});
    const auto submitted = m_world.submit(client, {draft});
    if (!submitted)
        return false;
    m_world.marks.hit(item.pending ? u"erase of what is pending"_s : u"erase"_s);
    const auto wins = [&request](const auto &field) {
        return !field.second.isEmpty() && request->value(field.first) == field.second;
    };
    if (std::any_of(item.fields.begin(), item.fields.end(), wins))
        m_world.marks.hit(u"erase of a winner"_s);
    const records::RecordType *type = records::Registry::standard().type(u"request"_s);
    for (const auto &[name, value] : item.fields) {
        const bool erasable = type->field(name)->placement == records::Placement::Values;
        if (erasable && value.isText() && !value.toText().isEmpty())
            m_world.erased.push_back(
                {value.toText().toUtf8(), item.op, submitted->ops.front(), request->entity,
                 submitted->entities.front(), m_world.clients.size()});
    }
    return true;
}

void Workload::copyProfile(SimClient &client)
{
    if (m_world.clients.size() + 1 < kJoinedClientsMax && m_world.chance(400))
        copyTwice(client);
    else if (m_world.clients.size() < kJoinedClientsMax)
        (void)m_world.clone(client);
}

void Workload::addDevice(SimClient &client)
{
    if (m_world.clients.size() < kJoinedClientsMax)
        (void)m_world.addDevice(client);
}

void Workload::revokeDevice(SimClient &client)
{
    if (m_world.isRevoked(client))
        return;
    for (const auto &other : m_world.clients) {
        const base::PublicKey key = other->identity()->device.publicKey();
        const bool samePerson = other->identity()->person == client.identity()->person;
        if (!samePerson || key == client.identity()->device.publicKey() ||
            m_world.revoked.contains(key) || other.get() == m_world.clients.front().get())
            continue;
        const bool unsent = other->isUp() && !other->database()->ownHeads()->empty();
        if (m_world.revoke(client, key))
            m_world.marks.hit(unsent ? u"revoked with unsent changes"_s : u"revoked"_s);
        // What it writes in the same moment races the revocation to the server.
        for (int i = 0; i < 3 && other->isUp() && !other->isLocked(); ++i)
            (void)createRequest(*other);
        return;
    }
}

void Workload::writePlace(SimClient &)
{
    // A set field: the names of a place, by the owner or whoever has the right.
    SimClient &owner = *m_world.clients.front();
    if (!owner.isUp() || owner.isLocked())
        return;
    const auto places = recordsOf(owner, u"place"_s);
    const bool fresh = places.empty() || m_world.chance(300);
    replica::Draft draft = fresh ? draftOf(u"place"_s)
                                 : draftOf(
                                       u"place"_s, places[static_cast<std::size_t>(m_world.below(
                                                              static_cast<qint64>(places.size())))]
                                                       .entity);
    if (fresh)
        draft.fields = {
            {u"name"_s, wire::Value(m_world.words())}, {u"kind"_s, wire::Value(qint64{0})}};
    else
        draft.additions = {{u"old_names"_s, wire::Value(m_world.words())}};
    if (m_world.submit(owner, {draft}))
        m_world.marks.hit(u"set"_s);
}

} // namespace spilno::sim
