// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of FoldModel that judges: «How a change is judged» and «Rules of the types» of
// docs/protocol/records.md, sentence by sentence.
#include "tests/sim/FoldModel.h"

#include "core/base/text/NumberFold.h"
#include "core/crypto/Hashing.h"
#include "core/crypto/Signing.h"
#include "core/records/Judge.h"
#include "tests/sim/ModelValues.h"

#include <algorithm>
#include <initializer_list>

namespace spilno::sim {

using namespace Qt::StringLiterals;
using records::Right;
using records::Role;

namespace {

constexpr qint64 kDayMs = 86'400'000;

bool isSignedBy(
    const base::PublicKey &key,
    std::string_view context,
    const QByteArray &statement,
    const QByteArray &signature)
{
    return signature.size() == 64 && crypto::verify(
                                         key, context, base::view(statement),
                                         base::Signature::fromTrusted(signature.constData()));
}

bool touches(const LogView::Change &change, std::initializer_list<std::uint32_t> keys)
{
    return std::any_of(keys.begin(), keys.end(), [&change](std::uint32_t key) {
        return change.payload->field(key) != nullptr;
    });
}

/// Whether the extra 3 is a signature by the record's claim key over the acting person, the acting
/// change's entity and the hash of the shape without it.
bool provesClaim(const LogView::Change &change, const ModelRecord &record)
{
    if (record.type->field(u"claim_key"_s) == nullptr)
        return false;
    const auto key = model::idOf<base::PublicKey>(record.value(u"claim_key"_s));
    wire::Payload bare = *change.payload;
    std::erase_if(bare.extra, [](const auto &extra) { return extra.first == 3; });
    const QByteArray shape = wire::encodePayload(bare, base::Salt()).shape;
    const base::Hash hash = crypto::blake2b("spilno-claim", {base::view(shape)});
    const QByteArray statement =
        change.person.toByteArray() + change.entity.toByteArray() + hash.toByteArray();
    return !key.isNull() && isSignedBy(key, "spilno-clm-1", statement, change.payload->extraOf(3));
}

} // namespace

const ModelRecord *FoldModel::find(const base::EntityId &entity, const Records &records) const
{
    if (const auto found = records.find(entity); found != records.end())
        return &found->second;
    const auto found = m_records.find(entity);
    return found == m_records.end() ? nullptr : &found->second;
}

bool FoldModel::isTaken(const QByteArray &name, const base::EntityId &by) const
{
    const auto found = m_names.find(name);
    return found != m_names.end() && found->second != by;
}

bool FoldModel::isCertified(const base::PublicKey &device, const base::PersonId &person) const
{
    return personOf(device) == person;
}

bool FoldModel::holds(const base::PersonId &person, Role role, const base::EntityId &body) const
{
    return std::any_of(m_grants.begin(), m_grants.end(), [&](const Grant &grant) {
        return !grant.ended && grant.person == person && grant.role == role && grant.body == body;
    });
}

bool FoldModel::isRegistrar(const Change &change) const
{
    const auto &owners = m_city.owners;
    const bool inPower =
        change.recordedMs < m_city.createdMs + qint64{m_city.powersEndAfterDays} * kDayMs;
    return holds(change.person, Role::Registrar, {}) ||
           (inPower && std::find(owners.begin(), owners.end(), change.person) != owners.end());
}

bool FoldModel::serves(
    std::initializer_list<Role> roles, const Change &change, const ModelRecord *record) const
{
    const auto in = [&](const base::EntityId &body) {
        return !body.isNull() && std::any_of(roles.begin(), roles.end(), [&](Role role) {
            return holds(change.person, role, body);
        });
    };
    const records::RecordType *type =
        record != nullptr ? record->type : records::Registry::standard().type(change.type);
    base::EntityId body;
    if (type->name == "body"_L1)
        body = record != nullptr ? record->entity : base::EntityId();
    else if (const records::FieldDescriptor *field = type->field(u"body"_s))
        body = model::idOf<base::EntityId>(
            record != nullptr ? record->value(u"body"_s) : model::written(change, field->key));
    return in(m_scopes.at(change.scope).body) || in(body);
}

bool FoldModel::isStaff(const Change &change, const ModelRecord *record) const
{
    return serves({Role::Clerk, Role::BodyAdmin}, change, record);
}

bool FoldModel::may(Right right, const Change &change, const ModelRecord *record) const
{
    const bool isAuthor = record == nullptr || record->author == change.person;
    const auto claims = [&] { return record != nullptr && provesClaim(change, *record); };
    switch (right) {
    case Right::Anyone:
        return true;
    case Right::Author:
        return isAuthor;
    case Right::AuthorOrClaim:
        return isAuthor || claims();
    case Right::Staff:
        return isStaff(change, record);
    case Right::AuthorOrStaff:
        return isAuthor || isStaff(change, record);
    case Right::AuthorClaimOrStaff:
        return isAuthor || claims() || isStaff(change, record);
    case Right::BodyAdmin:
        return isRegistrar(change) || serves({Role::BodyAdmin}, change, record);
    case Right::StaffOrRegistrar:
        return isStaff(change, record) || isRegistrar(change);
    case Right::Registrar:
        return isRegistrar(change);
    case Right::Owner:
    case Right::Nobody:
        return false; // no type of the simulation asks for an owner
    }
    return false;
}

QString FoldModel::judged(const Change &change, const Records &records) const
{
    const records::RecordType *type = records::Registry::standard().type(change.type);
    if (type == nullptr)
        return u"kept"_s;
    if (!change.payload)
        return u"unreadable"_s;
    if (m_ops.contains({change.scope, change.op}))
        return u"duplicate"_s;
    const ModelRecord *record = find(change.entity, records);
    if (record != nullptr && record->scope != change.scope)
        record = nullptr;
    if (record != nullptr && record->type != type)
        return u"unknown-record"_s;
    const auto scope = m_scopes.find(change.scope);
    if (scope == m_scopes.end() || (scope->second.home != type->home && !type->anyHome))
        return u"wrong-scope"_s;
    const bool creates = change.payload->create.has_value();
    if (!(creates && type->name == "identity"_L1) && !isCertified(change.device, change.person))
        return u"not-certified"_s;
    if (creates && record != nullptr)
        return u"already-exists"_s;
    if (!creates && record == nullptr)
        return u"unknown-record"_s;
    QString verdict = judgeFields(change, record);
    if (verdict.isEmpty())
        verdict = creates ? judgeCreation(change) : judgeStep(change, *record);
    if (!verdict.isEmpty() && verdict != "soft"_L1)
        return verdict;
    const QString ruled = judgeByRule(change, record, records);
    return ruled.isEmpty() ? verdict : ruled;
}

QString FoldModel::judgeFields(const Change &change, const ModelRecord *record) const
{
    const records::RecordType *type = records::Registry::standard().type(change.type);
    for (const wire::FieldChange &written : change.payload->fields) {
        const records::FieldDescriptor *field = type->field(written.key);
        if (field == nullptr)
            continue;
        const bool isSet = field->merge == records::MergeClass::Set;
        const bool isStructural = field->placement == records::Placement::Structural;
        const auto structurally =
            isSet ? wire::FieldMode::AddStructural : wire::FieldMode::WriteStructural;
        const auto erasably = isSet ? wire::FieldMode::Add : wire::FieldMode::Write;
        const bool removes = isSet && written.mode == wire::FieldMode::Remove;
        if (field->merge == records::MergeClass::Transition ||
            (!removes && written.mode != (isStructural ? structurally : erasably)))
            return u"bad-field"_s;
        if (!removes && isStructural && !written.value.isEmpty() &&
            !records::fits(*field, written.value))
            return u"bad-field"_s;
        if (record != nullptr && !may(field->edit, change, record))
            return u"no-right"_s;
    }
    return kFine;
}

QString FoldModel::judgeCreation(const Change &change) const
{
    const records::RecordType *type = records::Registry::standard().type(change.type);
    if (wire::entityId(change.person, change.scope, *change.payload->create) != change.entity)
        return u"unknown-record"_s;
    for (const records::FieldDescriptor &field : type->fields) {
        const wire::FieldChange *written = change.payload->field(field.key);
        const bool isThere = written != nullptr && (field.placement == records::Placement::Values ||
                                                    !written->value.isEmpty());
        if (field.required && !isThere)
            return u"missing-field"_s;
    }
    if (change.payload->transition)
        return u"no-such-step"_s;
    return may(type->create, change, nullptr) ? kFine : u"no-right"_s;
}

QString FoldModel::judgeStep(const Change &change, const ModelRecord &record) const
{
    const auto &step = change.payload->transition;
    if (!step)
        return kFine;
    const auto &steps = record.type->machine.steps;
    if (steps.empty() || step->key != record.type->stateKey)
        return u"no-such-step"_s;
    if (step->from != record.state)
        return u"conflict"_s;
    const auto named = std::find_if(steps.begin(), steps.end(), [&](const records::Step &one) {
        return one.from == step->from && one.to == step->to;
    });
    if (named == steps.end())
        return u"no-such-step"_s;
    if (!may(named->right, change, &record))
        return u"no-right"_s;
    return step->seen == record.lastStep ? kFine : u"soft"_s;
}

QString FoldModel::judgeByRule(
    const Change &change, const ModelRecord *record, const Records &records) const
{
    const QString &type = records::Registry::standard().type(change.type)->name;
    if (type == "identity"_L1)
        return ruleOfIdentity(change, record == nullptr);
    if (type == "request"_L1 && record != nullptr)
        return change.payload->transition ? ruleOfRequestStep(change, *record) : kFine;
    if (record != nullptr)
        return kFine;
    if (type == "role"_L1)
        return ruleOfRole(change);
    if (type == "invitation"_L1)
        return ruleOfInvitation(change);
    if (type == "join"_L1)
        return ruleOfJoin(change, records);
    if (type == "numbering"_L1)
        return ruleOfNumbering(change);
    if (type == "request"_L1)
        return ruleOfRequest(change);
    if (type == "comment"_L1)
        return ruleOfComment(change, records);
    if (type == "erase"_L1) {
        const auto ops = model::opsIn(change.payload->extraOf(wire::kExtraErases)).size();
        return ops >= 1 && ops <= 1'000 ? kFine : u"bad-field"_s;
    }
    if (type == "scope"_L1 && model::written(change, 2).toInteger() == 1)
        return touches(change, {3}) && touches(change, {5}) ? kFine : u"missing-field"_s;
    return kFine;
}

QString FoldModel::ruleOfIdentity(const Change &change, bool creates) const
{
    if (creates) {
        const QByteArray bytes = change.payload->extraOf(wire::kExtraIdentity);
        const auto genesis = wire::decodeIdentityGenesis(base::view(bytes));
        if (!genesis || wire::personId(base::view(bytes)) != change.person ||
            genesis->device != change.device)
            return u"bad-proof"_s;
        if (touches(change, {1, 2}))
            return u"bad-field"_s;
        if (isTaken("person/" + change.person.toByteArray(), change.entity))
            return u"already-exists"_s;
        return isTaken("device/" + change.device.toByteArray(), change.entity) ? u"taken"_s : kFine;
    }
    for (const wire::FieldChange &field : change.payload->fields) {
        if (field.key <= 2 && field.mode != wire::FieldMode::AddStructural)
            return u"bad-field"_s;
        if (field.key == 2 &&
            !isCertified(model::idOf<base::PublicKey>(field.value), change.person))
            return u"no-right"_s;
        if (field.key != 1)
            continue;
        const auto &parts = field.value.toList();
        if (parts.size() != 3)
            return u"bad-field"_s;
        const auto key = model::idOf<base::PublicKey>(parts.front());
        const qint64 kind = parts[2].toInteger();
        if (key.isNull() || model::idOf<base::SealingKey>(parts[1]).isNull() || kind < 1 ||
            kind > 6)
            return u"bad-field"_s;
        if (!isSignedBy(
                key, "spilno-dev-1", change.person.toByteArray() + field.value.encoded(),
                change.payload->extraOf(wire::kExtraDeviceProof)))
            return u"bad-proof"_s;
        if (m_names.contains("device/" + key.toByteArray()))
            return u"taken"_s;
    }
    return kFine;
}

QString FoldModel::ruleOfRole(const Change &change) const
{
    const qint64 role = model::written(change, 2).toInteger();
    const bool hasBody = !model::idOf<base::EntityId>(model::written(change, 3)).isNull();
    return role >= 1 && role <= 5 && hasBody != (role == 1) ? kFine : u"bad-field"_s;
}

QString FoldModel::ruleOfInvitation(const Change &change) const
{
    const qint64 role = model::written(change, 2).toInteger();
    const qint64 uses = model::written(change, 5).toInteger();
    const bool hasBody = !model::idOf<base::EntityId>(model::written(change, 3)).isNull();
    const bool fits = role == 0 || (role >= 1 && role <= 5 && hasBody != (role == 1));
    return fits && uses >= 1 && uses <= 10'000 ? kFine : u"bad-field"_s;
}

QString FoldModel::ruleOfJoin(const Change &change, const Records &records) const
{
    const auto named = model::idOf<base::EntityId>(model::written(change, 1));
    const ModelRecord *invitation = find(named, records);
    if (invitation == nullptr || invitation->type->name != "invitation"_L1 ||
        invitation->scope != change.scope)
        return u"unknown-record"_s;
    if (!isSignedBy(
            model::idOf<base::PublicKey>(invitation->value(u"key"_s)), "spilno-joi-1",
            change.person.toByteArray() + named.toByteArray(),
            change.payload->extraOf(wire::kExtraJoinProof)))
        return u"bad-proof"_s;
    const auto body = model::idOf<base::EntityId>(model::written(change, 2));
    if (!body.isNull() && body != model::idOf<base::EntityId>(invitation->value(u"body"_s)))
        return u"bad-field"_s;
    const wire::Value expires = invitation->value(u"expires"_s);
    const auto used = m_uses.find(named);
    const bool usedUp =
        used != m_uses.end() && used->second >= invitation->value(u"uses"_s).toInteger();
    const bool isOver = !expires.isEmpty() && change.recordedMs > expires.toInteger();
    return invitation->state != 1 || isOver || usedUp ? u"closed"_s : kFine;
}

QString FoldModel::ruleOfNumbering(const Change &change) const
{
    const QString prefix = model::written(change, 2).toText();
    if (base::canonicalPrefix(prefix) != prefix)
        return u"bad-field"_s;
    return isTaken("prefix/" + prefix.toUtf8(), change.entity) ? u"taken"_s : kFine;
}

QString FoldModel::ruleOfRequest(const Change &change) const
{
    const bool isImported = model::written(change, 10).toInteger() == 5;
    const bool office = isImported || touches(change, {12, 13, 16, 17, 18, 19});
    if (office && !may(Right::StaffOrRegistrar, change, nullptr))
        return u"no-right"_s;
    const QString number = model::written(change, 8).toText();
    if (number.isEmpty())
        return kFine;
    if (base::canonicalRequestNumber(number) != number)
        return u"bad-field"_s;
    if (!m_prefixes.contains({change.device, number.section(u'-', 0, 0).toUtf8()}))
        return u"no-right"_s;
    return isTaken(model::numberName(change), change.entity) ? u"taken"_s : kFine;
}

QString FoldModel::ruleOfRequestStep(const Change &change, const ModelRecord &record) const
{
    const std::uint32_t from = change.payload->transition->from;
    const std::uint32_t to = change.payload->transition->to;
    const records::Step *step = record.type->machine.step(from, to);
    if (step->needsNote && !touches(change, {20, 17, 18}))
        return u"missing-field"_s;
    if (step->name == "refuse"_L1)
        return touches(change, {18}) ? kFine : u"missing-field"_s;
    if (step->name == "duplicate"_L1) {
        auto other = model::idOf<base::EntityId>(model::written(change, 19));
        if (other.isNull())
            other = model::idOf<base::EntityId>(record.value(u"duplicate_of"_s));
        return other.isNull() || other == record.entity ? u"missing-field"_s : kFine;
    }
    if (step->name == "close"_L1)
        return record.value(u"source"_s) == wire::Value(qint64{5}) ? kFine : u"no-right"_s;
    if (step->name == "confirm"_L1)
        return record.value(u"on_behalf"_s).toBoolean() && !provesClaim(change, record)
                   ? u"bad-proof"_s
                   : kFine;
    if (step->name == "reopen"_L1 && from == 10)
        return change.recordedMs > record.stateSinceMs + 30 * kDayMs ? u"closed"_s : kFine;
    return kFine;
}

QString FoldModel::ruleOfComment(const Change &change, const Records &records) const
{
    if (model::written(change, 3).toInteger() != 1)
        return kFine;
    const ModelRecord *about =
        find(model::idOf<base::EntityId>(model::written(change, 1)), records);
    if (about == nullptr || about->type->name != "request"_L1 || about->scope != change.scope)
        return u"unknown-record"_s;
    return isStaff(change, about) ? kFine : u"no-right"_s;
}

} // namespace spilno::sim
