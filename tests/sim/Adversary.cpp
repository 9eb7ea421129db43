// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/Adversary.h"

#include "core/records/identity/IdentityRule.h"
#include "core/records/Judge.h"
#include "core/wire/Frames.h"
#include "core/wire/Run.h"

namespace spilno::sim {

namespace {

using namespace Qt::StringLiterals;
using wire::FieldMode;

constexpr std::uint32_t kIdentity = 3;
constexpr std::uint32_t kRoleType = 8;
constexpr std::uint32_t kRequest = 12;
constexpr std::uint32_t kErase = 16;
constexpr std::uint32_t kProgress = 24;

} // namespace

base::EntityId Adversary::someEntity(const Place &place)
{
    // Now and then of another scope or type.
    const QString type = m_world.chance(850) ? u"request"_s : u"comment"_s;
    replica::Query query;
    query.type = type;
    query.limit = 200;
    const auto page = place.database.list(query);
    std::vector<base::EntityId> found;
    for (const replica::Record &record : page->items) {
        if (record.scope == place.scope || m_world.chance(100))
            found.push_back(record.entity);
    }
    if (found.empty())
        return m_world.random.id<base::EntityId>();
    return found[static_cast<std::size_t>(m_world.below(static_cast<qint64>(found.size())))];
}

base::OpId Adversary::someOp(const Place &place, const base::EntityId &entity)
{
    const auto history = place.database.history(entity);
    if (!history || history->empty() || m_world.chance(50))
        return m_world.random.id<base::OpId>();
    return (*history)[static_cast<std::size_t>(m_world.below(static_cast<qint64>(history->size())))]
        .op;
}

Adversary::Change Adversary::creation()
{
    Change change;
    change.type = kRequest;
    change.payload.create = m_world.random.id<base::Salt>();
    change.payload.fields = {{1, FieldMode::Write, {}, wire::Value(m_world.words())}};
    return change;
}

/// With a number that is another's, or of a prefix that was never granted.
Adversary::Change Adversary::numbered(const Place &place)
{
    Change change = creation();
    QString number = (m_world.chance(500) ? u"Х%1-%2"_s : u"Ш%1-%2"_s)
                         .arg(1 + m_world.below(8))
                         .arg(m_world.below(9'999), 4, 10, QChar(u'0'));
    const auto other = place.database.record(u"request"_s, someEntity(place));
    if (other && *other && !(*other)->value(u"number"_s).isEmpty() && m_world.chance(800))
        number = (*other)->value(u"number"_s).toText();
    change.payload.fields.push_back({8, FieldMode::WriteStructural, {}, wire::Value(number)});
    return change;
}

/// By a clock that is anywhere, of a record that is anybody's, naming what it likes as seen.
Adversary::Change Adversary::edit(const Place &place)
{
    Change change;
    change.type = kRequest;
    change.entity = someEntity(place);
    const std::uint32_t field = m_world.chance(700) ? 5 : m_world.chance(500) ? 1 : 17;
    std::vector<base::OpId> seen;
    for (qint64 i = m_world.below(3); i > 0; --i)
        seen.push_back(someOp(place, *change.entity));
    change.payload.fields = {
        {field, FieldMode::Write, std::move(seen), wire::Value(m_world.words())}};
    const qint64 wrongBy = m_world.below(400'000) - 200'000;
    if (m_world.chance(700))
        change.hlc = base::hlcFromMs(
            place.database.lastRecordedMs() +
            (m_world.chance(200) ? wrongBy * 1'000'000 : wrongBy));
    return change;
}

Adversary::Change Adversary::misshapen(const Place &place)
{
    Change change = m_world.chance(500) ? creation() : edit(place);
    auto &fields = change.payload.fields;
    switch (m_world.below(9)) {
    case 8: // of one salt, again and again
        change.entity.reset();
        change.payload.create = base::Salt();
        fields = {{1, FieldMode::Write, {}, wire::Value(m_world.words())}};
        break;
    case 0: // the salt of somebody else, as if the record were theirs
        change.entity = someEntity(place);
        change.payload.create = m_world.random.id<base::Salt>();
        break;
    case 1:
        fields = {{5, FieldMode::WriteStructural, {}, wire::Value(m_world.words())}};
        break;
    case 2:
        fields = {{5, FieldMode::Add, {}, wire::Value(m_world.words())}};
        break;
    case 3:
        fields = {{5, FieldMode::Write, {}, wire::Value(QString(2'000, u'я'))}}; // does not fit
        break;
    case 4:
        fields.push_back({900, FieldMode::Write, {}, wire::Value(qint64{7})});
        break;
    case 5:
        change.shape = QByteArray("\x81\x00", 2);
        break;
    case 6:
        change.type = 999;
        break;
    default:
        fields.push_back({15, FieldMode::WriteStructural, {}, wire::Value(QByteArray(3, 'x'))});
    }
    return change;
}

Adversary::Change Adversary::step(const Place &place)
{
    Change change;
    change.type = kRequest;
    change.entity = someEntity(place);
    const auto state = [this] { return static_cast<std::uint32_t>(1 + m_world.below(10)); };
    wire::Transition to{kProgress, state(), state(), {}};
    const auto shown = place.database.record(u"request"_s, *change.entity);
    if (shown && *shown && m_world.chance(800)) {
        to.from = (*shown)->state;
        std::vector<std::uint32_t> next;
        for (const records::Step &one :
             records::Registry::standard().type(u"request"_s)->machine.steps) {
            if (one.from == to.from)
                next.push_back(one.to);
        }
        if (!next.empty())
            to.to = next[static_cast<std::size_t>(m_world.below(static_cast<qint64>(next.size())))];
    }
    if (m_world.chance(500)) // what it did not see: soft, where there is a right
        to.seen = someOp(place, *change.entity);
    change.payload.transition = to;
    change.payload.fields = {{20, FieldMode::Write, {}, wire::Value(m_world.words())}};
    return change;
}

/// Ends whatever conflicts there are, from a record of their own or from the right one.
Adversary::Change Adversary::settling(const Place &place)
{
    Change change = creation();
    const auto conflicts = place.database.conflicts(50);
    for (const replica::Conflict &one : *conflicts) {
        if (!one.versions.empty() || change.payload.settles.size() > 20)
            continue;
        change.payload.settles.push_back(one.op);
        if (m_world.chance(200)) {
            change.payload.create.reset();
            change.payload.fields = {{5, FieldMode::Write, {}, wire::Value(m_world.words())}};
            change.entity = one.entity;
        }
    }
    return change;
}

Adversary::Change Adversary::erasureOf(const base::EntityId &entity, const QByteArray &ops)
{
    Change change;
    change.type = kErase;
    change.payload.create = m_world.random.id<base::Salt>();
    change.payload.fields = {
        {1, FieldMode::WriteStructural, {}, wire::Value(entity.toByteArray())}};
    change.payload.extra.emplace_back(wire::kExtraErases, ops);
    return change;
}

/// Of anybody's operations, on any record.
Adversary::Change Adversary::erasure(const Place &place)
{
    const base::EntityId target = someEntity(place);
    QByteArray ops;
    for (qint64 i = 1 + m_world.below(3); i > 0; --i)
        ops += someOp(place, target).toByteArray();
    return erasureOf(m_world.chance(800) ? target : someEntity(place), ops);
}

/// An edit with a proof that is somebody else's, of another change, or by a key made up.
Adversary::Change Adversary::claim(const Place &place)
{
    Change change = edit(place);
    if (m_world.claims.empty())
        return change;
    const auto &[entity, key] = m_world.claims[static_cast<std::size_t>(
        m_world.below(static_cast<qint64>(m_world.claims.size())))];
    change.entity = entity;
    const bool rightKey = m_world.chance(600);
    const auto made = crypto::SigningKey::generate(m_world.random);
    const base::PersonId person =
        m_world.chance(500) ? place.identity.person : m_world.people.begin()->first;
    wire::Payload signedPayload = change.payload;
    if (m_world.chance(300)) // the proof is of another change
        signedPayload.fields.front().refs.push_back(m_world.random.id<base::OpId>());
    const QByteArray statement = records::claimStatement(person, entity, signedPayload);
    const base::Signature proof =
        (rightKey ? *key : made).sign(records::kClaimContext, base::view(statement));
    change.payload.extra.emplace_back(wire::kExtraClaimProof, proof.toByteArray());
    m_world.marks.hit(u"claim by an adversary"_s);
    return change;
}

Adversary::Change Adversary::role(const Place &place)
{
    Change change;
    change.type = kRoleType;
    change.payload.create = m_world.random.id<base::Salt>();
    const qint64 role = m_world.below(7);
    change.payload.fields = {
        {1, FieldMode::WriteStructural, {}, wire::Value(place.identity.person.toByteArray())},
        {2, FieldMode::WriteStructural, {}, wire::Value(role)}};
    if (m_world.chance(700))
        change.payload.fields.push_back(
            {3, FieldMode::WriteStructural, {}, wire::Value(m_world.body.toByteArray())});
    return change;
}

/// Takes or ends the device of somebody else.
Adversary::Change Adversary::device(const Place &place)
{
    Change change;
    change.type = kIdentity;
    const base::EntityId own = m_world.people.at(place.identity.person).identityRecord;
    change.entity = m_world.chance(800) ? own : m_world.people.begin()->second.identityRecord;
    const auto &other = *m_world.anyClient().identity();
    if (m_world.chance(500)) {
        change.payload.fields = {
            {2,
             FieldMode::AddStructural,
             {},
             wire::Value(m_world.random.id<base::PublicKey>().toByteArray())}};
        if (other.person != place.identity.person)
            change.payload.fields.front().value =
                wire::Value(other.device.publicKey().toByteArray());
        return change;
    }
    const wire::Value element = records::identity::deviceElement(
        {other.device.publicKey(), other.sealing.publicKey(), wire::DeviceKind::Phone});
    const QByteArray statement = records::identity::deviceStatement(place.identity.person, element);
    // A key that has a certificate is nobody's to take, not even by the device itself.
    const auto holder = place.database.personOf(other.device.publicKey());
    const bool byItself = holder && *holder && m_world.chance(500);
    const auto &signer = byItself ? other.device : place.identity.device;
    change.payload.fields = {{1, FieldMode::AddStructural, {}, element}};
    change.payload.extra.emplace_back(
        wire::kExtraDeviceProof,
        signer.sign(records::identity::kDeviceContext, base::view(statement)).toByteArray());
    return change;
}

Adversary::Change Adversary::any(const Place &place)
{
    if (place.scope == wire::rulesScope(m_world.city))
        return m_world.chance(800) ? role(place) : edit(place);
    if (place.scope == wire::peopleScope(m_world.city))
        return m_world.chance(800) ? device(place) : edit(place);
    switch (m_world.below(9)) {
    case 0:
        return numbered(place);
    case 1:
        return misshapen(place);
    case 2:
        return step(place);
    case 3:
        return settling(place);
    case 4:
        return erasure(place);
    case 5:
        return claim(place);
    case 6:
        return creation();
    default:
        return edit(place);
    }
}

test::CraftedRun Adversary::runOf(const Place &place)
{
    return {place.identity, m_world.city, place.scope, m_world.random.id<base::Incarnation>()};
}

void Adversary::act()
{
    SimClient &client = m_world.anyClient();
    if (!client.isUp() || !client.database()->hasCity() ||
        m_world.personOf(client).identityRecord.isNull())
        return;
    const auto scopes = client.database()->scopes();
    const auto &scope =
        (*scopes)[static_cast<std::size_t>(m_world.below(static_cast<qint64>(scopes->size())))];
    const Place place{*client.identity(), scope.scope, *client.database()};
    test::CraftedRun first = runOf(place);
    test::CraftedRun second = runOf(place);
    test::CraftedRun before = runOf(place); // takes back what is not there yet
    auto &issues = m_issues[place.identity.person];
    const qint64 count = 1 + m_world.below(4);
    const bool whole = m_world.chance(400);
    for (qint64 left = count - 1; left >= 0; --left) {
        Change change = any(place);
        change.txn = whole ? static_cast<std::uint32_t>(left) : 0;
        if (!issues.empty() && m_world.chance(150))
            change.firstIssue =
                issues[static_cast<std::size_t>(m_world.below(static_cast<qint64>(issues.size())))];
        const base::OpId op = first.add(change);
        (void)before.add(erasureOf(first.entity(), op.toByteArray()));
        issues.push_back(first.issue());
        if (!change.firstIssue)
            change.firstIssue = first.issue();
        change.hlc = 0;
        (void)second.add(change);
    }
    m_world.marks.hit(u"adversary"_s);
    if (m_world.chance(150)) {
        m_world.marks.hit(u"taken back before it came"_s);
        send({before.run(), first.run()});
        return;
    }
    if (m_world.chance(700)) {
        send({first.run()});
        return;
    }
    m_world.marks.hit(u"second issue before the first"_s);
    if (m_world.chance(500))
        send({second.run(), first.run()});
    else
        send({second.run()});
}

void Adversary::send(const std::vector<wire::Run> &runs)
{
    if (!m_world.server.isUp())
        return;
    const auto line = m_world.network.connect(u"adversary"_s);
    line->setEnd(Side::Client, {});
    m_world.server.accept(line);
    line->sendRaw(Side::Client, wire::encodeFrame(wire::HelloFrame{}));
    for (const wire::Run &run : runs)
        line->send(Side::Client, wire::encodeFrame(wire::PushFrame{wire::encodeRun(run)}));
    m_world.time.after(20'000, [line] { line->cut(); });
}

} // namespace spilno::sim
