// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/sync/ServerAddress.h"

#include <QtCore/QByteArray>
#include <QtCore/QObject>

#include <vector>

namespace spilno::sync {

/// An encrypted stream of bytes to one server, and nothing of what the bytes mean. Owned by a
/// SyncWorker and used in its thread. A transport serves one connection: it emits connected() or
/// failed() once, and closed() once after connected().
class Transport : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Tries the places in turn until one answers.
    virtual void connectTo(const std::vector<ServerEndpoint> &endpoints) = 0;
    virtual void write(const QByteArray &bytes) = 0;
    /// At most `maxBytes` that arrived; what is not read holds the sender back.
    [[nodiscard]] virtual QByteArray read(qint64 maxBytes) = 0;
    /// Written, but not yet handed to the network.
    [[nodiscard]] virtual qint64 bytesToWrite() const = 0;
    /// Sends what is written and ends the stream; closed() follows. Ends an attempt at once.
    virtual void close() = 0;

Q_SIGNALS:
    /// The stream stands. The SHA-256 of the server's certificate, in DER, is what the server must
    /// prove to own.
    void connected(const QByteArray &certificateSha256);
    void readyRead();
    /// The network took this many bytes.
    void bytesWritten(qint64 bytes);
    /// No place answered: Network, with the last failure as detail.
    void failed(const spilno::base::Error &error);
    /// The stream ended, from either side.
    void closed();
};

} // namespace spilno::sync
