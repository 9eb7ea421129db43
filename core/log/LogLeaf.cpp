// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/LogLeaf.h"

#include "core/base/Limits.h"
#include "core/log/MerkleTree.h"
#include "core/wire/Cbor.h"

namespace spilno::log {

using base::ErrorCode;
using base::failure;

namespace {

constexpr std::uint64_t kLeafVersion = 1;

} // namespace

QByteArray LogLeaf::encode() const
{
    QByteArray bytes;
    wire::CborWriter writer(bytes);
    writer.array(5).number(kLeafVersion).id(tag).number(position).id(headerHash);
    writer.number(static_cast<quint64>(recordedMs));
    return bytes;
}

base::Hash LogLeaf::hash() const
{
    return merkleLeafHash(base::view(encode()));
}

base::Result<LogLeaf> parseLogLeaf(base::ByteView bytes)
{
    if (bytes.size() > limits::kLogLeafBytesMax)
        return failure(ErrorCode::LimitExceeded, QStringLiteral("a log leaf too long"));
    wire::CborReader reader(bytes);
    const std::uint64_t items = reader.array();
    const std::uint64_t version = reader.number();
    if (reader.ok() && version != kLeafVersion)
        return failure(ErrorCode::UnsupportedVersion, QStringLiteral("log leaf version"));
    if (items != 5)
        reader.fail();
    LogLeaf leaf;
    leaf.tag = reader.id<ScopeTag>();
    leaf.position = reader.number(INT64_MAX);
    leaf.headerHash = reader.id<base::Hash>();
    leaf.recordedMs = static_cast<qint64>(reader.number(INT64_MAX));
    SPILNO_TRY(reader.conclude("a log leaf"));
    return leaf;
}

} // namespace spilno::log
