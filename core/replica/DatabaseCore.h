// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/AuthorityTables.h"
#include "core/replica/Folder.h"
#include "core/replica/Identity.h"
#include "core/replica/Projection.h"
#include "core/replica/ReplicaDatabase.h"
#include "core/replica/SealedKeys.h"

namespace spilno::replica {

/// What the parts of a ReplicaDatabase share: the connection and the tables on it. Not for others.
struct DatabaseCore
{
    DatabaseCore(std::unique_ptr<Connection> open, const ReplicaDatabase::Options &with)
        : options(with)
        , connection(std::move(open))
        , log(*connection)
        , projection(*connection, log, *with.registry)
        , authority(*connection, log, projection)
        , folder(*connection, log, projection, authority)
    {
        log.setOpener(&sealedKeys);
    }

    /// Tells every part the local time; called at the start of each mutation.
    void startMutation();
    /// Forgets what a rolled-back transaction left in caches.
    void forget();
    [[nodiscard]] base::Result<> setDurability(ReplicaDatabase::Durability durability);
    [[nodiscard]] base::Result<QByteArray> meta(const QString &key) const;
    [[nodiscard]] base::Result<> setMeta(const QString &key, const QByteArray &value);
    [[nodiscard]] base::Result<qint64> metaNumber(const QString &key) const;
    [[nodiscard]] base::Result<> setMetaNumber(const QString &key, qint64 value);
    /// The facts of a mutation for those who show it, after its folding.
    [[nodiscard]] ChangeSet takeChanges();
    /// Notes records whose texts the full-text index has to take up.
    [[nodiscard]] base::Result<> oweToSearch(const QSet<qint64> &entityRows);
    /// Rebuilds the overlay of every touched record that has pending changes.
    [[nodiscard]] base::Result<> refreshOverlays();
    /// Adds the records of pending changes that name another which was not here: it may be now.
    [[nodiscard]] base::Result<> addAdrift(QSet<qint64> &rows);

    ReplicaDatabase::Options options;
    std::unique_ptr<Connection> connection;
    LogTables log;
    Projection projection;
    AuthorityTables authority;
    Folder folder;
    std::shared_ptr<const Identity> identity;
    SealedKeys sealedKeys;
    QByteArray genesisBytes;
    base::CityId cityId;
    wire::CityGenesis city;
    bool hasCity = false;
    bool bulk = false;
    bool sequencer = false; ///< Has given positions: holds every run's signature.
    bool outboxChanged = false;
    std::optional<bool> anyErasure; ///< Whether anything was ever taken back; none: ask.
    QSet<qint64> overlayOwed;       ///< Entity rows whose pending changes came or went.
    ReplicaDatabase::Durability durability = ReplicaDatabase::Durability::Full;
};

} // namespace spilno::replica
