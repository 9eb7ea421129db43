// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RecordFinder.h"

#include "core/base/text/NumberFold.h"

namespace spilno::cli {

using base::ErrorCode;
using replica::ScopeKind;
using replica::ScopeStatus;

base::Result<base::EntityId> RecordFinder::entity(
    const records::RecordType &type, const QString &named) const
{
    if (const auto id = base::EntityId::fromHex(named))
        return *id;
    if (type.field(QStringLiteral("number")) != nullptr) {
        for (const QString &reading : base::requestNumberReadings(named)) {
            replica::Query query;
            query.type = type.name;
            query.where = {
                {QStringLiteral("number"), replica::Condition::Operator::Equal,
                 wire::Value(reading)}};
            SPILNO_ASSIGN(const replica::Page page, waitFor(m_place.replica().list(query)));
            if (page.items.size() == 1)
                return page.items.front().entity;
        }
    }
    return m_around.terminal.fail(
        ErrorCode::NotFound, tr("There is no %1 %2 here.").arg(type.name, named));
}

base::Result<replica::Record> RecordFinder::record(
    const records::RecordType &type, const QString &named) const
{
    SPILNO_ASSIGN(const base::EntityId id, entity(type, named));
    SPILNO_ASSIGN(auto found, waitFor(m_place.replica().record(type.name, id)));
    if (!found)
        return m_around.terminal.fail(
            ErrorCode::NotFound, tr("There is no %1 %2 here.").arg(type.name, named));
    return std::move(*found);
}

base::Result<base::EntityId> RecordFinder::body(const QString &named) const
{
    if (const auto id = base::EntityId::fromHex(named))
        return *id;
    replica::Query query;
    query.type = QStringLiteral("body");
    query.where = {
        {QStringLiteral("name"), replica::Condition::Operator::Equal, wire::Value(named)}};
    SPILNO_ASSIGN(const replica::Page page, waitFor(m_place.replica().list(query)));
    if (page.items.size() == 1)
        return page.items.front().entity;
    return m_around.terminal.fail(ErrorCode::NotFound, tr("There is no body %1.").arg(named));
}

base::Result<base::ScopeId> RecordFinder::scope(const QString &named) const
{
    SPILNO_ASSIGN(const auto scopes, waitFor(m_place.replica().scopes()));
    for (const ScopeStatus &scope : scopes) {
        if (scope.scope.toHex() == named.toLower() || scope.name == named)
            return scope.scope;
    }
    return m_around.terminal.fail(ErrorCode::NotFound, tr("There is no scope %1.").arg(named));
}

base::Result<base::EntityId> RecordFinder::bodyOf(const QJsonObject &values) const
{
    const QString body = values.value(QStringLiteral("body")).toString();
    if (const auto id = base::EntityId::fromHex(body); id && !body.isEmpty())
        return *id;
    const QString category = values.value(QStringLiteral("category")).toString();
    const auto id = base::EntityId::fromHex(category);
    if (!id)
        return base::EntityId();
    SPILNO_ASSIGN(
        const auto record, waitFor(m_place.replica().record(QStringLiteral("category"), *id)));
    const QByteArray bytes =
        record ? record->value(QStringLiteral("body")).toBytes() : QByteArray();
    return base::EntityId::fromBytes(base::view(bytes)).value_or(base::EntityId());
}

base::Result<base::ScopeId> RecordFinder::scopeOfRecord(const QString &named) const
{
    const auto id = base::EntityId::fromHex(named);
    if (!id)
        return base::ScopeId();
    for (const char *name : {"request", "comment"}) {
        SPILNO_ASSIGN(
            const auto record, waitFor(m_place.replica().record(QLatin1String(name), *id)));
        if (record)
            return record->scope;
    }
    return base::ScopeId();
}

base::Result<base::ScopeId> RecordFinder::scopeFor(
    const records::RecordType &type, const QJsonObject &values) const
{
    const QString named = values.value(QStringLiteral("scope")).toString();
    if (!named.isEmpty())
        return scope(named);
    if (type.home == records::Home::Rules || type.home == records::Home::People)
        return base::ScopeId(); // there is one of each
    const bool isSealed = type.home == records::Home::Sealed;
    // What is about a record lives with it.
    for (const QString &field : {QStringLiteral("about"), QStringLiteral("target")}) {
        if (!isSealed && type.field(field) != nullptr) {
            SPILNO_ASSIGN(const base::ScopeId with, scopeOfRecord(values.value(field).toString()));
            if (!with.isNull())
                return with;
        }
    }
    SPILNO_ASSIGN(const base::EntityId body, bodyOf(values));
    SPILNO_ASSIGN(const auto scopes, waitFor(m_place.replica().scopes()));
    std::vector<base::ScopeId> all;
    QStringList names;
    for (const ScopeStatus &scope : scopes) {
        if (scope.kind != (isSealed ? ScopeKind::Sealed : ScopeKind::Content))
            continue;
        if (!body.isNull() && scope.body == body)
            return scope.scope;
        all.push_back(scope.scope);
        names.append(scope.name);
    }
    if (all.size() == 1)
        return all.front();
    if (all.empty())
        return m_around.terminal.fail(
            ErrorCode::NotFound,
            tr("The city has no scope for this yet; a registrar creates one."));
    return m_around.terminal.fail(
        ErrorCode::InvalidArgument, tr("Say where it belongs with \"scope\": one of %1.")
                                        .arg(names.join(QStringLiteral(", "))));
}

} // namespace spilno::cli
