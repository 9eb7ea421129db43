// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/ScopeChain.h"

#include <optional>
#include <vector>

namespace spilno::log {

/// One entry of the scope map: the blinded name of a scope and where it stands.
struct MapEntry
{
    ScopeTag tag;
    ScopeHead head;

    friend bool operator==(const MapEntry &, const MapEntry &) = default;
};

/// BLAKE2b("map-leaf", tag ‖ u64be next ‖ chain).
[[nodiscard]] base::Hash mapLeafHash(const MapEntry &entry);

/// BLAKE2b("map-node", left ‖ right).
[[nodiscard]] base::Hash mapNodeHash(const base::Hash &left, const base::Hash &right);

/// Bit `depth` of a tag; bit 0 is the highest bit of the first byte. 1 goes right.
[[nodiscard]] bool mapBit(const ScopeTag &tag, std::size_t depth);

/// What shows that a tag has one head in the map of a root, or none. A value made by ScopeMap.
struct MapProof
{
    /// The neighbours on the way from the root to where the tag stands or would stand. All zero
    /// bytes is an empty subtree.
    std::vector<base::Hash> siblings;

    /// Only in a proof of absence: the one entry that stands in the tag's place, if any.
    std::optional<MapEntry> other;

    /// [1, siblings joined, other: [] or [tag, next, chain]] in deterministic CBOR.
    [[nodiscard]] QByteArray encode() const;

    friend bool operator==(const MapProof &, const MapProof &) = default;
};

/// Reads MapProof::encode(). UnsupportedVersion, LimitExceeded or Malformed.
[[nodiscard]] base::Result<MapProof> parseMapProof(base::ByteView bytes);

/// Success when the map of `root` holds `head` for `tag`, or, without `head`, nothing. Malformed
/// for a proof no map gives, BadSignature when the hashes disagree.
[[nodiscard]] base::Result<> verifyMapProof(
    const base::Hash &root,
    const ScopeTag &tag,
    const std::optional<ScopeHead> &head,
    const MapProof &proof);

} // namespace spilno::log
