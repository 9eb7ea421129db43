// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/CompactRange.h"

#include <QtCore/QtEndian>

#include <array>
#include <bit>

namespace spilno::log {

using base::ErrorCode;
using base::failure;
using base::Hash;
using base::Result;

Result<CompactRange> CompactRange::fromBytes(base::ByteView bytes)
{
    constexpr std::size_t sizeBytes = 8;
    if (bytes.size() < sizeBytes)
        return failure(ErrorCode::Malformed, QStringLiteral("a tree edge too short"));
    CompactRange range;
    range.m_size = qFromBigEndian<quint64>(bytes.data());
    const auto edges = static_cast<std::size_t>(std::popcount(range.m_size));
    if (bytes.size() != sizeBytes + edges * Hash::size)
        return failure(ErrorCode::Malformed, QStringLiteral("a tree edge of a wrong length"));
    for (std::size_t offset = sizeBytes; offset < bytes.size(); offset += Hash::size)
        range.m_edge.push_back(Hash::fromTrusted(bytes.data() + offset));
    return range;
}

Result<CompactRange> CompactRange::fromSource(const HashSource &source, quint64 size)
{
    CompactRange range;
    range.m_size = size;
    quint64 begin = 0;
    for (quint64 rest = size; rest != 0;) {
        const quint64 part = std::bit_floor(rest);
        const int level = std::countr_zero(part);
        SPILNO_ASSIGN(const Hash hash, source.node(level, begin >> level));
        range.m_edge.push_back(hash);
        begin += part;
        rest -= part;
    }
    return range;
}

void CompactRange::append(const Hash &leafHash, const NodeSink &completed)
{
    Hash hash = leafHash;
    quint64 index = m_size;
    int level = 0;
    if (completed)
        completed(level, index, hash);
    for (; index & 1U; index >>= 1U) {
        hash = merkleNodeHash(m_edge.back(), hash);
        m_edge.pop_back();
        ++level;
        if (completed)
            completed(level, index >> 1U, hash);
    }
    m_edge.push_back(hash);
    ++m_size;
}

Hash CompactRange::root() const
{
    if (m_edge.empty())
        return merkleEmptyRoot();
    Hash hash = m_edge.back();
    for (auto left = m_edge.rbegin() + 1; left != m_edge.rend(); ++left)
        hash = merkleNodeHash(*left, hash);
    return hash;
}

QByteArray CompactRange::bytes() const
{
    std::array<std::uint8_t, 8> size{};
    qToBigEndian<quint64>(m_size, size.data());
    return base::toByteArray(size) + joinedHashes(m_edge);
}

} // namespace spilno::log
