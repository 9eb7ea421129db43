// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/base/Result.h"

#include <QtCore/QString>

namespace spilno::replica {

/// The name of a file's bytes: BLAKE2b-256 personalised "spilno-blob".
[[nodiscard]] base::BlobId blobId(base::ByteView bytes);

/// Whole photos and files of a city in one folder, each under its own hash. Any thread and any
/// number of objects: files are only ever added whole. It knows nothing of what is still to be
/// sent or fetched.
class BlobFolder
{
public:
    explicit BlobFolder(QString folder);

    /// Durable on return; the same bytes twice are stored once. LimitExceeded above kBlobBytesMax,
    /// InvalidArgument for no bytes, DiskFull, ReadOnly, Io.
    [[nodiscard]] base::Result<base::BlobId> store(const QByteArray &bytes) const;
    /// NotFound when it is not here, Corrupt when the bytes are not those of the name.
    [[nodiscard]] base::Result<QByteArray> read(const base::BlobId &blob) const;
    [[nodiscard]] bool has(const base::BlobId &blob) const;

private:
    [[nodiscard]] QString path(const base::BlobId &blob) const;

    QString m_folder;
};

} // namespace spilno::replica
