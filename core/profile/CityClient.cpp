// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/CityClient.h"

#include "core/profile/InvitationCode.h"
#include "core/records/Registry.h"
#include "core/sync/TlsTransport.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSemaphore>

namespace spilno::profile {

using replica::ReplicaDatabase;

namespace {

constexpr int kIdleMs = 120'000;

replica::Draft identityDraft(const replica::Identity &identity)
{
    replica::Draft draft;
    draft.type = QStringLiteral("identity");
    draft.extra.append({wire::kExtraIdentity, identity.genesis});
    return draft;
}

replica::Draft profileDraft(const QString &displayName)
{
    replica::Draft draft;
    draft.type = QStringLiteral("profile");
    draft.fields = {{QStringLiteral("display_name"), wire::Value(displayName)}};
    return draft;
}

base::Result<> redeem(
    ReplicaDatabase &database, const replica::Identity &identity, const QString &codeText)
{
    SPILNO_ASSIGN(const InvitationCode code, InvitationCode::parse(codeText));
    replica::Query query;
    query.type = QStringLiteral("invitation");
    query.where = {
        {QStringLiteral("key"), replica::Condition::Operator::Equal,
         wire::Value(code.key().publicKey().toByteArray())}};
    SPILNO_ASSIGN(const replica::Page page, database.list(query));
    if (page.items.empty())
        return base::failure(
            base::ErrorCode::NotFound, QStringLiteral("the city knows no such invitation"));
    SPILNO_TRY(database.submit({joinDraft(code, identity.person, page.items.front())}));
    return {};
}

base::Result<> enterCity(
    ReplicaDatabase &database,
    const replica::Identity &identity,
    const QString &displayName,
    const QString &invitationCode)
{
    replica::Query mine;
    mine.type = QStringLiteral("identity");
    mine.where = {
        {QStringLiteral("author"), replica::Condition::Operator::Equal,
         wire::Value(identity.person.toByteArray())}};
    SPILNO_ASSIGN(const qint64 known, database.count(mine));
    if (known == 0) {
        std::vector<replica::Draft> drafts{identityDraft(identity)};
        if (!displayName.isEmpty())
            drafts.push_back(profileDraft(displayName));
        SPILNO_TRY(database.submit({drafts.front()}));
        if (drafts.size() > 1)
            SPILNO_TRY(database.submit({drafts.back()}));
    }
    return invitationCode.isEmpty() ? base::Result<>() : redeem(database, identity, invitationCode);
}

} // namespace

CityClient::CityClient(const Profile &profile, sync::ServerAddress address, const Options &options)
    : m_options(options)
    , m_address(std::move(address))
{
    ReplicaDatabase::Options database;
    database.path = profile.replicaPath(m_address.city);
    database.registry = &records::Registry::standard();
    database.clock = options.clock;
    database.random = options.random;
    m_replica = std::make_unique<replica::Replica>(
        database, QFileInfo(database.path).dir().filePath(QStringLiteral("search.db")));
    m_photos = std::make_unique<PhotoShelf>(
        *m_replica, profile.photoFolder(m_address.city), *options.clock);
    m_photos->onArrived([this](const base::BlobId &blob) {
        QMetaObject::invokeMethod(
            this, [this, blob] { Q_EMIT photoArrived(blob); }, Qt::QueuedConnection);
    });
    m_store = std::make_unique<ReplicaSyncStore>(*m_replica, m_photos.get());
    m_thread.setObjectName(QStringLiteral("sync"));
    qRegisterMetaType<sync::SyncStatus>();
    qRegisterMetaType<sync::EndReason>();
    qRegisterMetaType<base::Error>();
}

base::Result<std::unique_ptr<CityClient>> CityClient::open(
    const Profile &profile, const sync::ServerAddress &address, const Options &options)
{
    std::unique_ptr<CityClient> client(new CityClient(profile, address, options));
    SPILNO_TRY(client->m_replica->open());
    client->m_replica->setIdentity(profile.identity());
    client->stewardWhenRulesChange();
    client->scrubWhenIdle();
    client->m_thread.start();
    return client;
}

void CityClient::handOver(QThread *thread)
{
    m_replica->moveToThread(thread);
    m_thread.moveToThread(thread);
    m_idle.moveToThread(thread);
    moveToThread(thread);
}

void CityClient::stewardWhenRulesChange()
{
    const auto steward = [this] {
        (void)m_replica->write([](ReplicaDatabase &database) { return database.steward(); });
        wake();
    };
    connect(
        m_replica.get(), &replica::Replica::changed, this,
        [steward](const replica::ChangeSet &changes) {
            if (changes.rulesChanged)
                steward();
        });
}

void CityClient::scrubWhenIdle()
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdleMs);
    const auto wait = [this] { m_idle.start(); };
    connect(m_replica.get(), &replica::Replica::changed, this, wait);
    connect(&m_idle, &QTimer::timeout, this, [this, wait] {
        (void)m_replica->scrubIfDue();
        wait(); // it may have been busy
    });
    wait();
}

