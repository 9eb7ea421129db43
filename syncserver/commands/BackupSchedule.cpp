// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/commands/BackupSchedule.h"

#include "syncserver/commands/Sentences.h"
#include "syncserver/store/CityBackup.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QTimeZone>

#include <algorithm>

namespace spilno::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLookEveryMs = 30'000;
constexpr qint64 kLeastMs = 1'000;

QString nameFormat()
{
    return u"'city-'yyyyMMdd-HHmmss'.spilno-backup'"_s;
}

/// The backups in a folder, the newest first. Their names sort by time.
QStringList backupsIn(const QString &folder)
{
    return QDir(folder).entryList(
        {u"city-*-*.spilno-backup"_s}, QDir::Files, QDir::Name | QDir::Reversed);
}

qint64 newestMs(const QString &folder)
{
    const QStringList names = backupsIn(folder);
    if (names.isEmpty())
        return 0;
    QDateTime made = QDateTime::fromString(names.front(), nameFormat());
    made.setTimeZone(QTimeZone::utc());
    return made.isValid() ? made.toMSecsSinceEpoch() : 0;
}

} // namespace

std::optional<qint64> BackupSchedule::duration(const QString &text)
{
    static const QHash<QChar, qint64> units{
        {u's', 1'000}, {u'm', 60'000}, {u'h', 3'600'000}, {u'd', 86'400'000}, {u'w', 604'800'000}};
    bool ok = false;
    const qint64 count = text.chopped(std::min<qsizetype>(1, text.size())).toLongLong(&ok);
    const qint64 unit = text.isEmpty() ? 0 : units.value(text.back());
    if (!ok || count <= 0 || unit == 0 || count > 10'000)
        return std::nullopt;
    return count * unit;
}

std::optional<QString> BackupSchedule::read(const CommandLine &line, Plan &plan)
{
    if (!line.has(u"every"_s)) {
        if (line.has(u"keep"_s) || line.has(u"to"_s))
            return Sentences::tr("--keep and --to go with --every.");
        return std::nullopt;
    }
    const auto every = duration(line.value(u"every"_s));
    if (!every || *every < kLeastMs)
        return Sentences::tr("--every needs a time such as 1d, 12h or 30m.");
    plan.everyMs = *every;
    if (!line.has(u"to"_s))
        return Sentences::tr("--every needs --to with a folder for the backups.");
    plan.folder = QDir(line.value(u"to"_s)).absolutePath();
    if (line.has(u"keep"_s)) {
        plan.keep = line.value(u"keep"_s).toInt();
        if (plan.keep < 1)
            return Sentences::tr("--keep needs a number from 1.");
    }
    return std::nullopt;
}

BackupSchedule::BackupSchedule(Plan plan, DataFolder city, const base::Clock &clock, ServerLog &log)
    : m_plan(std::move(plan))
    , m_city(std::move(city))
    , m_clock(clock)
    , m_log(log)
{
    m_thread.setMaxThreadCount(1);
    connect(&m_timer, &QTimer::timeout, this, &BackupSchedule::checkDue);
}

BackupSchedule::~BackupSchedule()
{
    m_timer.stop();
    m_thread.waitForDone();
}

void BackupSchedule::start()
{
    m_timer.start(static_cast<int>(std::min<qint64>(kLookEveryMs, m_plan.everyMs)));
    checkDue();
}

void BackupSchedule::checkDue()
{
    if (m_thread.activeThreadCount() > 0)
        return;
    // By the wall clock and what lies in the folder: a restart neither skips nor repeats one.
    const qint64 now = m_clock.wallMs();
    const qint64 last = std::max(newestMs(m_plan.folder), m_lastTryMs);
    if (last <= now && now - last < m_plan.everyMs)
        return;
    m_lastTryMs = now;
    m_thread.start([this] { make(); });
}

void BackupSchedule::make()
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_clock.wallMs(), QTimeZone::utc());
    const QString file = m_plan.folder + u'/' + now.toString(nameFormat());
    base::Result<CityBackup::Content> made =
        QDir().mkpath(m_plan.folder)
            ? CityBackup::write(m_city, file, m_clock)
            : base::failure(base::ErrorCode::ReadOnly, m_plan.folder + u" cannot be made");
    if (!made) {
        m_log.write(
            LogLevel::Error, u"backup-failed"_s,
            {{u"reason"_s, base::errorCodeName(made.error().code)},
             {u"detail"_s, made.error().detail}});
        return;
    }
    m_log.write(LogLevel::Info, u"backup"_s, {{u"file"_s, file}, {u"bytes"_s, made->bytes}});
    const QStringList names = backupsIn(m_plan.folder);
    for (const QString &old : names.mid(m_plan.keep))
        QFile::remove(m_plan.folder + u'/' + old);
}

} // namespace spilno::server
