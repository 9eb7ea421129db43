// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/ImportedRequest.h"

#include "core/crypto/Hashing.h"
#include "core/records/Judge.h"
#include "core/records/Registry.h"
#include "core/records/request/RequestRule.h"

#include <cmath>

namespace spilno::import {

using wire::Value;

namespace {

constexpr double kPointUnits = 1e7;

base::Salt saltOf(const QString &mapping, const QString &externalId)
{
    const QByteArray name = mapping.toUtf8();
    const QByteArray id = externalId.toUtf8();
    const base::Hash hash = crypto::blake2b(
        "import-row", {base::view(name), base::view(std::string_view("\n")), base::view(id)});
    return base::Salt::fromTrusted(hash.data());
}

Value pointOf(const ImportRow &row)
{
    if (row.position != PositionKind::Given)
        return {};
    return Value::List{
        Value(static_cast<qint64>(std::llround(row.latitude * kPointUnits))),
        Value(static_cast<qint64>(std::llround(row.longitude * kPointUnits)))};
}

} // namespace

std::optional<replica::BulkItem> importedRequest(
    const ImportRow &row, const DepartmentPlace &place, const QString &mapping, QString *tooLong)
{
    static const records::RecordType *const type =
        records::Registry::standard().type(QStringLiteral("request"));
    replica::BulkItem item;
    item.creation.type = type->name;
    item.creation.scope = place.scope;
    item.creation.salt = saltOf(mapping, row.externalId);
    bool fits = true;
    const auto put = [&](const QString &name, const Value &value) {
        if (value.isEmpty() || (value.isText() && value.toText().isEmpty()))
            return;
        if (!records::fits(*type->field(name), value)) {
            *tooLong = name;
            fits = false;
        }
        item.creation.fields.append({name, value});
    };
    const base::EntityId category = place.categories.value(row.categoryName);
    put(QStringLiteral("title"), Value(row.title));
    put(QStringLiteral("text"), Value(row.text));
    if (!category.isNull())
        put(QStringLiteral("category"), Value(category.toByteArray()));
    put(QStringLiteral("address"), Value(row.address));
    put(QStringLiteral("point"), pointOf(row));
    put(QStringLiteral("district"), Value(row.extra.value(QStringLiteral("neighborhood"))));
    put(QStringLiteral("source"), Value(static_cast<qint64>(records::request::Source::Import)));
    put(QStringLiteral("opened"), Value(row.openedMs));
    if (row.closedMs)
        put(QStringLiteral("closed"), Value(*row.closedMs));
    if (row.targetMs)
        put(QStringLiteral("target"), Value(*row.targetMs));
    put(QStringLiteral("external_id"), Value(row.externalId));
    put(QStringLiteral("body"), Value(place.body.toByteArray()));
    put(QStringLiteral("answer"), Value(row.answer));
    if (row.position == PositionKind::DefaultPoint)
        put(QStringLiteral("default_point"), Value(true));
    if (row.state == QLatin1String("closed"))
        item.step = QStringLiteral("close");
    return fits ? std::optional(std::move(item)) : std::nullopt;
}

} // namespace spilno::import
