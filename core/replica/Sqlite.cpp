// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/Sqlite.h"

#include "core/replica/SqliteLibrary.h"
#include "core/replica/TextMatch.h"

#include <sqlite3.h>

#include <utility>

namespace spilno::replica {

using base::ErrorCode;
using base::failure;

Statement::Statement(Statement &&other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr))
    , m_connection(other.m_connection)
    , m_clean(other.m_clean)
    , m_failed(other.m_failed)
{
}

Statement::~Statement()
{
    if (!m_clean)
        reset();
}

void Statement::reset()
{
    if (m_statement != nullptr) {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
    m_clean = true;
}

Statement &Statement::bind(int index, qint64 value)
{
    m_clean = false;
    sqlite3_bind_int64(m_statement, index, value);
    return *this;
}

Statement &Statement::bind(int index, double value)
{
    m_clean = false;
    sqlite3_bind_double(m_statement, index, value);
    return *this;
}

Statement &Statement::bindBlob(int index, base::ByteView value)
{
    m_clean = false;
    static const char none = 0;
    const void *data = value.data() != nullptr ? static_cast<const void *>(value.data()) : &none;
    sqlite3_bind_blob64(m_statement, index, data, value.size(), SQLITE_STATIC);
    return *this;
}

Statement &Statement::bindText(int index, base::ByteView utf8)
{
    m_clean = false;
    static const char none = 0;
    const char *data = utf8.data() != nullptr ? reinterpret_cast<const char *>(utf8.data()) : &none;
    sqlite3_bind_text64(m_statement, index, data, utf8.size(), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

Statement &Statement::bindText(int index, const QString &value)
{
    m_clean = false;
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text64(
        m_statement, index, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
        SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement &Statement::bindBlobCopy(int index, base::ByteView value)
{
    m_clean = false;
    static const char none = 0;
    const void *data = value.data() != nullptr ? static_cast<const void *>(value.data()) : &none;
    sqlite3_bind_blob64(m_statement, index, data, value.size(), SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::bindNull(int index)
{
    m_clean = false;
    sqlite3_bind_null(m_statement, index);
    return *this;
}

bool Statement::next()
{
    if (m_connection->m_writing && m_connection->m_failure) {
        m_failed = true;
        return false;
    }
    m_clean = false;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE) {
        m_failed = true;
        if (!m_connection->m_failure)
            m_connection->m_failure = m_connection->lastError();
    }
    return false;
}

base::Result<> Statement::run()
{
    next();
    auto outcome = result();
    reset();
    return outcome;
}

base::Result<> Statement::result() const
{
    if (!m_failed)
        return {};
    return failure(m_connection->m_failure.value_or(m_connection->lastError()));
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

base::ByteView Statement::blob(int column) const
{
    const auto *data = static_cast<const std::uint8_t *>(sqlite3_column_blob(m_statement, column));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

QByteArray Statement::bytes(int column) const
{
    return base::toByteArray(blob(column));
}

QString Statement::text(int column) const
{
    const base::ByteView utf8 = blob(column);
    return QString::fromUtf8(
        reinterpret_cast<const char *>(utf8.data()), static_cast<qsizetype>(utf8.size()));
}

ErrorCode Connection::errorCode(int sqliteCode)
{
    switch (sqliteCode & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::AlreadyInUse;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return ErrorCode::ReadOnly;
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::Corrupt;
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    default:
        return ErrorCode::Io;
    }
}

base::Error Connection::lastError() const
{
    return {
        errorCode(sqlite3_extended_errcode(m_handle)), QString::fromUtf8(sqlite3_errmsg(m_handle))};
}

QByteArray Connection::everydayMemory(int cacheKib)
{
    return "PRAGMA temp_store=MEMORY; PRAGMA threads=0; PRAGMA cache_size=-" +
           QByteArray::number(cacheKib) + ";";
}

base::Result<std::unique_ptr<Connection>> Connection::open(const Options &options)
{
    settleSqliteLibrary();
    sqlite3 *handle = nullptr;
    const int flags =
        options.readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const int code = sqlite3_open_v2(
        options.path.toUtf8().constData(), &handle, flags | SQLITE_OPEN_NOMUTEX, options.vfs);
    std::unique_ptr<Connection> connection(new Connection(handle));
    if (code != SQLITE_OK)
        return failure(
            errorCode(code),
            handle != nullptr ? QString::fromUtf8(sqlite3_errmsg(handle)) : QString());
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, 5000);
    QByteArray pragmas(
        "PRAGMA foreign_keys=OFF; PRAGMA secure_delete=OFF; PRAGMA trusted_schema=OFF;");
    pragmas += everydayMemory(options.cacheKib);
    if (!options.readOnly) {
        if (options.exclusive)
            pragmas += "PRAGMA locking_mode=EXCLUSIVE;";
        pragmas += "PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=4096;";
    }
    SPILNO_TRY(connection->execute(pragmas));
    SPILNO_TRY(addTextMatch(handle));
    return connection;
}

Connection::~Connection()
{
    for (const auto &[sql, statement] : m_statements)
        sqlite3_finalize(statement);
    sqlite3_close_v2(m_handle);
}

base::Result<> Connection::execute(const QByteArray &sql)
{
    if (sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return failure(lastError());
    return {};
}

Statement Connection::prepare(const char *sql) const
{
    return prepare(std::string_view(sql));
}

Statement Connection::prepare(const QByteArray &sql) const
{
    return prepare(std::string_view(sql.constData(), static_cast<std::size_t>(sql.size())));
}

Statement Connection::prepare(std::string_view sql) const
{
    const auto cached = m_statements.find(sql);
    if (cached != m_statements.end()) {
        if (sqlite3_stmt_busy(cached->second) == 0)
            return Statement(cached->second, const_cast<Connection *>(this));
        return prepareBeside(sql); // the cached one is being stepped
    }
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(
        m_handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement,
        nullptr);
    if (code != SQLITE_OK)
        qCritical("SQL: %s: %s", std::string(sql).c_str(), sqlite3_errmsg(m_handle));
    else
        m_statements.emplace(sql, statement);
    return Statement(statement, const_cast<Connection *>(this));
}

/// Another copy of a statement that is in use; there are as many as were ever in use at once.
Statement Connection::prepareBeside(std::string_view sql) const
{
    return prepare(std::string_view(std::string(sql) + "\n--"));
}

qint64 Connection::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

int Connection::changedRows() const
{
    return sqlite3_changes(m_handle);
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

QByteArray severalRows(const QByteArray &insert, int columns, std::size_t rows)
{
    QByteArray sql = insert + " VALUES";
    int mark = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        sql += row == 0 ? "(" : ",(";
        for (int column = 0; column < columns; ++column)
            sql += (column == 0 ? "?" : ",?") + QByteArray::number(++mark);
        sql += ')';
    }
    return sql;
}

base::Result<> copyDatabase(Connection &from, Connection &to)
{
    sqlite3_backup *backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (backup == nullptr)
        return base::failure(to.lastError());
    const int done = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    if (done == SQLITE_DONE)
        return {};
    return base::failure(
        Connection::errorCode(done), QStringLiteral("the copy of the database broke off"));
}

WriteTransaction::WriteTransaction(Connection &connection)
    : m_connection(connection)
    , m_begun(connection.execute("BEGIN IMMEDIATE"))
    , m_open(m_begun.has_value())
{
    m_connection.m_writing = m_open;
}

WriteTransaction::~WriteTransaction()
{
    m_connection.m_writing = false;
    if (m_open)
        (void)m_connection.execute("ROLLBACK"); // or SQLite has done so by itself
}

base::Result<> WriteTransaction::commit()
{
    if (!m_begun)
        return m_begun;
    if (const auto failure = m_connection.takeFailure())
        return base::failure(*failure);
    auto done = m_connection.execute("COMMIT");
    if (done)
        m_open = false;
    return done;
}

} // namespace spilno::replica
