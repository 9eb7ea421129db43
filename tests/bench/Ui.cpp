// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Benches.h"
#include "tests/bench/Phase.h"
#include "tests/bench/Workload.h"

#include "core/replica/Replica.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QEventLoop>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtCore/QThread>

#include <algorithm>

namespace spilno::bench {

namespace {

constexpr int kPaintedWithinMs = 60'000;
constexpr unsigned long kSettledMs = 2'000;

/// What a process holds in memory, of /proc; 0 where there is no such thing.
double residentMegabytes(qint64 process)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').value(0).toDouble() / 1024;
    }
    return 0;
}

/// The replica a desktop finds after days of use: everything applied, everything searchable.
void prepare(Workload &workload)
{
    const auto owner = workload.openOwner();
    const auto options = workload.ownerReplica(*owner);
    {
        auto opened = replica::ReplicaDatabase::open(options);
        if (!opened)
            giveUp(opened.error().detail);
        workload.pullInto(**opened);
    }
    replica::Replica replica(
        options, QFileInfo(options.path).dir().filePath(QStringLiteral("search.db")));
    if (auto opened = replica.open(); !opened)
        giveUp(opened.error().detail);
    QEventLoop loop;
    QObject::connect(&replica, &replica::Replica::searchCompleted, &loop, &QEventLoop::quit);
    replica.startSearch();
    while (!replica.isSearchComplete())
        loop.exec();
    replica.close();
    // Nobody listens there: the desktop works without the city.
    if (!owner->rememberCity(
            {workload.city().id, QStringLiteral("Вимірне"),
             QStringLiteral("spilno://127.0.0.1:9#") + workload.city().id.toHex()}))
        giveUp(QStringLiteral("the profile does not take the city"));
}

} // namespace

void ui(qint64 changes, int starts)
{
    Workload::Shape shape;
    shape.changes = changes;
    shape.passphrase.clear();
    Workload workload(shape);
    workload.fill();
    prepare(workload);
    Phase phase(QStringLiteral("desktop started, first list painted"));
    std::vector<double> each;
    std::vector<double> memory;
    for (int i = 0; i < starts; ++i) {
        QProcess desktop;
        desktop.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QElapsedTimer timer;
        timer.start();
        desktop.start(
            QFileInfo(QCoreApplication::applicationFilePath())
                .dir()
                .filePath(QStringLiteral("spilno")),
            {QStringLiteral("--measured"), QStringLiteral("--profile"),
             workload.path(QStringLiteral("owner"))});
        if (!desktop.waitForReadyRead(kPaintedWithinMs))
            giveUp(QStringLiteral("the desktop painted no list"));
        each.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        QThread::msleep(kSettledMs);
        memory.push_back(residentMegabytes(desktop.processId()));
        desktop.terminate();
        if (!desktop.waitForFinished(kPaintedWithinMs))
            desktop.kill();
    }
    std::sort(memory.begin(), memory.end());
    phase.add(QStringLiteral("desktop_rss_mb"), memory[memory.size() / 2]);
    phase.addLatencies(std::move(each));
    phase.finish(starts);
}

} // namespace spilno::bench
