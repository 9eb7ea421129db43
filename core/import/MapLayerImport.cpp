// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/MapLayerImport.h"

#include "core/base/Limits.h"
#include "core/wire/ChangeHeader.h"
#include "core/wire/Genesis.h"

#include <algorithm>

namespace spilno::import {

using namespace Qt::StringLiterals;
using replica::Draft;
using wire::Value;

namespace {

/// A transaction is never cut, and has to fit a run with the layer itself.
constexpr std::size_t kPartsAtOnce = 2;

/// The body in whose name a person publishes: none for a registrar, else the first whose staff the
/// person is. Nothing for anybody else.
base::Result<std::optional<base::EntityId>> publisher(
    const replica::ReplicaDatabase &database, const base::PersonId &person)
{
    const auto &owners = database.city().owners;
    if (std::find(owners.begin(), owners.end(), person) != owners.end())
        return std::optional(base::EntityId());
    SPILNO_ASSIGN(const auto roles, database.rolesOf(person));
    std::optional<base::EntityId> body;
    for (const replica::HeldRole &held : roles) {
        if (held.role == replica::Role::Registrar)
            return std::optional(base::EntityId());
        const bool isStaff =
            held.role == replica::Role::Clerk || held.role == replica::Role::BodyAdmin;
        if (isStaff && !body)
            body = held.body;
    }
    return body;
}

Draft layerDraft(const MapLayerWords &words, const base::EntityId &body, qint64 parts, qint64 size)
{
    Draft draft;
    draft.type = u"map_layer"_s;
    draft.fields = {
        {u"name"_s, Value(words.name)},
        {u"attribution"_s, Value(words.attribution)},
        {u"kind"_s, Value(static_cast<qint64>(words.kind))},
        {u"order"_s, Value(words.order)},
        {u"parts"_s, Value(parts)},
        {u"size"_s, Value(size)}};
    if (!words.nameUk.isEmpty())
        draft.fields.append({u"name_uk"_s, Value(words.nameUk)});
    if (!words.licence.isEmpty())
        draft.fields.append({u"licence"_s, Value(words.licence)});
    if (!body.isNull())
        draft.fields.append({u"body"_s, Value(body.toByteArray())});
    return draft;
}

base::Result<std::vector<Draft>> retireOthers(
    const replica::ReplicaDatabase &database, const QString &name, const base::EntityId &body)
{
    replica::Query query;
    query.type = u"map_layer"_s;
    query.where = {{u"name"_s, replica::Condition::Operator::Equal, Value(name)}};
    query.limit = limits::kTransactionChangesMax;
    SPILNO_ASSIGN(const replica::Page page, database.list(query));
    std::vector<Draft> drafts;
    for (const replica::Record &record : page.items) {
        const bool isMine =
            body.isNull() || record.value(u"body"_s).toBytes() == body.toByteArray();
        if (record.value(u"retired"_s).toBoolean() || !isMine)
            continue;
        Draft draft;
        draft.type = u"map_layer"_s;
        draft.entity = record.entity;
        draft.fields = {{u"retired"_s, Value(true)}};
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

} // namespace

base::Result<MapLayerImport::Done> MapLayerImport::write(
    replica::ReplicaDatabase &database,
    const base::PersonId &person,
    base::Random &random,
    const MapLayerWords &words,
    const QByteArray &bytes)
{
    SPILNO_ASSIGN(const auto body, publisher(database, person));
    if (!body)
        return base::failure(base::ErrorCode::NotPermitted, words.name);
    SPILNO_ASSIGN(const std::vector<Draft> ends, retireOthers(database, words.name, *body));
    const base::Salt salt = random.id<base::Salt>();
    Done done;
    done.layer = wire::entityId(person, wire::rulesScope(database.cityId()), salt);
    done.parts =
        static_cast<int>((bytes.size() + limits::kMapPartBytesMax - 1) / limits::kMapPartBytesMax);
    std::vector<Draft> drafts{layerDraft(words, *body, done.parts, bytes.size())};
    drafts.front().salt = salt;
    for (int place = 0; place < done.parts; ++place) {
        Draft part;
        part.type = u"map_part"_s;
        const qsizetype from = qsizetype{place} * limits::kMapPartBytesMax;
        part.fields = {
            {u"layer"_s, Value(done.layer.toByteArray())},
            {u"place"_s, Value(qint64{place})},
            {u"bytes"_s, Value(bytes.mid(from, limits::kMapPartBytesMax))}};
        drafts.push_back(std::move(part));
        const bool isLast = place + 1 == done.parts;
        if (isLast || drafts.size() > kPartsAtOnce) {
            SPILNO_ASSIGN(const auto submitted, database.submit(drafts));
            done.changes.merge(submitted.changes);
            drafts.clear();
        }
    }
    // Only now: a layer that is cut off half-way leaves the one of before in use.
    if (!ends.empty()) {
        SPILNO_ASSIGN(const auto submitted, database.submit(ends));
        done.changes.merge(submitted.changes);
    }
    done.replaced = static_cast<int>(ends.size());
    return done;
}

} // namespace spilno::import
