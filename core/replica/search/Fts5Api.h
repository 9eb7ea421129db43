// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct fts5_api;
struct sqlite3;

namespace spilno::replica {

/// FTS5's extension interface on a connection; null where SQLite has no FTS5 (or one before 2).
[[nodiscard]] fts5_api *fts5ApiOf(sqlite3 *connection);

} // namespace spilno::replica
