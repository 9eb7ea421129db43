// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/RunningWindow.h"

#include <QCryptographicHash>
#include <QLocalSocket>
#include <QStandardPaths>

namespace spilno::shell {

namespace {

constexpr int kAnswerMs = 1000;
constexpr qint64 kLinkBytesMax = 8192;

} // namespace

RunningWindow::RunningWindow(const QString &place, QObject *parent)
    : QObject(parent)
{
    const QByteArray hash =
        QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    m_name = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) +
             QStringLiteral("/spilno-window-") + QString::fromLatin1(hash);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &RunningWindow::accept);
}

bool RunningWindow::handOver(const QString &link) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(kAnswerMs))
        return false;
    socket.write(link.toUtf8().left(kLinkBytesMax) + '\n');
    return socket.waitForBytesWritten(kAnswerMs) && socket.waitForReadyRead(kAnswerMs);
}

void RunningWindow::listen()
{
    if (m_server.listen(m_name))
        return;
    // Left behind by a program that ended without a word: nobody answered there just now.
    QLocalServer::removeServer(m_name);
    (void)m_server.listen(m_name);
}

void RunningWindow::accept()
{
    QLocalSocket *socket = m_server.nextPendingConnection();
    if (socket == nullptr)
        return;
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (!socket->canReadLine() && socket->bytesAvailable() <= kLinkBytesMax)
            return;
        const QString link = QString::fromUtf8(socket->readLine(kLinkBytesMax + 1)).trimmed();
        socket->write("ok\n");
        socket->disconnectFromServer();
        Q_EMIT startedAgain(link);
    });
}

} // namespace spilno::shell
