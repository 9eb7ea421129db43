// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/MerkleTree.h"

#include "core/base/Limits.h"
#include "core/crypto/Hashing.h"

#include <array>
#include <bit>

namespace spilno::log {

using base::ErrorCode;
using base::failure;
using base::Hash;
using base::Result;

namespace {

constexpr std::array<std::uint8_t, 1> kLeafPrefix{0x00};
constexpr std::array<std::uint8_t, 1> kNodePrefix{0x01};

/// The root of leaves [begin, begin + count), count > 0. In a tree, `begin` is always aligned to
/// the largest power of two below `count`, so the left part is one stored node.
Result<Hash> rangeRoot(const HashSource &source, quint64 begin, quint64 count)
{
    if (std::has_single_bit(count)) {
        const int level = std::countr_zero(count);
        return source.node(level, begin >> level);
    }
    const quint64 left = std::bit_floor(count);
    SPILNO_ASSIGN(const Hash leftRoot, rangeRoot(source, begin, left));
    SPILNO_ASSIGN(const Hash rightRoot, rangeRoot(source, begin + left, count - left));
    return merkleNodeHash(leftRoot, rightRoot);
}

/// The size of the left subtree of a tree of `count` > 1 leaves.
quint64 leftSize(quint64 count)
{
    return std::bit_floor(count - 1);
}

Result<> expectEqual(const Hash &computed, const Hash &claimed)
{
    if (computed != claimed)
        return failure(ErrorCode::BadSignature, QStringLiteral("a Merkle proof does not fit"));
    return {};
}

auto wrongProof()
{
    return failure(ErrorCode::Malformed, QStringLiteral("a Merkle proof of a wrong length"));
}

} // namespace

Hash merkleLeafHash(base::ByteView leaf)
{
    return crypto::sha256({kLeafPrefix, leaf});
}

Hash merkleNodeHash(const Hash &left, const Hash &right)
{
    return crypto::sha256({kNodePrefix, left.bytes(), right.bytes()});
}

Hash merkleEmptyRoot()
{
    return crypto::sha256({});
}

Result<Hash> merkleRoot(const HashSource &source, quint64 size)
{
    if (size == 0)
        return merkleEmptyRoot();
    return rangeRoot(source, 0, size);
}

Result<MerkleProof> inclusionProof(const HashSource &source, quint64 index, quint64 size)
{
    if (index >= size)
        return failure(ErrorCode::InvalidArgument, QStringLiteral("the leaf is not in the tree"));
    MerkleProof fromRoot;
    quint64 begin = 0;
    for (quint64 count = size; count > 1;) {
        const quint64 left = leftSize(count);
        const bool goLeft = index - begin < left;
        const quint64 sibling = goLeft ? begin + left : begin;
        SPILNO_ASSIGN(const Hash hash, rangeRoot(source, sibling, goLeft ? count - left : left));
        fromRoot.push_back(hash);
        begin = goLeft ? begin : begin + left;
        count = goLeft ? left : count - left;
    }
    return MerkleProof(fromRoot.rbegin(), fromRoot.rend());
}

Result<MerkleProof> consistencyProof(const HashSource &source, quint64 oldSize, quint64 newSize)
{
    if (oldSize > newSize)
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a tree does not shrink"));
    MerkleProof fromRoot;
    if (oldSize == 0 || oldSize == newSize)
        return fromRoot;
    // SUBPROOF of the RFC, walked from the root down: `rest` old leaves stand in the subtree of
    // `count` leaves at `begin`. The old root itself is left out while the walk has only gone left.
    quint64 begin = 0;
    quint64 rest = oldSize;
    bool wholeOldTree = true;
    for (quint64 count = newSize; rest != count;) {
        const quint64 left = leftSize(count);
        const bool goLeft = rest <= left;
        const quint64 sibling = goLeft ? begin + left : begin;
        SPILNO_ASSIGN(const Hash hash, rangeRoot(source, sibling, goLeft ? count - left : left));
        fromRoot.push_back(hash);
        if (!goLeft) {
            begin += left;
            rest -= left;
            wholeOldTree = false;
        }
        count = goLeft ? left : count - left;
    }
    if (!wholeOldTree) {
        SPILNO_ASSIGN(const Hash hash, rangeRoot(source, begin, rest));
        fromRoot.push_back(hash);
    }
    return MerkleProof(fromRoot.rbegin(), fromRoot.rend());
}

Result<> verifyInclusion(
    const Hash &leafHash, quint64 index, quint64 size, const MerkleProof &proof, const Hash &root)
{
    if (index >= size)
        return failure(ErrorCode::Malformed, QStringLiteral("the leaf is not in the tree"));
    Hash hash = leafHash;
    quint64 place = index;
    quint64 last = size - 1;
    for (const Hash &sibling : proof) {
        if (last == 0)
            return wrongProof();
        if ((place & 1U) || place == last) {
            hash = merkleNodeHash(sibling, hash);
            while (!(place & 1U) && place != 0) {
                place >>= 1U;
                last >>= 1U;
            }
        } else {
            hash = merkleNodeHash(hash, sibling);
        }
        place >>= 1U;
        last >>= 1U;
    }
    if (last != 0)
        return wrongProof();
    return expectEqual(hash, root);
}

Result<> verifyConsistency(
    quint64 oldSize,
    quint64 newSize,
    const Hash &oldRoot,
    const Hash &newRoot,
    const MerkleProof &proof)
{
    if (oldSize > newSize)
        return failure(ErrorCode::Malformed, QStringLiteral("a tree does not shrink"));
    if (oldSize == 0 || oldSize == newSize) {
        if (!proof.empty())
            return wrongProof();
        return expectEqual(oldSize == 0 ? merkleEmptyRoot() : newRoot, oldRoot);
    }
    // A whole old subtree is itself the first hash of the walk; it is not repeated in the proof.
    auto next = proof.begin();
    if (!std::has_single_bit(oldSize) && next == proof.end())
        return wrongProof();
    Hash oldHash = std::has_single_bit(oldSize) ? oldRoot : *next++;
    Hash newHash = oldHash;
    quint64 place = oldSize - 1;
    quint64 last = newSize - 1;
    for (; place & 1U; place >>= 1U)
        last >>= 1U;
    for (; next != proof.end(); ++next) {
        if (last == 0)
            return wrongProof();
        if ((place & 1U) || place == last) {
            oldHash = merkleNodeHash(*next, oldHash);
            newHash = merkleNodeHash(*next, newHash);
            while (!(place & 1U) && place != 0) {
                place >>= 1U;
                last >>= 1U;
            }
        } else {
            newHash = merkleNodeHash(newHash, *next);
        }
        place >>= 1U;
        last >>= 1U;
    }
    if (last != 0)
        return wrongProof();
    SPILNO_TRY(expectEqual(oldHash, oldRoot));
    return expectEqual(newHash, newRoot);
}

QByteArray joinedHashes(const MerkleProof &proof)
{
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(proof.size() * Hash::size));
    for (const Hash &hash : proof)
        bytes += base::rawByteArray(hash.bytes());
    return bytes;
}

Result<MerkleProof> parseHashes(base::ByteView bytes)
{
    if (bytes.size() > limits::kMerkleProofHashesMax * Hash::size)
        return failure(ErrorCode::LimitExceeded, QStringLiteral("a Merkle proof too long"));
    if (bytes.size() % Hash::size != 0)
        return failure(ErrorCode::Malformed, QStringLiteral("hashes of a wrong length"));
    MerkleProof proof;
    for (std::size_t offset = 0; offset < bytes.size(); offset += Hash::size)
        proof.push_back(Hash::fromTrusted(bytes.data() + offset));
    return proof;
}

} // namespace spilno::log
