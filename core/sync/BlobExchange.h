// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/sync/SyncTypes.h"

#include <deque>
#include <optional>

namespace spilno::sync {

/// Moves blobs one chunk at a time, beside the text and behind it: a next chunk is begun only when
/// its session says that no text waits. Pure, a part of SyncSession.
class BlobExchange
{
public:
    /// Begins or goes on when nothing is under way; appends to `out` what is to be done.
    void advance(bool textWaits, std::vector<Action> &out);

    /// There may be blobs to move: ask the storage.
    void refresh() { m_refresh = true; }
    void jobsReady(const std::vector<BlobJob> &jobs);
    void chunkRead(const base::Result<QByteArray> &bytes, std::vector<Action> &out);
    void chunkStored(bool stored, std::vector<Action> &out);
    void take(const wire::BlobPartFrame &part, std::vector<Action> &out);
    void take(const wire::BlobDoneFrame &done, std::vector<Action> &out);

    /// The server owes a chunk or its receipt.
    [[nodiscard]] bool owed() const { return m_step == Step::Network; }
    /// Something could not be moved; it may go later.
    [[nodiscard]] bool hasFailed() const { return m_failed; }
    /// Nothing under way, nothing to begin.
    [[nodiscard]] bool isIdle() const
    {
        return m_step == Step::Idle && m_jobs.empty() && !m_refresh;
    }

private:
    enum class Step { Idle, Jobs, Storage, Network };

    void failed(std::vector<Action> &out);
    void nextJob();
    void nextChunk();
    [[nodiscard]] bool isCurrent(const base::BlobId &blob, std::uint64_t chunk) const;

    Step m_step = Step::Idle;
    bool m_refresh = true;
    bool m_failed = false;
    std::deque<BlobJob> m_jobs; ///< The first is under way.
};

} // namespace spilno::sync
