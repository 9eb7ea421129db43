// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/MerkleTree.h"

#include <functional>

namespace spilno::log {

/// The right edge of a growing tree: the roots of its complete subtrees from the largest to the
/// smallest. All that is needed to append and to know the root, at most 64 hashes.
class CompactRange
{
public:
    /// Told of every subtree that an append completes, the leaf itself first (level 0).
    using NodeSink = std::function<void(int level, quint64 index, const base::Hash &hash)>;

    /// A tree without leaves.
    CompactRange() = default;

    /// Goes on from bytes(): u64be size ‖ one hash for each 1 in the size. Malformed otherwise.
    [[nodiscard]] static base::Result<CompactRange> fromBytes(base::ByteView bytes);

    /// Goes on from the stored nodes of a tree of `size` leaves; passes on the source's errors.
    [[nodiscard]] static base::Result<CompactRange> fromSource(
        const HashSource &source, quint64 size);

    /// Adds the next leaf; amortised one node hash.
    void append(const base::Hash &leafHash, const NodeSink &completed = {});

    [[nodiscard]] quint64 size() const { return m_size; }
    [[nodiscard]] base::Hash root() const;
    [[nodiscard]] QByteArray bytes() const;

private:
    quint64 m_size = 0;
    std::vector<base::Hash> m_edge;
};

} // namespace spilno::log
