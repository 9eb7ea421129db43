// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/ImportDestination.h"

#include "core/import/ImporterDevice.h"
#include "core/records/identity/IdentityRule.h"

#include <algorithm>

namespace spilno::import {

using base::ErrorCode;
using replica::Condition;
using replica::Draft;

namespace {

constexpr int kPageSize = 1000;
constexpr qint64 kDepartmentKind = 1;
constexpr qint64 kMunicipalityKind = 0;
constexpr qint64 kContentKind = 0;
constexpr std::size_t kDraftsAtOnce = 100;

Condition equals(const char *field, wire::Value value)
{
    return {QLatin1String(field), Condition::Operator::Equal, std::move(value)};
}

base::Result<std::optional<replica::Record>> findOne(
    const replica::ReplicaDatabase &database, const char *type, std::vector<Condition> where)
{
    replica::Query query;
    query.type = QLatin1String(type);
    query.where = std::move(where);
    query.orderBy = QStringLiteral("created");
    query.descending = false; // the first of that name
    query.limit = 1;
    SPILNO_ASSIGN(replica::Page page, database.list(query));
    if (page.items.empty())
        return std::optional<replica::Record>();
    return std::optional<replica::Record>(std::move(page.items.front()));
}

} // namespace

base::Result<> ImportDestination::mayMake(const QString &department) const
{
    const auto &owners = m_database.city().owners;
    const bool isOwner = std::find(owners.begin(), owners.end(), m_person->person) != owners.end();
    if (isOwner)
        return {};
    SPILNO_ASSIGN(
        const bool registers, m_database.hasRole(m_person->person, replica::Role::Registrar));
    if (registers)
        return {};
    return base::failure(ErrorCode::NotPermitted, department);
}

base::Result<> ImportDestination::prepareBody(const QString &name, DepartmentPlace &place)
{
    const Condition which = name.isEmpty() ? equals("kind", wire::Value(kMunicipalityKind))
                                           : equals("name", wire::Value(name));
    SPILNO_ASSIGN(const auto known, findOne(m_database, "body", {which}));
    if (known) {
        place.body = known->entity;
        return {};
    }
    SPILNO_TRY(mayMake(name));
    Draft draft;
    draft.type = QStringLiteral("body");
    draft.fields = {
        {QStringLiteral("name"), wire::Value(name)},
        {QStringLiteral("kind"), wire::Value(kDepartmentKind)}};
    SPILNO_ASSIGN(const auto made, m_database.submit({draft}));
    place.body = made.entities.front();
    return {};
}

base::Result<bool> ImportDestination::prepareScope(const QString &name, DepartmentPlace &place)
{
    SPILNO_ASSIGN(const auto scopes, m_database.scopes());
    for (const replica::ScopeStatus &scope : scopes) {
        if (scope.kind == replica::ScopeKind::Content && scope.body == place.body) {
            place.scope = scope.scope;
            return true;
        }
    }
    const wire::Value body(place.body.toByteArray());
    SPILNO_ASSIGN(
        const auto waiting, findOne(
                                m_database, "scope",
                                {equals("body", body), equals("kind", wire::Value(kContentKind))}));
    if (waiting)
        return false;
    SPILNO_TRY(mayMake(name));
    Draft draft;
    draft.type = QStringLiteral("scope");
    draft.fields = {
        {QStringLiteral("name"), wire::Value(name)},
        {QStringLiteral("kind"), wire::Value(kContentKind)},
        {QStringLiteral("body"), body},
        {QStringLiteral("salt"), wire::Value(m_random.id<base::Salt>().toByteArray())}};
    SPILNO_TRY(m_database.submit({draft}));
    return false;
}

base::Result<> ImportDestination::prepareCategories(
    const QString &department, const QSet<QString> &names, DepartmentPlace &place)
{
    const wire::Value body(place.body.toByteArray());
    replica::Query query;
    query.type = QStringLiteral("category");
    query.where = {equals("body", body)};
    query.limit = kPageSize;
    do {
        SPILNO_ASSIGN(const replica::Page page, m_database.list(query));
        for (const replica::Record &record : page.items)
            place.categories.insert(record.value(QStringLiteral("name")).toText(), record.entity);
        query.after = page.next;
    } while (!query.after.isEmpty());
    QStringList missing;
    for (const QString &name : names) {
        if (!name.isEmpty() && !place.categories.contains(name))
            missing.append(name);
    }
    if (missing.isEmpty())
        return {};
    SPILNO_TRY(mayMake(department));
    missing.sort();
    std::vector<Draft> drafts;
    const auto flush = [&]() -> base::Result<> {
        if (drafts.empty())
            return {};
        SPILNO_ASSIGN(const auto made, m_database.submit(drafts));
        for (std::size_t i = 0; i < drafts.size(); ++i)
            place.categories.insert(drafts[i].fields.first().second.toText(), made.entities[i]);
        drafts.clear();
        return {};
    };
    for (const QString &name : std::as_const(missing)) {
        Draft draft;
        draft.type = QStringLiteral("category");
        draft.fields = {
            {QStringLiteral("name"), wire::Value(name)}, {QStringLiteral("body"), body}};
        drafts.push_back(std::move(draft));
        if (drafts.size() == kDraftsAtOnce)
            SPILNO_TRY(flush());
    }
    return flush();
}

base::Result<bool> ImportDestination::prepareImporter(const QString &name, DepartmentPlace &place)
{
    place.importer = importerFor(*m_person, m_database.cityId(), name);
    const base::PublicKey device = place.importer->device.publicKey();
    SPILNO_ASSIGN(
        const auto identity, findOne(
                                 m_database, "identity",
                                 {equals("author", wire::Value(m_person->person.toByteArray()))}));
    if (!identity)
        return base::failure(ErrorCode::NotCertified, QStringLiteral("no identity here yet"));
    SPILNO_ASSIGN(
        const auto whole, m_database.record(QStringLiteral("identity"), identity->entity));
    for (const auto &[field, elements] : whole->sets) {
        for (const wire::Value &element : elements) {
            const auto entry = records::identity::deviceEntry(element);
            if (entry && entry->device == device)
                return !whole->pending; // or the certificate is still on its way
        }
    }
    SPILNO_TRY(m_database.submit({certificateDraft(*place.importer, identity->entity)}));
    return false;
}

base::Result<bool> ImportDestination::prepareOne(
    const QString &name, const QSet<QString> &categories)
{
    DepartmentPlace place;
    SPILNO_TRY(prepareBody(name, place));
    SPILNO_ASSIGN(const bool hasScope, prepareScope(name, place));
    SPILNO_TRY(prepareCategories(name, categories, place));
    SPILNO_ASSIGN(const bool hasImporter, prepareImporter(name, place));
    m_places.insert(name, place);
    return hasScope && hasImporter;
}

base::Result<bool> ImportDestination::prepare(const DepartmentNames &names)
{
    m_places.clear();
    bool isReady = true;
    for (auto at = names.begin(); at != names.end(); ++at) {
        SPILNO_ASSIGN(const bool one, prepareOne(at.key(), at.value()));
        isReady = isReady && one;
    }
    return isReady;
}

} // namespace spilno::import
