// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/BundleJob.h"

#include "app/session/WhenDone.h"
#include "core/profile/ReplicaSyncStore.h"

#include <QFile>
#include <QSaveFile>
#include <QSemaphore>

#include <functional>

namespace spilno::session {

using base::ErrorCode;
using base::failure;
using base::Result;
using replica::ReplicaDatabase;
using sync::BundleExport;
using sync::BundleImport;

/// An import with its file; everything of it happens on one thread.
class BundleJob::Reading : public QObject
{
public:
    using Done = std::function<void(const Result<BundleImport::Counts> &)>;

    Reading(replica::Replica &replica, const QString &path, Done done)
        : m_replica(replica)
        , m_store(replica)
        , m_file(path)
        , m_done(std::move(done))
    {
    }

    void start(QThread *thread)
    {
        m_file.moveToThread(thread);
        moveToThread(thread);
        QMetaObject::invokeMethod(
            this, [this] { open(); }, Qt::QueuedConnection);
    }

    /// From any other thread: waits until the import has let go of the replica.
    void abandon()
    {
        QMetaObject::invokeMethod(
            this, [this] { m_file.close(); }, Qt::QueuedConnection);
        m_ended.acquire();
    }

private:
    void open()
    {
        if (!m_file.open(QIODevice::ReadOnly)) {
            say(failure(ErrorCode::NotFound, m_file.errorString()));
            return;
        }
        const auto carry = [this](const log::VerifiedRun &run) {
            whenDone(
                this, m_replica.write([run](ReplicaDatabase &db) { return db.carry(run); }),
                [this](const Result<> &kept) {
                    if (!kept)
                        m_kept = kept;
                });
        };
        m_import = std::make_unique<BundleImport>(m_file, m_store, carry);
        connect(
            m_import.get(), &BundleImport::finished, this, [this] { finish(); },
            Qt::QueuedConnection);
        connect(
            m_import.get(), &BundleImport::failed, this,
            [this](const base::Error &error) { say(failure(error)); }, Qt::QueuedConnection);
        m_import->start();
    }

    /// Behind the runs that are still being kept.
    void finish()
    {
        whenDone(
            this, m_replica.write([](ReplicaDatabase &) { return Result<>(); }),
            [this](const Result<> &) {
                if (m_kept)
                    say(m_import->counts());
                else
                    say(failure(m_kept.error()));
            });
    }

    void say(const Result<BundleImport::Counts> &outcome)
    {
        m_import.reset();
        m_file.close();
        m_done(outcome);
        m_ended.release();
    }

    replica::Replica &m_replica;
    profile::ReplicaSyncStore m_store;
    QFile m_file;
    Done m_done;
    std::unique_ptr<BundleImport> m_import;
    Result<> m_kept;
    QSemaphore m_ended;
};

BundleJob::BundleJob(replica::Replica &replica, QObject *parent)
    : QObject(parent)
    , m_replica(replica)
{
    m_thread.setObjectName(QStringLiteral("bundle"));
}

BundleJob::~BundleJob()
{
    *m_stopped = true;
    if (m_reading)
        m_reading->abandon();
    m_thread.quit();
    m_thread.wait();
}

Result<base::CityId> BundleJob::cityOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::NotFound, file.errorString());
    SPILNO_ASSIGN(const sync::BundleOrigin origin, sync::BundleReader(file).begin());
    return origin.city();
}

void BundleJob::exportTo(const QString &path, qint64 nowMs)
{
    if (std::exchange(m_running, true))
        return;
    const auto write = [path, nowMs, stopped = m_stopped](
                           ReplicaDatabase &database) -> Result<BundleExport::Counts> {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return failure(ErrorCode::ReadOnly, file.errorString());
        SPILNO_ASSIGN(
            const auto counts, BundleExport(database, file, nowMs).run([&stopped](const auto &) {
                return !*stopped;
            }));
        if (!file.commit())
            return failure(ErrorCode::DiskFull, file.errorString());
        return counts;
    };
    whenDone(this, m_replica.write(write), [this](const Result<BundleExport::Counts> &written) {
        m_running = false;
        if (written)
            Q_EMIT exported(*written);
        else
            Q_EMIT failed(written.error());
    });
}

void BundleJob::importFrom(const QString &path)
{
    if (std::exchange(m_running, true))
        return;
    m_thread.start();
    m_reading = std::make_unique<Reading>(
        m_replica, path, [this](const Result<BundleImport::Counts> &outcome) {
            QMetaObject::invokeMethod(
                this, [this, outcome] { end(outcome); }, Qt::QueuedConnection);
        });
    m_reading->start(&m_thread);
}

void BundleJob::end(const Result<BundleImport::Counts> &outcome)
{
    m_running = false;
    m_thread.quit();
    m_thread.wait();
    m_reading.reset();
    if (outcome)
        Q_EMIT imported(*outcome);
    else
        Q_EMIT failed(outcome.error());
}

} // namespace spilno::session
