// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/records/Registry.h"
#include "core/replica/Sqlite.h"

namespace spilno::replica {

/// The format of the file; raised with every migration.
inline constexpr int kSchemaVersion = 1;

/// Makes the tables of the log and, from the registry's descriptors, the two tables of every record
/// type: `r_<type>` folded from sequenced changes, `p_<type>` the same rows with pending ones.
[[nodiscard]] base::Result<> createSchema(
    Connection &connection, const records::Registry &registry);

/// The secondary indexes: left out while a first replication is under way, made at its end.
[[nodiscard]] base::Result<> createIndexes(
    Connection &connection, const records::Registry &registry);
[[nodiscard]] base::Result<> dropIndexes(Connection &connection, const records::Registry &registry);

/// Empties every folded table, the log stays.
[[nodiscard]] base::Result<> clearFolded(Connection &connection, const records::Registry &registry);

/// Column names of a field in r_/p_ tables: one, or two for a point; none for sets and states.
[[nodiscard]] std::vector<QByteArray> columnsOf(const records::FieldDescriptor &field);

/// "r_" or "p_" with the type's name.
[[nodiscard]] QByteArray baseTable(const records::RecordType &type);
[[nodiscard]] QByteArray overlayTable(const records::RecordType &type);

} // namespace spilno::replica
