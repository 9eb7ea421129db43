// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/store/CityBackup.h"

#include "syncserver/keys/PrivateFile.h"
#include "syncserver/store/ErasureJournal.h"

#include "core/base/Limits.h"
#include "core/replica/Schema.h"
#include "core/replica/Sqlite.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <memory>

namespace spilno::server {

using base::ErrorCode;
using base::failure;
using replica::Connection;
using replica::Statement;

namespace {

constexpr qint64 kFileBytesMax = limits::kBlobBytesMax;

base::Result<std::unique_ptr<Connection>> openFile(const QString &path, bool readOnly)
{
    Connection::Options options;
    options.path = path;
    options.readOnly = readOnly;
    options.cacheKib = 8 * 1024;
    return Connection::open(options);
}

/// What is kept beside the database, by paths relative to the folder.
QStringList companions(const DataFolder &folder)
{
    QStringList names;
    const QDir root(folder.path());
    for (const char *name : {"sequencer.key", "server.json", "tls.crt", "tls.key"}) {
        if (root.exists(QString::fromLatin1(name)))
            names.append(QString::fromLatin1(name));
    }
    QDirIterator blobs(
        folder.blobFolder() + QStringLiteral("/whole"), QDir::Files, QDirIterator::Subdirectories);
    while (blobs.hasNext())
        names.append(root.relativeFilePath(blobs.next()));
    return names;
}

/// No way out of the folder.
bool isSafe(const QString &name)
{
    const QString clean = QDir::cleanPath(name);
    return !name.isEmpty() && clean == name && !QDir::isAbsolutePath(name) &&
           !name.startsWith(QStringLiteral("..")) && name != QStringLiteral("city.sqlite");
}

base::Result<> copyFile(const QString &from, const QString &to)
{
    SPILNO_ASSIGN(const auto source, openFile(from, true));
    SPILNO_ASSIGN(const auto target, openFile(to, false));
    return replica::copyDatabase(*source, *target);
}

base::Result<qint64> addCompanions(Connection &backup, const DataFolder &folder)
{
    replica::WriteTransaction transaction(backup);
    SPILNO_TRY(transaction.begun());
    qint64 count = 0;
    const QStringList names = companions(folder);
    for (const QString &name : names) {
        auto bytes = readWholeFile(folder.path() + u'/' + name, kFileBytesMax);
        if (!bytes && bytes.error().code == ErrorCode::NotFound)
            continue; // swept away meanwhile
        if (!bytes)
            return failure(bytes.error());
        Statement insert =
            backup.prepare("INSERT OR REPLACE INTO backup_file(name, bytes) VALUES(?1, ?2)");
        insert.bindText(1, name).bindBlob(2, base::view(*bytes));
        SPILNO_TRY(insert.run());
        ++count;
    }
    SPILNO_TRY(transaction.commit());
    return count;
}

base::Result<CityBackup::Content> fill(
    const DataFolder &folder, const QString &path, const base::Clock &clock)
{
    CityBackup::Content content;
    content.madeMs = clock.wallMs();
    SPILNO_TRY(copyFile(folder.databaseFile(), path));
    SPILNO_ASSIGN(const auto backup, openFile(path, false));
    // One file, with no journal beside it.
    SPILNO_TRY(backup->execute("PRAGMA journal_mode=DELETE"));
    SPILNO_TRY(backup->execute(
        "CREATE TABLE backup_file(name TEXT PRIMARY KEY, bytes BLOB NOT NULL);"
        "CREATE TABLE backup_about(format INTEGER NOT NULL, made INTEGER NOT NULL);"));
    Statement about = backup->prepare("INSERT INTO backup_about(format, made) VALUES(1, ?1)");
    about.bind(1, content.madeMs);
    SPILNO_TRY(about.run());
    SPILNO_ASSIGN(content.files, addCompanions(*backup, folder));
    return content;
}

void removeDatabase(const QString &path)
{
    for (const char *end : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1String(end));
}

base::Result<CityBackup::Content> contentOf(Connection &backup)
{
    Statement tables = backup.prepare(
        "SELECT count(*) FROM sqlite_master WHERE name IN ('backup_file', 'backup_about')");
    const bool whole = tables.next() && tables.integer(0) == 2;
    if (!whole)
        return failure(ErrorCode::Malformed, QStringLiteral("the file is no backup of a city"));
    Statement version = backup.prepare("PRAGMA user_version");
    if (version.next() && version.integer(0) > replica::kSchemaVersion)
        return failure(ErrorCode::UnsupportedVersion);
    Statement about = backup.prepare("SELECT format, made FROM backup_about");
    if (!about.next())
        return failure(ErrorCode::Malformed, QStringLiteral("the file is no whole backup"));
    if (about.integer(0) != 1)
        return failure(ErrorCode::UnsupportedVersion);
    CityBackup::Content content;
    content.madeMs = about.integer(1);
    return content;
}

base::Result<qint64> unpack(Connection &backup, const QString &folder)
{
    Statement rows = backup.prepare("SELECT name, bytes FROM backup_file ORDER BY name");
    qint64 count = 0;
    while (rows.next()) {
        const QString name = rows.text(0);
        if (!isSafe(name))
            return failure(
                ErrorCode::Malformed, QStringLiteral("the backup names a file %1").arg(name));
        const QString path = folder + u'/' + name;
        if (!QDir().mkpath(QFileInfo(path).path()))
            return failure(ErrorCode::ReadOnly, QStringLiteral("%1 cannot be written").arg(path));
        SPILNO_TRY(writePrivateFile(path, rows.bytes(1)));
        ++count;
    }
    SPILNO_TRY(rows.result());
    return count;
}

QString folderOf(const QString &file)
{
    return QFileInfo(file).absolutePath();
}

/// What was taken back is noted beside the backups, never in one: an older one is then restored
/// without what went since.
base::Result<> noteErasures(const DataFolder &folder, const QString &file)
{
    ErasureJournal beside(ErasureJournal::in(folderOf(file)));
    return beside.addFrom(ErasureJournal::in(folder.path()));
}

base::Result<CityBackup::Content> rebuild(const QString &file, const DataFolder &workshop)
{
    if (!QFileInfo::exists(file))
        return failure(ErrorCode::NotFound, QStringLiteral("%1 does not exist").arg(file));
    SPILNO_TRY(workshop.make());
    SPILNO_ASSIGN(const auto backup, openFile(file, true));
    SPILNO_ASSIGN(CityBackup::Content content, contentOf(*backup));
    SPILNO_ASSIGN(content.files, unpack(*backup, workshop.path()));
    content.bytes = QFileInfo(file).size();
    SPILNO_TRY(copyFile(file, workshop.databaseFile()));
    SPILNO_ASSIGN(const auto database, openFile(workshop.databaseFile(), false));
    SPILNO_TRY(database->execute("DROP TABLE backup_file; DROP TABLE backup_about;"));
    SPILNO_TRY(database->execute("VACUUM"));
    SPILNO_TRY(database->execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    return content;
}

} // namespace

base::Result<CityBackup::Content> CityBackup::write(
    const DataFolder &folder, const QString &file, const base::Clock &clock)
{
    SPILNO_TRY(folder.check());
    const QString part = file + QStringLiteral(".part");
    removeDatabase(part);
    // Private before the first byte is in it.
    SPILNO_TRY(writePrivateFile(part, {}));
    auto content = fill(folder, part, clock);
    if (content) {
        content->bytes = QFileInfo(part).size();
        if (QFile::exists(file) && !QFile::remove(file))
            content = failure(ErrorCode::ReadOnly, QStringLiteral("%1 is in the way").arg(file));
        else if (!QFile::rename(part, file))
            content = failure(ErrorCode::Io, QStringLiteral("%1 cannot be written").arg(file));
    }
    removeDatabase(part);
    if (content)
        SPILNO_TRY(noteErasures(folder, file));
    return content;
}

base::Result<CityBackup::Content> CityBackup::restore(const QString &file, const DataFolder &folder)
{
    SPILNO_TRY(folder.make());
    SPILNO_ASSIGN(const auto lock, folder.lock());
    if (folder.check())
        return failure(
            ErrorCode::InvalidArgument,
            QStringLiteral("there is a city in %1 already").arg(folder.path()));
    const DataFolder workshop = folder.workshop();
    QDir(workshop.path()).removeRecursively();
    auto content = rebuild(file, workshop);
    if (content) {
        // Before there is a city here that could be served without it.
        auto moved = ErasureJournal(ErasureJournal::in(folder.path()))
                         .addFrom(ErasureJournal::in(folderOf(file)));
        if (moved)
            moved = folder.moveIn(workshop);
        if (!moved)
            content = failure(moved.error());
    }
    QDir(workshop.path()).removeRecursively();
    return content;
}

} // namespace spilno::server
