// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <QtNetwork/QTcpServer>

namespace spilno::test {

/// How long a test waits for a program.
inline constexpr int kPatienceMs = 120'000;

/// How a program ended and what it said.
struct Outcome
{
    int code = -1;
    QString out;
    QString err;

    [[nodiscard]] QJsonObject json() const
    {
        return QJsonDocument::fromJson(out.toUtf8()).object();
    }
};

/// Nobody listens on it at the moment.
inline quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

} // namespace spilno::test
