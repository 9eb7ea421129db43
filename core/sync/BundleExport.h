// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/ReplicaDatabase.h"
#include "core/sync/Bundle.h"

#include <functional>

namespace spilno::sync {

/// Writes what a replica holds into a bundle: the public scopes from their beginning, in an order
/// in which any replica can apply them, then the changes that wait for the city. Used inside the
/// thread of the database.
class BundleExport
{
public:
    struct Counts
    {
        std::uint64_t changes = 0; ///< Sequenced ones.
        std::uint64_t pending = 0; ///< Own and carried ones that wait for the city.
    };

    /// Called after every slice; false stops.
    using Watch = std::function<bool(const Counts &counts)>;

    BundleExport(const replica::ReplicaDatabase &database, QIODevice &out, qint64 nowMs)
        : m_database(database)
        , m_writer(out)
        , m_nowMs(nowMs)
    {
    }

    /// NotFound before the first contact with a city; Io; Cancelled; the errors of the database.
    [[nodiscard]] base::Result<Counts> run(const Watch &watch);

private:
    [[nodiscard]] base::Result<> writeScopes(const Watch &watch);
    /// True when anything was written.
    [[nodiscard]] base::Result<bool> writeScope(const base::ScopeId &scope, const Watch &watch);
    [[nodiscard]] base::Result<> writePending();

    const replica::ReplicaDatabase &m_database;
    BundleWriter m_writer;
    qint64 m_nowMs;
    Counts m_counts;
    std::map<base::ScopeId, std::uint64_t> m_next; ///< Positions written.
};

} // namespace spilno::sync
