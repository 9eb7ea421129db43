// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/commands/ControlSocket.h"

#include <QtCore/QJsonDocument>
#include <QtNetwork/QLocalSocket>

namespace spilno::server {

namespace {

constexpr int kAnswerMs = 10'000;
constexpr qint64 kControlLineBytesMax = 256 * 1024;

} // namespace

ControlSocket::ControlSocket(const ServerHost &host)
    : m_host(host)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &ControlSocket::accept);
}

ControlSocket::~ControlSocket()
{
    m_server.close();
}

base::Result<> ControlSocket::listen()
{
    const QString path = m_host.folder().controlSocket();
    // Left behind by a process that was killed: the folder's lock says that no other one runs.
    QLocalServer::removeServer(path);
    if (!m_server.listen(path))
        return base::failure(base::ErrorCode::Io, m_server.errorString());
    return {};
}

void ControlSocket::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() > kControlLineBytesMax)
                    socket->abort();
                return;
            }
            QJsonObject answer;
            if (socket->readLine(kControlLineBytesMax).trimmed() == "status")
                answer = m_host.status();
            else
                answer.insert(QStringLiteral("error"), QStringLiteral("unknown question"));
            socket->write(QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n');
            socket->disconnectFromServer();
        });
    }
}

base::Result<QJsonObject> ControlSocket::ask(const DataFolder &folder, const QByteArray &question)
{
    QLocalSocket socket;
    socket.connectToServer(folder.controlSocket());
    if (!socket.waitForConnected(kAnswerMs))
        return base::failure(base::ErrorCode::NotFound, socket.errorString());
    socket.write(question + '\n');
    QByteArray line;
    while (!line.endsWith('\n') && line.size() < kControlLineBytesMax) {
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(kAnswerMs))
            break;
        line += socket.readAll();
    }
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return base::failure(
            base::ErrorCode::Busy, QStringLiteral("the running server does not answer"));
    return document.object();
}

} // namespace spilno::server
