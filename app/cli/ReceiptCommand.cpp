// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ReceiptCommand.h"

#include "app/cli/ReceiptClaim.h"
#include "app/cli/RecordJson.h"
#include "core/profile/ReceiptBook.h"

#include <QtCore/QJsonArray>

namespace spilno::cli {

using base::ErrorCode;

QStringList ReceiptCommand::linesOf(const QJsonObject &request)
{
    const auto said = [&request](const char *field) -> QString {
        return request.value(QLatin1String(field)).toString();
    };
    QStringList lines{said("title"), tr("State: %1").arg(said("state"))};
    if (const QString number = said("number"); !number.isEmpty())
        lines.prepend(number);
    if (const QString text = said("answer"); !text.isEmpty())
        lines.append(text);
    return lines;
}

Syntax ReceiptCommand::syntax() const
{
    return {
        .name = QStringLiteral("receipt"),
        .operands = QStringLiteral("[SIX WORDS [--keep]] [--json]"),
        .operandsMin = 0,
        .operandsMax = 6,
        .flags = {QStringLiteral("keep")},
        .summary = tr("show the request of a receipt, and keep it, or all that are kept")};
}

base::Result<> ReceiptCommand::showKept(
    const Surroundings &around, Workplace &place, const records::RecordType &type) const
{
    SPILNO_ASSIGN(
        const auto kept, waitFor(place.replica().write([](replica::ReplicaDatabase &database) {
            return profile::ReceiptBook::read(database);
        })));
    QJsonArray items;
    QStringList lines;
    for (const base::EntityId &request : kept.requests()) {
        SPILNO_ASSIGN(const auto record, waitFor(place.replica().record(type.name, request)));
        if (!record)
            continue;
        const QJsonObject item = recordToJson(type, *record);
        items.append(item);
        lines.append(linesOf(item).join(QLatin1Char('\n')));
    }
    around.terminal.answer(
        {{QStringLiteral("items"), items}},
        lines.isEmpty() ? tr("No receipts are kept here.") : lines.join(QStringLiteral("\n\n")));
    return {};
}

base::Result<> ReceiptCommand::run(Surroundings &around)
{
    const bool keeps = around.line.has(QStringLiteral("keep"));
    const bool showsKept = around.line.operands().isEmpty();
    const auto keys = keeps || showsKept ? Workplace::Keys::Needed : Workplace::Keys::Optional;
    SPILNO_ASSIGN(const auto place, Workplace::open(around, keys));
    SPILNO_ASSIGN(
        const records::RecordType *type, Workplace::type(around, QStringLiteral("request")));
    if (showsKept)
        return showKept(around, *place, *type);
    SPILNO_ASSIGN(
        const ReceiptClaim::Key key,
        ReceiptClaim::keyOf(around, *place, around.line.operands().join(QLatin1Char(' '))));
    replica::Query query;
    query.type = type->name;
    query.where = {
        {QStringLiteral("claim_key"), replica::Condition::Operator::Equal,
         wire::Value(key->publicKey().toByteArray())}};
    SPILNO_ASSIGN(const replica::Page page, waitFor(place->replica().list(query)));
    if (page.items.empty())
        return around.terminal.fail(
            ErrorCode::NotFound,
            tr("No request here has this receipt; it may come with the next sync."));
    if (keeps) {
        const base::EntityId request = page.items.front().entity;
        SPILNO_TRY(
            waitFor(place->replica().write([request, key](replica::ReplicaDatabase &database) {
                return profile::ReceiptBook::keep(database, request, key);
            })));
    }
    const QJsonObject answer = recordToJson(*type, page.items.front());
    around.terminal.answer(answer, linesOf(answer).join(QLatin1Char('\n')));
    return {};
}

} // namespace spilno::cli
