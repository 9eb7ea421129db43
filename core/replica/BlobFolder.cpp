// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/BlobFolder.h"

#include "core/base/Limits.h"
#include "core/crypto/Hashing.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

#include <cerrno>

namespace spilno::replica {

using base::ErrorCode;
using base::failure;

base::BlobId blobId(base::ByteView bytes)
{
    return crypto::blake2bAs<base::BlobId>("spilno-blob", {bytes});
}

BlobFolder::BlobFolder(QString folder)
    : m_folder(std::move(folder))
{
}

QString BlobFolder::path(const base::BlobId &blob) const
{
    return m_folder + u'/' + blob.toHex();
}

bool BlobFolder::has(const base::BlobId &blob) const
{
    return QFile::exists(path(blob));
}

base::Result<base::BlobId> BlobFolder::store(const QByteArray &bytes) const
{
    if (bytes.isEmpty())
        return failure(ErrorCode::InvalidArgument, QStringLiteral("an empty file"));
    if (bytes.size() > limits::kBlobBytesMax)
        return failure(ErrorCode::LimitExceeded, QStringLiteral("a file over 64 MiB"));
    const base::BlobId blob = blobId(base::view(bytes));
    if (has(blob))
        return blob;
    if (!QDir().mkpath(m_folder))
        return failure(ErrorCode::ReadOnly, QStringLiteral("the folder of files"));
    QSaveFile file(path(blob));
    errno = 0;
    const bool stored =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (stored)
        return blob;
    const int reason = errno;
    return failure(
        reason == ENOSPC
            ? ErrorCode::DiskFull
            : (reason == EACCES || reason == EROFS ? ErrorCode::ReadOnly : ErrorCode::Io),
        file.errorString());
}

base::Result<QByteArray> BlobFolder::read(const base::BlobId &blob) const
{
    QFile file(path(blob));
    if (!file.exists())
        return failure(ErrorCode::NotFound, QStringLiteral("the file is not here"));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Io, file.errorString());
    if (file.size() > limits::kBlobBytesMax)
        return failure(ErrorCode::Corrupt, QStringLiteral("a file over 64 MiB"));
    QByteArray bytes = file.readAll();
    if (blobId(base::view(bytes)) != blob)
        return failure(ErrorCode::Corrupt, QStringLiteral("other bytes than the name says"));
    return bytes;
}

} // namespace spilno::replica
