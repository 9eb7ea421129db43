// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/OutboxCommand.h"

#include "app/cli/RecordJson.h"
#include "app/cli/Sentences.h"
#include "app/cli/Workplace.h"

#include <QtCore/QJsonArray>

namespace spilno::cli {

using replica::Conflict;
using replica::OutboxState;

namespace {

constexpr int kItemsMax = 10'000;

QString typeName(std::uint32_t number)
{
    const records::RecordType *type = records::Registry::standard().type(number);
    return type != nullptr ? type->name : QString::number(number);
}

QString stateName(OutboxState state)
{
    switch (state) {
    case OutboxState::OnThisComputer:
        return QStringLiteral("on_this_computer");
    case OutboxState::Accepted:
        return QStringLiteral("accepted");
    case OutboxState::Refused:
        return QStringLiteral("refused");
    case OutboxState::Void:
        return QStringLiteral("void");
    case OutboxState::Conflict:
        return QStringLiteral("conflict");
    }
    return {};
}

QString kindName(Conflict::Kind kind)
{
    switch (kind) {
    case Conflict::Kind::Soft:
        return QStringLiteral("soft");
    case Conflict::Kind::Hard:
        return QStringLiteral("hard");
    case Conflict::Kind::Void:
        return QStringLiteral("void");
    case Conflict::Kind::Quarantined:
        return QStringLiteral("quarantined");
    }
    return {};
}

QString lineOf(const QStringList &parts)
{
    QStringList some;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            some.append(part);
    }
    return some.join(QStringLiteral("  "));
}

QJsonObject conflictToJson(const Conflict &conflict)
{
    const records::RecordType *type = records::Registry::standard().type(conflict.type);
    const records::FieldDescriptor *field = type != nullptr ? type->field(conflict.field) : nullptr;
    QJsonArray versions;
    for (const auto &[op, value] : conflict.versions) {
        versions.append(QJsonObject{
            {QStringLiteral("op"), op.toHex()},
            {QStringLiteral("value"),
             field != nullptr ? valueToJson(*field, value) : QJsonValue(QJsonValue::Null)}});
    }
    return {
        {QStringLiteral("kind"), kindName(conflict.kind)},
        {QStringLiteral("type"), typeName(conflict.type)},
        {QStringLiteral("id"), conflict.entity.toHex()},
        {QStringLiteral("title"), conflict.title},
        {QStringLiteral("field"), conflict.field},
        {QStringLiteral("reason"), conflict.reason},
        {QStringLiteral("mine"), conflict.mine},
        {QStringLiteral("op"),
         conflict.op.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(conflict.op.toHex())},
        {QStringLiteral("versions"), versions}};
}

} // namespace

Syntax OutboxCommand::syntax() const
{
    return {
        .name = QStringLiteral("outbox"),
        .operands = QStringLiteral("[--json]"),
        .summary = tr("what is not in the city yet, and what it did not take")};
}

base::Result<> OutboxCommand::run(Surroundings &around)
{
    SPILNO_ASSIGN(const auto place, Workplace::open(around, Workplace::Keys::Optional));
    SPILNO_ASSIGN(const auto items, waitFor(place->replica().outbox(kItemsMax)));
    QJsonArray array;
    QStringList lines;
    for (const replica::OutboxItem &item : items) {
        array.append(QJsonObject{
            {QStringLiteral("op"), item.op.toHex()},
            {QStringLiteral("state"), stateName(item.state)},
            {QStringLiteral("type"), typeName(item.type)},
            {QStringLiteral("id"), item.entity.toHex()},
            {QStringLiteral("title"), item.title},
            {QStringLiteral("action"), item.action},
            {QStringLiteral("reason"), item.reason},
            {QStringLiteral("written"), timeToJson(item.writtenMs)},
            {QStringLiteral("sendable"), item.sendable}});
        lines.append(lineOf(
            {stateName(item.state), item.action, typeName(item.type), item.entity.toHex(),
             item.title, reasonSentence(item.reason)}));
    }
    if (lines.isEmpty())
        lines.append(tr("Nothing: all is in the city."));
    around.terminal.answer({{QStringLiteral("items"), array}}, lines.join(QLatin1Char('\n')));
    return {};
}

Syntax ConflictsCommand::syntax() const
{
    return {
        .name = QStringLiteral("conflicts"),
        .operands = QStringLiteral("[--json]"),
        .summary = tr("what somebody has to decide")};
}

base::Result<> ConflictsCommand::run(Surroundings &around)
{
    SPILNO_ASSIGN(const auto place, Workplace::open(around, Workplace::Keys::Optional));
    SPILNO_ASSIGN(const auto conflicts, waitFor(place->replica().conflicts(kItemsMax)));
    QJsonArray array;
    QStringList lines;
    for (const Conflict &conflict : conflicts) {
        array.append(conflictToJson(conflict));
        lines.append(lineOf(
            {kindName(conflict.kind), typeName(conflict.type), conflict.entity.toHex(),
             conflict.field, conflict.title, reasonSentence(conflict.reason)}));
    }
    if (lines.isEmpty())
        lines.append(tr("No conflicts."));
    around.terminal.answer({{QStringLiteral("items"), array}}, lines.join(QLatin1Char('\n')));
    return {};
}

} // namespace spilno::cli
