// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/founding/CityFounding.h"
#include "syncserver/host/ServerHost.h"
#include "syncserver/store/DataFolder.h"
#include "syncserver/store/ReplicaStore.h"

#include "core/crypto/Sodium.h"
#include "core/profile/CityClient.h"
#include "core/profile/InvitationCode.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace spilno::server::test {

inline constexpr int kPatienceMs = 20'000;

/// Waits for an answer of a replica while events go on.
template <class T>
base::Result<T> awaited(QFuture<base::Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, kPatienceMs))
        return base::failure(base::ErrorCode::Busy, QStringLiteral("no answer"));
    return future.result();
}

/// A person with a profile on disk and their client.
struct Participant
{
    std::unique_ptr<profile::Profile> profile;
    std::unique_ptr<profile::CityClient> client;

    [[nodiscard]] replica::Replica &replica() const { return client->replica(); }
    [[nodiscard]] base::PersonId person() const { return profile->identity()->person; }
};

/// A city on disk, its server on a free port of this machine, and people who reach it by TLS, as
/// the programs do.
class ServedCity
{
public:
    ServedCity()
    {
        owner.profile = makeProfile(QStringLiteral("owner"));
        CityFounding::Request request;
        request.folder = data();
        request.name = QStringLiteral("Тестове місто");
        request.owner = owner.profile->identity();
        request.displayName = QStringLiteral("Олена Засновниця");
        request.plan = FoundingPlan::standard(PlanLanguage::Ukrainian);
        request.ownerReplica = [this](const base::CityId &id) {
            return owner.profile->replicaPath(id);
        };
        request.clock = &clock;
        request.random = &random;
        auto founded = CityFounding::found(request);
        if (!founded)
            qFatal("%s", qPrintable(founded.error().detail));
        city = *founded;
        serve();
        open(owner);
    }

    std::unique_ptr<profile::Profile> makeProfile(const QString &name)
    {
        auto made = profile::Profile::create(
            root.filePath(name), crypto::SecretBytes::copyOf(base::view(QByteArray("secret"))),
            wire::DeviceKind::Desktop, crypto::VaultCost::Minimal, random);
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        return std::move(made->profile);
    }

    /// Starts the server; again on the port it had.
    void serve()
    {
        ServerHost::Options options;
        options.folder = data();
        options.address = QHostAddress(QHostAddress::LocalHost);
        options.port = port;
        options.clock = &clock;
        options.random = &random;
        options.openStore = ReplicaStore::opener(DataFolder(data()).databaseFile(), clock, random);
        auto started = ServerHost::start(options);
        if (!started)
            qFatal("%s", qPrintable(started.error().detail));
        host = std::move(*started);
        port = host->port();
    }

    [[nodiscard]] QString data() const { return root.filePath(QStringLiteral("data")); }

    [[nodiscard]] sync::ServerAddress address() const
    {
        sync::ServerAddress address;
        address.endpoints = {{QStringLiteral("127.0.0.1"), port}};
        address.city = city.id;
        return address;
    }

    void open(Participant &who)
    {
        auto opened = profile::CityClient::open(*who.profile, address(), {&clock, &random});
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        who.client = std::move(*opened);
        who.client->startSync(sync::SyncMode::Live);
    }

    /// A new person who enters the city by a code (or without one).
    Participant join(const QString &name, const QString &code)
    {
        Participant who;
        who.profile = makeProfile(name);
        open(who);
        if (!isUpToDate(who))
            qFatal("%s does not come up to date", qPrintable(name));
        const auto entered = awaited(who.client->enrol(who.profile->identity(), name, code));
        if (!entered)
            qFatal("%s", qPrintable(entered.error().detail));
        who.client->wake();
        return who;
    }

    static bool isUpToDate(const Participant &who)
    {
        return QTest::qWaitFor(
            [&] { return who.client->status().phase == sync::SyncPhase::UpToDate; }, kPatienceMs);
    }

    /// Whether everything the person wrote is accepted by the city within patience.
    static bool isAllAccepted(const Participant &who)
    {
        return QTest::qWaitFor(
            [&] {
                const auto outbox = awaited(who.replica().outbox());
                return outbox && outbox->empty();
            },
            kPatienceMs);
    }

    [[nodiscard]] base::ScopeId scope() const { return city.bodies.front().scopes.front(); }

    base::SystemClock clock;
    crypto::SystemRandom random;
    QTemporaryDir root;
    quint16 port = 0;
    CityFounding::City city;
    std::unique_ptr<ServerHost> host;
    Participant owner; ///< After the host: clients go before their server.
};

} // namespace spilno::server::test
