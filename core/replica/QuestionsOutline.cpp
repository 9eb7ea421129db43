// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/QuerySql.h"
#include "core/replica/Questions.h"
#include "core/replica/Schema.h"

namespace spilno::replica {

using base::ErrorCode;
using base::failure;

base::Result<std::vector<RowId>> Questions::outline(
    const Query &query, std::optional<int> atMost) const
{
    SPILNO_ASSIGN(const QuerySql sql, buildQuery(m_core, query));
    const QByteArray direction = query.descending ? " DESC NULLS LAST" : " ASC NULLS LAST";
    const auto layer = [&sql](const QByteArray &table, const QByteArray &more) -> QByteArray {
        return "SELECT " + sql.order + " AS k, id FROM \"" + table + "\" t WHERE 1" + sql.where +
               more;
    };
    const QByteArray text = layer(baseTable(*sql.type), notOverlaid(*sql.type)) + " UNION ALL " +
                            layer(overlayTable(*sql.type), {}) + " ORDER BY k" + direction +
                            ", id" + (query.descending ? " DESC" : " ASC") +
                            (atMost ? " LIMIT " + QByteArray::number(*atMost) : QByteArray());
    Statement statement = m_core.connection->prepare(text);
    bindValues(statement, sql, 1);
    std::vector<RowId> rows;
    while (statement.next())
        rows.push_back(statement.integer(1));
    SPILNO_TRY(statement.result());
    return rows;
}

base::Result<std::vector<Record>> Questions::recordsAt(
    const QString &typeName, const std::vector<RowId> &rows) const
{
    const records::RecordType *type = m_core.options.registry->type(typeName);
    if (type == nullptr)
        return failure(
            ErrorCode::InvalidArgument, QStringLiteral("no record type %1").arg(typeName));
    const auto sql = [type](const QByteArray &table) -> QByteArray {
        return "SELECT 0, 0, " + rowColumns(*type) + " FROM \"" + table + "\" WHERE id = ?1";
    };
    const QByteArray overlay = sql(overlayTable(*type));
    const QByteArray base = sql(baseTable(*type));
    std::vector<Record> records;
    for (const RowId row : rows) {
        for (const Layer layer : {Layer::Overlay, Layer::Base}) {
            Statement query = m_core.connection->prepare(layer == Layer::Overlay ? overlay : base);
            query.bind(1, row);
            const bool any = query.next();
            SPILNO_TRY(query.result());
            if (any) {
                records.push_back(readRecord(query, *type, layer));
                records.back().row = row;
                break;
            }
        }
    }
    return records;
}

} // namespace spilno::replica
