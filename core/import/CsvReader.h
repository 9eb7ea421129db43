// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/import/TextDecoder.h"

#include <QtCore/QIODevice>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <memory>
#include <optional>

namespace spilno::import {

/// What is wrong with a row of a CSV file.
enum class CsvFault {
    None,
    OpenQuote,      ///< A quote that is never closed; only the first line counts as the row.
    TextAfterQuote, ///< Something stands between a closing quote and the next delimiter.
    ColumnCount,    ///< More or fewer fields than the header has.
    Undecodable,    ///< Bytes that have no meaning in the file's encoding.
    TooLong,        ///< Longer than CsvReader::kRowLengthMax.
};

/// One row after the header.
struct CsvRow
{
    qint64 number = 0; ///< 1 is the first row after the header.
    qint64 line = 0;   ///< Line of the file where the row begins, 1 is the first.
    QStringList fields;
    CsvFault fault = CsvFault::None; ///< With a fault the fields are what could be read.
};

/// How to read the file; what is not given is sniffed from its beginning.
struct CsvFormat
{
    std::optional<Encoding> encoding;
    std::optional<QChar> delimiter; ///< One of , ; tab |
};

/// Reads CSV (RFC 4180: quotes, doubled quotes, line breaks in fields; any line ends) as a stream
/// in bounded memory. A broken row is reported and reading goes on. Does not own the device.
class CsvReader
{
public:
    static constexpr qsizetype kRowLengthMax = 256 * 1024;

    /// Reads the header. InvalidArgument: the file is empty, is not text, or has the same column
    /// twice; Io: it cannot be read.
    [[nodiscard]] static base::Result<CsvReader> open(
        QIODevice &device, const CsvFormat &format = {});

    [[nodiscard]] const QStringList &header() const { return m_header; }
    [[nodiscard]] Encoding encoding() const { return m_encoding; }
    [[nodiscard]] QChar delimiter() const { return m_delimiter; }

    /// The next row, nothing at the end. Empty lines are no rows.
    [[nodiscard]] base::Result<std::optional<CsvRow>> next();

private:
    CsvReader(QIODevice &device, Encoding encoding);

    struct Parsed
    {
        QStringList fields;
        CsvFault fault = CsvFault::None;
        bool isBlank = true;
        bool isCut = false; ///< The end of its line is not read yet.
        qsizetype end = 0;  ///< Behind the row and its line end, in m_text.
        qint64 lines = 0;   ///< Line ends in the row.
    };

    [[nodiscard]] base::Result<> fill();
    [[nodiscard]] QChar sniffDelimiter() const;
    [[nodiscard]] base::Result<std::optional<Parsed>> parseRow();
    [[nodiscard]] base::Result<bool> fetch(qsizetype at);
    [[nodiscard]] qsizetype plainRun(qsizetype at, bool quoted) const;
    [[nodiscard]] base::Result<> dropLine();
    [[nodiscard]] Parsed firstLineOnly(CsvFault fault) const;
    void consume(const Parsed &row);

    QIODevice *m_device;
    Encoding m_encoding;
    TextDecoder m_decoder;
    QString m_text;
    qsizetype m_at = 0;
    bool m_atEnd = false;
    QChar m_delimiter = u',';
    QStringList m_header;
    qint64 m_line = 1;
    qint64 m_rows = 0;
};

/// A row as CSV, quoted where needed, without a line end.
[[nodiscard]] QString csvLine(const QStringList &fields, QChar delimiter = u',');

} // namespace spilno::import
