// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/SearchSource.h"

#include "core/replica/Schema.h"

namespace spilno::replica {

namespace {

bool isText(const records::FieldDescriptor &field)
{
    return field.merge == records::MergeClass::Register &&
           (field.kind == records::FieldKind::Text || field.kind == records::FieldKind::LongText);
}

/// The title's column first, then every other text that is searched.
std::vector<QByteArray> textColumns(const records::RecordType &type)
{
    std::vector<QByteArray> columns;
    if (const records::FieldDescriptor *title = type.field(type.titleField);
        title != nullptr && isText(*title))
        columns.push_back(columnsOf(*title).front());
    else
        columns.push_back({});
    for (const records::FieldDescriptor &field : type.fields) {
        if (isText(field) && (field.searchable || field.numbered) && field.name != type.titleField)
            columns.push_back(columnsOf(field).front());
    }
    return columns;
}

bool isSearched(const records::RecordType &type)
{
    for (const records::FieldDescriptor &field : type.fields) {
        if (field.searchable && isText(field))
            return true;
    }
    return false;
}

} // namespace

const SearchSource::Plan &SearchSource::plan(std::uint32_t number) const
{
    const auto [place, fresh] = m_plans.try_emplace(number);
    Plan &plan = place->second;
    const records::RecordType *type = m_core.options.registry->type(number);
    if (!fresh || type == nullptr || !isSearched(*type))
        return plan;
    QByteArray list;
    for (const QByteArray &column : textColumns(*type)) {
        if (plan.columns++ > 0)
            list += ", ";
        list += column.isEmpty() ? QByteArray("''") : QByteArray("\"" + column + "\"");
    }
    const auto select = [&list](const QByteArray &table) -> QByteArray {
        return "SELECT " + list + " FROM \"" + table + "\" WHERE id = ?1";
    };
    plan.statements = {select(overlayTable(*type)), select(baseTable(*type))};
    return plan;
}

SearchChange SearchSource::documentOf(qint64 entityRow, std::uint32_t number) const
{
    const Plan &plan = this->plan(number);
    for (const QByteArray &sql : plan.statements) {
        if (sql.isEmpty())
            break;
        Statement row = m_core.connection->prepare(sql);
        row.bind(1, entityRow);
        if (!row.next())
            continue;
        SearchDocument document{entityRow, static_cast<int>(number), entityRow, row.text(0), {}};
        for (int column = 1; column < plan.columns; ++column) {
            if (row.isNull(column))
                continue;
            const QString text = row.text(column);
            if (!text.isEmpty() && !document.body.isEmpty())
                document.body += u'\n';
            document.body += text;
        }
        return SearchChange::put(std::move(document));
    }
    return SearchChange::remove(entityRow);
}

base::Result<SearchBatch> SearchSource::batch(qint64 after, int limit) const
{
    SearchBatch batch;
    batch.upTo = after;
    std::vector<std::pair<qint64, std::uint32_t>> owed;
    {
        Statement query = m_core.connection->prepare(
            "SELECT o.id, o.entity, CASE e.type WHEN 0 THEN"
            " coalesce((SELECT p.type FROM pending p WHERE p.entity = e.id LIMIT 1),"
            "  (SELECT v.type FROM preview v WHERE v.entity = e.id LIMIT 1), 0)"
            " ELSE e.type END FROM search_owed o JOIN entity e ON e.id = o.entity"
            " WHERE o.id > ?1 ORDER BY o.id LIMIT ?2");
        query.bind(1, after).bind(2, qint64{limit});
        QSet<qint64> seen;
        while (query.next()) {
            batch.upTo = query.integer(0);
            const qint64 entity = query.integer(1);
            if (!seen.contains(entity)) {
                seen.insert(entity);
                owed.emplace_back(entity, static_cast<std::uint32_t>(query.integer(2)));
            }
        }
        SPILNO_TRY(query.result());
    }
    batch.changes.reserve(owed.size());
    for (const auto &[entity, type] : owed)
        batch.changes.push_back(documentOf(entity, type));
    Statement more = m_core.connection->prepare("SELECT 1 FROM search_owed WHERE id > ?1 LIMIT 1");
    more.bind(1, batch.upTo);
    batch.more = more.next();
    return batch;
}

base::Result<> SearchSource::done(qint64 upTo)
{
    Statement remove = m_core.connection->prepare("DELETE FROM search_owed WHERE id < ?1");
    remove.bind(1, upTo);
    return remove.run();
}

base::Result<> SearchSource::oweToEmptyIndex()
{
    // A replica whose every record is still owed need not owe any of them twice.
    SPILNO_ASSIGN(const bool forgotten, hasForgotten());
    return forgotten ? oweAll() : base::Result<>();
}

base::Result<> SearchSource::oweAll()
{
    return m_core.connection->execute(
        "INSERT INTO search_owed(entity) SELECT id FROM entity ORDER BY id");
}

base::Result<bool> SearchSource::hasForgotten() const
{
    Statement query = m_core.connection->prepare(
        "SELECT ifnull((SELECT min(id) FROM search_owed), 0) > 1 OR"
        " (SELECT count(*) FROM entity) > (SELECT count(DISTINCT entity) FROM search_owed)");
    const bool forgotten = query.next() && query.integer(0) != 0;
    SPILNO_TRY(query.result());
    return forgotten;
}

} // namespace spilno::replica
