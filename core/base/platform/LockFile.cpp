// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/platform/LockFile.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStorageInfo>
#include <QtCore/QThread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace spilno::base {

namespace {

/// QLockFile does not say it: less than this is left on the disk.
constexpr qint64 kFullBytes = 16 * 1024;
/// A process that makes a lock file has said in it who it is after so long, or is dead.
constexpr int kWrittenWithinMs = 1'000;
constexpr int kLookEveryMs = 20;

bool saysWhoHoldsIt(const QLockFile &lock)
{
    qint64 process = 0;
    QString host;
    QString program;
    return lock.getLockInfo(&process, &host, &program);
}

/// Removes a lock file that says nothing, unless a living process holds it open.
void removeUnwritten(const QByteArray &path)
{
    const int file = ::open(path.constData(), O_RDWR | O_CLOEXEC);
    if (file < 0)
        return;
    struct stat opened = {};
    struct stat named = {};
    // Whoever else comes here as well gets another file under this name, or none.
    if (::flock(file, LOCK_EX | LOCK_NB) == 0 && ::fstat(file, &opened) == 0 &&
        ::stat(path.constData(), &named) == 0 && opened.st_dev == named.st_dev &&
        opened.st_ino == named.st_ino)
        (void)::unlink(path.constData());
    ::close(file);
}

/// QLockFile takes over what a dead process left only where it says whose it was. A process killed
/// before it wrote that, or a power cut, would lock people out for ever.
bool takeOverUnwritten(QLockFile &lock, const QString &path)
{
    for (int waited = 0; waited < kWrittenWithinMs; waited += kLookEveryMs) {
        if (lock.error() != QLockFile::LockFailedError || saysWhoHoldsIt(lock))
            return false;
        QThread::msleep(kLookEveryMs);
        if (lock.tryLock(0))
            return true;
    }
    if (saysWhoHoldsIt(lock))
        return false;
    removeUnwritten(QFile::encodeName(path));
    return lock.tryLock(0);
}

} // namespace

Result<std::unique_ptr<QLockFile>> lockFile(const QString &path, const QString &what)
{
    auto lock = std::make_unique<QLockFile>(path);
    lock->setStaleLockTime(0);
    if (lock->tryLock(0) || takeOverUnwritten(*lock, path))
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
