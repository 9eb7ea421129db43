// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/log/ServerLog.h"
#include "syncserver/sequencer/RunPipeline.h"

#include "core/replica/ReplicaDatabase.h"

#include <deque>

namespace spilno::server {

/// A replica and a store in one thread, without a session between them: what the replica has
/// written goes the way of every pushed run, then the replica takes the slices it lacks. For the
/// first minutes of a city, before its server runs. Both outlive it.
class LocalExchange
{
public:
    LocalExchange(
        replica::ReplicaDatabase &replica,
        SequencerStore &store,
        const crypto::SigningKey &key,
        const base::Clock &clock);

    /// Writes the drafts in one transaction, has it sequenced and brings the replica up to date.
    /// The error of the first step that fails; Conflict when the changes did not take effect.
    [[nodiscard]] base::Result<replica::Submitted> enter(const std::vector<replica::Draft> &drafts);

    /// Sends what is pending and takes what is new.
    [[nodiscard]] base::Result<> exchange();

private:
    [[nodiscard]] base::Result<> push(const replica::PendingRun &pending);
    [[nodiscard]] base::Result<> pull();
    [[nodiscard]] base::Result<bool> pull(const wire::ScopeCursor &cursor);
    void work();

    replica::ReplicaDatabase &m_replica;
    SequencerStore &m_store;
    ServerLog m_log;
    std::deque<RunPipeline::Task> m_tasks;
    RunPipeline m_pipeline;
};

} // namespace spilno::server
