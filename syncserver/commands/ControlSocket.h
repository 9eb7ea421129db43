// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/host/ServerHost.h"

#include "core/base/Result.h"

#include <QtCore/QJsonObject>
#include <QtNetwork/QLocalServer>

namespace spilno::server {

/// Where the commands on this machine ask a running server how it is: a local socket in the data
/// folder, for its owner only. A line in ("status"), a JSON line out. Lives on the main thread.
class ControlSocket : public QObject
{
    Q_OBJECT

public:
    /// `host` outlives it.
    explicit ControlSocket(const ServerHost &host);
    ~ControlSocket() override;

    /// Io when the socket cannot be made.
    [[nodiscard]] base::Result<> listen();

    /// What the server of the folder answers to `question`; NotFound when none runs. Blocks.
    [[nodiscard]] static base::Result<QJsonObject> ask(
        const DataFolder &folder, const QByteArray &question);

private:
    void accept();

    const ServerHost &m_host;
    QLocalServer m_server;
};

} // namespace spilno::server
