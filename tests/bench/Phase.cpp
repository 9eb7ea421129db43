// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Phase.h"

#include <QtCore/QDirIterator>
#include <QtCore/QJsonDocument>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>

namespace spilno::bench {

namespace {

double seconds(const timeval &time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

rusage usage()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return used;
}

double rounded(double value, double step)
{
    return std::round(value / step) * step;
}

} // namespace

Phase::Phase(const QString &name)
    : m_name(name)
{
    const rusage used = usage();
    m_cpuBefore = seconds(used.ru_utime) + seconds(used.ru_stime);
    m_timer.start();
}

void Phase::addLatencies(std::vector<double> milliseconds)
{
    if (milliseconds.empty())
        return;
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&milliseconds](double part) {
        const auto last = static_cast<double>(milliseconds.size() - 1);
        return rounded(milliseconds[static_cast<std::size_t>(part * last)], 0.001);
    };
    add(QStringLiteral("p50_ms"), at(0.50));
    add(QStringLiteral("p95_ms"), at(0.95));
    add(QStringLiteral("p99_ms"), at(0.99));
}

void Phase::finish(qint64 records)
{
    const double took = static_cast<double>(m_timer.nsecsElapsed()) / 1e9;
    const rusage used = usage();
    const double cpu = seconds(used.ru_utime) + seconds(used.ru_stime) - m_cpuBefore;
    QJsonObject line = m_more;
    line.insert(QStringLiteral("phase"), m_name);
    line.insert(QStringLiteral("n"), records);
    line.insert(QStringLiteral("seconds"), rounded(took, 0.001));
    line.insert(QStringLiteral("records_per_s"), std::round(static_cast<double>(records) / took));
    line.insert(QStringLiteral("cpu_s"), rounded(cpu, 0.01));
    line.insert(
        QStringLiteral("peak_rss_mb"), std::round(static_cast<double>(used.ru_maxrss) / 1024));
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

qint64 bytesBelow(const QString &folder)
{
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

void giveUp(const QString &why)
{
    std::fprintf(stderr, "spilno-bench: %s\n", qPrintable(why));
    std::exit(1);
}

} // namespace spilno::bench
