// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Judge.h"

#include "core/crypto/Hashing.h"
#include "core/crypto/Signing.h"
#include "core/wire/ChangeHeader.h"

#include <algorithm>
#include <initializer_list>

namespace spilno::records {

namespace {

/// Whose record it is: a body itself, else its field `body`, of a creation the one it writes.
base::EntityId bodyOf(const FoldChange &change, const EntityImage *record)
{
    const RecordType *type =
        record != nullptr ? record->type : Registry::standard().type(change.type);
    if (type == nullptr)
        return {};
    if (type->isBody)
        return record != nullptr ? record->entity : base::EntityId();
    const FieldDescriptor *field = type->field(QStringLiteral("body"));
    if (field == nullptr)
        return {};
    const wire::FieldChange *written = change.payload.field(field->key);
    QByteArray body;
    if (record != nullptr)
        body = record->value(field->key).toBytes();
    else if (written != nullptr)
        body = written->value.toBytes();
    return base::EntityId::fromBytes(base::view(body)).value_or(base::EntityId());
}

/// Whether the person has one of the roles in the scope's body or in the record's own.
bool servesIn(
    std::initializer_list<Role> roles,
    const FoldChange &change,
    const EntityImage *record,
    const Authority &authority)
{
    const auto serves = [&](const base::EntityId &body) {
        return !body.isNull() && std::any_of(roles.begin(), roles.end(), [&](Role role) {
            return authority.hasRole(change.origin.person, role, body, change.logIndex);
        });
    };
    const auto scope = authority.scope(change.scope);
    return (scope && serves(scope->body)) || serves(bodyOf(change, record));
}

bool isStaff(const FoldChange &change, const EntityImage *record, const Authority &authority)
{
    return servesIn({Role::Clerk, Role::BodyAdmin}, change, record, authority);
}

bool isBodyAdmin(const FoldChange &change, const EntityImage *record, const Authority &authority)
{
    return servesIn({Role::BodyAdmin}, change, record, authority) ||
           authority.isRegistrar(change.origin.person, change.logIndex, change.recordedMs);
}

bool isText(const wire::Value &value, int maxBytes)
{
    return value.isText() && value.toText().toUtf8().size() <= maxBytes;
}

bool isPoint(const wire::Value &value)
{
    const auto &list = value.toList();
    if (list.size() != 2 || !list[0].isInteger() || !list[1].isInteger())
        return false;
    return std::abs(list[0].toInteger()) <= 900'000'000 &&
           std::abs(list[1].toInteger()) <= 1'800'000'000;
}

Verdict checkFields(
    const RecordType &type,
    const FoldChange &change,
    const EntityImage *before,
    const Authority &authority)
{
    for (const wire::FieldChange &written : change.payload.fields) {
        const FieldDescriptor *field = type.field(written.key);
        if (field == nullptr)
            continue;
        if (field->merge == MergeClass::Transition)
            return Verdict::BadField;
        const bool setMode = written.mode >= wire::FieldMode::Add;
        const bool structural = wire::isStructural(written.mode);
        if (setMode != (field->merge == MergeClass::Set))
            return Verdict::BadField;
        if (written.mode != wire::FieldMode::Remove) {
            if (structural != (field->placement == Placement::Structural))
                return Verdict::BadField;
            // An erasable value is never judged, or erasing it would change what was judged: one
            // that does not fit is taken as absent.
            if (structural && !written.value.isEmpty() && !fits(*field, written.value))
                return Verdict::BadField;
        }
        if (before != nullptr && !hasRight(field->edit, change, before, authority))
            return Verdict::NoRight;
    }
    return Verdict::Applied;
}

Verdict checkCreation(const RecordType &type, const FoldChange &change, const Authority &authority)
{
    const base::EntityId derived =
        wire::entityId(change.origin.person, change.scope, *change.payload.create);
    if (derived != change.entity)
        return Verdict::UnknownRecord;
    for (const FieldDescriptor &field : type.fields) {
        if (!field.required)
            continue;
        const wire::FieldChange *written = change.payload.field(field.key);
        const bool erasable = field.placement == Placement::Values;
        if (written == nullptr || (!erasable && written->value.isEmpty()))
            return Verdict::MissingField;
    }
    if (change.payload.transition)
        return Verdict::NoSuchStep;
    return hasRight(type.create, change, nullptr, authority) ? Verdict::Applied : Verdict::NoRight;
}

Verdict checkTransition(
    const RecordType &type,
    const FoldChange &change,
    const EntityImage &before,
    const Authority &authority)
{
    if (!change.payload.transition)
        return Verdict::Applied;
    if (change.payload.transition->key != type.stateKey || type.machine.isEmpty())
        return Verdict::NoSuchStep;
    const Verdict step = before.checkStep(change.payload);
    if (!tookEffect(step))
        return step;
    const Step *named = type.machine.step(before.state, change.payload.transition->to);
    return hasRight(named->right, change, &before, authority) ? step : Verdict::NoRight;
}

} // namespace

bool provesClaim(const FoldChange &change, const EntityImage &record)
{
    const QByteArray key = record.value(QStringLiteral("claim_key")).toBytes();
    const QByteArray proof = change.payload.extraOf(wire::kExtraClaimProof);
    const auto publicKey = base::PublicKey::fromBytes(base::view(key));
    const auto signature = base::Signature::fromBytes(base::view(proof));
    if (!publicKey || !signature)
        return false;
    const QByteArray statement =
        claimStatement(change.origin.person, change.entity, change.payload);
    return crypto::verify(*publicKey, kClaimContext, base::view(statement), *signature);
}

QByteArray claimStatement(
    const base::PersonId &person, const base::EntityId &entity, wire::Payload payload)
{
    std::erase_if(
        payload.extra, [](const auto &extra) { return extra.first == wire::kExtraClaimProof; });
    const QByteArray shape = wire::encodePayload(payload, base::Salt()).shape;
    const base::Hash hash = crypto::blake2b("spilno-claim", {base::view(shape)});
    return person.toByteArray() + entity.toByteArray() + hash.toByteArray();
}

bool fits(const FieldDescriptor &field, const wire::Value &value)
{
    switch (field.kind) {
    case FieldKind::Text:
        return isText(value, field.maxBytes) && !value.toText().contains(QLatin1Char('\n'));
    case FieldKind::LongText:
        return isText(value, field.maxBytes);
    case FieldKind::Integer:
    case FieldKind::Time:
        return value.isInteger();
    case FieldKind::Boolean:
        return value.isBoolean();
    case FieldKind::Entity:
        return value.isBytes() &&
               value.toBytes().size() == static_cast<qsizetype>(base::EntityId::size);
    case FieldKind::Person:
        return value.isBytes() &&
               value.toBytes().size() == static_cast<qsizetype>(base::PersonId::size);
    case FieldKind::Bytes:
        return value.isBytes() &&
               (field.exactBytes == 0 ? value.toBytes().size() <= field.maxBytes
                                      : value.toBytes().size() == field.exactBytes);
    case FieldKind::Point:
        return isPoint(value);
    case FieldKind::Choice:
        return value.isInteger() && value.toInteger() >= 0 &&
               (field.choices.empty() ||
                value.toInteger() < static_cast<qint64>(field.choices.size()));
    case FieldKind::Json:
        return value.encoded().size() <= field.maxBytes;
    }
    return false;
}

bool hasRight(
    Right right, const FoldChange &change, const EntityImage *record, const Authority &authority)
{
    const base::PersonId &person = change.origin.person;
    const bool author = record == nullptr || record->created.person == person;
    switch (right) {
    case Right::Anyone:
        return true;
    case Right::Author:
        return author;
    case Right::AuthorOrClaim:
        return author || (record != nullptr && provesClaim(change, *record));
    case Right::Staff:
        return isStaff(change, record, authority);
    case Right::AuthorOrStaff:
        return author || isStaff(change, record, authority);
    case Right::AuthorClaimOrStaff:
        return author || (record != nullptr && provesClaim(change, *record)) ||
               isStaff(change, record, authority);
    case Right::BodyAdmin:
        return isBodyAdmin(change, record, authority);
    case Right::StaffOrRegistrar:
        return isStaff(change, record, authority) ||
               authority.isRegistrar(person, change.logIndex, change.recordedMs);
    case Right::Registrar:
        return authority.isRegistrar(person, change.logIndex, change.recordedMs);
    case Right::Owner:
        return authority.isOwner(person, change.recordedMs);
    case Right::Nobody:
        return false;
    }
    return false;
}

Verdict judge(
    const RecordType *type,
    const FoldChange &change,
    const EntityImage *before,
    const Authority &authority)
{
    if (type == nullptr)
        return Verdict::Kept;
    const auto scope = authority.scope(change.scope);
    if (!scope || (scope->home != type->home && !type->anyHome))
        return Verdict::WrongScope;
    const bool creating = change.payload.create.has_value();
    // A person's first change in the people scope is their identity: it certifies its own device.
    const bool selfCertifying = creating && type->certifies;
    if (!selfCertifying &&
        !authority.deviceCertified(change.device, change.origin.person, change.logIndex))
        return Verdict::NotCertified;
    if (creating && before != nullptr)
        return Verdict::AlreadyExists;
    if (!creating && before == nullptr)
        return Verdict::UnknownRecord;
    Verdict verdict = checkFields(*type, change, before, authority);
    if (verdict == Verdict::Applied && creating)
        verdict = checkCreation(*type, change, authority);
    if (verdict == Verdict::Applied && !creating)
        verdict = checkTransition(*type, change, *before, authority);
    if (tookEffect(verdict) && type->rule) {
        const Verdict ruled = type->rule->check(change, before, authority);
        if (ruled != Verdict::Applied)
            verdict = ruled;
    }
    return verdict;
}

} // namespace spilno::records
