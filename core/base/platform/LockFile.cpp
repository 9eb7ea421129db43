// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/platform/LockFile.h"

#include <QtCore/QFileInfo>
#include <QtCore/QStorageInfo>

namespace spilno::base {

namespace {

/// QLockFile does not say it: less than this is left on the disk.
constexpr qint64 kFullBytes = 16 * 1024;

} // namespace

Result<std::unique_ptr<QLockFile>> lockFile(const QString &path, const QString &what)
{
    auto lock = std::make_unique<QLockFile>(path);
    lock->setStaleLockTime(0);
    if (lock->tryLock(0))
        return lock;
    if (lock->error() == QLockFile::LockFailedError)
        return failure(
            ErrorCode::AlreadyInUse, QStringLiteral("another program uses %1").arg(what));
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    if (lock->error() == QLockFile::UnknownError && disk.isValid() &&
        disk.bytesAvailable() < kFullBytes)
        return failure(ErrorCode::DiskFull);
    return failure(ErrorCode::ReadOnly, QStringLiteral("%1 cannot be written").arg(what));
}

} // namespace spilno::base
