// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/sync/SyncTypes.h"

namespace spilno::sync {

/// The word for where synchronisation stands.
enum class SyncPhase {
    Off,        ///< Not started.
    Connecting, ///< Looking for the server.
    Checking,   ///< The server proves itself.
    CatchingUp, ///< Changes of before are on their way here.
    UpToDate,   ///< All is here, all is sent.
    Sending,    ///< All is here; own changes are on their way.
    Waiting,    ///< No contact; tried again at nextAttemptMs.
    Stopped,    ///< Ended for good; see end and error.
};

/// What a person or a script may want to know of synchronisation. Counts are of this run.
struct SyncStatus
{
    SyncPhase phase = SyncPhase::Off;
    std::uint64_t pendingCount = 0;  ///< Own changes not acknowledged when last asked.
    std::uint64_t changesBehind = 0; ///< Changes still to come, as far as known.
    qint64 lastContactMs = 0;        ///< Wall clock; 0: never.
    qint64 nextAttemptMs = 0;        ///< Wall clock; only while Waiting.
    std::uint64_t bytesIn = 0;
    std::uint64_t bytesOut = 0;
    std::uint64_t changesIn = 0;
    std::uint64_t changesOut = 0;
    std::uint64_t previewsShown = 0;
    std::uint64_t previewsRefused = 0; ///< They did not verify; the log came all the same.
    QString putOff;           ///< Why the server did not take what is pending, when it said so.
    qint64 serverAheadMs = 0; ///< The server's clock minus this one's, at the last greeting.
    bool hub = false;         ///< Connected to a hub, not to the city itself.
    EndReason end = EndReason::Stopped; ///< Of the last session; meaningful with the next.
    base::Error error;                  ///< Why the last session ended, when not as wanted.
    bool hasError = false;
};

} // namespace spilno::sync
