// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/search/SqliteConnection.h"

#include "core/replica/SqliteLibrary.h"

#include <QtCore/QByteArray>

#include <sqlite3.h>

namespace spilno::replica {

namespace {

constexpr int kBusyTimeoutMs = 5'000;

base::ErrorCode codeOf(int status)
{
    switch (status & 0xFF) {
    case SQLITE_FULL:
        return base::ErrorCode::DiskFull;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return base::ErrorCode::Corrupt;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return base::ErrorCode::ReadOnly;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return base::ErrorCode::Busy;
    default:
        return base::ErrorCode::Io;
    }
}

} // namespace

void SqliteStatement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

SqliteStatement &SqliteStatement::bind(int place, qint64 value)
{
    sqlite3_bind_int64(m_statement.get(), place, value);
    return *this;
}

SqliteStatement &SqliteStatement::bind(int place, std::string_view utf8)
{
    sqlite3_bind_text64(
        m_statement.get(), place, utf8.data() == nullptr ? "" : utf8.data(), utf8.size(),
        SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

base::Result<bool> SqliteStatement::step()
{
    const int status = sqlite3_step(m_statement.get());
    if (status == SQLITE_ROW)
        return true;
    if (status == SQLITE_DONE) {
        reset();
        return false;
    }
    base::Error error = SqliteConnection::lastError(sqlite3_db_handle(m_statement.get()));
    reset();
    return base::failure(std::move(error));
}

base::Result<> SqliteStatement::run()
{
    for (;;) {
        SPILNO_ASSIGN(const bool more, step());
        if (!more)
            return {};
    }
}

void SqliteStatement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

qint64 SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double SqliteStatement::real(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

QString SqliteStatement::text(int column) const
{
    const std::string_view bytes = utf8(column);
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

std::string_view SqliteStatement::utf8(int column) const
{
    const auto *bytes = sqlite3_column_text(m_statement.get(), column);
    if (bytes == nullptr)
        return {};
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column));
    return {reinterpret_cast<const char *>(bytes), size};
}

void SqliteConnection::Close::operator()(sqlite3 *connection) const
{
    sqlite3_close_v2(connection);
}

base::Result<> SqliteConnection::open(const QString &path, Mode mode)
{
    close();
    settleSqliteLibrary();
    const int flags =
        mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3 *connection = nullptr;
    const int status = sqlite3_open_v2(
        path.toUtf8().constData(), &connection, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    m_connection.reset(connection);
    if (status != SQLITE_OK) {
        base::Error error = lastError(connection);
        close();
        return base::failure(std::move(error));
    }
    sqlite3_extended_result_codes(connection, 1);
    sqlite3_busy_timeout(connection, kBusyTimeoutMs);
    return {};
}

void SqliteConnection::close()
{
    m_connection.reset();
}

base::Result<> SqliteConnection::execute(const char *sql)
{
    if (sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return base::failure(lastError(handle()));
    return {};
}

base::Result<SqliteStatement> SqliteConnection::prepare(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(handle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) !=
        SQLITE_OK)
        return base::failure(lastError(handle()));
    return SqliteStatement(statement);
}

base::Error SqliteConnection::lastError(sqlite3 *connection)
{
    if (connection == nullptr)
        return {base::ErrorCode::Io, QStringLiteral("no memory for a connection")};
    return {
        codeOf(sqlite3_errcode(connection)),
        QStringLiteral("SQLite: ") + QString::fromUtf8(sqlite3_errmsg(connection))};
}

} // namespace spilno::replica
