// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/MapProof.h"

#include "core/base/Limits.h"
#include "core/crypto/Hashing.h"
#include "core/log/MerkleTree.h"
#include "core/wire/Cbor.h"

#include <QtCore/QtEndian>

#include <array>

namespace spilno::log {

using base::ErrorCode;
using base::failure;
using base::Hash;
using base::Result;

namespace {

constexpr std::uint64_t kProofVersion = 1;
constexpr std::size_t kTagBits = ScopeTag::size * 8;

auto notOfAMap(const char *why)
{
    return failure(ErrorCode::Malformed, QString::fromLatin1(why));
}

/// The hash that the proof claims to stand at the end of the tag's way.
Result<Hash> terminalHash(
    const ScopeTag &tag, const std::optional<ScopeHead> &head, const MapProof &proof)
{
    if (head) {
        if (proof.other)
            return notOfAMap("a proof of presence with another entry");
        return mapLeafHash({tag, *head});
    }
    if (!proof.other)
        return Hash();
    if (proof.other->tag == tag)
        return notOfAMap("a proof of absence with the entry itself");
    for (std::size_t depth = 0; depth < proof.siblings.size(); ++depth) {
        if (mapBit(proof.other->tag, depth) != mapBit(tag, depth))
            return notOfAMap("the other entry does not stand on the way");
    }
    return mapLeafHash(*proof.other);
}

} // namespace

Hash mapLeafHash(const MapEntry &entry)
{
    std::array<std::uint8_t, 8> next{};
    qToBigEndian<quint64>(entry.head.next, next.data());
    return crypto::blake2b("map-leaf", {entry.tag.bytes(), next, entry.head.chain.bytes()});
}

Hash mapNodeHash(const Hash &left, const Hash &right)
{
    return crypto::blake2b("map-node", {left.bytes(), right.bytes()});
}

bool mapBit(const ScopeTag &tag, std::size_t depth)
{
    return (tag.data()[depth / 8] >> (7 - depth % 8)) & 1U;
}

QByteArray MapProof::encode() const
{
    QByteArray bytes;
    wire::CborWriter writer(bytes);
    writer.array(3).number(kProofVersion).bytes(base::view(joinedHashes(siblings)));
    writer.array(other ? 3 : 0);
    if (other)
        writer.id(other->tag).number(other->head.next).id(other->head.chain);
    return bytes;
}

Result<MapProof> parseMapProof(base::ByteView bytes)
{
    if (bytes.size() > limits::kMapProofBytesMax)
        return failure(ErrorCode::LimitExceeded, QStringLiteral("a map proof too long"));
    wire::CborReader reader(bytes);
    const std::uint64_t items = reader.array();
    const std::uint64_t version = reader.number();
    if (reader.ok() && version != kProofVersion)
        return failure(ErrorCode::UnsupportedVersion, QStringLiteral("map proof version"));
    if (items != 3)
        reader.fail();
    const base::ByteView siblings = reader.bytes(kTagBits * Hash::size);
    MapProof proof;
    if (const std::uint64_t parts = reader.array(); parts != 0) {
        if (parts != 3)
            reader.fail();
        MapEntry entry;
        entry.tag = reader.id<ScopeTag>();
        entry.head.next = reader.number(INT64_MAX);
        entry.head.chain = reader.id<Hash>();
        if (entry.head.next == 0)
            reader.fail();
        proof.other = entry;
    }
    SPILNO_TRY(reader.conclude("a map proof"));
    if (siblings.size() % Hash::size != 0)
        return notOfAMap("a way that is not whole hashes");
    for (std::size_t offset = 0; offset < siblings.size(); offset += Hash::size)
        proof.siblings.push_back(Hash::fromTrusted(siblings.data() + offset));
    return proof;
}

Result<> verifyMapProof(
    const Hash &root,
    const ScopeTag &tag,
    const std::optional<ScopeHead> &head,
    const MapProof &proof)
{
    if (proof.siblings.size() > kTagBits)
        return notOfAMap("a way longer than a tag");
    // A subtree with one entry is that entry, so the deepest neighbour is never empty.
    if (!proof.siblings.empty() && proof.siblings.back().isNull())
        return notOfAMap("a way that goes on beside nothing");
    SPILNO_ASSIGN(Hash hash, terminalHash(tag, head, proof));
    for (std::size_t depth = proof.siblings.size(); depth-- > 0;) {
        const Hash &sibling = proof.siblings[depth];
        hash = mapBit(tag, depth) ? mapNodeHash(sibling, hash) : mapNodeHash(hash, sibling);
    }
    if (hash != root)
        return failure(ErrorCode::BadSignature, QStringLiteral("a map proof does not fit"));
    return {};
}

} // namespace spilno::log
