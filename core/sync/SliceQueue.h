// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/sync/PageAssembler.h"
#include "core/wire/Preview.h"

#include <deque>
#include <optional>
#include <unordered_map>
#include <vector>

namespace spilno::sync {

/// Slices between the network and the writer: what is here, what is being applied, what waits for
/// another scope, and the credit that this gives back to the server. Holds packed slices only; at
/// most kInWorkMax are unpacked at a time. Pure, a part of SyncSession.
class SliceQueue
{
public:
    static constexpr int kInWorkMax = 2;
    /// Page bytes the server may send ahead; a slice may overshoot it.
    static constexpr qint64 kCreditBytes = 8 * 1024 * 1024;

    /// Where a scope stands.
    struct Scope
    {
        wire::ScopeCursor cursor;                  ///< What is applied.
        std::uint64_t queued = 0;                  ///< One past what is applied or in work.
        std::uint64_t target = 0;                  ///< What WELCOME promised.
        std::optional<std::uint64_t> followedFrom; ///< A gap is asked for once.
        int dropping = 0;                          ///< Results to be overlooked.
        bool waiting = false;                      ///< For another scope to come further.
    };

    SliceQueue(const base::CityId &city, const std::vector<wire::ScopeCursor> &cursors);

    void welcome(const std::vector<wire::ScopeHead> &scopes);
    /// The server has nothing below `next` left to send.
    void scopeDone(const base::ScopeId &scope, std::uint64_t next);

    /// A part came. Malformed, LimitExceeded (also beyond the credit).
    [[nodiscard]] base::Result<> take(const wire::PageFrame &page);

    /// What the queue wants done next.
    struct Next
    {
        std::optional<wire::Slice> apply;
        std::optional<wire::Preview> show;
        std::optional<wire::ScopeCursor> follow; ///< Positions are missing: to be asked for again.
    };
    /// The next step, or nothing to do now. Malformed, LimitExceeded, UnsupportedVersion for a
    /// slice that does not unpack.
    [[nodiscard]] base::Result<std::optional<Next>> next();

    enum class Outcome { Applied, Waits, Overlooked, Failed };
    /// The oldest slice in work is done: applied, or not with Busy (it comes again when another
    /// scope has come further) or another error.
    [[nodiscard]] Outcome done(const base::Result<> &result, std::uint64_t &changes);

    /// All below `next` of the scope is proven.
    void proven(const base::ScopeId &scope, std::uint64_t next);
    /// The server has signed that the scope has `next` positions: it owes them.
    void promised(const base::ScopeId &scope, std::uint64_t next);
    /// Scopes with changes that no checkpoint has proven yet.
    [[nodiscard]] std::vector<base::ScopeId> unproven() const;

    /// Tries again what waits for another scope.
    void retryWaiting();

    /// Credit to give back now; 0: not worth a frame yet.
    [[nodiscard]] std::uint64_t takeCredit();

    /// Positions that WELCOME promised and that are not applied yet.
    [[nodiscard]] std::uint64_t behind() const;
    /// Previews that could not be read, and were left out.
    [[nodiscard]] std::uint64_t previewsRefused() const { return m_previewsRefused; }
    /// Nothing is here or in work.
    [[nodiscard]] bool isEmpty() const
    {
        return m_packed.empty() && m_work.empty() && m_previews.empty();
    }
    [[nodiscard]] bool inWork() const { return !m_work.empty(); }
    /// The server may send.
    [[nodiscard]] bool hasCredit() const { return m_credit > 0; }

private:
    struct Work
    {
        PackedSlice packed;
        std::uint64_t next = 0;
        base::Hash chain;
        std::uint64_t epoch = 0;
        bool overlooked = false;
    };

    [[nodiscard]] Scope &scope(const base::ScopeId &id);
    void giveBack(qint64 bytes) { m_owed += bytes; }
    void putBack(const base::ScopeId &id);
    [[nodiscard]] wire::ScopeCursor expected(const Scope &of) const;
    [[nodiscard]] base::Result<std::optional<Next>> open(PackedSlice packed);
    [[nodiscard]] bool authorityApplied() const;
    [[nodiscard]] std::optional<wire::Preview> nextPreview();

    PageAssembler m_assembler;
    std::unordered_map<base::ScopeId, Scope> m_scopes;
    base::ScopeId m_rules;
    base::ScopeId m_people;
    std::deque<PackedSlice> m_packed;
    std::deque<PackedSlice> m_previews;
    std::uint64_t m_previewsRefused = 0;
    std::deque<Work> m_work;
    qint64 m_credit = kCreditBytes;
    qint64 m_owed = 0;
};

} // namespace spilno::sync
