// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"
#include "core/base/Ids.h"
#include "core/base/Result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <cstdint>

/// Deterministic CBOR (RFC 8949 §4.2.1) cut down to what the protocol needs: unsigned and negative
/// integers, byte strings, text strings, arrays and booleans; shortest heads, definite lengths.
/// There are no maps, tags, floats, null or indefinite items, and a reader refuses them.
namespace spilno::wire {

/// Appends items to a byte array. Arrays announce their length first; the caller keeps the count.
class CborWriter
{
public:
    explicit CborWriter(QByteArray &out)
        : m_out(out)
    {
    }

    CborWriter &array(std::uint64_t count);
    CborWriter &number(std::uint64_t value);
    CborWriter &integer(std::int64_t value);
    CborWriter &boolean(bool value);
    CborWriter &bytes(base::ByteView value);
    CborWriter &text(const QString &value);
    /// Bytes that are one or more complete items already.
    CborWriter &raw(base::ByteView encoded);

    template <class Tag, std::size_t Size>
    CborWriter &id(const base::FixedBytes<Tag, Size> &value)
    {
        return bytes(value.bytes());
    }

private:
    void head(std::uint8_t major, std::uint64_t value);

    QByteArray &m_out;
};

/// Reads items one after another from a view. After the first violation every read fails and ok()
/// is false, so that a decoder checks once at its end; no read ever looks past the view.
class CborReader
{
public:
    enum class Kind : std::uint8_t { End, Unsigned, Negative, Bytes, Text, Array, Boolean, Bad };

    CborReader() = default;
    explicit CborReader(base::ByteView bytes)
        : m_bytes(bytes)
    {
    }

    /// The kind of the next item, without reading it.
    [[nodiscard]] Kind peek() const;

    /// The number of items of an array; 0 on failure.
    std::uint64_t array();
    /// An array of exactly `count` items.
    bool array(std::uint64_t count);
    /// A number; none of the protocol is above 2^63 - 1.
    std::uint64_t number();
    /// A number not above `max`.
    std::uint64_t number(std::uint64_t max);
    std::int64_t integer();
    bool boolean();
    base::ByteView bytes();
    base::ByteView bytes(std::size_t max);
    /// Valid UTF-8 as raw bytes; at most `maxBytes`.
    base::ByteView text(std::size_t maxBytes);
    QString string(std::size_t maxBytes);
    /// Skips one item with all it contains and returns its bytes.
    base::ByteView item();

    template <class Id>
    Id id()
    {
        const base::ByteView value = bytes();
        if (value.size() != Id::size) {
            fail();
            return {};
        }
        return Id::fromTrusted(value.data());
    }

    void fail() { m_ok = false; }
    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }
    /// ok() and nothing left over.
    [[nodiscard]] bool finished() const { return m_ok && atEnd(); }
    [[nodiscard]] std::size_t offset() const { return m_at; }
    [[nodiscard]] std::size_t remaining() const { return m_bytes.size() - m_at; }

    /// Reads the head of an array and its first item, the version, which must be 1: otherwise
    /// UnsupportedVersion, whatever follows. The reader fails unless there are `items` items.
    [[nodiscard]] base::Result<> openVersioned(std::uint64_t items, const char *what);
    /// Malformed unless finished().
    [[nodiscard]] base::Result<> conclude(const char *what) const;

private:
    std::uint64_t head(std::uint8_t major);
    std::uint64_t headValue(std::uint8_t first);
    bool skip(int depth);

    base::ByteView m_bytes;
    std::size_t m_at = 0;
    bool m_ok = true;
};

} // namespace spilno::wire
