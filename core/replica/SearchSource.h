// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/DatabaseCore.h"
#include "core/replica/search/SearchIndex.h"

namespace spilno::replica {

/// Texts for the full-text index, in the order in which they are owed to it.
struct SearchBatch
{
    std::vector<SearchChange> changes;
    qint64 upTo = 0;   ///< The cursor behind them.
    bool more = false; ///< The next call has some too.
};

/// What the full-text index has to follow: every mutation of a replica that is searched notes the
/// records it touched, numbered in the table search_owed; the index keeps the number it has
/// reached. A document is a record: its id is the entity's row, so later records are looked at
/// first.
class SearchSource
{
public:
    explicit SearchSource(const DatabaseCore &core)
        : m_core(core)
    {
    }

    [[nodiscard]] base::Result<SearchBatch> batch(qint64 after, int limit) const;
    /// Forgets what the index holds; the last one stays, so that numbers are never given twice.
    [[nodiscard]] base::Result<> done(qint64 upTo);
    /// For an index that starts empty.
    [[nodiscard]] base::Result<> oweAll();

private:
    [[nodiscard]] SearchChange documentOf(qint64 entityRow, std::uint32_t type) const;

    const DatabaseCore &m_core;
};

} // namespace spilno::replica
