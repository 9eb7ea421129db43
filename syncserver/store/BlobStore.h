// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/session/RateLimit.h"
#include "syncserver/session/SessionEvents.h"

#include "core/base/Clock.h"

#include <QtCore/QString>

#include <functional>

namespace spilno::server {

/// Photos and other large things: files of at most 256 KiB in the data folder, under the hash of
/// the whole (BLAKE2b, personal "spilno-blob"). What a device uploads stays apart from what others
/// upload until it is whole and its hash right. Used by one thread at a time.
class BlobStore
{
public:
    struct Options
    {
        QString folder;
        const base::Clock *clock = nullptr;
        Rate bytesPerDevice{512LL * 1024 * 1024, 16LL * 1024 * 1024};
        /// The part of the disk that is free, 0 to 1.
        std::function<double()> freeFraction;
    };

    explicit BlobStore(Options options);

    /// BlobPart, or BlobDone with `stored` false when it is not here.
    [[nodiscard]] BlobAnswered get(const wire::BlobGetFrame &wanted) const;

    /// BlobDone. Not stored: a wrong size or hash, the device's quota, a disk that is nearly full,
    /// a last chunk while others are missing.
    [[nodiscard]] BlobAnswered put(const PutBlob &put);

    /// Takes files away that nobody stands to any more.
    void remove(const std::vector<base::BlobId> &blobs);

    /// Removes uploads that nobody finished within a week.
    void sweep();

private:
    [[nodiscard]] QString finishedFolder(const base::BlobId &blob) const;
    [[nodiscard]] QString uploadFolder(
        const base::PublicKey &device, const base::BlobId &blob) const;
    [[nodiscard]] bool store(const PutBlob &put);
    [[nodiscard]] bool finish(const QString &upload, const wire::BlobPutFrame &frame);

    Options m_options;
    RateLimit<base::PublicKey> m_bytesByDevice;
};

/// The name of a blob.
[[nodiscard]] base::BlobId blobId(base::ByteView content);

} // namespace spilno::server
