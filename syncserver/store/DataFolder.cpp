// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/store/DataFolder.h"

#include "syncserver/keys/PrivateFile.h"

#include "core/base/platform/LockFile.h"
#include "core/crypto/Hashing.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QStorageInfo>

namespace spilno::server {

namespace {

constexpr qint64 kSettingsBytesMax = 64 * 1024;
constexpr int kSocketPathBytesMax = 100; ///< Less than what every system allows.

} // namespace

DataFolder::DataFolder(const QString &path)
    : m_path(QDir::cleanPath(QFileInfo(path).absoluteFilePath()))
{
}

QString DataFolder::file(const char *name) const
{
    return m_path + u'/' + QString::fromLatin1(name);
}

QString DataFolder::controlSocket() const
{
    const QString inside = file("control.socket");
    if (QFile::encodeName(inside).size() <= kSocketPathBytesMax)
        return inside;
    const QByteArray name = QFile::encodeName(m_path);
    const QString hash = crypto::blake2b("control-socket", {base::view(name)}).toHex();
    return QDir::tempPath() + QStringLiteral("/spilno-") + hash.left(16);
}

base::Result<> DataFolder::make() const
{
    if (!QDir().mkpath(m_path) ||
        !QFile::setPermissions(
            m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner))
        return base::failure(
            base::ErrorCode::ReadOnly, QStringLiteral("%1 cannot be written").arg(m_path));
    return {};
}

base::Result<> DataFolder::check() const
{
    if (!QFileInfo::exists(keyFile()) || !QFileInfo::exists(databaseFile()))
        return base::failure(
            base::ErrorCode::NotFound,
            QStringLiteral("there is no city in %1; make one with init").arg(m_path));
    return {};
}

bool DataFolder::isEmpty() const
{
    return QDir(m_path).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden).isEmpty();
}

base::Result<> DataFolder::moveIn(const DataFolder &workshop) const
{
    QStringList names =
        QDir(workshop.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    const QString last = QFileInfo(keyFile()).fileName();
    names.removeAll(last);
    names.append(last);
    for (const QString &name : std::as_const(names)) {
        if (name.endsWith(QStringLiteral(".lock")))
            continue;
        const QString target = m_path + u'/' + name;
        QDir(target).removeRecursively();
        QFile::remove(target);
        if (!QFile::rename(workshop.path() + u'/' + name, target))
            return base::failure(
                base::ErrorCode::ReadOnly, QStringLiteral("%1 cannot be written").arg(target));
    }
    QDir(workshop.path()).removeRecursively();
    return {};
}

base::Result<std::unique_ptr<QLockFile>> DataFolder::lock() const
{
    return base::lockFile(file("lock"), m_path);
}

base::Result<QJsonObject> DataFolder::settings() const
{
    if (!QFileInfo::exists(settingsFile()))
        return QJsonObject();
    SPILNO_ASSIGN(const QByteArray bytes, readWholeFile(settingsFile(), kSettingsBytesMax));
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return base::failure(
            base::ErrorCode::Malformed, QStringLiteral("%1 is not JSON").arg(settingsFile()));
    return document.object();
}

base::Result<> DataFolder::writeSettings(const QJsonObject &settings) const
{
    return writePrivateFile(settingsFile(), QJsonDocument(settings).toJson());
}

double DataFolder::freeFraction() const
{
    const QStorageInfo storage(m_path);
    if (!storage.isValid() || storage.bytesTotal() <= 0)
        return 1;
    return static_cast<double>(storage.bytesAvailable()) /
           static_cast<double>(storage.bytesTotal());
}

} // namespace spilno::server
