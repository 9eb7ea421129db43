// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/log/ServerLog.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonDocument>
#include <QtCore/QTimeZone>

#include <cstdio>

namespace spilno::server {

namespace {

QString levelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return QStringLiteral("debug");
    case LogLevel::Info:
        return QStringLiteral("info");
    case LogLevel::Warning:
        return QStringLiteral("warning");
    case LogLevel::Error:
        break;
    }
    return QStringLiteral("error");
}

} // namespace

ServerLog::ServerLog(const base::Clock &clock, Sink sink, LogLevel least)
    : m_clock(clock)
    , m_sink(std::move(sink))
    , m_least(least)
{
}

void ServerLog::write(LogLevel level, const QString &event, const QJsonObject &fields)
{
    if (level < m_least || !m_sink)
        return;
    QJsonObject line = fields;
    line.insert(
        QStringLiteral("time"), QDateTime::fromMSecsSinceEpoch(m_clock.wallMs(), QTimeZone::utc())
                                    .toString(Qt::ISODateWithMs));
    line.insert(QStringLiteral("level"), levelName(level));
    line.insert(QStringLiteral("event"), event);
    const QByteArray bytes = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    const std::lock_guard lock(m_mutex);
    m_sink(bytes);
}

ServerLog::Sink ServerLog::standardError()
{
    return [](const QByteArray &line) {
        std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
        std::fflush(stderr);
    };
}

} // namespace spilno::server
