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
    /// Runs a mutation and forgets what it left in caches when it fails.
    template <class Work>
    auto mutate(Work work)
    {
        auto outcome = work();
        if (!outcome)
            core.forget();
        return outcome;
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
