// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/CheckpointCheck.h"

#include "core/crypto/Hashing.h"
#include "core/log/LogLeaf.h"
#include "core/log/ScopeMap.h"
#include "core/wire/Genesis.h"
#include "tests/sim/ModelValues.h"

#include <span>

namespace spilno::sim {

namespace {

constexpr std::uint32_t kScopeType = 2;
constexpr std::uint32_t kSalt = 4;

/// MTH of RFC 6962: the largest power of two below the size goes to the left.
base::Hash treeHash(std::span<const base::Hash> leaves)
{
    if (leaves.size() == 1)
        return leaves.front();
    std::size_t half = 1;
    while (half * 2 < leaves.size())
        half *= 2;
    const base::Hash left = treeHash(leaves.first(half));
    const base::Hash right = treeHash(leaves.subspan(half));
    static constexpr std::uint8_t node = 1;
    return crypto::sha256({base::ByteView(&node, 1), left.bytes(), right.bytes()});
}

/// The salts of the scopes that the log makes; the first two scopes have none.
std::map<base::ScopeId, base::Salt> saltsOf(const base::CityId &city, const LogView &log)
{
    std::map<base::ScopeId, base::Salt> salts;
    for (const auto &[scope, changes] : log.scopes()) {
        for (const LogView::Change &change : changes) {
            if (change.type == kScopeType && change.payload && change.payload->create)
                salts[wire::scopeId(city, change.op)] =
                    model::idOf<base::Salt>(model::written(change, kSalt));
        }
    }
    return salts;
}

} // namespace

log::Checkpoint plainCheckpoint(const base::CityId &city, const LogView &log)
{
    std::map<base::ScopeId, base::Salt> salts = saltsOf(city, log);
    std::map<std::uint64_t, base::Hash> byIndex;
    log::ScopeMap map;
    for (const auto &[scope, changes] : log.scopes()) {
        if (changes.empty())
            continue;
        const log::ScopeTag tag = log::scopeTag(scope, salts[scope]);
        for (const LogView::Change &change : changes)
            byIndex[change.logIndex] =
                log::LogLeaf{tag, change.position, change.hash, change.recordedMs}.hash();
        map.set(tag, log::ScopeHead{changes.size(), log.chainAt(scope, changes.size())});
    }
    std::vector<base::Hash> leaves;
    for (const auto &[index, leaf] : byIndex)
        leaves.push_back(leaf);
    log::Checkpoint checkpoint;
    checkpoint.city = city;
    checkpoint.treeSize = leaves.size();
    checkpoint.root = treeHash(leaves);
    checkpoint.mapRoot = map.root();
    return checkpoint;
}

} // namespace spilno::sim
