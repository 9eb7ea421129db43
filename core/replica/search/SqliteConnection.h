// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QtCore/QString>

#include <memory>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace spilno::replica {

/// A compiled SQL statement of a SqliteConnection, used again and again. Bound texts must live
/// until the next reset(). Must not outlive its connection.
class SqliteStatement
{
public:
    SqliteStatement() = default;
    explicit SqliteStatement(sqlite3_stmt *statement)
        : m_statement(statement)
    {
    }

    SqliteStatement &bind(int place, qint64 value);
    SqliteStatement &bind(int place, std::string_view utf8);

    /// True while there is a row to read. Resets itself at the end and after an error.
    [[nodiscard]] base::Result<bool> step();

    /// Runs to the end and resets.
    [[nodiscard]] base::Result<> run();

    /// Ends the present execution and forgets the bound values.
    void reset();

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    /// Good until the next step() or reset().
    [[nodiscard]] std::string_view utf8(int column) const;

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// A connection to one SQLite file through the C API, for what QtSql is too slow for or cannot do.
/// Belongs to one thread.
class SqliteConnection
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    /// Opens the file, made if absent unless ReadOnly. Io, ReadOnly, Corrupt.
    [[nodiscard]] base::Result<> open(const QString &path, Mode mode);
    void close();
    [[nodiscard]] bool isOpen() const { return m_connection != nullptr; }

    /// Runs SQL without results, several statements at once.
    [[nodiscard]] base::Result<> execute(const char *sql);

    [[nodiscard]] base::Result<SqliteStatement> prepare(const char *sql);

    [[nodiscard]] sqlite3 *handle() const { return m_connection.get(); }

    /// The project's error for the last failure on a connection.
    [[nodiscard]] static base::Error lastError(sqlite3 *connection);

private:
    struct Close
    {
        void operator()(sqlite3 *connection) const;
    };
    std::unique_ptr<sqlite3, Close> m_connection;
};

} // namespace spilno::replica
