// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"
#include "core/base/Result.h"

#include <QtCore/QHashFunctions>
#include <QtCore/QString>

#include <algorithm>
#include <array>
#include <compare>
#include <cstring>

namespace spilno::base {

/// A fixed number of bytes with a meaning of its own: two ids of different kinds do not compare or
/// convert. All zero means "none".
template <class Tag, std::size_t Size>
class FixedBytes
{
public:
    static constexpr std::size_t size = Size;

    constexpr FixedBytes() = default;

    /// Wraps exactly Size bytes; Malformed for any other length.
    [[nodiscard]] static Result<FixedBytes> fromBytes(ByteView bytes)
    {
        if (bytes.size() != Size)
            return failure(ErrorCode::Malformed, QStringLiteral("an id of a wrong length"));
        return fromTrusted(bytes.data());
    }

    /// Copies Size bytes from memory the caller vouches for.
    [[nodiscard]] static FixedBytes fromTrusted(const void *bytes)
    {
        FixedBytes id;
        std::memcpy(id.m_bytes.data(), bytes, Size);
        return id;
    }

    /// Reads 2*Size hexadecimal digits; Malformed otherwise.
    [[nodiscard]] static Result<FixedBytes> fromHex(const QString &hex)
    {
        const QByteArray latin = hex.toLatin1();
        const QByteArray bytes = QByteArray::fromHex(latin);
        if (latin.size() != static_cast<qsizetype>(2 * Size) || bytes.toHex() != latin.toLower())
            return failure(ErrorCode::Malformed, QStringLiteral("an id is not hexadecimal"));
        return fromBytes(view(bytes));
    }

    [[nodiscard]] QString toHex() const { return QString::fromLatin1(toByteArray().toHex()); }
    [[nodiscard]] QByteArray toByteArray() const { return base::toByteArray(bytes()); }
    [[nodiscard]] ByteView bytes() const { return {m_bytes.data(), Size}; }
    [[nodiscard]] const std::uint8_t *data() const { return m_bytes.data(); }
    [[nodiscard]] std::uint8_t *data() { return m_bytes.data(); }
    [[nodiscard]] bool isNull() const
    {
        return std::all_of(m_bytes.begin(), m_bytes.end(), [](auto byte) { return byte == 0; });
    }

    friend bool operator==(const FixedBytes &, const FixedBytes &) = default;
    friend auto operator<=>(const FixedBytes &, const FixedBytes &) = default;

    /// Ids are hashes already: their first bytes are as good as any hash of them.
    friend std::size_t qHash(const FixedBytes &id, std::size_t seed = 0) noexcept
    {
        std::size_t value = 0;
        std::memcpy(&value, id.m_bytes.data(), std::min(sizeof(value), Size));
        return value ^ seed;
    }

private:
    std::array<std::uint8_t, Size> m_bytes{};
};

using Hash = FixedBytes<struct HashTag, 32>;
using CityId = FixedBytes<struct CityTag, 32>;
using PersonId = FixedBytes<struct PersonTag, 32>;
using ScopeId = FixedBytes<struct ScopeTag, 32>;
using FeedId = FixedBytes<struct FeedTag, 32>;
using OpId = FixedBytes<struct OpTag, 32>;
using EntityId = FixedBytes<struct EntityTag, 16>;
using Incarnation = FixedBytes<struct IncarnationTag, 8>;
using Salt = FixedBytes<struct SaltTag, 16>;
using BlobId = FixedBytes<struct BlobTag, 32>;
using PublicKey = FixedBytes<struct PublicKeyTag, 32>;   ///< Ed25519
using SealingKey = FixedBytes<struct SealingKeyTag, 32>; ///< X25519, public half
using Signature = FixedBytes<struct SignatureTag, 64>;

} // namespace spilno::base

template <class Tag, std::size_t Size>
struct std::hash<spilno::base::FixedBytes<Tag, Size>>
{
    std::size_t operator()(const spilno::base::FixedBytes<Tag, Size> &id) const noexcept
    {
        return qHash(id);
    }
};
