// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/CsvReader.h"

#include <QtCore/QSet>

#include <algorithm>
#include <array>

namespace spilno::import {

namespace {

constexpr qint64 kPieceBytes = 64 * 1024;
constexpr qint64 kSniffBytes = 256 * 1024;
constexpr int kSniffRows = 20;
constexpr std::array<char16_t, 4> kDelimiters = {u',', u';', u'\t', u'|'};

/// Text has no zero bytes and hardly any control characters.
bool isBinary(const QByteArray &bytes, Encoding encoding)
{
    if (encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be)
        return false;
    const auto odd = std::count_if(bytes.begin(), bytes.end(), [](char byte) {
        const auto code = static_cast<unsigned char>(byte);
        return code < 0x20 && code != '\n' && code != '\r' && code != '\t' && code != '\f';
    });
    return bytes.contains('\0') || odd * 50 > bytes.size();
}

bool isLineEnd(QChar sign)
{
    return sign == u'\n' || sign == u'\r';
}

/// A text that ends in the middle of a row leaves whatever fields it has; used for sniffing.
QList<int> fieldCounts(QStringView text, QChar delimiter)
{
    QList<int> counts;
    int fields = 1;
    bool quoted = false;
    for (qsizetype at = 0; at < text.size() && counts.size() < kSniffRows; ++at) {
        const QChar sign = text[at];
        if (sign == u'"')
            quoted = !quoted;
        else if (!quoted && sign == delimiter)
            ++fields;
        else if (!quoted && sign == u'\n') {
            counts.append(fields);
            fields = 1;
        }
    }
    if (counts.isEmpty())
        counts.append(fields);
    return counts;
}

} // namespace

CsvReader::CsvReader(QIODevice &device, Encoding encoding)
    : m_device(&device)
    , m_encoding(encoding)
    , m_decoder(encoding)
{
}

base::Result<CsvReader> CsvReader::open(QIODevice &device, const CsvFormat &format)
{
    const QByteArray beginning = device.peek(kSniffBytes);
    if (beginning.isEmpty()) {
        if (!device.isReadable() || !device.atEnd())
            return base::failure(base::ErrorCode::Io, device.errorString());
        return base::failure(base::ErrorCode::InvalidArgument, QStringLiteral("the file is empty"));
    }
    const Encoding encoding = format.encoding.value_or(sniffEncoding(beginning));
    if (isBinary(beginning, encoding))
        return base::failure(
            base::ErrorCode::InvalidArgument, QStringLiteral("the file is not text"));
    CsvReader reader(device, encoding);
    SPILNO_TRY(reader.fill());
    reader.m_delimiter = format.delimiter.value_or(reader.sniffDelimiter());
    for (;;) {
        SPILNO_ASSIGN(const auto row, reader.parseRow());
        if (!row)
            return base::failure(
                base::ErrorCode::InvalidArgument, QStringLiteral("the file is empty"));
        reader.consume(*row);
        if (row->isBlank)
            continue;
        if (row->fault != CsvFault::None)
            return base::failure(
                base::ErrorCode::InvalidArgument, QStringLiteral("the header is broken"));
        for (const QString &field : row->fields)
            reader.m_header.append(field.trimmed());
        break;
    }
    const QSet<QString> names(reader.m_header.begin(), reader.m_header.end());
    if (names.size() != reader.m_header.size())
        return base::failure(
            base::ErrorCode::InvalidArgument, QStringLiteral("a column name stands twice"));
    return reader;
}

base::Result<> CsvReader::fill()
{
    if (m_at > 0) {
        m_text.remove(0, m_at);
        m_at = 0;
    }
    const QByteArray bytes = m_device->read(kPieceBytes);
    if (bytes.isEmpty() && !m_device->atEnd())
        return base::failure(base::ErrorCode::Io, m_device->errorString());
    m_atEnd = bytes.isEmpty();
    m_text += m_decoder.decode(bytes);
    return {};
}

QChar CsvReader::sniffDelimiter() const
{
    QChar best = u',';
    int most = 1;
    for (const char16_t delimiter : kDelimiters) {
        const QList<int> counts = fieldCounts(m_text, QChar(delimiter));
        const int least = *std::min_element(counts.begin(), counts.end());
        if (least > most) {
            most = least;
            best = QChar(delimiter);
        }
    }
    return best;
}

base::Result<bool> CsvReader::fetch(qsizetype at)
{
    while (m_at + at >= m_text.size() && !m_atEnd)
        SPILNO_TRY(fill());
    return m_at + at < m_text.size();
}

qsizetype CsvReader::plainRun(qsizetype at, bool quoted) const
{
    const QChar *const begin = m_text.constData() + m_at + at;
    const QChar *const end = m_text.constData() + m_text.size();
    const QChar delimiter = m_delimiter;
    const QChar *sign = begin;
    if (quoted) {
        while (sign != end && *sign != u'"' && !isLineEnd(*sign))
            ++sign;
    } else {
        while (sign != end && *sign != delimiter && !isLineEnd(*sign))
            ++sign;
    }
    return sign - begin;
}

base::Result<std::optional<CsvReader::Parsed>> CsvReader::parseRow()
{
    enum class Place { Start, Bare, Quoted, AfterQuote };
    Parsed row;
    QString field;
    Place place = Place::Start;
    qsizetype at = 0;
    for (bool ended = false; !ended;) {
        SPILNO_ASSIGN(const bool present, fetch(at));
        if (at > kRowLengthMax || (!present && place == Place::Quoted))
            return firstLineOnly(place == Place::Quoted ? CsvFault::OpenQuote : CsvFault::TooLong);
        if (!present && at == 0)
            return std::nullopt;
        if (!present)
            break;
        const QChar sign = std::as_const(m_text)[m_at + at];
        if (isLineEnd(sign)) {
            SPILNO_ASSIGN(const bool more, fetch(at + 1));
            const bool pair =
                sign == u'\r' && more && std::as_const(m_text)[m_at + at + 1] == u'\n';
            at += pair ? 2 : 1;
            ++row.lines;
            ended = place != Place::Quoted;
            if (!ended)
                field.append(u'\n');
        } else if (sign == u'"' && place != Place::Bare) {
            if (place == Place::AfterQuote)
                field.append(u'"');
            place = place == Place::Quoted ? Place::AfterQuote : Place::Quoted;
            row.isBlank = false;
            ++at;
        } else if (sign == m_delimiter && place != Place::Quoted) {
            row.fields.append(field);
            field.clear();
            place = Place::Start;
            row.isBlank = false;
            ++at;
        } else {
            if (place == Place::AfterQuote)
                row.fault = CsvFault::TextAfterQuote;
            if (place != Place::Quoted)
                place = Place::Bare;
            const qsizetype length = plainRun(at, place == Place::Quoted);
            const QStringView run = QStringView(m_text).mid(m_at + at, length);
            row.isBlank = row.isBlank && run.trimmed().isEmpty();
            field.append(run);
            at += length;
        }
    }
    row.fields.append(field);
    row.end = m_at + at;
    return row;
}

CsvReader::Parsed CsvReader::firstLineOnly(CsvFault fault) const
{
    Parsed row;
    row.fault = fault;
    row.isBlank = false;
    const auto begin = m_text.cbegin() + m_at;
    auto end = std::find_if(begin, m_text.cend(), isLineEnd);
    row.fields = {m_text.mid(m_at, end - begin)};
    if (end != m_text.cend() && *end == u'\r' && end + 1 != m_text.cend() && end[1] == u'\n')
        ++end;
    row.isCut = end == m_text.cend() && !m_atEnd;
    if (end != m_text.cend()) {
        ++end;
        row.lines = 1;
    }
    row.end = m_at + (end - begin);
    return row;
}

base::Result<> CsvReader::dropLine()
{
    for (;;) {
        const auto end = std::find_if(m_text.cbegin() + m_at, m_text.cend(), isLineEnd);
        m_at = end - m_text.cbegin();
        if (end != m_text.cend() || m_atEnd)
            return {};
        SPILNO_TRY(fill());
    }
}

void CsvReader::consume(const Parsed &row)
{
    m_at = row.end;
    m_line += row.lines;
}

base::Result<std::optional<CsvRow>> CsvReader::next()
{
    for (;;) {
        CsvRow row;
        row.line = m_line;
        SPILNO_ASSIGN(auto parsed, parseRow());
        if (!parsed)
            return std::nullopt;
        consume(*parsed);
        if (parsed->isBlank)
            continue;
        if (parsed->isCut)
            SPILNO_TRY(dropLine());
        row.number = ++m_rows;
        row.fields = std::move(parsed->fields);
        row.fault = parsed->fault;
        const bool undecodable =
            std::any_of(row.fields.cbegin(), row.fields.cend(), [](const QString &field) {
                return field.contains(QChar(u'\0'));
            });
        if (row.fault == CsvFault::None && undecodable)
            row.fault = CsvFault::Undecodable;
        if (row.fault == CsvFault::None && row.fields.size() != m_header.size())
            row.fault = CsvFault::ColumnCount;
        return row;
    }
}

QString csvLine(const QStringList &fields, QChar delimiter)
{
    QString line;
    for (qsizetype index = 0; index < fields.size(); ++index) {
        if (index > 0)
            line.append(delimiter);
        const QString &field = fields[index];
        const bool quotes = std::any_of(field.begin(), field.end(), [delimiter](QChar sign) {
            return sign == delimiter || sign == u'"' || isLineEnd(sign);
        });
        if (!quotes) {
            line.append(field);
            continue;
        }
        QString escaped = field;
        escaped.replace(u'"', QStringLiteral("\"\""));
        line.append(u'"').append(escaped).append(u'"');
    }
    return line;
}

} // namespace spilno::import
