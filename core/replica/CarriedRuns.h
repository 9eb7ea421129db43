// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/Receipt.h"
#include "core/log/Verifier.h"
#include "core/replica/DatabaseCore.h"
#include "core/replica/Pending.h"

#include <vector>

namespace spilno::replica {

/// Runs of other people that came here in a bundle and wait for the next contact with the city:
/// bytes with their signature, folded nowhere, gone once the city has answered. A part of
/// ReplicaDatabase.
class CarriedRuns
{
public:
    explicit CarriedRuns(DatabaseCore &core)
        : m_core(core)
    {
    }

    /// Keeps a run; the same one once only.
    [[nodiscard]] base::Result<> keep(const log::VerifiedRun &run);
    /// Appends what waits, oldest first, until there are `maxBytes` in `runs`.
    [[nodiscard]] base::Result<> append(std::vector<PendingRun> &runs, qint64 maxBytes) const;
    [[nodiscard]] base::Result<> applyReceipt(const log::Receipt &receipt);
    /// The city will not take these. True when any were carried.
    [[nodiscard]] base::Result<bool> drop(const base::FeedId &feed, std::uint64_t seq);

private:
    DatabaseCore &m_core;
};

} // namespace spilno::replica
