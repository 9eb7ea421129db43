// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <vector>

/// The Merkle tree of RFC 6962 (SHA-256) over all leaves of the log: pure functions over hashes, no
/// storage and no threads. The nodes themselves are kept by whoever stores the log.
namespace spilno::log {

/// Hashes of a proof in the order of RFC 6962, from the leaves towards the root.
using MerkleProof = std::vector<base::Hash>;

/// SHA-256(0x00 ‖ leaf).
[[nodiscard]] base::Hash merkleLeafHash(base::ByteView leaf);

/// SHA-256(0x01 ‖ left ‖ right).
[[nodiscard]] base::Hash merkleNodeHash(const base::Hash &left, const base::Hash &right);

/// The root of a tree without leaves: SHA-256 of nothing.
[[nodiscard]] base::Hash merkleEmptyRoot();

/// The stored nodes of a tree. Only complete subtrees are asked for, so what was once answered
/// never changes.
class HashSource
{
public:
    virtual ~HashSource() = default;

    /// The root of the 2^level leaves from leaf index·2^level on; level 0 is the leaf hashes.
    [[nodiscard]] virtual base::Result<base::Hash> node(int level, quint64 index) const = 0;
};

/// The root of the first `size` leaves. Passes on the source's errors.
[[nodiscard]] base::Result<base::Hash> merkleRoot(const HashSource &source, quint64 size);

/// PATH(index, D[size]) of RFC 6962 §2.1.1. InvalidArgument unless index < size.
[[nodiscard]] base::Result<MerkleProof> inclusionProof(
    const HashSource &source, quint64 index, quint64 size);

/// PROOF(oldSize, D[newSize]) of RFC 6962 §2.1.2, empty for sizes 0 and newSize. InvalidArgument
/// unless oldSize <= newSize.
[[nodiscard]] base::Result<MerkleProof> consistencyProof(
    const HashSource &source, quint64 oldSize, quint64 newSize);

/// Success when `root` is the root of `size` leaves with `leafHash` at `index`. Malformed for an
/// index outside the tree or a proof of a wrong length, BadSignature when the hashes disagree.
[[nodiscard]] base::Result<> verifyInclusion(
    const base::Hash &leafHash,
    quint64 index,
    quint64 size,
    const MerkleProof &proof,
    const base::Hash &root);

/// Success when the tree of `newRoot` begins with all leaves of the tree of `oldRoot`. Malformed
/// for a shrinking tree or a proof of a wrong length, BadSignature when the hashes disagree.
[[nodiscard]] base::Result<> verifyConsistency(
    quint64 oldSize,
    quint64 newSize,
    const base::Hash &oldRoot,
    const base::Hash &newRoot,
    const MerkleProof &proof);

/// The hashes one after another, as they stand in frames and files.
[[nodiscard]] QByteArray joinedHashes(const MerkleProof &proof);

/// Splits joined hashes. Malformed unless a multiple of 32 bytes, LimitExceeded above
/// limits::kMerkleProofHashesMax.
[[nodiscard]] base::Result<MerkleProof> parseHashes(base::ByteView bytes);

} // namespace spilno::log
