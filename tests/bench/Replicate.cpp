// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Benches.h"
#include "tests/bench/Phase.h"
#include "tests/bench/Workload.h"

#include "core/profile/CityClient.h"
#include "syncserver/host/ServerHost.h"
#include "syncserver/store/DataFolder.h"
#include "syncserver/store/ReplicaStore.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QEventLoop>
#include <QtCore/QProcess>

#include <cstdio>
#include <memory>

namespace spilno::bench {

namespace {

std::unique_ptr<server::ServerHost> serve(Workload &workload)
{
    server::ServerHost::Options options;
    options.folder = workload.data();
    options.address = QHostAddress(QHostAddress::LocalHost);
    options.clock = &workload.clock;
    options.random = &workload.random;
    options.openStore = server::ReplicaStore::opener(
        server::DataFolder(workload.data()).databaseFile(), workload.clock, workload.random);
    auto started = server::ServerHost::start(options);
    if (!started)
        giveUp(started.error().detail);
    return std::move(*started);
}

/// Finishes the phase when a list can show the first rows, while the log is still coming.
void watchPreview(profile::CityClient &client, Phase &phase, QEventLoop &during)
{
    auto watch = std::make_shared<QMetaObject::Connection>();
    *watch = QObject::connect(
        &client.replica(), &replica::Replica::changed, &during, [&client, &phase, watch] {
            auto asked = client.replica().read(
                [](replica::ReplicaDatabase &database) { return database.previewed(); });
            asked.waitForFinished();
            const auto shown = asked.result();
            if (!shown || shown->records == 0)
                return;
            QObject::disconnect(*watch);
            phase.finish(shown->records);
        });
}

} // namespace

void replicate(qint64 changes, qint64 changesPerFeed, int repeats)
{
    Workload workload({changes, changesPerFeed, 8});
    workload.fill();
    const auto host = serve(workload);
    for (int i = 0; i < repeats; ++i) {
        const QString folder = workload.path(QStringLiteral("newcomer"));
        QProcess newcomer;
        newcomer.setProcessChannelMode(QProcess::ForwardedChannels);
        newcomer.start(
            QCoreApplication::applicationFilePath(),
            {QStringLiteral("join"), host->address(QStringLiteral("127.0.0.1")), folder});
        if (!newcomer.waitForFinished(-1) || newcomer.exitCode() != 0)
            giveUp(QStringLiteral("the newcomer failed"));
        QDir(folder).removeRecursively();
    }
}

void serve(qint64 changes, qint64 changesPerFeed)
{
    Workload workload({changes, changesPerFeed, 8});
    workload.fill();
    const auto host = serve(workload);
    std::puts(qPrintable(host->address(QStringLiteral("127.0.0.1")) + u' ' + workload.data()));
    std::fflush(stdout);
    QCoreApplication::exec();
}

void join(const QString &addressText, const QString &folder)
{
    base::SystemClock clock;
    crypto::SystemRandom random;
    const auto address = sync::ServerAddress::parse(addressText);
    if (!address)
        giveUp(address.error().detail);
    auto made = profile::Profile::create(
        folder, crypto::SecretBytes::copyOf(base::view(QByteArray("bench"))),
        wire::DeviceKind::Desktop, crypto::VaultCost::Minimal, random);
    if (!made)
        giveUp(made.error().detail);
    Phase queryable(QStringLiteral("initial replication, queryable"));
    Phase complete(QStringLiteral("full text complete"));
    auto opened = profile::CityClient::open(*made->profile, *address, {&clock, &random});
    if (!opened)
        giveUp(opened.error().detail);
    profile::CityClient &client = **opened;
    client.replica().startSearch();
    QEventLoop loop;
    Phase onScreen(QStringLiteral("preview on screen"));
    watchPreview(client, onScreen, loop);
    QObject::connect(
        &client, &profile::CityClient::synced, &loop,
        [&loop](sync::EndReason, const base::Error &) { loop.quit(); });
    client.startSync(sync::SyncMode::Once);
    loop.exec();
    replica::Query query;
    query.type = QStringLiteral("request");
    auto counted = client.replica().count(query);
    counted.waitForFinished();
    if (!counted.result())
        giveUp(counted.result().error().detail);
    const qint64 held = *counted.result();
    const auto wire = static_cast<double>(client.status().bytesIn);
    queryable.add(QStringLiteral("wire_bytes"), wire);
    queryable.add(QStringLiteral("disk_bytes"), static_cast<double>(bytesBelow(folder)));
    queryable.add(QStringLiteral("previews"), static_cast<double>(client.status().previewsShown));
    queryable.add(
        QStringLiteral("previews_refused"), static_cast<double>(client.status().previewsRefused));
    queryable.finish(held);
    QObject::connect(
        &client.replica(), &replica::Replica::searchCompleted, &loop, &QEventLoop::quit);
    while (!client.replica().isSearchComplete())
        loop.exec();
    complete.add(QStringLiteral("disk_bytes"), static_cast<double>(bytesBelow(folder)));
    complete.finish(held);
}

} // namespace spilno::bench
