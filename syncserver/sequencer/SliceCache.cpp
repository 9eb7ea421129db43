// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/sequencer/SliceCache.h"

namespace spilno::server {

std::optional<SliceRead> SliceCache::find(const ReadSlice &wanted)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_entries.find({wanted.scope, wanted.first, wanted.maxChanges});
    if (found == m_entries.end())
        return std::nullopt;
    m_order.splice(m_order.begin(), m_order, found->used);
    return found->slice;
}

std::uint64_t SliceCache::generation() const
{
    const std::lock_guard lock(m_mutex);
    return m_generation;
}

void SliceCache::insert(const ReadSlice &wanted, const SliceRead &slice, std::uint64_t generation)
{
    const std::lock_guard lock(m_mutex);
    const Key key{wanted.scope, wanted.first, wanted.maxChanges};
    if (generation != m_generation || !slice.packed || m_entries.contains(key))
        return;
    m_order.push_front(key);
    m_entries.insert(key, {slice, m_order.begin()});
    m_bytes += slice.packed->size();
    while (m_bytes > m_maxBytes && !m_order.empty()) {
        const auto oldest = m_entries.constFind(m_order.back());
        m_bytes -= oldest->slice.packed->size();
        m_entries.erase(oldest);
        m_order.pop_back();
    }
}

void SliceCache::clear()
{
    const std::lock_guard lock(m_mutex);
    m_entries.clear();
    m_order.clear();
    m_bytes = 0;
    ++m_generation;
}

} // namespace spilno::server
