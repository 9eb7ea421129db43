// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/Questions.h"

#include "core/replica/QuerySql.h"
#include "core/replica/Schema.h"
#include "core/wire/Cbor.h"

namespace spilno::replica {

using base::ErrorCode;
using base::failure;

namespace {

constexpr int kFixedColumns =
    9; // layer, order value, id, scope, author, created, changed, state, flags
constexpr int kPageMax = 1000;

struct Cursor
{
    wire::Value order;
    qint64 id = 0;
};

QByteArray encodeCursor(const Cursor &cursor)
{
    QByteArray bytes;
    wire::CborWriter(bytes).array(2).integer(cursor.id);
    cursor.order.encode(bytes);
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

base::Result<Cursor> decodeCursor(const QByteArray &text)
{
    const QByteArray bytes = QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding);
    wire::CborReader reader(base::view(bytes));
    reader.array(2);
    Cursor cursor;
    cursor.id = reader.integer();
    auto order = wire::Value::decode(reader.item());
    if (!reader.finished() || !order)
        return failure(ErrorCode::InvalidArgument, QStringLiteral("not a cursor of this list"));
    cursor.order = std::move(*order);
    return cursor;
}

} // namespace

QString Questions::personName(qint64 personRow) const
{
    Statement query = m_core.connection->prepare(
        "SELECT f_display_name FROM p_profile WHERE author = ?1 UNION ALL"
        " SELECT f_display_name FROM r_profile WHERE author = ?1 LIMIT 1");
    query.bind(1, personRow);
    return query.next() ? query.text(0) : QString();
}

Record Questions::readRecord(
    const Statement &row, const records::RecordType &type, Layer layer) const
{
    const auto flagged = [&row](qint64 flag) { return (row.integer(8) & flag) != 0; };
    Record record;
    record.type = type.number;
    record.pending = layer == Layer::Overlay && !flagged(OverlayMarks::kNothingPending);
    record.preview = layer == Layer::Overlay && flagged(OverlayMarks::kPreviewed);
    record.row = row.integer(2);
    record.entity = m_core.log.entityOf(record.row);
    if (const auto scope = m_core.log.scope(row.integer(3)))
        record.scope = scope->status.scope;
    record.author = m_core.log.person(row.integer(4));
    record.authorName = personName(row.integer(4));
    record.createdMs = row.integer(5);
    record.changedMs = row.integer(6);
    record.state = static_cast<std::uint32_t>(row.integer(7));
    record.conflicted = flagged(OverlayMarks::kConflicted);
    int column = kFixedColumns;
    for (const records::FieldDescriptor &field : type.fields) {
        if (field.merge == records::MergeClass::Register)
            record.fields.append({field.name, readValue(row, &column, field)});
    }
    return record;
}

base::Result<Page> Questions::list(const Query &query) const
{
    SPILNO_ASSIGN(const QuerySql sql, buildQuery(m_core, query));
    const int limit = std::clamp(query.limit, 1, kPageMax);
    const int marks = static_cast<int>(sql.values.size());
    const QByteArray compare = query.descending ? "<" : ">";
    const QByteArray direction = query.descending ? " DESC" : " ASC";
    const auto mark = [marks](int n) -> QByteArray { return "?" + QByteArray::number(marks + n); };
    QByteArray after;
    std::optional<Cursor> cursor;
    if (!query.after.isEmpty()) {
        SPILNO_ASSIGN(cursor, decodeCursor(query.after));
        const QByteArray key =
            sql.orderIsText ? QByteArray("ifnull(" + sql.order + ", '')") : sql.order;
        after = " AND (" + key + ", id) " + compare + " (" + mark(2) + ", " + mark(3) + ")";
    }
    const QByteArray columns = rowColumns(*sql.type);
    const auto layer = [&](const QByteArray &table, const QByteArray &number,
                           const QByteArray &more) -> QByteArray {
        return "SELECT " + number + " AS layer, " + sql.order + " AS k, " + columns + " FROM \"" +
               table + "\" t WHERE 1" + sql.where + more + after;
    };
    const QByteArray text = layer(baseTable(*sql.type), "0", notOverlaid(*sql.type)) +
                            " UNION ALL " + layer(overlayTable(*sql.type), "1", {}) +
                            " ORDER BY k" + direction + ", id" + direction + " LIMIT " + mark(1);
    Statement statement = m_core.connection->prepare(text);
    const int next = bindValues(statement, sql, 1);
    statement.bind(next, qint64{limit + 1});
    if (cursor) {
        QuerySql bound;
        bound.values = {cursor->order, wire::Value(cursor->id)};
        bindValues(statement, bound, next + 1);
    }
    Page page;
    Cursor last;
    while (statement.next()) {
        if (static_cast<int>(page.items.size()) == limit) {
            page.next = encodeCursor(last);
            break;
        }
        page.items.push_back(readRecord(
            statement, *sql.type, statement.integer(0) == 1 ? Layer::Overlay : Layer::Base));
        last.order =
            sql.orderIsText ? wire::Value(statement.text(1)) : wire::Value(statement.integer(1));
        last.id = statement.integer(2);
    }
    SPILNO_TRY(statement.result());
    return page;
}

base::Result<qint64> Questions::count(const Query &query) const
{
    SPILNO_ASSIGN(const QuerySql sql, buildQuery(m_core, query));
    const QByteArray text = "SELECT (SELECT count(*) FROM \"" + baseTable(*sql.type) +
                            "\" t WHERE 1" + sql.where + notOverlaid(*sql.type) +
                            ") + (SELECT count(*) FROM \"" + overlayTable(*sql.type) +
                            "\" t WHERE 1" + sql.where + ")";
    Statement statement = m_core.connection->prepare(text);
    bindValues(statement, sql, 1);
    const bool any = statement.next();
    SPILNO_TRY(statement.result());
    return any ? statement.integer(0) : 0;
}

void Questions::readSets(Record &record, const records::RecordType &type, Layer layer) const
{
    const auto row = m_core.log.entityRow(record.entity);
    if (!row)
        return;
    const bool any = std::any_of(type.fields.begin(), type.fields.end(), [](const auto &field) {
        return field.merge == records::MergeClass::Set;
    });
    if (!any)
        return;
    const auto image = m_core.projection.load(type, row->id, layer, m_core.options.clock->wallMs());
    if (!image)
        return;
    for (const records::FieldDescriptor &field : type.fields) {
        if (field.merge != records::MergeClass::Set)
            continue;
        wire::Value::List elements;
        if (const records::FieldImage *shown = image->field(field.key)) {
            for (const records::Candidate &candidate : shown->candidates)
                elements.push_back(candidate.value);
        }
        record.sets.append({field.name, std::move(elements)});
    }
}

base::Result<std::optional<Record>> Questions::record(
    const QString &typeName, const base::EntityId &entity) const
{
    const records::RecordType *type = m_core.options.registry->type(typeName);
    if (type == nullptr)
        return failure(
            ErrorCode::InvalidArgument, QStringLiteral("no record type %1").arg(typeName));
    const auto row = m_core.log.entityRow(entity);
    if (!row)
        return std::optional<Record>();
    const QByteArray columns = rowColumns(*type);
    for (const Layer layer : {Layer::Overlay, Layer::Base}) {
        const QByteArray table = layer == Layer::Overlay ? overlayTable(*type) : baseTable(*type);
        Statement query = m_core.connection->prepare(QByteArray(
            QByteArray("SELECT 0, 0, ") + columns + " FROM \"" + table + "\" WHERE id = ?1"));
        query.bind(1, row->id);
        if (query.next()) {
            Record record = readRecord(query, *type, layer);
            query.reset();
            readSets(record, *type, layer);
            return std::optional<Record>(std::move(record));
        }
        SPILNO_TRY(query.result());
    }
    return std::optional<Record>();
}

base::Result<std::optional<Record>> Questions::recordOfRow(
    std::uint32_t type, qint64 entityRow) const
{
    const records::RecordType *known = m_core.options.registry->type(type);
    if (known == nullptr)
        return std::optional<Record>();
    return record(known->name, m_core.log.entityOf(entityRow));
}

base::Result<std::vector<HistoryItem>> Questions::history(const base::EntityId &entity) const
{
    std::vector<HistoryItem> items;
    const auto row = m_core.log.entityRow(entity);
    if (!row)
        return items;
    std::vector<qint64> changes = m_core.log.changesOf(row->id);
    const std::vector<qint64> previews = m_core.log.previewsOf(row->id);
    const auto pending =
        std::find_if(changes.begin(), changes.end(), [](qint64 id) { return id < 0; });
    changes.insert(pending, previews.begin(), previews.end());
    for (const qint64 id : changes) {
        const auto change = m_core.log.shownChange(id);
        const auto feed = change ? m_core.log.feed(change->feedRow) : std::nullopt;
        if (!feed)
            continue;
        HistoryItem item;
        item.op = m_core.log.opId(*change);
        item.person = feed->state.person;
        item.personName = personName(feed->personRow);
        item.device = feed->state.device;
        item.scope = feed->state.scope;
        item.writtenMs = base::hlcMs(change->hlc);
        item.recordedMs = change->recordedMs;
        item.pending = change->pending();
        item.preview = std::find(previews.begin(), previews.end(), id) != previews.end();
        item.position = change->pending() ? 0 : positionOf(change->id);
        item.erased = change->valuesAbsent;
        item.verdict = records::verdictName(change->verdict);
        const records::RecordType *type = m_core.options.registry->type(change->type);
        const auto payload = m_core.log.payloadOf(*change);
        if (payload && type != nullptr) {
            if (payload->transition) {
                const records::Step *step =
                    type->machine.step(payload->transition->from, payload->transition->to);
                item.step = step != nullptr ? step->name : QStringLiteral("?");
            }
            for (const wire::FieldChange &field : payload->fields) {
                if (const records::FieldDescriptor *known = type->field(field.key))
                    item.fields.append({known->name, field.value});
            }
        }
        items.push_back(std::move(item));
    }
    return items;
}

base::Result<> Questions::softConflicts(std::vector<Conflict> &all, int limit) const
{
    const qint64 now = m_core.options.clock->wallMs();
    for (const records::RecordType *type : m_core.options.registry->types()) {
        for (const Layer layer : {Layer::Base, Layer::Overlay}) {
            const QByteArray table = layer == Layer::Base ? baseTable(*type) : overlayTable(*type);
            Statement query = m_core.connection->prepare(QByteArray(
                QByteArray("SELECT id FROM \"") + table + "\" t WHERE flags & 1" +
                (layer == Layer::Base ? notOverlaid(*type) : QByteArray()) + " LIMIT ?1"));
            query.bind(1, qint64{limit});
            while (query.next()) {
                const auto image = m_core.projection.load(*type, query.integer(0), layer, now);
                for (const records::FieldImage &field :
                     image ? image->fields : std::vector<records::FieldImage>()) {
                    const records::FieldDescriptor *known = type->field(field.key);
                    if (field.candidates.size() < 2 || known == nullptr ||
                        known->merge != records::MergeClass::Register)
                        continue;
                    Conflict conflict;
                    conflict.type = type->number;
                    conflict.entity = image->entity;
                    conflict.title = image->value(type->titleField).toText();
                    conflict.field = known->name;
                    for (const records::Candidate &candidate : field.candidates) {
                        conflict.versions.emplace_back(candidate.origin.op, candidate.value);
                        conflict.mine =
                            conflict.mine ||
                            (m_core.identity && candidate.origin.person == m_core.identity->person);
                    }
                    all.push_back(std::move(conflict));
                }
            }
            SPILNO_TRY(query.result());
        }
    }
    return {};
}

base::Result<std::vector<Conflict>> Questions::conflicts(int limit) const
{
    std::vector<Conflict> all;
    SPILNO_TRY(softConflicts(all, limit));
    Statement query = m_core.connection->prepare(
        "SELECT kind, type, entity, person, verdict, op FROM conflict"
        " WHERE op NOT IN (SELECT op FROM dismissed) ORDER BY change DESC LIMIT ?1");
    query.bind(1, qint64{limit});
    while (query.next()) {
        Conflict conflict;
        conflict.kind = static_cast<Conflict::Kind>(query.integer(0));
        conflict.type = static_cast<std::uint32_t>(query.integer(1));
        conflict.entity = m_core.log.entityOf(query.integer(2));
        conflict.mine =
            m_core.identity && m_core.log.person(query.integer(3)) == m_core.identity->person;
        conflict.reason = records::verdictName(static_cast<records::Verdict>(query.integer(4)));
        conflict.op = query.id<base::OpId>(5);
        const records::RecordType *type = m_core.options.registry->type(conflict.type);
        if (type != nullptr && conflict.kind != Conflict::Kind::Void)
            conflict.field = QStringLiteral("state");
        if (type != nullptr) {
            if (const auto shown = record(type->name, conflict.entity); shown && *shown)
                conflict.title = (*shown)->value(type->titleField).toText();
        }
        all.push_back(std::move(conflict));
    }
    SPILNO_TRY(query.result());
    return all;
}

base::Result<std::vector<HeldRole>> Questions::rolesOf(const base::PersonId &person) const
{
    std::vector<HeldRole> roles;
    const auto row = m_core.log.personRow(person);
    if (!row)
        return roles;
    Statement query = m_core.connection->prepare(
        "SELECT DISTINCT role, body FROM role WHERE person = ?1 AND to_index IS NULL"
        " ORDER BY role, body");
    query.bind(1, *row);
    while (query.next()) {
        HeldRole held{static_cast<Role>(query.integer(0)), query.id<base::EntityId>(1), {}};
        if (!held.body.isNull()) {
            SPILNO_ASSIGN(const auto body, record(QStringLiteral("body"), held.body));
            held.bodyName = body ? body->value(QStringLiteral("name")).toText() : QString();
        }
        roles.push_back(std::move(held));
    }
    SPILNO_TRY(query.result());
    return roles;
}

} // namespace spilno::replica
