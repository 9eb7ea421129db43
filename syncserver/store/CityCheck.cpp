// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/store/CityCheck.h"

#include "syncserver/keys/PrivateFile.h"
#include "syncserver/keys/ServerKeys.h"
#include "syncserver/net/TlsCertificate.h"
#include "syncserver/sequencer/Sequencer.h"
#include "syncserver/store/BlobStore.h"

#include "core/base/Limits.h"
#include "core/crypto/Hashing.h"
#include "core/log/Checkpoint.h"
#include "core/log/MerkleTree.h"
#include "core/records/Registry.h"
#include "core/replica/ReplicaDatabase.h"
#include "core/replica/Sqlite.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

namespace spilno::server {

using base::ErrorCode;
using base::failure;
using replica::ReplicaDatabase;

namespace {

using Report = CityCheck::Report;

base::Result<std::unique_ptr<ReplicaDatabase>> openDatabase(
    const QString &path, base::Clock &clock, base::Random &random, bool readOnly)
{
    ReplicaDatabase::Options options;
    options.path = path;
    options.registry = &records::Registry::standard();
    options.clock = &clock;
    options.random = &random;
    options.readOnly = readOnly;
    return ReplicaDatabase::open(options);
}

/// sentence: see replica::Finding.
void complain(Report &report, const char *sentence, const QStringList &parts = {})
{
    report.wrong.push_back({sentence, parts});
}

/// The newest signed checkpoint against the log as it is.
base::Result<> checkCheckpoint(ReplicaDatabase &city, const base::Clock &clock, Report &report)
{
    SPILNO_ASSIGN(const QByteArray bytes, city.setting(Sequencer::checkpointSetting()));
    if (bytes.isEmpty())
        return {};
    const auto newest = log::parseCheckpoint(base::view(bytes));
    if (!newest || !newest->verify(city.sequencerKey()) || newest->city != city.cityId()) {
        complain(
            report,
            QT_TRANSLATE_NOOP("Finding", "Checkpoint: its form or signature is not right."));
        return {};
    }
    SPILNO_ASSIGN(const auto now, city.buildCheckpoint(clock.wallMs()));
    if (newest->treeSize > now.treeSize) {
        complain(
            report,
            QT_TRANSLATE_NOOP("Finding", "Checkpoint: it speaks of %1 changes, the log holds %2."),
            {QString::number(newest->treeSize), QString::number(now.treeSize)});
        return {};
    }
    if (newest->treeSize == now.treeSize) {
        if (newest->root != now.root)
            complain(
                report, QT_TRANSLATE_NOOP("Finding", "Checkpoint: the tree gives another root."));
        if (newest->mapRoot != now.mapRoot)
            complain(
                report, QT_TRANSLATE_NOOP("Finding", "Checkpoint: the scopes give another map."));
        return {};
    }
    SPILNO_ASSIGN(const auto proof, city.consistencyProof(newest->treeSize, now.treeSize));
    if (!log::verifyConsistency(newest->treeSize, now.treeSize, newest->root, now.root, proof))
        complain(
            report, QT_TRANSLATE_NOOP("Finding", "Checkpoint: the tree does not continue it."));
    return {};
}

/// Names of the tables that are folded from the log.
base::Result<QStringList> foldedTables(replica::Connection &database)
{
    replica::Statement query = database.prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND (name LIKE 'r\\_%' ESCAPE '\\'"
        " OR name IN ('device', 'role', 'taken_name', 'prefix', 'uses', 'conflict')) ORDER BY "
        "name");
    QStringList names;
    while (query.next())
        names.append(query.text(0));
    SPILNO_TRY(query.result());
    return names;
}

/// One hash for each folded table, over every value of every row.
base::Result<QHash<QString, base::Hash>> tableHashes(const QString &path)
{
    replica::Connection::Options options;
    options.path = path;
    options.readOnly = true;
    SPILNO_ASSIGN(const auto database, replica::Connection::open(options));
    SPILNO_ASSIGN(const QStringList names, foldedTables(*database));
    QHash<QString, base::Hash> hashes;
    for (const QString &name : names) {
        const QByteArray table = '"' + name.toUtf8() + '"';
        int columns = 0;
        {
            replica::Statement count = database->prepare(
                QByteArray("SELECT count(*) FROM pragma_table_info(" + table + ")"));
            if (count.next())
                columns = static_cast<int>(count.integer(0));
        }
        replica::Statement rows =
            database->prepare(QByteArray("SELECT * FROM " + table + " ORDER BY 1, 2"));
        base::Hash hash;
        while (rows.next()) {
            QByteArray row;
            for (int column = 0; column < columns; ++column)
                row += (rows.isNull(column) ? "-" : "+") + rows.bytes(column) + '\0';
            hash = crypto::blake2b("spilno-check", {hash.bytes(), base::view(row)});
        }
        SPILNO_TRY(rows.result());
        hashes.insert(name, hash);
    }
    return hashes;
}

/// The folded tables against a fold of the whole log.
base::Result<> checkTables(ReplicaDatabase &city, const QString &path, Report &report)
{
    SPILNO_ASSIGN(const auto scopes, city.scopes());
    for (const replica::ScopeStatus &scope : scopes)
        report.changes += scope.next;
    report.scopes = static_cast<qint64>(scopes.size());
    SPILNO_ASSIGN(const auto stored, tableHashes(path));
    SPILNO_TRY(city.rebuild());
    SPILNO_ASSIGN(const auto folded, tableHashes(path));
    QStringList names = folded.keys();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        if (stored.value(name) != folded.value(name))
            complain(
                report, QT_TRANSLATE_NOOP("Finding", "Table %1: it is not what the log folds to."),
                {name});
    }
    return {};
}

void checkPhotos(const DataFolder &folder, Report &report)
{
    QDirIterator files(
        folder.blobFolder() + QStringLiteral("/whole"), QDir::Files, QDirIterator::Subdirectories);
    QHash<QString, QStringList> chunks;
    while (files.hasNext()) {
        files.next();
        chunks[files.fileInfo().path()].append(files.fileName());
    }
    for (auto photo = chunks.cbegin(); photo != chunks.cend(); ++photo) {
        ++report.photos;
        QByteArray content;
        for (qsizetype chunk = 0; chunk < photo.value().size(); ++chunk) {
            const auto bytes =
                readWholeFile(photo.key() + u'/' + QString::number(chunk), limits::kBlobChunkBytes);
            if (bytes)
                content += *bytes;
        }
        const QString name = QDir(photo.key()).dirName();
        if (blobId(base::view(content)).toHex() != name)
            complain(
                report, QT_TRANSLATE_NOOP("Finding", "Photo %1: its bytes do not give its name."),
                {name});
    }
}

void checkKeys(const DataFolder &folder, const ReplicaDatabase &city, Report &report)
{
    const auto passphrase = serverPassphrase();
    if (!passphrase) {
        complain(report, QT_TRANSLATE_NOOP("Finding", "Key: %1"), {passphrase.error().detail});
        return;
    }
    const auto key = readServerKey(folder.keyFile(), *passphrase);
    if (!key)
        complain(report, QT_TRANSLATE_NOOP("Finding", "Key: %1"), {key.error().detail});
    else if ((*key)->publicKey() != city.sequencerKey())
        complain(report, QT_TRANSLATE_NOOP("Finding", "Key: it is not the key of this city."));
    if (const auto certificate = TlsCertificate::read(folder.path()); !certificate)
        complain(
            report, QT_TRANSLATE_NOOP("Finding", "Certificate: %1"), {certificate.error().detail});
}

base::Result<> checkCopy(
    const QString &path,
    const DataFolder &folder,
    base::Clock &clock,
    base::Random &random,
    Report &report)
{
    SPILNO_ASSIGN(const auto city, openDatabase(path, clock, random, false));
    SPILNO_ASSIGN(auto wrong, city->verify());
    report.wrong = std::move(wrong);
    SPILNO_TRY(checkCheckpoint(*city, clock, report));
    checkKeys(folder, *city, report);
    return checkTables(*city, path, report);
}

} // namespace

base::Result<Report> CityCheck::run(
    const DataFolder &folder, base::Clock &clock, base::Random &random)
{
    SPILNO_TRY(folder.check());
    QTemporaryDir copies(folder.path() + QStringLiteral("/verify-XXXXXX"));
    if (!copies.isValid())
        return failure(
            ErrorCode::ReadOnly, QStringLiteral("%1 cannot be written").arg(folder.path()));
    const QString copy = copies.filePath(QStringLiteral("copy.sqlite"));
    {
        SPILNO_ASSIGN(const auto live, openDatabase(folder.databaseFile(), clock, random, true));
        SPILNO_TRY(live->backupTo(copy));
    }
    Report report;
    SPILNO_TRY(checkCopy(copy, folder, clock, random, report));
    checkPhotos(folder, report);
    return report;
}

} // namespace spilno::server
