// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/store/BlobStore.h"

#include "syncserver/keys/PrivateFile.h"

#include "core/base/Limits.h"
#include "core/crypto/Hashing.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFileInfo>

namespace spilno::server {

namespace {

constexpr double kFreeAtLeast = 0.02;
constexpr qint64 kUploadLivesMs = 7LL * 24 * 3600 * 1000;

bool isSizeRight(const wire::BlobPutFrame &frame)
{
    const std::uint64_t most = limits::kBlobBytesMax / limits::kBlobChunkBytes;
    if (frame.chunks == 0 || frame.chunks > most || frame.chunk >= frame.chunks)
        return false;
    const bool last = frame.chunk + 1 == frame.chunks;
    return last ? !frame.bytes.isEmpty() && frame.bytes.size() <= limits::kBlobChunkBytes
                : frame.bytes.size() == limits::kBlobChunkBytes;
}

QString chunkFile(const QString &folder, std::uint64_t chunk)
{
    return folder + u'/' + QString::number(chunk);
}

} // namespace

base::BlobId blobId(base::ByteView content)
{
    return crypto::blake2bAs<base::BlobId>("spilno-blob", {content});
}

BlobStore::BlobStore(Options options)
    : m_options(std::move(options))
    , m_bytesByDevice(m_options.bytesPerDevice)
{
}

QString BlobStore::finishedFolder(const base::BlobId &blob) const
{
    const QString hex = blob.toHex();
    return m_options.folder + QStringLiteral("/whole/") + hex.left(2) + u'/' + hex;
}

QString BlobStore::uploadFolder(const base::PublicKey &device, const base::BlobId &blob) const
{
    return m_options.folder + QStringLiteral("/uploads/") + device.toHex() + u'/' + blob.toHex();
}

BlobAnswered BlobStore::get(const wire::BlobGetFrame &wanted) const
{
    const QDir folder(finishedFolder(wanted.blob));
    const auto bytes =
        readWholeFile(chunkFile(folder.path(), wanted.chunk), limits::kBlobChunkBytes);
    if (!bytes)
        return {false, wire::BlobDoneFrame{wanted.blob, wanted.chunk, false}};
    const auto chunks = static_cast<std::uint64_t>(folder.entryList(QDir::Files).size());
    return {false, wire::BlobPartFrame{wanted.blob, wanted.chunk, chunks, *bytes}};
}

BlobAnswered BlobStore::put(const PutBlob &put)
{
    return {true, wire::BlobDoneFrame{put.frame.blob, put.frame.chunk, store(put)}};
}

bool BlobStore::store(const PutBlob &put)
{
    const wire::BlobPutFrame &frame = put.frame;
    if (!isSizeRight(frame))
        return false;
    if (QFileInfo::exists(finishedFolder(frame.blob)))
        return true;
    if (m_options.freeFraction && m_options.freeFraction() < kFreeAtLeast)
        return false;
    const qint64 now = m_options.clock->monotonicMs();
    if (m_bytesByDevice.waitMs(put.device, frame.bytes.size(), now) > 0)
        return false;
    m_bytesByDevice.charge(put.device, frame.bytes.size(), now);
    const QString upload = uploadFolder(put.device, frame.blob);
    if (!QDir().mkpath(upload) || !writePrivateFile(chunkFile(upload, frame.chunk), frame.bytes))
        return false;
    const auto present = static_cast<std::uint64_t>(QDir(upload).entryList(QDir::Files).size());
    // The last chunk says that all is here: a client that is told no begins from the first one.
    const bool last = frame.chunk + 1 == frame.chunks;
    return present < frame.chunks ? !last : finish(upload, frame);
}

bool BlobStore::finish(const QString &upload, const wire::BlobPutFrame &frame)
{
    QByteArray content;
    for (std::uint64_t chunk = 0; chunk < frame.chunks; ++chunk) {
        const auto bytes = readWholeFile(chunkFile(upload, chunk), limits::kBlobChunkBytes);
        content += bytes ? *bytes : QByteArray();
    }
    const QString whole = finishedFolder(frame.blob);
    const bool right = blobId(base::view(content)) == frame.blob;
    if (right && QDir().mkpath(QFileInfo(whole).path()) && QDir().rename(upload, whole))
        return true;
    QDir(upload).removeRecursively();
    return false;
}

void BlobStore::remove(const std::vector<base::BlobId> &blobs)
{
    for (const base::BlobId &blob : blobs)
        QDir(finishedFolder(blob)).removeRecursively();
}

void BlobStore::sweep()
{
    const QDateTime before =
        QDateTime::fromMSecsSinceEpoch(m_options.clock->wallMs() - kUploadLivesMs);
    QDirIterator devices(
        m_options.folder + QStringLiteral("/uploads"), QDir::Dirs | QDir::NoDotAndDotDot);
    while (devices.hasNext()) {
        const QString device = devices.next();
        QDirIterator uploads(device, QDir::Dirs | QDir::NoDotAndDotDot);
        while (uploads.hasNext()) {
            const QString upload = uploads.next();
            if (QFileInfo(upload).lastModified() < before)
                QDir(upload).removeRecursively();
        }
        QDir().rmdir(device);
    }
}

} // namespace spilno::server
