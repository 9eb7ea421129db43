// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/QuerySql.h"

#include "core/replica/Schema.h"
#include "core/replica/TextMatch.h"

namespace spilno::replica {

using base::ErrorCode;
using base::failure;

namespace {

struct Column
{
    QByteArray name;
    bool isText = false;
};

/// The column a person's word stands for.
base::Result<Column> columnOf(const records::RecordType &type, const QString &word)
{
    if (word == QLatin1String("state") || word == QLatin1String("created") ||
        word == QLatin1String("changed") || word == QLatin1String("scope") ||
        word == QLatin1String("author"))
        return Column{word.toLatin1(), false};
    const records::FieldDescriptor *field = type.field(word);
    const auto columns = field != nullptr ? columnsOf(*field) : std::vector<QByteArray>();
    if (columns.size() != 1)
        return failure(
            ErrorCode::InvalidArgument,
            QStringLiteral("%1 has no field %2 to ask for").arg(type.name, word));
    const bool text =
        field->kind == records::FieldKind::Text || field->kind == records::FieldKind::LongText;
    return Column{"\"" + columns.front() + "\"", text};
}

/// Equality with a value is written so that an index of the rows that have one can serve.
QByteArray operatorSql(Condition::Operator op, bool isEmpty)
{
    switch (op) {
    case Condition::Operator::Equal:
        return isEmpty ? " IS " : " = ";
    case Condition::Operator::NotEqual:
        return " IS NOT ";
    case Condition::Operator::Less:
        return " < ";
    case Condition::Operator::Greater:
        return " > ";
    default:
        return " IS ";
    }
}

/// Names of states and choices become their numbers, ids of persons and scopes their rows.
wire::Value numbered(
    const DatabaseCore &core,
    const records::RecordType &type,
    const QString &word,
    const wire::Value &value)
{
    if (word == QLatin1String("state") && value.isText()) {
        const records::State *state = type.machine.state(value.toText());
        return wire::Value(qint64{state != nullptr ? state->number : 0xffffffff});
    }
    if (word == QLatin1String("author") && value.isBytes()) {
        const auto id = base::PersonId::fromBytes(base::view(value.toBytes()));
        return wire::Value(id ? core.log.personRow(*id).value_or(-1) : qint64{-1});
    }
    if (word == QLatin1String("scope") && value.isBytes()) {
        const auto id = base::ScopeId::fromBytes(base::view(value.toBytes()));
        const auto row = id ? core.log.scope(*id) : std::nullopt;
        return wire::Value(row ? row->id : qint64{-1});
    }
    return value;
}

void addOpenCondition(QuerySql &sql, bool open)
{
    QByteArray states;
    for (const records::State &state : sql.type->machine.states) {
        if (state.open == open)
            states += (states.isEmpty() ? "" : ",") + QByteArray::number(state.number);
    }
    sql.where += " AND state IN (" + states + ")";
}

base::Result<> addCondition(const DatabaseCore &core, QuerySql &sql, const Condition &condition)
{
    if (condition.field == QLatin1String("open")) {
        addOpenCondition(sql, condition.value.toBoolean());
        return {};
    }
    SPILNO_ASSIGN(const Column column, columnOf(*sql.type, condition.field));
    const auto mark = [&sql](wire::Value value) -> QByteArray {
        sql.values.push_back(std::move(value));
        return QByteArray("?") + QByteArray::number(sql.values.size());
    };
    if (condition.op == Condition::Operator::In) {
        QByteArray marks;
        for (const wire::Value &one : condition.value.toList())
            marks += (marks.isEmpty() ? "" : ",") +
                     mark(numbered(core, *sql.type, condition.field, one));
        sql.where += " AND " + column.name + " IN (" + marks + ")";
        return {};
    }
    const wire::Value value = numbered(core, *sql.type, condition.field, condition.value);
    if (condition.op == Condition::Operator::Prefix) {
        sql.where += " AND substr(" + column.name + ", 1, length(" + mark(value) +
                     ")) = " + QByteArray("?") + QByteArray::number(sql.values.size());
        return {};
    }
    sql.where += " AND " + column.name + operatorSql(condition.op, value.isEmpty()) + mark(value);
    return {};
}

/// Every word stands in a searched field, or in one that names the record, such as its number.
void addTextCondition(QuerySql &sql, const QString &text)
{
    const QString words = foldedWords(text);
    if (words.isEmpty())
        return;
    sql.values.push_back(wire::Value(words));
    QByteArray call = "spilno_found(?" + QByteArray::number(sql.values.size());
    for (const records::FieldDescriptor &field : sql.type->fields) {
        const bool isText =
            field.kind == records::FieldKind::Text || field.kind == records::FieldKind::LongText;
        if (!isText || (!field.searchable && !field.indexed))
            continue;
        for (const QByteArray &column : columnsOf(field))
            call += ", \"" + column + "\"";
    }
    sql.where += " AND " + call + ")";
}

} // namespace

base::Result<QuerySql> buildQuery(const DatabaseCore &core, const Query &query)
{
    QuerySql sql;
    sql.type = core.options.registry->type(query.type);
    if (sql.type == nullptr)
        return failure(
            ErrorCode::InvalidArgument, QStringLiteral("no record type %1").arg(query.type));
    for (const Condition &condition : query.where)
        SPILNO_TRY(addCondition(core, sql, condition));
    addTextCondition(sql, query.text);
    SPILNO_ASSIGN(const Column order, columnOf(*sql.type, query.orderBy));
    sql.order = order.name;
    sql.orderIsText = order.isText;
    if (query.within) {
        QByteArray rows;
        for (const qint64 row : *query.within)
            rows += (rows.isEmpty() ? "" : ",") + QByteArray::number(row);
        sql.values.push_back(wire::Value(QString::fromLatin1("[" + rows + "]")));
        sql.where += " AND id IN (SELECT value FROM json_each(?" +
                     QByteArray::number(sql.values.size()) + "))";
    }
    if (query.box) {
        const records::FieldDescriptor *point = sql.type->pointField();
        if (point == nullptr)
            return failure(ErrorCode::InvalidArgument, QStringLiteral("this type has no place"));
        const auto columns = columnsOf(*point);
        const auto &[south, west, north, east] = *query.box;
        sql.where += " AND \"" + columns[0] + "\" BETWEEN " + QByteArray::number(south) + " AND " +
                     QByteArray::number(north) + " AND \"" + columns[1] + "\" BETWEEN " +
                     QByteArray::number(west) + " AND " + QByteArray::number(east);
    }
    return sql;
}

QByteArray rowColumns(const records::RecordType &type)
{
    QByteArray columns = "id, scope, author, created, changed, state, flags";
    for (const records::FieldDescriptor &field : type.fields) {
        for (const QByteArray &column : columnsOf(field))
            columns += ", \"" + column + "\"";
    }
    return columns;
}

QByteArray notOverlaid(const records::RecordType &type)
{
    return " AND NOT EXISTS(SELECT 1 FROM \"" + overlayTable(type) + "\" o WHERE o.id = t.id)";
}

int bindValues(Statement &statement, const QuerySql &sql, int first)
{
    for (const wire::Value &value : sql.values) {
        if (value.isText())
            statement.bindText(first, value.toText());
        else if (value.isInteger())
            statement.bind(first, value.toInteger());
        else if (value.isBoolean())
            statement.bind(first, qint64{value.toBoolean() ? 1 : 0});
        else if (value.isBytes())
            statement.bindBlobCopy(first, base::view(value.toBytes()));
        else
            statement.bindNull(first);
        ++first;
    }
    return first;
}

} // namespace spilno::replica
