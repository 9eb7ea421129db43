// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

struct sqlite3;

namespace spilno::replica {

/// The FTS5 function `spilno_rank(table, weight of column 1, …)`: bm25 without the rarity of words,
/// the less the better. FTS5's own bm25() first reads every document of every word to learn its
/// rarity, 0.1 s for a common word of a million documents. Here all words of a query must be in a
/// hit, so the rarity would change little, and the cost stays that of the documents looked at.
class SearchRank
{
public:
    [[nodiscard]] static base::Result<> registerOn(sqlite3 *connection);
};

} // namespace spilno::replica
