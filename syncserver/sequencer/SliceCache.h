// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/session/SessionEvents.h"

#include <QtCore/QHash>

#include <list>
#include <mutex>
#include <optional>

namespace spilno::server {

/// Compressed slices that will not change, shared by all sessions; the ones used longest ago go
/// first. Any thread. An erasure empties it: what was read before must not be given out.
class SliceCache
{
public:
    explicit SliceCache(qsizetype maxBytes)
        : m_maxBytes(maxBytes)
    {
    }

    [[nodiscard]] std::optional<SliceRead> find(const ReadSlice &wanted);

    /// The number of times it was emptied; take it before reading what is put in.
    [[nodiscard]] std::uint64_t generation() const;
    /// Keeps the slice unless the cache was emptied since `generation`.
    void insert(const ReadSlice &wanted, const SliceRead &slice, std::uint64_t generation);
    void clear();

private:
    struct Key
    {
        base::ScopeId scope;
        std::uint64_t first = 0;
        int maxChanges = 0;

        friend bool operator==(const Key &, const Key &) = default;
        friend std::size_t qHash(const Key &key, std::size_t seed = 0) noexcept
        {
            return qHashMulti(seed, key.scope, key.first, key.maxChanges);
        }
    };
    struct Entry
    {
        SliceRead slice;
        std::list<Key>::iterator used;
    };

    const qsizetype m_maxBytes;
    mutable std::mutex m_mutex;
    QHash<Key, Entry> m_entries;
    std::list<Key> m_order; ///< Newest use first.
    qsizetype m_bytes = 0;
    std::uint64_t m_generation = 0;
};

} // namespace spilno::server
