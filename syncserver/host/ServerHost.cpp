// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/host/ServerHost.h"

#include "syncserver/keys/ServerKeys.h"

#include <QtCore/QDeadlineTimer>

#include <algorithm>
#include <future>

namespace spilno::server {

namespace {

constexpr int kDiskEveryMs = 60'000;
constexpr double kDiskWarnsAt = 0.10;
constexpr int kFarewellMs = 5'500;

} // namespace

base::Result<std::unique_ptr<ServerHost>> ServerHost::start(const Options &options)
{
    std::unique_ptr<ServerHost> host(new ServerHost(options));
    SPILNO_TRY(host->begin(options));
    return host;
}

ServerHost::ServerHost(const Options &options)
    : m_clock(options.clock)
    , m_random(options.random)
    , m_folder(options.folder)
    , m_log(*options.clock, options.logSink, options.logLevel)
{
    m_blobThread.setMaxThreadCount(1);
    m_network.setObjectName(QStringLiteral("network"));
}

ServerHost::~ServerHost()
{
    stop();
}

base::Result<> ServerHost::begin(const Options &options)
{
    SPILNO_TRY(m_folder.check());
    SPILNO_ASSIGN(m_lock, m_folder.lock());
    SPILNO_ASSIGN(const auto passphrase, serverPassphrase());
    SPILNO_ASSIGN(m_key, readServerKey(m_folder.keyFile(), passphrase));
    SPILNO_ASSIGN(const auto certificate, TlsCertificate::read(m_folder.path()));
    BlobStore::Options blobs;
    blobs.folder = m_folder.blobFolder();
    blobs.clock = m_clock;
    blobs.freeFraction = [folder = m_folder] { return folder.freeFraction(); };
    m_blobs = std::make_unique<BlobStore>(std::move(blobs));
    m_blobThread.start([this] { m_blobs->sweep(); });

    Sequencer::Options sequencer;
    sequencer.openStore = options.openStore;
    sequencer.key = m_key;
    sequencer.clock = m_clock;
    sequencer.log = &m_log;
    sequencer.verifierThreads = std::max(1, QThread::idealThreadCount());
    sequencer.changesPerDevice = options.changesPerDevice;
    sequencer.scopesGrew = [this](const auto &scopes) {
        if (SessionHub *hub = m_news)
            hub->scopesGrew(scopes);
    };
    sequencer.checkpointMade = [this](const auto &news) {
        if (SessionHub *hub = m_news)
            hub->checkpointMade(news);
    };
    sequencer.blobsErased = [this](const std::vector<base::BlobId> &erased) {
        m_blobThread.start([this, erased] { m_blobs->remove(erased); });
    };
    m_sequencer = std::make_unique<Sequencer>(std::move(sequencer));
    SPILNO_TRY(m_sequencer->start());

    std::promise<QByteArray> genesis;
    m_sequencer->ask([&](SequencerStore &store) {
        m_city = store.city();
        genesis.set_value(store.genesis());
    });
    SessionContext context;
    context.genesis = genesis.get_future().get();
    context.serverKey = m_key.get();
    context.certificateHash = certificate.hash();
    context.clock = m_clock;
    context.random = m_random;
    m_startedMs = m_clock->monotonicMs();
    m_running = true;
    Options listening = options;
    if (auto opened = openNetwork(listening, std::move(context)); !opened) {
        stop();
        return opened;
    }
    m_log.write(
        LogLevel::Info, QStringLiteral("listening"),
        {{QStringLiteral("address"), options.address.toString()},
         {QStringLiteral("port"), m_port},
         {QStringLiteral("city"), m_city.toHex()}});
    return {};
}

base::Result<> ServerHost::openNetwork(const Options &options, SessionContext context)
{
    SPILNO_ASSIGN(const auto certificate, TlsCertificate::read(m_folder.path()));
    m_anchor = std::make_unique<QObject>();
    m_anchor->moveToThread(&m_network);
    m_network.start();
    base::Result<> listening;
    onNetworkThread([&] {
        SessionHub::Options hub;
        hub.context = std::move(context);
        hub.tls = certificate.configuration();
        hub.limits = options.limits;
        hub.runsPerAddress = options.runsPerAddress;
        hub.sequencer = m_sequencer.get();
        hub.blobs = m_blobs.get();
        hub.blobThread = &m_blobThread;
        hub.log = &m_log;
        m_hub = std::make_unique<SessionHub>(std::move(hub));
        m_news = m_hub.get();
        listening = m_hub->listen(options.address, options.port);
        m_port = m_hub->port();
        m_diskTimer = std::make_unique<QTimer>();
        QObject::connect(m_diskTimer.get(), &QTimer::timeout, m_hub.get(), [this] { watchDisk(); });
        m_diskTimer->start(kDiskEveryMs);
        watchDisk();
    });
    return listening;
}

void ServerHost::onNetworkThread(const std::function<void()> &task) const
{
    QMetaObject::invokeMethod(m_anchor.get(), task, Qt::BlockingQueuedConnection);
}

void ServerHost::watchDisk()
{
    const double left = m_folder.freeFraction();
    const bool low = left < kDiskWarnsAt;
    if (low && !m_saidDisk)
        m_log.write(
            LogLevel::Warning, QStringLiteral("disk-low"),
            {{QStringLiteral("freePercent"), qRound(left * 100)},
             {QStringLiteral("detail"),
              QStringLiteral("little disk is left; below 2 % photos are not accepted")}});
    m_saidDisk = low;
}

void ServerHost::stop()
{
    if (!m_running)
        return;
    m_running = false;
    if (m_hub)
        onNetworkThread([this] { m_hub->stopAccepting(); });
    m_sequencer->stop();
    m_blobThread.waitForDone();
    if (m_hub) {
        // Queued behind the last receipts, so it comes after them.
        onNetworkThread([this] { m_hub->farewell(QStringLiteral("the server stops")); });
        const QDeadlineTimer deadline(kFarewellMs);
        int open = 1;
        while (open > 0 && !deadline.hasExpired()) {
            onNetworkThread([this, &open] { open = m_hub->connections(); });
            if (open > 0)
                QThread::msleep(5);
        }
        onNetworkThread([this] {
            m_diskTimer.reset();
            m_hub.reset();
        });
    }
    if (m_anchor) {
        m_network.quit();
        m_network.wait();
        m_anchor.reset();
    }
    m_log.write(LogLevel::Info, QStringLiteral("stopped"));
    m_lock.reset();
}

QString ServerHost::address(const QString &host) const
{
    const QString name = host.contains(u':') ? u'[' + host + u']' : host;
    return QStringLiteral("spilno://%1:%2#%3").arg(name, QString::number(m_port), m_city.toHex());
}

QJsonObject ServerHost::status() const
{
    const SequencerStatus sequencer = m_sequencer->status();
    int connections = 0;
    qint64 turnedAway = 0;
    if (m_running && m_hub)
        onNetworkThread([&] {
            connections = m_hub->connections();
            turnedAway = m_hub->turnedAway();
        });
    return {
        {QStringLiteral("city"), m_city.toHex()},
        {QStringLiteral("serving"), m_running},
        {QStringLiteral("port"), m_port},
        {QStringLiteral("connections"), connections},
        {QStringLiteral("turnedAway"), turnedAway},
        {QStringLiteral("changes"), static_cast<qint64>(sequencer.treeSize)},
        {QStringLiteral("checkpoint"), static_cast<qint64>(sequencer.checkpointSize)},
        {QStringLiteral("runsSinceStart"), sequencer.runs},
        {QStringLiteral("changesSinceStart"), sequencer.changes},
        {QStringLiteral("commitsSinceStart"), sequencer.commits},
        {QStringLiteral("lastRecordedMs"), sequencer.lastRecordedMs},
        {QStringLiteral("clockBehind"), sequencer.clockBehind},
        {QStringLiteral("recovering"), sequencer.recovering},
        {QStringLiteral("scrubOwed"), sequencer.owesScrub},
        {QStringLiteral("damaged"), sequencer.damaged},
        {QStringLiteral("upSeconds"), (m_clock->monotonicMs() - m_startedMs) / 1000},
        {QStringLiteral("diskFreePercent"), qRound(m_folder.freeFraction() * 100)}};
}

void ServerHost::ask(std::function<void(SequencerStore &)> question)
{
    m_sequencer->ask(std::move(question));
}

} // namespace spilno::server
