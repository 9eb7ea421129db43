// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a replica's file is opened, and bound to its city.
#include "core/replica/Migration.h"
#include "core/replica/ReplicaDatabasePrivate.h"
#include "core/replica/Schema.h"

#include "core/base/platform/LockFile.h"
#include "core/log/ScopeChain.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

namespace spilno::replica {

using base::ErrorCode;
using base::failure;

ReplicaDatabase::ReplicaDatabase(std::unique_ptr<Private> implementation)
    : d(std::move(implementation))
{
}

ReplicaDatabase::~ReplicaDatabase() = default;

base::Result<std::unique_ptr<ReplicaDatabase>> ReplicaDatabase::open(const Options &options)
{
    Q_ASSERT(options.registry != nullptr && options.clock != nullptr && options.random != nullptr);
    std::unique_ptr<QLockFile> lock;
    if (options.vfs == nullptr && !options.readOnly) {
        const QFileInfo file(options.path);
        if (!QDir().mkpath(file.absolutePath()))
            return failure(
                ErrorCode::ReadOnly, QStringLiteral("cannot make %1").arg(file.absolutePath()));
        if (options.exclusive) {
            SPILNO_ASSIGN(
                lock,
                base::lockFile(
                    options.path + QStringLiteral(".lock"), QFileInfo(options.path).fileName()));
        }
    }
    Connection::Options connect;
    connect.path = options.path;
    connect.vfs = options.vfs;
    connect.readOnly = options.readOnly;
    SPILNO_ASSIGN(auto connection, Connection::open(connect));
    if (!options.readOnly) {
        SPILNO_TRY(Migration::run(*connection, options.vfs == nullptr ? options.path : QString()));
        SPILNO_TRY(connection->execute("PRAGMA synchronous=FULL"));
        SPILNO_TRY(createSchema(*connection, *options.registry));
    } else {
        SPILNO_TRY(Migration::check(*connection));
    }
    std::unique_ptr<ReplicaDatabase> database(new ReplicaDatabase(
        std::make_unique<Private>(std::move(connection), options, std::move(lock))));
    SPILNO_TRY(database->d->load());
    return database;
}

base::Result<> ReplicaDatabase::Private::bind(const QByteArray &genesis)
{
    SPILNO_ASSIGN(core.city, wire::decodeCityGenesis(base::view(genesis)));
    core.genesisBytes = genesis;
    core.cityId = wire::cityId(base::view(genesis));
    core.hasCity = true;
    core.log.setCity(core.cityId);
    core.authority.setCity(core.city, core.cityId);
    return {};
}

base::Result<> ReplicaDatabase::Private::load()
{
    SPILNO_ASSIGN(const QByteArray genesis, core.meta(QStringLiteral("city_genesis")));
    if (!genesis.isEmpty())
        SPILNO_TRY(bind(genesis));
    if (core.options.readOnly)
        return {};
    SPILNO_ASSIGN(const qint64 bulk, core.metaNumber(QStringLiteral("bulk")));
    // Indexes that a bulk replication left out are made good here if it was cut off.
    if (bulk != 0)
        SPILNO_TRY(core.setMetaNumber(QStringLiteral("bulk"), 0));
    SPILNO_TRY(createIndexes(*core.connection, *core.options.registry));
    return sequencer.load();
}

base::Result<> ReplicaDatabase::setCity(const QByteArray &genesis)
{
    const base::CityId id = wire::cityId(base::view(genesis));
    if (d->core.hasCity)
        return id == d->core.cityId ? base::Result<>()
                                    : failure(
                                          ErrorCode::WrongCity,
                                          QStringLiteral("this replica belongs to another city"));
    SPILNO_TRY(wire::decodeCityGenesis(base::view(genesis)));
    return d->mutate([&]() -> base::Result<> {
        WriteTransaction transaction(*d->core.connection);
        SPILNO_TRY(transaction.begun());
        SPILNO_TRY(d->core.setMeta(QStringLiteral("city_genesis"), genesis));
        const std::pair<base::ScopeId, ScopeKind> scopes[] = {
            {wire::rulesScope(id), ScopeKind::Rules}, {wire::peopleScope(id), ScopeKind::People}};
        for (const auto &[scope, kind] : scopes) {
            ScopeRow row;
            row.status.scope = scope;
            row.status.kind = kind;
            row.status.chain = log::ScopeChain(scope).head().chain;
            SPILNO_TRY(d->core.log.addScope(row));
        }
        SPILNO_TRY(transaction.commit());
        return d->bind(genesis);
    });
}

base::Result<> ReplicaDatabase::followWriter()
{
    Statement query = d->core.connection->prepare("PRAGMA data_version");
    const qint64 version = query.next() ? query.integer(0) : 0;
    SPILNO_TRY(query.result());
    if (version == d->dataVersion)
        return {};
    d->dataVersion = version;
    d->core.forget();
    if (!d->core.hasCity)
        SPILNO_TRY(d->load());
    (void)takeKeys();
    return {};
}

} // namespace spilno::replica
