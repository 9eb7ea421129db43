// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ListCommand.h"

#include "app/cli/RecordJson.h"
#include "app/cli/Workplace.h"

#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>

namespace spilno::cli {

using base::ErrorCode;
using replica::Condition;

namespace {

constexpr int kLimitDefault = 50;
constexpr int kLimitMax = 1'000'000;
constexpr int kPageSize = 1000;

Condition::Operator operatorOf(const QString &sign)
{
    if (sign == QLatin1String("!="))
        return Condition::Operator::NotEqual;
    if (sign == QLatin1String("<"))
        return Condition::Operator::Less;
    if (sign == QLatin1String(">"))
        return Condition::Operator::Greater;
    if (sign == QLatin1String("^="))
        return Condition::Operator::Prefix;
    return Condition::Operator::Equal;
}

/// Words that every type knows beside its fields, as the fields they would be.
std::optional<records::FieldDescriptor> commonField(const QString &word)
{
    using records::FieldKind;
    records::FieldDescriptor field;
    field.name = word;
    if (word == QLatin1String("state"))
        field.kind = FieldKind::Text;
    else if (word == QLatin1String("created") || word == QLatin1String("changed"))
        field.kind = FieldKind::Time;
    else if (word == QLatin1String("author") || word == QLatin1String("scope"))
        field.kind = FieldKind::Person;
    else if (word == QLatin1String("open"))
        field.kind = FieldKind::Boolean;
    else
        return std::nullopt;
    return field;
}

QString lineOf(const records::RecordType &type, const replica::Record &record)
{
    QStringList parts{record.entity.toHex()};
    const records::State *state = type.machine.state(record.state);
    if (state != nullptr)
        parts.append(state->name);
    for (const QString &name : {QStringLiteral("number"), type.titleField}) {
        const QString text = record.value(name).toText();
        if (!text.isEmpty())
            parts.append(text);
    }
    return parts.join(QStringLiteral("  "));
}

} // namespace

base::Result<Condition> conditionFromText(const records::RecordType &type, const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^([a-z_]+)(=|!=|<|>|\\^=)(.*)$"),
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return base::failure(ErrorCode::InvalidArgument, QStringLiteral("field=value: ") + text);
    const QString word = match.captured(1);
    const auto common = commonField(word);
    const records::FieldDescriptor *field = common ? &*common : type.field(word);
    if (field == nullptr)
        return base::failure(
            ErrorCode::InvalidArgument, QStringLiteral("%1: no such field").arg(word));
    if (word == QLatin1String("state") && type.machine.state(match.captured(3)) == nullptr)
        return base::failure(
            ErrorCode::InvalidArgument,
            QStringLiteral("state: no such state: ") + match.captured(3));
    Condition condition;
    condition.field = word;
    condition.op = operatorOf(match.captured(2));
    if (!match.captured(3).isEmpty()) {
        SPILNO_ASSIGN(condition.value, valueFromText(*field, match.captured(3)));
    }
    return condition;
}

Syntax ListCommand::syntax() const
{
    return {
        .name = QStringLiteral("list"),
        .operands = QStringLiteral("TYPE [--where field=value]… [--order FIELD] [--ascending]"
                                   " [--limit N] [--after CURSOR] [--json]"),
        .operandsMin = 1,
        .operandsMax = 1,
        .values =
            {QStringLiteral("where"), QStringLiteral("limit"), QStringLiteral("after"),
             QStringLiteral("order")},
        .flags = {QStringLiteral("ascending")},
        .summary = tr("list records of a type")};
}

base::Result<replica::Query> ListCommand::readQuery(
    const Surroundings &around, const records::RecordType &type)
{
    replica::Query query;
    query.type = type.name;
    for (const QString &text : around.line.values(QStringLiteral("where"))) {
        SPILNO_ASSIGN(Condition condition, conditionFromText(type, text));
        query.where.push_back(std::move(condition));
    }
    if (around.line.has(QStringLiteral("order")))
        query.orderBy = around.line.value(QStringLiteral("order"));
    query.descending = !around.line.has(QStringLiteral("ascending"));
    query.after = around.line.value(QStringLiteral("after")).toLatin1();
    query.limit = kLimitDefault;
    if (around.line.has(QStringLiteral("limit"))) {
        bool isNumber = false;
        query.limit = around.line.value(QStringLiteral("limit")).toInt(&isNumber);
        if (!isNumber || query.limit < 1 || query.limit > kLimitMax)
            return around.terminal.fail(
                ErrorCode::InvalidArgument, tr("--limit is a number from 1 to %1.").arg(kLimitMax));
    }
    return query;
}

base::Result<> ListCommand::run(Surroundings &around)
{
    SPILNO_ASSIGN(const records::RecordType *type, Workplace::type(around, around.line.operand(0)));
    SPILNO_ASSIGN(replica::Query query, readQuery(around, *type));
    SPILNO_ASSIGN(const auto place, Workplace::open(around, Workplace::Keys::Optional));
    QJsonArray items;
    QStringList lines;
    for (int left = query.limit; left > 0;) {
        query.limit = std::min(left, kPageSize);
        SPILNO_ASSIGN(const replica::Page page, waitFor(place->replica().list(query)));
        for (const replica::Record &record : page.items) {
            if (around.terminal.isJson())
                items.append(recordToJson(*type, record));
            else
                lines.append(lineOf(*type, record));
        }
        left -= static_cast<int>(page.items.size());
        query.after = page.next;
        if (page.next.isEmpty())
            break;
    }
    const QString next = QString::fromLatin1(query.after);
    if (!next.isEmpty())
        lines.append(tr("There is more: --after %1").arg(next));
    if (lines.isEmpty())
        lines.append(tr("Nothing found."));
    around.terminal.answer(
        {{QStringLiteral("items"), items},
         {QStringLiteral("next"),
          next.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(next)}},
        lines.join(QLatin1Char('\n')));
    return {};
}

} // namespace spilno::cli
