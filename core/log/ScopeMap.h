// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/MapProof.h"

#include <memory>

namespace spilno::log {

/// The sparse Merkle map from scope tags to scope heads, in memory. A subtree without entries is 32
/// zero bytes, with one entry it is that entry's hash, else the hash of its halves: the root
/// depends on the entries only, never on their history. Copies share their nodes, which never
/// change: a copy costs nothing, is the map as of a checkpoint and may be read from any thread.
class ScopeMap
{
public:
    /// Adds the tag or moves it to a new head; about log2(entries) hashes.
    void set(const ScopeTag &tag, const ScopeHead &head);

    /// The head of a tag, or nothing.
    [[nodiscard]] std::optional<ScopeHead> find(const ScopeTag &tag) const;

    /// The proof of find(tag), of presence or of absence.
    [[nodiscard]] MapProof prove(const ScopeTag &tag) const;

    [[nodiscard]] base::Hash root() const;
    [[nodiscard]] qsizetype size() const { return m_size; }

private:
    struct Node;
    using NodePointer = std::shared_ptr<const Node>;

    [[nodiscard]] static NodePointer makeLeaf(const MapEntry &entry);
    [[nodiscard]] static NodePointer makeBranch(NodePointer left, NodePointer right);
    [[nodiscard]] static NodePointer placed(
        const NodePointer &node, const NodePointer &leaf, std::size_t depth);
    [[nodiscard]] static base::Hash hashOf(const NodePointer &node);

    NodePointer m_root;
    qsizetype m_size = 0;
};

} // namespace spilno::log
