// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/Cbor.h"

#include "core/base/Limits.h"

namespace spilno::wire {

namespace {

constexpr std::uint8_t kFalse = 0xf4;
constexpr std::uint8_t kTrue = 0xf5;

/// Strict UTF-8 (no surrogates, no overlong forms), so that two encodings of one text cannot exist.
bool isUtf8(base::ByteView bytes)
{
    std::size_t i = 0;
    while (i < bytes.size()) {
        const std::uint8_t first = bytes[i];
        if (first < 0x80) {
            ++i;
            continue;
        }
        // Two bytes, as nearly every letter here: those below 0xc2 would be overlong.
        if (first >= 0xc2 && first < 0xe0) {
            if (bytes.size() - i < 2 || (bytes[i + 1] & 0xc0) != 0x80)
                return false;
            i += 2;
            continue;
        }
        std::size_t length = 0;
        std::uint32_t point = 0;
        std::uint32_t least = 0;
        if ((first & 0xf0) == 0xe0) {
            length = 3;
            point = first & 0x0fu;
            least = 0x800;
        } else if ((first & 0xf8) == 0xf0) {
            length = 4;
            point = first & 0x07u;
            least = 0x10000;
        } else {
            return false;
        }
        if (bytes.size() - i < length)
            return false;
        for (std::size_t k = 1; k < length; ++k) {
            if ((bytes[i + k] & 0xc0) != 0x80)
                return false;
            point = (point << 6) | (bytes[i + k] & 0x3fu);
        }
        if (point < least || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
            return false;
        i += length;
    }
    return true;
}

} // namespace

void CborWriter::head(std::uint8_t major, std::uint64_t value)
{
    char buffer[9];
    int length = 0;
    const auto lead = static_cast<std::uint8_t>(major << 5);
    if (value < 24) {
        buffer[0] = static_cast<char>(lead | value);
        length = 1;
    } else {
        const int bytes = value <= 0xff ? 1 : value <= 0xffff ? 2 : value <= 0xffffffff ? 4 : 8;
        const int code = bytes == 1 ? 24 : bytes == 2 ? 25 : bytes == 4 ? 26 : 27;
        buffer[0] = static_cast<char>(lead | code);
        for (int i = 0; i < bytes; ++i)
            buffer[1 + i] = static_cast<char>(value >> (8 * (bytes - 1 - i)));
        length = 1 + bytes;
    }
    m_out.append(buffer, length);
}

CborWriter &CborWriter::array(std::uint64_t count)
{
    head(4, count);
    return *this;
}

CborWriter &CborWriter::number(std::uint64_t value)
{
    head(0, value);
    return *this;
}

CborWriter &CborWriter::integer(std::int64_t value)
{
    if (value >= 0)
        head(0, static_cast<std::uint64_t>(value));
    else
        head(1, static_cast<std::uint64_t>(-(value + 1)));
    return *this;
}

CborWriter &CborWriter::boolean(bool value)
{
    m_out.append(static_cast<char>(value ? kTrue : kFalse));
    return *this;
}

CborWriter &CborWriter::bytes(base::ByteView value)
{
    head(2, value.size());
    return raw(value);
}

CborWriter &CborWriter::text(const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    head(3, static_cast<std::uint64_t>(utf8.size()));
    m_out.append(utf8);
    return *this;
}

CborWriter &CborWriter::raw(base::ByteView encoded)
{
    m_out.append(
        reinterpret_cast<const char *>(encoded.data()), static_cast<qsizetype>(encoded.size()));
    return *this;
}

CborReader::Kind CborReader::peek() const
{
    if (!m_ok)
        return Kind::Bad;
    if (atEnd())
        return Kind::End;
    const std::uint8_t first = m_bytes[m_at];
    switch (first >> 5) {
    case 0:
        return Kind::Unsigned;
    case 1:
        return Kind::Negative;
    case 2:
        return Kind::Bytes;
    case 3:
        return Kind::Text;
    case 4:
        return Kind::Array;
    default:
        return first == kFalse || first == kTrue ? Kind::Boolean : Kind::Bad;
    }
}

std::uint64_t CborReader::headValue(std::uint8_t first)
{
    const std::uint8_t code = first & 0x1f;
    if (code < 24)
        return code;
    if (code > 27) {
        fail();
        return 0;
    }
    const std::size_t length = std::size_t{1} << (code - 24);
    if (remaining() < length) {
        fail();
        return 0;
    }
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < length; ++i)
        value = (value << 8) | m_bytes[m_at++];
    // The shortest head only: what fits a shorter one is another encoding of the same value.
    const std::uint64_t least = length == 1 ? 24 : std::uint64_t{1} << (4 * length);
    if (value < least) {
        fail();
        return 0;
    }
    return value;
}

std::uint64_t CborReader::head(std::uint8_t major)
{
    if (!m_ok || atEnd() || (m_bytes[m_at] >> 5) != major) {
        fail();
        return 0;
    }
    const std::uint8_t first = m_bytes[m_at++];
    return headValue(first);
}

std::uint64_t CborReader::array()
{
    const std::uint64_t count = head(4);
    // Every item takes a byte at least; a larger count could only make the caller reserve memory.
    if (count > remaining()) {
        fail();
        return 0;
    }
    return m_ok ? count : 0;
}

bool CborReader::array(std::uint64_t count)
{
    if (array() != count)
        fail();
    return m_ok;
}

std::uint64_t CborReader::number()
{
    return number(static_cast<std::uint64_t>(INT64_MAX));
}

std::uint64_t CborReader::number(std::uint64_t max)
{
    const std::uint64_t value = head(0);
    if (value > max) {
        fail();
        return 0;
    }
    return value;
}

std::int64_t CborReader::integer()
{
    const bool negative = peek() == Kind::Negative;
    const std::uint64_t value = head(negative ? 1 : 0);
    if (value > static_cast<std::uint64_t>(INT64_MAX)) {
        fail();
        return 0;
    }
    const auto magnitude = static_cast<std::int64_t>(value);
    return negative ? -magnitude - 1 : magnitude;
}

bool CborReader::boolean()
{
    if (peek() != Kind::Boolean) {
        fail();
        return false;
    }
    return m_bytes[m_at++] == kTrue;
}

base::ByteView CborReader::bytes()
{
    const std::uint64_t length = head(2);
    if (!m_ok || length > remaining()) {
        fail();
        return {};
    }
    const auto value = m_bytes.subspan(m_at, static_cast<std::size_t>(length));
    m_at += static_cast<std::size_t>(length);
    return value;
}

base::ByteView CborReader::bytes(std::size_t max)
{
    const base::ByteView value = bytes();
    if (value.size() > max) {
        fail();
        return {};
    }
    return value;
}

base::ByteView CborReader::text(std::size_t maxBytes)
{
    const std::uint64_t length = head(3);
    if (!m_ok || length > remaining() || length > maxBytes) {
        fail();
        return {};
    }
    const auto value = m_bytes.subspan(m_at, static_cast<std::size_t>(length));
    m_at += static_cast<std::size_t>(length);
    if (!isUtf8(value)) {
        fail();
        return {};
    }
    return value;
}

QString CborReader::string(std::size_t maxBytes)
{
    const base::ByteView utf8 = text(maxBytes);
    if (utf8.empty() || utf8[0] != 0xef)
        return QString::fromUtf8(
            reinterpret_cast<const char *>(utf8.data()), static_cast<qsizetype>(utf8.size()));
    // fromUtf8() drops a leading U+FEFF, and then two encodings of one text would exist.
    qsizetype marks = 0;
    base::ByteView rest = utf8;
    while (rest.size() >= 3 && rest[0] == 0xef && rest[1] == 0xbb && rest[2] == 0xbf) {
        rest = rest.subspan(3);
        ++marks;
    }
    return QString(marks, QChar(0xfeff)) +
           QString::fromUtf8(
               reinterpret_cast<const char *>(rest.data()), static_cast<qsizetype>(rest.size()));
}

bool CborReader::skip(int depth)
{
    if (depth > limits::kCborDepthMax)
        fail();
    switch (peek()) {
    case Kind::Unsigned:
        number();
        break;
    case Kind::Negative:
        integer();
        break;
    case Kind::Bytes:
        bytes();
        break;
    case Kind::Text:
        text(SIZE_MAX);
        break;
    case Kind::Boolean:
        boolean();
        break;
    case Kind::Array: {
        const std::uint64_t count = array();
        for (std::uint64_t i = 0; i < count && m_ok; ++i)
            skip(depth + 1);
        break;
    }
    case Kind::End:
    case Kind::Bad:
        fail();
        break;
    }
    return m_ok;
}

base::ByteView CborReader::item()
{
    const std::size_t start = m_at;
    if (!skip(0))
        return {};
    return m_bytes.subspan(start, m_at - start);
}

base::Result<> CborReader::openVersioned(std::uint64_t items, const char *what)
{
    const std::uint64_t count = array();
    const std::uint64_t version = number();
    if (m_ok && version != 1)
        return base::failure(
            base::ErrorCode::UnsupportedVersion,
            QStringLiteral("%1 of version %2").arg(QLatin1String(what)).arg(version));
    if (count != items)
        fail();
    return {};
}

base::Result<> CborReader::conclude(const char *what) const
{
    if (finished())
        return {};
    return base::failure(
        base::ErrorCode::Malformed,
        QStringLiteral("%1 at byte %2").arg(QLatin1String(what)).arg(m_at));
}

} // namespace spilno::wire
