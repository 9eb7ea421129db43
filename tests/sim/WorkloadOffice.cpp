// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Workload that is about numbers, receipts, invitations and settling.
#include "tests/sim/Workload.h"

#include "core/crypto/Signing.h"
#include "core/records/join/JoinRule.h"

namespace spilno::sim {

namespace {

using namespace Qt::StringLiterals;

/// A body's office on the owner's program, or null while it cannot write.
SimClient *officeOf(World &world)
{
    SimClient &owner = *world.clients.front();
    return owner.isUp() && !owner.isLocked() ? &owner : nullptr;
}

} // namespace

/// Mostly of a prefix nobody has, to a device that may have been copied.
void Workload::grantNumbers(SimClient &to)
{
    SimClient *office = officeOf(m_world);
    if (office == nullptr)
        return;
    replica::Draft draft = draftOf(u"numbering"_s);
    draft.fields = {
        {u"device"_s, wire::Value(to.identity()->device.publicKey().toByteArray())},
        {u"prefix"_s, wire::Value(u"Ш%1"_s.arg(1 + m_world.below(8)))},
        {u"body"_s, wire::Value(m_world.body.toByteArray())}};
    if (m_world.submit(*office, {draft}))
        m_world.marks.hit(u"numbers granted"_s);
}

/// A request with a receipt of six words, now and then written down for somebody else.
void Workload::requestWithReceipt(SimClient &client)
{
    auto words = std::make_shared<crypto::SigningKey>(crypto::SigningKey::generate(m_world.random));
    replica::Draft draft = draftOf(u"request"_s);
    draft.scope = someScope();
    draft.fields = {
        {u"title"_s, wire::Value(m_world.words())},
        {u"claim_key"_s, wire::Value(words->publicKey().toByteArray())}};
    if (m_world.chance(500))
        draft.fields.append({u"on_behalf"_s, wire::Value(true)});
    if (const auto submitted = m_world.submit(client, {draft}))
        m_world.claims.emplace_back(submitted->entities.front(), std::move(words));
}

/// Whoever has the words acts on the request, or believes to have them.
void Workload::actByReceipt(SimClient &client)
{
    if (m_world.claims.empty())
        return;
    const auto some = [this] {
        return m_world.claims[static_cast<std::size_t>(
            m_world.below(static_cast<qint64>(m_world.claims.size())))];
    };
    const auto [entity, words] = some();
    const auto record = client.database()->record(u"request"_s, entity);
    if (!record || !*record)
        return;
    replica::Draft draft = draftOf(u"request"_s, entity);
    draft.claim = m_world.chance(750) ? words : some().second;
    if ((*record)->state == kDoneWaiting && m_world.chance(700))
        draft.step = u"confirm"_s;
    else
        draft.fields = {{u"address"_s, wire::Value(m_world.words())}};
    if (m_world.submit(client, {draft}))
        m_world.marks.hit(u"acted by receipt"_s);
}

void Workload::invite()
{
    SimClient *office = officeOf(m_world);
    if (office == nullptr)
        return;
    auto key = std::make_shared<crypto::SigningKey>(crypto::SigningKey::generate(m_world.random));
    replica::Draft draft = draftOf(u"invitation"_s);
    draft.fields = {
        {u"key"_s, wire::Value(key->publicKey().toByteArray())},
        {u"role"_s, wire::Value(static_cast<qint64>(replica::Role::Clerk))},
        {u"body"_s, wire::Value(m_world.body.toByteArray())},
        {u"uses"_s, wire::Value(1 + m_world.below(2))}};
    if (const auto submitted = m_world.submit(*office, {draft}))
        m_world.invitations.emplace_back(submitted->entities.front(), std::move(key));
}

/// By an invitation that may be used up, or with a proof that is not its key's.
void Workload::join(SimClient &client)
{
    if (m_world.invitations.empty())
        return;
    const auto [invitation, key] = m_world.invitations[static_cast<std::size_t>(
        m_world.below(static_cast<qint64>(m_world.invitations.size())))];
    const QByteArray statement =
        records::join::joinStatement(client.identity()->person, invitation);
    const auto made = crypto::SigningKey::generate(m_world.random);
    const auto &signer = m_world.chance(850) ? *key : made;
    replica::Draft draft = draftOf(u"join"_s);
    draft.fields = {
        {u"invitation"_s, wire::Value(invitation.toByteArray())},
        {u"body"_s, wire::Value(m_world.body.toByteArray())}};
    draft.extra.append(
        {wire::kExtraJoinProof,
         signer.sign(records::join::kJoinContext, base::view(statement)).toByteArray()});
    if (m_world.submit(client, {draft}))
        m_world.marks.hit(u"joined by invitation"_s);
}

/// Decides about something that did not take effect, or of which there are two values.
void Workload::settleSome(SimClient &client)
{
    const auto conflicts = client.database()->conflicts(50);
    for (const replica::Conflict &one : *conflicts) {
        if (m_world.chance(700))
            continue;
        const auto *type = records::Registry::standard().type(one.type);
        if (type == nullptr || type->name != "request"_L1)
            continue;
        replica::Draft draft = draftOf(type->name, one.entity);
        if (one.versions.empty())
            draft.settles = {one.op};
        else
            draft.fields = {{one.field, wire::Value(m_world.words())}}; // what nobody took back
        if (m_world.submit(client, {draft}))
            m_world.marks.hit(one.versions.empty() ? u"settled"_s : u"values settled"_s);
        return;
    }
}

/// Two copies of one profile, the second with work that is not sent yet; what the first writes gets
/// the place of that work, which two programs then issue again.
void Workload::copyTwice(SimClient &client)
{
    SimClient *early = m_world.clone(client);
    if (early == nullptr || !createRequest(client))
        return;
    editSome(client);
    m_world.network.partitioned.insert(client.machine());
    SimClient *late = m_world.clone(client);
    if (late != nullptr)
        m_world.network.partitioned.insert(late->machine());
    for (const base::ScopeId &scope : m_world.scopes) {
        replica::Draft draft = draftOf(u"request"_s);
        draft.scope = scope;
        draft.fields = {{u"title"_s, wire::Value(m_world.words())}};
        (void)m_world.submit(*early, {draft});
    }
    m_world.time.after(
        10'000 + m_world.below(20'000),
        [&world = m_world, machine = client.machine(), copy = late ? late->machine() : QString()] {
            world.network.partitioned.erase(machine);
            world.network.partitioned.erase(copy);
        });
    m_world.marks.hit(u"copied twice"_s);
}

} // namespace spilno::sim
