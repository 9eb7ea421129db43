// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"
#include "core/base/Ids.h"
#include "core/base/Result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <memory>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace spilno::replica {

class Connection;

/// A prepared statement, borrowed from its connection's cache. Bind, then step; values are bound as
/// views and must live until the step. Leaving scope resets it. Not thread-safe, as its connection.
class Statement
{
public:
    explicit Statement(sqlite3_stmt *statement, Connection *connection)
        : m_statement(statement)
        , m_connection(connection)
    {
    }
    Statement(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    Statement &bind(int index, qint64 value);
    Statement &bind(int index, double value);
    /// Not copied: what is looked at must live until run() or the last next().
    Statement &bindBlob(int index, base::ByteView value);
    Statement &bindText(int index, base::ByteView utf8);
    Statement &bindText(int index, const QString &value);     ///< copies
    Statement &bindBlobCopy(int index, base::ByteView value); ///< copies
    Statement &bindNull(int index);
    template <class Tag, std::size_t Size>
    Statement &bind(int index, const base::FixedBytes<Tag, Size> &value)
    {
        return bindBlob(index, value.bytes());
    }
    /// A temporary is copied: it is gone before the statement runs.
    template <class Tag, std::size_t Size>
    Statement &bind(int index, base::FixedBytes<Tag, Size> &&value)
    {
        return bindBlobCopy(index, value.bytes());
    }

    /// True while there is a row. After false look at error().
    bool next();
    /// Steps a statement that gives no rows, and resets it for another.
    [[nodiscard]] base::Result<> run();
    void reset();

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] base::ByteView blob(int column) const; ///< valid until the next step
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] QString text(int column) const;
    template <class Id>
    [[nodiscard]] Id id(int column) const
    {
        const base::ByteView value = blob(column);
        return value.size() == Id::size ? Id::fromTrusted(value.data()) : Id();
    }

    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] base::Result<> result() const;

private:
    sqlite3_stmt *m_statement;
    Connection *m_connection;
    bool m_clean = true; ///< Reset, and nothing is bound.
    bool m_failed = false;
};

/// One SQLite connection with a statement cache. Belongs to one thread. Every write path of the
/// replica goes through it; see docs/decisions on why not QtSql.
class Connection
{
public:
    static constexpr int kCacheKib = 65536;

    struct Options
    {
        QString path;
        const char *vfs = nullptr;
        bool exclusive = false;
        bool readOnly = false;
        int cacheKib = kCacheKib;
    };

    [[nodiscard]] static base::Result<std::unique_ptr<Connection>> open(const Options &options);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// One or more statements without results.
    [[nodiscard]] base::Result<> execute(const QByteArray &sql);
    /// A cached statement; the SQL text is its name. A mistake in it is a bug and asserts.
    [[nodiscard]] Statement prepare(const char *sql) const;
    [[nodiscard]] Statement prepare(const QByteArray &sql) const;

    [[nodiscard]] qint64 lastInsertId() const;
    [[nodiscard]] int changedRows() const;
    [[nodiscard]] bool inTransaction() const;
    /// The first failure of any statement since the last call: a row that could not be read looks
    /// like none to who asks, so nothing that was decided on it may be committed or answered. Who
    /// begins a piece of work takes what was left before it.
    [[nodiscard]] std::optional<base::Error> takeFailure() { return std::exchange(m_failure, {}); }
    [[nodiscard]] base::Error lastError() const;
    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

    /// The pragmas of a connection's memory, as open() sets them.
    [[nodiscard]] static QByteArray everydayMemory(int cacheKib);

    /// The ErrorCode of an SQLite result code.
    [[nodiscard]] static base::ErrorCode errorCode(int sqliteCode);

private:
    explicit Connection(sqlite3 *handle)
        : m_handle(handle)
    {
    }

    [[nodiscard]] Statement prepareBeside(std::string_view sql) const;

    friend class Statement;
    friend class WriteTransaction;
    sqlite3 *m_handle;
    bool m_writing = false; ///< In a WriteTransaction.
    struct SqlHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view sql) const noexcept
        {
            return std::hash<std::string_view>()(sql);
        }
    };

    [[nodiscard]] Statement prepare(std::string_view sql) const;

    mutable std::unordered_map<std::string, sqlite3_stmt *, SqlHash, std::equal_to<>> m_statements;
    std::optional<base::Error> m_failure;
};

/// `insert` with VALUES of so many rows, their marks numbered one row after another.
[[nodiscard]] QByteArray severalRows(const QByteArray &insert, int columns, std::size_t rows);

/// Copies the whole database of one connection into that of another, as it is at one moment;
/// writers of a WAL source go on meanwhile.
[[nodiscard]] base::Result<> copyDatabase(Connection &from, Connection &to);

/// BEGIN IMMEDIATE … COMMIT; rolls back unless committed. Once a statement of the connection failed
/// since its takeFailure() was last called, no other runs and nothing is committed: SQLite may have
/// rolled back by itself, and what ran then would be kept, each statement for itself.
class WriteTransaction
{
public:
    explicit WriteTransaction(Connection &connection);
    ~WriteTransaction();
    WriteTransaction(const WriteTransaction &) = delete;
    WriteTransaction &operator=(const WriteTransaction &) = delete;

    [[nodiscard]] base::Result<> begun() const { return m_begun; }
    [[nodiscard]] base::Result<> commit();

private:
    Connection &m_connection;
    base::Result<> m_begun;
    bool m_open = false;
};

} // namespace spilno::replica
