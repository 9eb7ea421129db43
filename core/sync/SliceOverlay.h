// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/Verifier.h"
#include "core/wire/Frames.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace spilno::sync {

/// Where scopes and feeds stand when everything that is verified is applied too, although the
/// writer is still at it: so that the next slice is verified meanwhile. A value of one session.
class SliceOverlay
{
public:
    explicit SliceOverlay(const base::CityId &city, const std::vector<wire::ScopeCursor> &cursors);

    /// Feeds whose state must be asked of the storage before `slice` can be verified.
    [[nodiscard]] std::vector<base::FeedId> unknownFeeds(const wire::Slice &slice) const;
    /// The storage's answer; nullopt for a feed it does not hold.
    void learn(const std::vector<std::optional<log::FeedState>> &states);

    /// log::verifySlice against what stands here, which then counts as standing. BrokenChain also
    /// for a slice that does not start at the scope's next position.
    [[nodiscard]] base::Result<log::VerifiedSlice> verify(const wire::Slice &slice);

    /// The writer applied it.
    void applied(const base::ScopeId &scope, std::uint64_t next, const base::Hash &chain);
    /// The writer did not: the scope stands where it was last applied, its feeds are asked anew.
    void reset(const base::ScopeId &scope);

private:
    struct Scope
    {
        std::uint64_t next = 0;
        base::Hash chain;
        std::uint64_t appliedNext = 0;
        base::Hash appliedChain;
        std::unordered_map<base::FeedId, log::FeedState> feeds;
    };

    [[nodiscard]] Scope &scope(const base::ScopeId &id);

    base::CityId m_city;
    std::unordered_map<base::ScopeId, Scope> m_scopes;
};

} // namespace spilno::sync