CityClient::~CityClient()
{
    stopSync();
    m_thread.quit();
    m_thread.wait();
    m_photos.reset(); // it asks the replica
    m_replica->close();
}

void CityClient::startSync(sync::SyncMode mode)
{
    stopSync();
    m_mode = mode;
    sync::SyncWorker::Options options;
    options.address = m_address;
    options.mode = mode;
    options.makeTransport = [] {
        return std::make_unique<sync::TlsTransport>(sync::TlsTransport::Options{});
    };
    options.clock = m_options.clock;
    options.random = m_options.random;
    m_worker = new sync::SyncWorker(std::move(options), *m_store);
    m_worker->moveToThread(&m_thread);
    connect(m_worker, &sync::SyncWorker::statusChanged, this, [this](const sync::SyncStatus &now) {
        m_status = now;
        Q_EMIT statusChanged(now);
    });
    connect(m_worker, &sync::SyncWorker::finished, this, &CityClient::synced);
    QMetaObject::invokeMethod(m_worker, &sync::SyncWorker::start, Qt::QueuedConnection);
}

void CityClient::stopSync()
{
    if (m_worker == nullptr)
        return;
    m_worker->disconnect(this);
    // It ends once the replica has answered all it was asked.
    QSemaphore ended;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, &ended] {
        worker->stop();
        const auto end = [worker, &ended] {
            worker->deleteLater();
            ended.release();
        };
        if (worker->isRunning())
            connect(worker, &sync::SyncWorker::finished, worker, end);
        else
            end();
    });
    ended.acquire();
    m_worker = nullptr;
}

void CityClient::setAddress(const sync::ServerAddress &address)
{
    m_address = address;
    if (m_worker != nullptr)
        startSync(m_mode);
}

void CityClient::wake()
{
    if (m_worker != nullptr)
        QMetaObject::invokeMethod(m_worker, &sync::SyncWorker::localWork, Qt::QueuedConnection);
}

void CityClient::retryNow()
{
    if (m_worker != nullptr)
        QMetaObject::invokeMethod(m_worker, &sync::SyncWorker::retryNow, Qt::QueuedConnection);
}

void CityClient::wantPhoto(const base::BlobId &blob)
{
    m_photos->want(blob);
    if (m_worker != nullptr)
        QMetaObject::invokeMethod(m_worker, &sync::SyncWorker::blobWork, Qt::QueuedConnection);
}

QFuture<base::Result<>> CityClient::enrol(
    const std::shared_ptr<const replica::Identity> &identity,
    const QString &displayName,
    const QString &invitationCode)
{
    m_replica->setIdentity(identity);
    return m_replica->write([identity, displayName, invitationCode](ReplicaDatabase &database) {
        return enterCity(database, *identity, displayName, invitationCode);
    });
}

} // namespace spilno::profile
