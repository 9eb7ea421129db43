// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/base/Result.h"

#include <QtCore/QString>

#include <vector>

namespace spilno::replica {

/// The name of a file's bytes: BLAKE2b-256 personalised "spilno-blob".
[[nodiscard]] base::BlobId blobId(base::ByteView bytes);
/// How many chunks of kBlobChunkBytes a file of so many bytes has.
[[nodiscard]] std::uint64_t blobChunks(qint64 bytes);

/// Photos and files of a city in one folder, each under its own hash; beside them what has arrived
/// of others, and how much of each the server has. Any thread and any number of objects, but one
/// at a time that adds chunks. It decides nothing: see profile::PhotoShelf.
class BlobFolder
{
public:
    /// A whole file that is here.
    struct Kept
    {
        base::BlobId blob;
        qint64 bytes = 0;
        qint64 usedMs = 0;     ///< When it was last read, as far as the file system tells.
        bool atServer = false; ///< The server has all of it.
    };

    explicit BlobFolder(QString folder);

    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QString path(const base::BlobId &blob) const;

    /// Durable on return; the same bytes twice are stored once. LimitExceeded above kBlobBytesMax,
    /// InvalidArgument for no bytes, DiskFull, ReadOnly, Io.
    [[nodiscard]] base::Result<base::BlobId> store(const QByteArray &bytes) const;
    /// NotFound when it is not here, Corrupt when the bytes are not those of the name.
    [[nodiscard]] base::Result<QByteArray> read(const base::BlobId &blob) const;
    [[nodiscard]] bool has(const base::BlobId &blob) const;
    [[nodiscard]] std::vector<Kept> list() const;
    /// Takes a file away with all that is known of it.
    void remove(const base::BlobId &blob) const;

    /// One chunk of a file that is here. NotFound beyond its end.
    [[nodiscard]] base::Result<QByteArray> readChunk(
        const base::BlobId &blob, std::uint64_t chunk) const;
    /// How many chunks have arrived of a file that is not whole yet.
    [[nodiscard]] std::uint64_t arrivedChunks(const base::BlobId &blob) const;
    /// Keeps the next chunk; true when the file is whole now. BadSignature when the whole has not
    /// the hash of its name, and all of it is thrown away; InvalidArgument for a chunk
    /// behind the next one.
    [[nodiscard]] base::Result<bool> addChunk(
        const base::BlobId &blob,
        std::uint64_t chunk,
        std::uint64_t chunks,
        const QByteArray &bytes) const;

    /// How many chunks the server has said that it holds, from the first on.
    [[nodiscard]] std::uint64_t sentChunks(const base::BlobId &blob) const;
    [[nodiscard]] base::Result<> setSentChunks(
        const base::BlobId &blob, std::uint64_t chunks) const;

private:
    [[nodiscard]] QString partPath(const base::BlobId &blob) const;
    [[nodiscard]] QString sentPath(const base::BlobId &blob) const;

    QString m_folder;
};

} // namespace spilno::replica
