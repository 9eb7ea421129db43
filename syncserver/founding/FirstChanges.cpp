// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/founding/FirstChanges.h"

#include "core/base/Limits.h"
#include "core/records/Roles.h"
#include "core/wire/Genesis.h"

namespace spilno::server {

using namespace Qt::StringLiterals;
using replica::Draft;

namespace {

Draft roleDraft(const base::PersonId &person, records::Role role, const base::EntityId &body)
{
    Draft draft;
    draft.type = u"role"_s;
    draft.fields = {
        {u"person"_s, wire::Value(person.toByteArray())},
        {u"role"_s, wire::Value(static_cast<qint64>(role))}};
    if (!body.isNull())
        draft.fields.append({u"body"_s, wire::Value(body.toByteArray())});
    return draft;
}

Draft bodyDraft(const PlannedBody &body, const base::EntityId &parent)
{
    Draft draft;
    draft.type = u"body"_s;
    draft.fields = {{u"name"_s, wire::Value(body.name)}, {u"kind"_s, wire::Value(body.kind)}};
    if (!parent.isNull())
        draft.fields.append({u"parent"_s, wire::Value(parent.toByteArray())});
    return draft;
}

Draft numberingDraft(
    const base::PublicKey &device, const QString &prefix, const base::EntityId &body)
{
    Draft draft;
    draft.type = u"numbering"_s;
    draft.fields = {
        {u"device"_s, wire::Value(device.toByteArray())},
        {u"prefix"_s, wire::Value(prefix)},
        {u"body"_s, wire::Value(body.toByteArray())}};
    return draft;
}

Draft categoryDraft(const PlannedCategory &category, const base::EntityId &body)
{
    Draft draft;
    draft.type = u"category"_s;
    const auto text = [&draft](const QString &field, const QString &value) {
        if (!value.isEmpty())
            draft.fields.append({field, wire::Value(value)});
    };
    const auto number = [&draft](const QString &field, qint64 value) {
        if (value != 0)
            draft.fields.append({field, wire::Value(value)});
    };
    text(u"name"_s, category.name);
    text(u"name_uk"_s, category.nameUk);
    text(u"description"_s, category.description);
    text(u"group_name"_s, category.group);
    text(u"danger_phone"_s, category.dangerPhone);
    number(u"working_days"_s, category.workingDays);
    number(u"confirm_days"_s, category.confirmDays);
    number(u"publication"_s, category.publication);
    number(u"delay_hours"_s, category.delayHours);
    number(u"round_m"_s, category.roundM);
    if (category.danger)
        draft.fields.append({u"danger"_s, wire::Value(true)});
    if (!category.questions.empty())
        draft.fields.append(
            {u"questions"_s, records::category::questionsValue(category.questions)});
    if (!body.isNull())
        draft.fields.append({u"body"_s, wire::Value(body.toByteArray())});
    return draft;
}

} // namespace

FirstChanges::FirstChanges(
    const CityFounding::Request &request, const QString &cityName, const base::CityId &city)
    : m_request(request)
    , m_cityName(cityName)
{
    m_city.id = city;
}

base::Result<CityFounding::City> FirstChanges::enter(LocalExchange &exchange)
{
    SPILNO_TRY(enterOwner(exchange));
    SPILNO_TRY(enterBodies(exchange));
    SPILNO_TRY(enterOffices(exchange));
    SPILNO_TRY(enterScopes(exchange));
    SPILNO_TRY(enterCategories(exchange));
    return m_city;
}

base::Result<> FirstChanges::enterOwner(LocalExchange &exchange) const
{
    Draft identity;
    identity.type = u"identity"_s;
    identity.extra.append({wire::kExtraIdentity, m_request.owner->genesis});
    SPILNO_TRY(exchange.enter({identity}));
    if (!m_request.displayName.isEmpty()) {
        Draft profile;
        profile.type = u"profile"_s;
        profile.fields = {{u"display_name"_s, wire::Value(m_request.displayName)}};
        SPILNO_TRY(exchange.enter({profile}));
    }
    return {};
}

base::Result<> FirstChanges::enterBodies(LocalExchange &exchange)
{
    Draft city;
    city.type = u"city"_s;
    city.fields = {{u"name"_s, wire::Value(m_cityName)}};
    if (m_request.address)
        city.additions = {{u"addresses"_s, wire::Value(m_request.address(m_city.id))}};
    SPILNO_TRY(exchange.enter({city}));
    for (const PlannedBody &body : m_request.plan.bodies) {
        SPILNO_ASSIGN(const auto made, exchange.enter({bodyDraft(body, bodyEntity(body.parent))}));
        m_city.bodies.push_back({body.id, made.entities.front(), {}, {}});
    }
    return {};
}

base::Result<> FirstChanges::enterOffices(LocalExchange &exchange) const
{
    const base::PersonId &owner = m_request.owner->person;
    std::vector<Draft> drafts{roleDraft(owner, records::Role::Registrar, {})};
    for (const CityFounding::Body &body : m_city.bodies)
        drafts.push_back(roleDraft(owner, records::Role::BodyAdmin, body.entity));
    for (const PlannedBody &body : m_request.plan.bodies) {
        if (!body.prefix.isEmpty())
            drafts.push_back(numberingDraft(
                m_request.owner->device.publicKey(), body.prefix, bodyEntity(body.id)));
    }
    SPILNO_TRY(exchange.enter(drafts));
    return {};
}

base::Result<> FirstChanges::enterScopes(LocalExchange &exchange)
{
    for (std::size_t i = 0; i < m_city.bodies.size(); ++i) {
        m_sealing = crypto::SealingPair::generate(*m_request.random);
        const PlannedBody &planned = m_request.plan.bodies[i];
        CityFounding::Body &body = m_city.bodies[i];
        std::vector<Draft> drafts;
        for (const QString &name : planned.scopes)
            drafts.push_back(scopeDraft(name, body.entity, false));
        if (!planned.sealedScope.isEmpty())
            drafts.push_back(scopeDraft(planned.sealedScope, body.entity, true));
        if (drafts.empty())
            continue;
        SPILNO_ASSIGN(const auto made, exchange.enter(drafts));
        for (const base::OpId &op : made.ops)
            body.scopes.push_back(wire::scopeId(m_city.id, op));
        if (!planned.sealedScope.isEmpty()) {
            body.sealedScope = body.scopes.back();
            body.scopes.pop_back();
            SPILNO_TRY(exchange.enter({ownerKeyDraft(body.sealedScope)}));
        }
    }
    return {};
}

base::Result<> FirstChanges::enterCategories(LocalExchange &exchange) const
{
    constexpr std::size_t kAtOnce = 50; // well below what a transaction holds
    std::vector<Draft> drafts;
    const auto &categories = m_request.plan.categories;
    for (std::size_t i = 0; i < categories.size(); ++i) {
        drafts.push_back(categoryDraft(categories[i], bodyEntity(categories[i].body)));
        if (drafts.size() == kAtOnce || i + 1 == categories.size()) {
            SPILNO_TRY(exchange.enter(drafts));
            drafts.clear();
        }
    }
    return {};
}

base::EntityId FirstChanges::bodyEntity(const QString &id) const
{
    for (const CityFounding::Body &body : m_city.bodies) {
        if (body.id == id)
            return body.entity;
    }
    return {};
}

Draft FirstChanges::scopeDraft(const QString &name, const base::EntityId &body, bool sealed) const
{
    Draft draft;
    draft.type = u"scope"_s;
    draft.fields = {
        {u"name"_s, wire::Value(name)},
        {u"kind"_s, wire::Value(qint64{sealed ? 1 : 0})},
        {u"body"_s, wire::Value(body.toByteArray())},
        {u"salt"_s, wire::Value(m_request.random->id<base::Salt>().toByteArray())}};
    if (sealed)
        draft.fields.append({u"sealing_key"_s, wire::Value(m_sealing->publicKey().toByteArray())});
    return draft;
}

Draft FirstChanges::ownerKeyDraft(const base::ScopeId &scope) const
{
    const replica::Identity &owner = *m_request.owner;
    const wire::Value::List grant{
        wire::Value(owner.device.publicKey().toByteArray()),
        wire::Value(crypto::sealTo(owner.sealing.publicKey(), m_sealing->seed()))};
    Draft draft;
    draft.type = u"key_grant"_s;
    draft.scope = scope;
    draft.fields = {
        {u"generation"_s, wire::Value(qint64{1})},
        {u"keys"_s, wire::Value(wire::Value::List{wire::Value(grant)})}};
    return draft;
}

} // namespace spilno::server
