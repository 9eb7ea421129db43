// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/log/ServerLog.h"
#include "syncserver/net/Listener.h"
#include "syncserver/net/SessionHub.h"
#include "syncserver/net/TlsCertificate.h"
#include "syncserver/sequencer/Sequencer.h"
#include "syncserver/store/BlobStore.h"
#include "syncserver/store/DataFolder.h"

#include <QtCore/QThread>
#include <QtCore/QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

namespace spilno::records {
class Registry;
}

namespace spilno::server {

/// A running city server, in the server program and in the desktop that shares its city alike:
/// starts and stops the threads of network, sequencer and blobs. Whoever runs in the same process
/// connects to it by the same protocol as everybody else. Made and stopped by one thread.
class ServerHost
{
public:
    using OpenStore = std::function<base::Result<std::unique_ptr<SequencerStore>>()>;

    struct Options
    {
        QString folder;
        QHostAddress address = QHostAddress(QHostAddress::AnyIPv4);
        quint16 port = 0; ///< 0: any free one.
        const base::Clock *clock = nullptr;
        base::Random *random = nullptr; ///< Thread-safe.
        ServerLog::Sink logSink;
        LogLevel logLevel = LogLevel::Info;
        OpenStore openStore; ///< Called on the sequencer's thread.
        Listener::Limits limits;
        Rate runsPerAddress{20'000, 6'000};
        Rate changesPerDevice{300'000, 60'000};
    };

    /// Listens when it returns. AlreadyInUse (folder or port), NotFound (no city), WrongPassphrase,
    /// and the errors of the store; each with a sentence.
    [[nodiscard]] static base::Result<std::unique_ptr<ServerHost>> start(const Options &options);

    /// Stops as stop() does.
    ~ServerHost();

    /// Accepts no more, finishes the commit, hands out the receipts, says BYE. Within about five
    /// seconds beyond the last commit. Idempotent.
    void stop();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] base::CityId city() const { return m_city; }
    /// spilno://HOST:PORT#FINGERPRINT
    [[nodiscard]] QString address(const QString &host) const;

    /// Numbers for status and monitoring. Any thread.
    [[nodiscard]] QJsonObject status() const;

    /// Runs a question on the sequencer's thread. Any thread; not called when stopping.
    void ask(std::function<void(SequencerStore &)> question);

    [[nodiscard]] const DataFolder &folder() const { return m_folder; }

private:
    explicit ServerHost(const Options &options);
    [[nodiscard]] base::Result<> begin(const Options &options);
    [[nodiscard]] base::Result<> openNetwork(const Options &options, SessionContext context);
    void onNetworkThread(const std::function<void()> &task) const;
    void watchDisk();

    const base::Clock *m_clock;
    base::Random *m_random;
    DataFolder m_folder;
    std::unique_ptr<QLockFile> m_lock;
    mutable ServerLog m_log;
    std::shared_ptr<const crypto::SigningKey> m_key;
    std::unique_ptr<BlobStore> m_blobs;
    QThreadPool m_blobThread;
    std::unique_ptr<Sequencer> m_sequencer;
    QThread m_network;
    std::unique_ptr<QObject> m_anchor; ///< Lives on the network thread; tasks are run by it.
    std::unique_ptr<SessionHub> m_hub; ///< Lives on the network thread.
    std::atomic<SessionHub *> m_news = nullptr; ///< Who is told news, once it is there.
    std::unique_ptr<QTimer> m_diskTimer;
    bool m_saidDisk = false;
    qint64 m_startedMs = 0;
    quint16 m_port = 0;
    base::CityId m_city;
    bool m_running = false;
};

} // namespace spilno::server
