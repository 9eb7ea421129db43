// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/session/SessionEvents.h"
#include "syncserver/store/SequencerStore.h"

namespace spilno::server {

/// The checkpoint the server stands by, as last signed.
struct NewestCheckpoint
{
    QByteArray bytes;
    std::uint64_t treeSize = 0;
};

/// What a device (null: anonymous) may read now.
[[nodiscard]] ReaderView readerView(const SequencerStore &store, const base::PublicKey &device);

/// What WELCOME says.
[[nodiscard]] Welcomed welcome(
    const SequencerStore &store, const AskWelcome &asked, const NewestCheckpoint &newest);

/// The newest checkpoint with its proof from `fromSize`; without a proof when none exists.
[[nodiscard]] CheckpointNews checkpointNews(
    const SequencerStore &store, std::uint64_t fromSize, const NewestCheckpoint &newest);

/// Where scopes stand in the newest checkpoint: an answer for each, without proof where the device
/// may not read the scope or the map of that checkpoint is not at hand.
[[nodiscard]] ProofsRead scopeProofs(
    const SequencerStore &store, const AskProofs &asked, const NewestCheckpoint &newest);

/// Whether a client shows a checkpoint under the server's own key that this log does not reach: the
/// log was restored from an older copy, and sequencing would give positions twice.
[[nodiscard]] bool isAheadOfLog(const SequencerStore &store, const QByteArray &checkpointSeen);

/// A preview as a session sends it; without bytes when `raw` is none.
[[nodiscard]] SliceRead packedPreview(const ReadSlice &wanted, const QByteArray &raw);

} // namespace spilno::server
