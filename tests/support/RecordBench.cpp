// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RecordBench.h"

#include "core/crypto/Sodium.h"
#include "core/wire/ChangeHeader.h"

#include <QtTest/QtTest>

namespace spilno::test {

using namespace records;

RecordBench::RecordBench()
{
    crypto::initialise();
    authority.cityIdentity = newId<base::CityId>();
    rules = newScope(Home::Rules, {});
    people = newScope(Home::People, {});
    m_owner = newPerson();
    authority.genesis.owners = {m_owner.person};
    authority.ownersUntilMs = nowMs + 365LL * 24 * 3600 * 1000;
}

RecordBench::Actor RecordBench::newPerson()
{
    const Actor actor{newId<base::PersonId>(), newId<base::PublicKey>()};
    authority.devices[actor.device] = {actor.person, 0, UINT64_MAX};
    return actor;
}

RecordBench::Actor RecordBench::newPersonWith(Role role, const base::EntityId &body)
{
    const Actor actor = newPerson();
    authority.grants.push_back({actor.person, role, body, newId<base::EntityId>(), 0, UINT64_MAX});
    return actor;
}

base::ScopeId RecordBench::newScope(Home home, const base::EntityId &body)
{
    const auto scope = newId<base::ScopeId>();
    authority.scopes[scope] = {scope, home, body};
    return scope;
}

crypto::SigningKey RecordBench::newKey()
{
    const QByteArray seed = newId<base::Hash>().toByteArray();
    return crypto::SigningKey::fromSeed(base::view(seed));
}

FoldChange RecordBench::start(const Actor &actor)
{
    FoldChange change;
    change.origin.op = newId<base::OpId>();
    change.origin.feed = newId<base::FeedId>();
    change.origin.seq = ++m_seq;
    change.origin.person = actor.person;
    change.device = actor.device;
    return change;
}

void RecordBench::write(
    const RecordType &type, const Fields &fields, const EntityImage *seen, wire::Payload &payload)
{
    for (const auto &[name, value] : fields) {
        const FieldDescriptor *field = type.field(QString::fromUtf8(name));
        QVERIFY2(field != nullptr, name);
        const bool structural = field->placement == Placement::Structural;
        wire::FieldChange written;
        written.key = field->key;
        written.value = value;
        if (field->merge == MergeClass::Set) {
            written.mode = structural ? wire::FieldMode::AddStructural : wire::FieldMode::Add;
        } else {
            written.mode = structural ? wire::FieldMode::WriteStructural : wire::FieldMode::Write;
            const FieldImage *image = seen != nullptr ? seen->field(field->key) : nullptr;
            if (image != nullptr) {
                for (const Candidate &candidate : image->candidates)
                    written.refs.push_back(candidate.origin.op);
            }
        }
        payload.fields.push_back(written);
    }
    std::sort(payload.fields.begin(), payload.fields.end(), [](const auto &a, const auto &b) {
        return a.key < b.key;
    });
}

FoldChange RecordBench::creation(
    const Actor &actor, const base::ScopeId &scope, const char *type, const Fields &fields)
{
    const RecordType *descriptor = Registry::standard().type(QString::fromUtf8(type));
    FoldChange change = start(actor);
    if (descriptor == nullptr) {
        qFatal("no record type %s", type);
        return change;
    }
    change.scope = scope;
    change.type = descriptor->number;
    change.payload.create = newId<base::Salt>();
    change.entity = wire::entityId(actor.person, scope, *change.payload.create);
    write(*descriptor, fields, nullptr, change.payload);
    return change;
}

FoldChange RecordBench::edit(
    const Actor &actor, const base::EntityId &entity, const Fields &fields, const char *step)
{
    const EntityImage &image = authority.images.at(entity);
    FoldChange change = start(actor);
    change.scope = image.scope;
    change.entity = entity;
    change.type = image.type->number;
    write(*image.type, fields, &image, change.payload);
    if (step != nullptr) {
        const Step *named = image.type->machine.step(image.state, QString::fromUtf8(step));
        if (named == nullptr)
            qFatal("no step %s from %s", step, qUtf8Printable(state(entity)));
        else
            change.payload.transition = wire::Transition{
                image.type->stateKey, named->from, named->to, image.stateOrigin.op};
    }
    return change;
}

Verdict RecordBench::fold(FoldChange &change)
{
    change.logIndex = ++logIndex;
    change.recordedMs = nowMs;
    change.origin.change = static_cast<qint64>(logIndex);
    change.origin.hlc = static_cast<base::Hlc>(nowMs) << 16;
    const RecordType *type = Registry::standard().type(change.type);
    const auto before = authority.images.find(change.entity);
    const bool exists = before != authority.images.end();
    const Verdict verdict = judge(type, change, exists ? &before->second : nullptr, authority);
    if (!tookEffect(verdict))
        return verdict;
    if (exists)
        before->second.apply(change);
    else
        authority.images[change.entity] = EntityImage::create(*type, change);
    if (type->rule)
        type->rule->effect(change, authority.images[change.entity], authority, authority);
    return verdict;
}

base::EntityId RecordBench::make(
    const Actor &actor, const base::ScopeId &scope, const char *type, const Fields &fields)
{
    FoldChange change = creation(actor, scope, type, fields);
    const Verdict verdict = fold(change);
    if (!tookEffect(verdict))
        qFatal("a %s that must be folded is %s", type, qUtf8Printable(verdictName(verdict)));
    return change.entity;
}

QString RecordBench::state(const base::EntityId &entity) const
{
    const EntityImage &image = authority.images.at(entity);
    const State *state = image.type->machine.state(image.state);
    return state == nullptr ? QString() : state->name;
}

void RecordBench::proveClaim(FoldChange &change, const crypto::SigningKey &key)
{
    const QByteArray statement =
        claimStatement(change.origin.person, change.entity, change.payload);
    change.payload.extra.emplace_back(
        wire::kExtraClaimProof, key.sign("spilno-clm-1", base::view(statement)).toByteArray());
}

} // namespace spilno::test
