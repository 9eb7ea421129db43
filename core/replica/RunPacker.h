// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Limits.h"
#include "core/log/Verifier.h"
#include "core/replica/LogTables.h"
#include "core/replica/Pending.h"

#include <vector>

namespace spilno::replica {

/// Packs the stored changes of one own feed, in the order of their seqs, into as few runs as the
/// limits of a run allow. A transaction is never cut. A plain value; reads no database.
class RunPacker
{
public:
    /// What a change takes in a run at most, beside its payload: its head, and the ext that names
    /// the first issue, so that what fits once fits again when it is issued again.
    static constexpr qint64 kChangeBytes = 160;
    /// The payloads and kChangeBytes of one transaction must fit; the rest is the run's own head.
    static constexpr qint64 kTransactionBytesMax = limits::kRunBytesMax - 1024;

    /// `opening` is used where the first seq is 0; `clock` is that of the change before the first.
    RunPacker(const log::FeedState &feed, QByteArray opening, base::Hlc clock);

    /// The next change.
    void add(const ChangeRow &row, const base::EntityId &entity);
    /// The changes added so far end with a signed one.
    void sign(const base::Signature &signature);
    /// Ends the run that is being packed; what is not signed is left out.
    void finish();

    [[nodiscard]] const std::vector<PendingRun> &runs() const { return m_runs; }
    /// Bytes of runs(), without the one that is being packed.
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

private:
    /// Changes with the bytes that they look into.
    struct Part
    {
        std::uint64_t firstSeq = 0;
        std::vector<wire::ThinChange> changes;
        std::vector<ChangeRow> rows;
        qint64 bytes = 0;
    };

    log::FeedState m_feed;
    QByteArray m_opening;
    base::Hlc m_clock;
    Part m_run;  ///< Whole transactions.
    Part m_open; ///< The transaction that is not signed yet.
    base::Signature m_signature;
    std::vector<PendingRun> m_runs;
    qint64 m_bytes = 0;
};

} // namespace spilno::replica
