// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/CompactRange.h"
#include "core/log/MerkleTree.h"

#include <map>

namespace spilno::server::test {

/// A transparency tree with all its nodes in memory.
class MemoryTree final : public log::HashSource
{
public:
    void append(const base::Hash &leaf)
    {
        m_edge.append(leaf, [this](int level, quint64 index, const base::Hash &hash) {
            m_nodes[{level, index}] = hash;
        });
    }
    [[nodiscard]] quint64 size() const { return m_edge.size(); }
    [[nodiscard]] base::Hash root() const { return m_edge.root(); }
    [[nodiscard]] base::Result<base::Hash> node(int level, quint64 index) const override
    {
        return m_nodes.at({level, index});
    }

private:
    log::CompactRange m_edge;
    std::map<std::pair<int, quint64>, base::Hash> m_nodes;
};

} // namespace spilno::server::test
