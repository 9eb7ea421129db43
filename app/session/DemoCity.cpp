// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/DemoCity.h"

#include "app/session/WhenDone.h"

#include "core/crypto/Sodium.h"
#include "core/import/MapLayerImport.h"
#include "core/import/RequestImport.h"

#include <QDeadlineTimer>
#include <QFile>

/// The linker drops the resources of a static library that nobody asks for; asked for from the
/// global namespace.
static void initialiseSample()
{
    Q_INIT_RESOURCE(demonstration);
}

namespace spilno::session {

using base::ErrorCode;
using base::failure;
using base::Result;
using import::RequestImport;

namespace {

constexpr int kExchangeMs = 60'000; ///< For the departments to reach the city and come back.
constexpr int kPollMs = 100;

QString completeMark(const QString &folder)
{
    return folder + QStringLiteral("/demonstration-complete");
}

QString mapMark(const QString &folder)
{
    return folder + QStringLiteral("/demonstration-map");
}

Result<> leaveMark(const QString &path)
{
    QFile mark(path);
    if (!mark.open(QIODevice::WriteOnly))
        return failure(ErrorCode::ReadOnly, QStringLiteral("%1 cannot be written").arg(path));
    return {};
}

/// The requests as a file that the importer can read, with room for its rejects beside it.
Result<QString> writeSample(const QString &folder)
{
    const QString path = folder + QStringLiteral("/requests.csv");
    QFile::remove(path);
    if (!QFile::copy(QStringLiteral(":/spilno/demonstration/requests.csv"), path))
        return failure(ErrorCode::ReadOnly, QStringLiteral("%1 cannot be written").arg(path));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return path;
}

} // namespace

DemoCity::DemoCity(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_work(QStringLiteral("demonstration"))
{
    initialiseSample();
}

DemoCity::~DemoCity()
{
    m_stopped = true;
    m_work.finish();
}

void DemoCity::open(const QString &folder)
{
    m_folder = folder;
    if (!profile::Profile::exists(folder)) {
        make();
        return;
    }
    whenDone(this, m_session.openProfile(folder), [this](const Result<> &opened) {
        // A first run that was cut off before there was a city goes on here.
        if (opened && m_session.cities().isEmpty())
            found();
        else if (opened)
            cityOpened();
        else
            Q_EMIT failed(opened.error());
    });
}

void DemoCity::make()
{
    whenDone(
        this, m_session.createProfile(m_folder, crypto::SecretBytes()),
        [this](const Result<QString> &made) {
            if (made)
                found();
            else
                Q_EMIT failed(made.error());
        });
}

void DemoCity::found()
{
    whenDone(
        this,
        m_session.foundCity(
            tr("Demonstration city"), QStringLiteral("Europe/Kyiv"), tr("Oksana Koval")),
        [this](const Result<> &founded) {
            if (founded)
                cityOpened();
            else
                Q_EMIT failed(founded.error());
        });
}

void DemoCity::cityOpened()
{
    SessionContext *context = m_session.context();
    Q_EMIT opened();
    const bool isComplete =
        QFile::exists(completeMark(m_folder)) && QFile::exists(mapMark(m_folder));
    if (context == nullptr || m_session.isLocked() || isComplete) {
        Q_EMIT filled();
        return;
    }
    whenDone(
        this, m_work.run([this, &replica = context->replica(), person = m_session.identity()] {
            // A city of before there were maps gets its map, too.
            const Result<> drawn = importMap(replica, person);
            return drawn ? import(replica, person) : drawn;
        }),
        [this](const Result<> &imported) {
            if (imported)
                Q_EMIT filled();
            else
                Q_EMIT failed(imported.error());
        });
}

Result<> DemoCity::importMap(
    replica::Replica &replica, const std::shared_ptr<const replica::Identity> &person) const
{
    if (QFile::exists(mapMark(m_folder)))
        return {};
    QFile file(QStringLiteral(":/spilno/demonstration/neighbourhoods.geojson"));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Io, file.errorString());
    const auto read = import::GeoJsonReader::read(file.readAll());
    if (read.fault)
        return failure(ErrorCode::Malformed, QStringLiteral("the map of the demonstration"));
    import::MapLayerWords words;
    words.name = QStringLiteral("Boston neighbourhoods");
    words.nameUk = QStringLiteral("Райони Бостона");
    words.attribution = QStringLiteral("City of Boston, PDDL");
    words.licence = QStringLiteral("PDDL-1.0");
    auto written = replica.write(
        [person, words, bytes = read.layer.bytes](
            replica::ReplicaDatabase &database) -> Result<import::MapLayerImport::Done> {
            crypto::SystemRandom random;
            return import::MapLayerImport::write(database, person->person, random, words, bytes);
        });
    written.waitForFinished();
    SPILNO_TRY(written.result());
    return leaveMark(mapMark(m_folder));
}

Result<> DemoCity::import(
    replica::Replica &replica, const std::shared_ptr<const replica::Identity> &person)
{
    if (QFile::exists(completeMark(m_folder)))
        return {};
    SPILNO_ASSIGN(const QString path, writeSample(m_folder));
    crypto::SystemRandom random;
    RequestImport job(replica, person, random, {path, QStringLiteral("boston-311"), 200});
    const auto watch = [this](const RequestImport::Progress &) { return !m_stopped; };
    SPILNO_TRY(job.survey(watch));
    QDeadlineTimer deadline(kExchangeMs);
    for (;;) {
        SPILNO_ASSIGN(const bool ready, job.prepare());
        if (ready)
            break;
        if (deadline.hasExpired() || m_stopped)
            return failure(ErrorCode::Busy, QStringLiteral("the city did not answer in time"));
        // What it prepared waits in the outbox, and no record tells of it.
        QMetaObject::invokeMethod(
            &m_session,
            [session = &m_session] {
                if (SessionContext *context = session->context())
                    context->retryNow();
            },
            Qt::QueuedConnection);
        QThread::msleep(kPollMs);
    }
    SPILNO_TRY(job.run(watch));
    QFile::remove(path);
    return leaveMark(completeMark(m_folder));
}

} // namespace spilno::session
