// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/commands/CommandLine.h"
#include "syncserver/log/ServerLog.h"
#include "syncserver/store/DataFolder.h"

#include "core/base/Clock.h"

#include <QtCore/QObject>
#include <QtCore/QThreadPool>
#include <QtCore/QTimer>

namespace spilno::server {

/// Makes a backup of a city every so often into a folder and keeps the newest ones. Lives on the
/// main thread, works on one of its own.
class BackupSchedule : public QObject
{
    Q_OBJECT

public:
    struct Plan
    {
        qint64 everyMs = 0; ///< 0: none.
        int keep = 14;
        QString folder;
    };

    /// Reads --every, --keep and --to; what is wrong, translated, or nothing.
    [[nodiscard]] static std::optional<QString> read(const CommandLine &line, Plan &plan);
    /// 90s, 30m, 12h, 1d, 2w in milliseconds; nothing when it is none of these.
    [[nodiscard]] static std::optional<qint64> duration(const QString &text);

    /// `log` and `clock` outlive it.
    BackupSchedule(Plan plan, DataFolder city, const base::Clock &clock, ServerLog &log);
    /// Waits for a backup that is being made.
    ~BackupSchedule() override;

    /// The first one is made at once when the newest in the folder is older than the interval.
    void start();

private:
    void checkDue();
    void make();

    Plan m_plan;
    DataFolder m_city;
    const base::Clock &m_clock;
    ServerLog &m_log;
    QTimer m_timer;
    QThreadPool m_thread;
    qint64 m_lastTryMs = 0;
};

} // namespace spilno::server
