// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/BlobFolder.h"

#include "core/base/Limits.h"
#include "core/crypto/Hashing.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

#include <cerrno>

namespace spilno::replica {

using base::ErrorCode;
using base::failure;

namespace {

tl::unexpected<base::Error> writeError(int reason, const QString &sentence)
{
    const ErrorCode code = reason == ENOSPC                      ? ErrorCode::DiskFull
                           : reason == EACCES || reason == EROFS ? ErrorCode::ReadOnly
                                                                 : ErrorCode::Io;
    return failure(code, sentence);
}

} // namespace

std::uint64_t blobChunks(qint64 bytes)
{
    return static_cast<std::uint64_t>(
        (bytes + limits::kBlobChunkBytes - 1) / limits::kBlobChunkBytes);
}

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

QString BlobFolder::partPath(const base::BlobId &blob) const
{
    return path(blob) + QStringLiteral(".part");
}

QString BlobFolder::sentPath(const base::BlobId &blob) const
{
    return path(blob) + QStringLiteral(".sent");
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
    return writeError(errno, file.errorString());
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

std::vector<BlobFolder::Kept> BlobFolder::list() const
{
    std::vector<Kept> all;
    QDirIterator files(m_folder, QDir::Files);
    while (files.hasNext()) {
        files.next();
        const QFileInfo file = files.fileInfo();
        const auto blob = base::BlobId::fromHex(file.fileName());
        if (!blob)
            continue;
        const bool atServer = sentChunks(*blob) >= blobChunks(file.size());
        all.push_back({*blob, file.size(), file.lastRead().toMSecsSinceEpoch(), atServer});
    }
    return all;
}

void BlobFolder::remove(const base::BlobId &blob) const
{
    for (const QString &file : {path(blob), partPath(blob), sentPath(blob)})
        QFile::remove(file);
}

base::Result<QByteArray> BlobFolder::readChunk(const base::BlobId &blob, std::uint64_t chunk) const
{
    QFile file(path(blob));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::NotFound, QStringLiteral("the file is not here"));
    if (chunk >= blobChunks(file.size()) ||
        !file.seek(static_cast<qint64>(chunk) * limits::kBlobChunkBytes))
        return failure(ErrorCode::NotFound, QStringLiteral("the file has no such chunk"));
    return file.read(limits::kBlobChunkBytes);
}

std::uint64_t BlobFolder::arrivedChunks(const base::BlobId &blob) const
{
    return static_cast<std::uint64_t>(QFileInfo(partPath(blob)).size() / limits::kBlobChunkBytes);
}

base::Result<bool> BlobFolder::addChunk(
    const base::BlobId &blob,
    std::uint64_t chunk,
    std::uint64_t chunks,
    const QByteArray &bytes) const
{
    if (has(blob))
        return true;
    const bool last = chunk + 1 == chunks;
    if (chunk > arrivedChunks(blob) || chunks > limits::kBlobChunksMax ||
        (!last && bytes.size() != limits::kBlobChunkBytes))
        return failure(ErrorCode::InvalidArgument, QStringLiteral("not the next chunk"));
    if (!QDir().mkpath(m_folder))
        return failure(ErrorCode::ReadOnly, QStringLiteral("the folder of files"));
    {
        // What a cut left of a chunk is written over.
        QFile part(partPath(blob));
        errno = 0;
        const qint64 at = static_cast<qint64>(chunk) * limits::kBlobChunkBytes;
        if (!part.open(QIODevice::ReadWrite) || !part.resize(at) || !part.seek(at) ||
            part.write(bytes) != bytes.size() || !part.flush())
            return writeError(errno, part.errorString());
        if (!last)
            return false;
        part.seek(0);
        if (blobId(base::view(part.readAll())) != blob) {
            part.remove();
            return failure(ErrorCode::BadSignature, QStringLiteral("other bytes than the name"));
        }
    }
    errno = 0;
    QFile whole(partPath(blob));
    if (!whole.rename(path(blob)))
        return writeError(errno, whole.errorString());
    return true;
}

std::uint64_t BlobFolder::sentChunks(const base::BlobId &blob) const
{
    QFile file(sentPath(blob));
    return file.open(QIODevice::ReadOnly) ? file.read(20).trimmed().toULongLong() : 0;
}

base::Result<> BlobFolder::setSentChunks(const base::BlobId &blob, std::uint64_t chunks) const
{
    if (chunks == 0) {
        QFile::remove(sentPath(blob));
        return {};
    }
    QSaveFile file(sentPath(blob));
    errno = 0;
    const QByteArray text = QByteArray::number(static_cast<qulonglong>(chunks));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return writeError(errno, file.errorString());
    return {};
}

} // namespace spilno::replica
