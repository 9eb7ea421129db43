// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonObject>
#include <QtCore/QString>

#include <vector>

namespace spilno::bench {

/// One measured phase of this process; prints one JSON line on stdout. Fields: phase, n, seconds,
/// records_per_s, cpu_s (user and system, all threads), peak_rss_mb, and what the caller adds.
class Phase
{
public:
    /// Starts the clocks.
    explicit Phase(const QString &name);

    void add(const QString &name, double value) { m_more.insert(name, value); }
    /// p50_ms, p95_ms and p99_ms of single operations.
    void addLatencies(std::vector<double> milliseconds);
    void finish(qint64 records);

private:
    QString m_name;
    QJsonObject m_more;
    QElapsedTimer m_timer;
    double m_cpuBefore = 0;
};

/// Bytes of all files below a folder.
[[nodiscard]] qint64 bytesBelow(const QString &folder);

/// Prints the reason and ends the program with exit code 1.
[[noreturn]] void giveUp(const QString &why);

} // namespace spilno::bench
