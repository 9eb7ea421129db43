// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/keys/PrivateFile.h"

#include <QtCore/QFile>
#include <QtCore/QSaveFile>

namespace spilno::server {

namespace {

base::ErrorCode codeOf(QFileDevice::FileError error)
{
    switch (error) {
    case QFileDevice::PermissionsError:
    case QFileDevice::OpenError:
        return base::ErrorCode::ReadOnly;
    case QFileDevice::ResourceError:
        return base::ErrorCode::DiskFull;
    default:
        return base::ErrorCode::Io;
    }
}

} // namespace

base::Result<> writePrivateFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return base::failure(
            file.error() == QFileDevice::ResourceError ? base::ErrorCode::DiskFull
                                                       : base::ErrorCode::ReadOnly,
            QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
    if (!file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return base::failure(
            codeOf(file.error()),
            QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
    return {};
}

base::Result<QByteArray> readWholeFile(const QString &path, qint64 maxBytes)
{
    QFile file(path);
    if (!file.exists())
        return base::failure(
            base::ErrorCode::NotFound, QStringLiteral("%1 does not exist").arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return base::failure(
            base::ErrorCode::Io,
            QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    QByteArray bytes = file.read(maxBytes + 1);
    if (bytes.size() > maxBytes)
        return base::failure(
            base::ErrorCode::LimitExceeded, QStringLiteral("%1 is too large").arg(path));
    return bytes;
}

} // namespace spilno::server
