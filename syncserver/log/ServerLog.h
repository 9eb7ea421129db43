// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <QtCore/QJsonObject>
#include <QtCore/QString>

#include <functional>
#include <mutex>

namespace spilno::server {

enum class LogLevel : std::uint8_t { Debug, Info, Warning, Error };

/// The server's log: one JSON object a line with time, level and event. Any thread. No personal
/// data, no addresses of people who connect.
class ServerLog
{
public:
    using Sink = std::function<void(const QByteArray &line)>;

    /// Lines below `least` are left out. The sink is called by one thread at a time.
    ServerLog(const base::Clock &clock, Sink sink, LogLevel least = LogLevel::Info);

    void write(LogLevel level, const QString &event, const QJsonObject &fields = {});

    /// Writes lines to standard error.
    [[nodiscard]] static Sink standardError();

private:
    const base::Clock &m_clock;
    Sink m_sink;
    LogLevel m_least;
    std::mutex m_mutex;
};

} // namespace spilno::server
