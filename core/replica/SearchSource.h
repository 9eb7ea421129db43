// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/DatabaseCore.h"
#include "core/replica/search/SearchIndex.h"

#include <array>
#include <unordered_map>

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
    /// For records that were all folded anew.
    [[nodiscard]] base::Result<> oweAll();
    /// For an index that starts empty.
    [[nodiscard]] base::Result<> oweToEmptyIndex();

private:
    /// How the texts of a type are read; no statements: it is not searched.
    struct Plan
    {
        std::array<QByteArray, 2> statements; ///< The overlay's first. Title, then other texts.
        int columns = 0;
    };

    [[nodiscard]] const Plan &plan(std::uint32_t type) const;
    [[nodiscard]] SearchChange documentOf(qint64 entityRow, std::uint32_t type) const;
    [[nodiscard]] base::Result<bool> hasForgotten() const;

    const DatabaseCore &m_core;
    mutable std::unordered_map<std::uint32_t, Plan> m_plans;
};

} // namespace spilno::replica
