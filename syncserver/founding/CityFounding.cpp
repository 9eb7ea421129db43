// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/founding/CityFounding.h"

#include "syncserver/founding/FirstChanges.h"
#include "syncserver/founding/LocalExchange.h"
#include "syncserver/keys/ServerKeys.h"
#include "syncserver/net/TlsCertificate.h"
#include "syncserver/store/DataFolder.h"
#include "syncserver/store/ReplicaStore.h"

#include "core/base/Limits.h"
#include "core/base/text/Normalise.h"
#include "core/records/Registry.h"
#include "core/wire/Genesis.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

namespace spilno::server {

using base::ErrorCode;
using base::failure;

namespace {

base::Result<QString> usableName(const QString &text)
{
    const QString name = base::displayText(text).simplified();
    if (name.isEmpty())
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a city has a name"));
    if (name.toUtf8().size() > limits::kCityNameBytesMax)
        return failure(ErrorCode::InvalidArgument, QStringLiteral("the city's name is too long"));
    return name;
}

QByteArray makeGenesis(
    const CityFounding::Request &request, const QString &name, const base::PublicKey &sequencer)
{
    wire::CityGenesis genesis;
    genesis.name = name;
    genesis.timeZone = request.plan.timeZone;
    genesis.owners = {request.owner->person};
    genesis.sequencer = sequencer;
    genesis.createdMs = request.clock->wallMs();
    genesis.random = request.random->id<base::Salt>();
    return wire::encodeCityGenesis(genesis);
}

base::Result<std::unique_ptr<replica::ReplicaDatabase>> openReplica(
    const CityFounding::Request &request, const QString &path, const QByteArray &genesis)
{
    replica::ReplicaDatabase::Options options;
    options.path = path;
    options.registry = &records::Registry::standard();
    options.clock = request.clock;
    options.random = request.random;
    SPILNO_ASSIGN(auto database, replica::ReplicaDatabase::open(options));
    SPILNO_TRY(database->setCity(genesis));
    return database;
}

base::Result<std::unique_ptr<SequencerStore>> makeStore(
    const CityFounding::Request &request, const QString &path, const QByteArray &genesis)
{
    SPILNO_TRY(openReplica(request, path, genesis)); // closed again at once
    return ReplicaStore::opener(path, *request.clock, *request.random)();
}

/// Everything of the server, in the workshop, and the owner's replica beside it.
base::Result<CityFounding::City> build(
    const CityFounding::Request &request,
    const QString &name,
    const DataFolder &workshop,
    QString &ownerPath)
{
    SPILNO_TRY(workshop.make());
    const auto key = crypto::SigningKey::generate(*request.random);
    SPILNO_ASSIGN(const auto passphrase, serverPassphrase());
    SPILNO_TRY(writeServerKey(workshop.keyFile(), key, passphrase, *request.random));
    SPILNO_ASSIGN(
        const auto certificate, TlsCertificate::make(request.clock->wallMs(), *request.random));
    SPILNO_TRY(certificate.write(workshop.path()));
    SPILNO_TRY(workshop.writeSettings({{QStringLiteral("listen"), request.listen}}));
    const QByteArray genesis = makeGenesis(request, name, key.publicKey());
    const base::CityId id = wire::cityId(base::view(genesis));
    SPILNO_ASSIGN(const auto store, makeStore(request, workshop.databaseFile(), genesis));
    ownerPath = request.ownerReplica(id);
    SPILNO_ASSIGN(const auto owner, openReplica(request, ownerPath, genesis));
    owner->setIdentity(request.owner);
    LocalExchange exchange(*owner, *store, key, *request.clock);
    FirstChanges changes(request, name, id);
    return changes.enter(exchange);
}

} // namespace

base::Result<CityFounding::City> CityFounding::found(const Request &request)
{
    SPILNO_ASSIGN(const QString name, usableName(request.name));
    const DataFolder folder(request.folder);
    SPILNO_TRY(folder.make());
    SPILNO_ASSIGN(const auto lock, folder.lock());
    if (folder.check())
        return failure(
            ErrorCode::InvalidArgument,
            QStringLiteral("there is a city in %1 already").arg(folder.path()));
    const DataFolder workshop = folder.workshop();
    QDir(workshop.path()).removeRecursively();
    QString ownerPath;
    auto city = build(request, name, workshop, ownerPath);
    if (city) {
        if (auto moved = folder.moveIn(workshop); !moved)
            city = failure(moved.error());
    }
    if (!city) {
        QDir(workshop.path()).removeRecursively();
        if (!ownerPath.isEmpty())
            QFileInfo(ownerPath).dir().removeRecursively();
    }
    return city;
}

} // namespace spilno::server
