// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/Care.h"
#include "core/replica/Outbox.h"
#include "core/replica/Questions.h"
#include "core/replica/ReplicaDatabase.h"
#include "core/replica/SequencerTables.h"

#include <QtCore/QLockFile>

namespace spilno::replica {

/// The parts of a replica's database; see the class itself.
class ReplicaDatabase::Private
{
public:
    Private(
        std::unique_ptr<Connection> connection,
        const Options &options,
        std::unique_ptr<QLockFile> fileLock)
        : lock(std::move(fileLock))
        , core(std::move(connection), options)
        , sequencer(core)
        , outbox(core)
        , questions(core)
        , care(core)
    {
    }

    base::Result<> load();
    base::Result<> bind(const QByteArray &genesis);
    base::Result<std::uint64_t> proveHead(const ScopeRow &scope, const log::ScopeHead &head);
    /// Runs a mutation. When it fails, what it left in caches is forgotten, and a read that failed
    /// is told as that, not as what its missing row was taken for.
    template <class Work>
    auto mutate(Work work) -> std::invoke_result_t<Work &>
    {
        (void)core.connection->takeFailure();
        auto outcome = work();
        if (outcome)
            return outcome;
        core.forget();
        if (auto failure = core.connection->takeFailure())
            return base::failure(std::move(*failure));
        return outcome;
    }
    /// Runs a question, likewise: what could not be read is never answered as «not there».
    template <class Work>
    auto ask(Work work) const -> std::invoke_result_t<Work &>
    {
        (void)core.connection->takeFailure();
        auto answer = work();
        if (auto failure = core.connection->takeFailure())
            return base::failure(std::move(*failure));
        return answer;
    }

    std::unique_ptr<QLockFile> lock;
    DatabaseCore core;
    SequencerTables sequencer;
    Outbox outbox;
    Questions questions;
    Care care;
    qint64 dataVersion = 0; ///< Of the file, when a reader last looked.
};

} // namespace spilno::replica
