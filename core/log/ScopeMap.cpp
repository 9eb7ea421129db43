// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/ScopeMap.h"

#include <utility>

namespace spilno::log {

/// A subtree with at least one entry. A leaf has an entry and no children; a branch has two or more
/// entries below it, and may have one empty half.
struct ScopeMap::Node
{
    base::Hash hash;
    std::optional<MapEntry> entry;
    NodePointer left;
    NodePointer right;

    [[nodiscard]] const NodePointer &child(bool goRight) const { return goRight ? right : left; }
};

void ScopeMap::set(const ScopeTag &tag, const ScopeHead &head)
{
    if (!find(tag))
        ++m_size;
    m_root = placed(m_root, makeLeaf({tag, head}), 0);
}

std::optional<ScopeHead> ScopeMap::find(const ScopeTag &tag) const
{
    const Node *node = m_root.get();
    for (std::size_t depth = 0; node && !node->entry; ++depth)
        node = node->child(mapBit(tag, depth)).get();
    if (node && node->entry->tag == tag)
        return node->entry->head;
    return std::nullopt;
}

MapProof ScopeMap::prove(const ScopeTag &tag) const
{
    MapProof proof;
    const Node *node = m_root.get();
    for (std::size_t depth = 0; node && !node->entry; ++depth) {
        const bool goRight = mapBit(tag, depth);
        proof.siblings.push_back(hashOf(node->child(!goRight)));
        node = node->child(goRight).get();
    }
    if (node && node->entry->tag != tag)
        proof.other = node->entry;
    return proof;
}

base::Hash ScopeMap::root() const
{
    return hashOf(m_root);
}

ScopeMap::NodePointer ScopeMap::makeLeaf(const MapEntry &entry)
{
    return std::make_shared<const Node>(Node{mapLeafHash(entry), entry, {}, {}});
}

ScopeMap::NodePointer ScopeMap::makeBranch(NodePointer left, NodePointer right)
{
    const base::Hash hash = mapNodeHash(hashOf(left), hashOf(right));
    return std::make_shared<const Node>(Node{hash, {}, std::move(left), std::move(right)});
}

/// The subtree `node` at `depth` with `leaf` in it: new nodes along the way, all others shared.
ScopeMap::NodePointer ScopeMap::placed(
    const NodePointer &node, const NodePointer &leaf, std::size_t depth)
{
    if (!node || (node->entry && node->entry->tag == leaf->entry->tag))
        return leaf;
    const bool goRight = mapBit(leaf->entry->tag, depth);
    NodePointer sameSide;
    NodePointer otherSide;
    if (!node->entry) {
        sameSide = node->child(goRight);
        otherSide = node->child(!goRight);
    } else if (mapBit(node->entry->tag, depth) == goRight) {
        sameSide = node;
    } else {
        otherSide = node;
    }
    NodePointer changed = placed(sameSide, leaf, depth + 1);
    return goRight ? makeBranch(std::move(otherSide), std::move(changed))
                   : makeBranch(std::move(changed), std::move(otherSide));
}

base::Hash ScopeMap::hashOf(const NodePointer &node)
{
    return node ? node->hash : base::Hash();
}

} // namespace spilno::log
