// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/DatabaseCore.h"

namespace spilno::replica {

/// A question turned into SQL with its values. The text holds names from the registry only; what a
/// person or peer wrote is always bound.
struct QuerySql
{
    const records::RecordType *type = nullptr;
    QByteArray where; ///< " AND …" for each layer, over columns of the type's table
    QByteArray order; ///< the column pages are ordered by
    bool orderIsText = false;
    std::vector<wire::Value> values; ///< for ?1 … in the order of `where`
};

/// InvalidArgument for an unknown type, field or operator.
[[nodiscard]] base::Result<QuerySql> buildQuery(const DatabaseCore &core, const Query &query);

/// The columns readRecord() takes after the layer and the order, comma-separated.
[[nodiscard]] QByteArray rowColumns(const records::RecordType &type);

/// " AND …": the base row `t` has no overlay row that stands for it.
[[nodiscard]] QByteArray notOverlaid(const records::RecordType &type);

/// Binds the values from parameter `first` on; returns the next free one.
int bindValues(Statement &statement, const QuerySql &sql, int first);

} // namespace spilno::replica
