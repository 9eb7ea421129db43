// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/Migration.h"

#include "core/replica/Schema.h"

#include <QtCore/QFile>

namespace spilno::replica {

using base::ErrorCode;
using base::failure;

namespace {

qint64 present(const std::vector<Migration::Step> &steps)
{
    return steps.empty() ? 1 : steps.back().to;
}

base::Result<qint64> number(Connection &connection, const char *sql)
{
    Statement query = connection.prepare(sql);
    const qint64 value = query.next() ? query.integer(0) : 0;
    SPILNO_TRY(query.result());
    return value;
}

base::Result<> setVersion(Connection &connection, qint64 version)
{
    return connection.execute("PRAGMA user_version=" + QByteArray::number(version));
}

base::Result<> keepCopy(Connection &connection, const QString &path, qint64 version)
{
    const QString copy = Migration::copyOf(path, version);
    // One that is there was made before a cut; by now the file may be half way.
    if (path.isEmpty() || QFile::exists(copy))
        return {};
    const QString part = copy + QStringLiteral(".part");
    QFile::remove(part);
    {
        Connection::Options options;
        options.path = part;
        SPILNO_ASSIGN(const auto target, Connection::open(options));
        SPILNO_TRY(copyDatabase(connection, *target));
        SPILNO_TRY(target->execute("PRAGMA journal_mode=DELETE"));
    }
    if (!QFile::rename(part, copy))
        return failure(ErrorCode::ReadOnly, QStringLiteral("%1 cannot be written").arg(copy));
    return {};
}

} // namespace

const std::vector<Migration::Step> &Migration::released()
{
    // Format 1 is the first one.
    static const std::vector<Step> steps;
    Q_ASSERT(present(steps) == kSchemaVersion);
    return steps;
}

QString Migration::copyOf(const QString &path, qint64 version)
{
    return path + QStringLiteral(".v%1").arg(version);
}

base::Result<> Migration::run(
    Connection &connection, const QString &path, const std::vector<Step> &steps)
{
    SPILNO_ASSIGN(const qint64 version, number(connection, "PRAGMA user_version"));
    const qint64 wanted = present(steps);
    if (version > wanted)
        return check(connection, steps);
    if (version == wanted)
        return {};
    if (version == 0) {
        SPILNO_ASSIGN(
            const qint64 tables, number(connection, "SELECT count(*) FROM sqlite_master"));
        if (tables > 0)
            return failure(
                ErrorCode::Malformed, QStringLiteral("the file is a database of another program"));
        return setVersion(connection, wanted);
    }
    SPILNO_TRY(keepCopy(connection, path, version));
    for (const Step &step : steps) {
        if (step.to <= version)
            continue;
        WriteTransaction transaction(connection);
        SPILNO_TRY(transaction.begun());
        SPILNO_TRY(connection.execute(step.sql));
        SPILNO_TRY(setVersion(connection, step.to));
        SPILNO_TRY(transaction.commit());
    }
    return {};
}

base::Result<> Migration::check(Connection &connection, const std::vector<Step> &steps)
{
    SPILNO_ASSIGN(const qint64 version, number(connection, "PRAGMA user_version"));
    if (version == present(steps))
        return {};
    return failure(
        ErrorCode::UnsupportedVersion,
        QStringLiteral("the file is of format %1, this program's is %2")
            .arg(version)
            .arg(present(steps)));
}

} // namespace spilno::replica
