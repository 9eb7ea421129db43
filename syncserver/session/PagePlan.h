// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/session/SessionEvents.h"

#include "core/base/Limits.h"

#include <deque>
#include <optional>
#include <vector>

namespace spilno::server {

/// Who is sent a preview of a scope, and how much of it: see docs/protocol/preview.md.
struct PreviewPolicy
{
    std::uint64_t lackingMin = limits::kPreviewLackingMin; ///< Positions.
    int changesMax = 512; ///< A few screens; at most limits::kPreviewChangesMax.
    int lackingForOne =
        16; ///< Of what is lacking, one in so many: what is sent twice stays little.
};

/// What one session still has to be sent, in which order, in what sizes and how much of it now: the
/// rules scope, people, previews of what the client lacks most of, the scopes it named, the rest;
/// one slice at a time, as large as the client takes up within two seconds. A slice begins while
/// there is credit and may overshoot it. Pure; part of PeerSession.
class PagePlan
{
public:
    static constexpr int kPageBytesMax = 512 * 1024;
    static constexpr int kLevelMax = 6;

    explicit PagePlan(const PreviewPolicy &previews = {})
        : m_previews(previews)
    {
    }

    /// Starts: what the client may read, what it has, and how many page bytes it takes.
    void start(
        const ReaderView &view,
        const std::vector<wire::ScopeCursor> &cursors,
        bool everything,
        std::uint64_t creditBytes);

    /// What the client may read has changed: new scopes are added, lost ones dropped.
    void setView(const ReaderView &view);

    /// Scopes have grown. True when one of them is not known here.
    [[nodiscard]] bool grow(const std::vector<ScopeState> &scopes);

    /// The client wants more scopes, or a scope again from another position.
    void follow(const std::vector<wire::ScopeCursor> &cursors);

    /// Page bytes that the client can take in addition.
    void addCredit(std::uint64_t bytes, qint64 nowMs);

    /// What to read next; nothing while a slice is being read or sent.
    [[nodiscard]] std::optional<ReadSlice> read();
    void take(const SliceRead &slice, qint64 nowMs);

    /// The next frame (a page, or the end of a scope), or nothing when there is none.
    [[nodiscard]] std::optional<wire::Frame> nextFrame();

    /// Reads that failed may be tried again.
    void tryAgain();

    /// Heads of what is sent, in the order it is sent.
    [[nodiscard]] std::vector<wire::ScopeHead> heads() const;

private:
    struct Scope
    {
        ScopeState state;
        int rank = 0;
        std::uint64_t sent = 0;
        bool owesPreview = false;            ///< It lacks most of the scope, and was sent none.
        bool owesDone = true;                ///< The end of catching up has not been told.
        bool failed = false;                 ///< Reading failed; wait for tryAgain().
        int failures = 0;                    ///< In a row, at this place.
        std::uint64_t needsRules = 0;        ///< Positions to be sent before its next slice.
        std::uint64_t needsPeople = 0;       ///< The same of the people.
        std::optional<std::uint64_t> rewind; ///< Follow that came while a slice was being sent.
    };

    struct Landing
    {
        std::uint64_t endByte = 0;
        qint64 startedMs = 0;
        std::uint64_t changes = 0;
    };

    [[nodiscard]] Scope *find(const base::ScopeId &scope);
    void add(const ScopeState &state);
    void sort();
    [[nodiscard]] Scope *wanted();
    [[nodiscard]] Scope *wantedPreview();
    void takePreview(const SliceRead &slice);
    [[nodiscard]] Scope *find(replica::ScopeKind kind);
    void settleLevel(std::uint64_t changes, qint64 tookMs);
    [[nodiscard]] bool ready(const Scope &scope);
    [[nodiscard]] bool tooLarge(const SliceRead &slice) const;
    void finishSlice();
    [[nodiscard]] std::optional<wire::Frame> nextDone();

    PreviewPolicy m_previews;
    std::vector<Scope> m_scopes;
    std::vector<wire::ScopeCursor> m_cursors; ///< As named by the client, in its order.
    bool m_everything = true;
    std::optional<ReadSlice> m_reading;
    std::optional<SliceRead> m_inHand;
    qsizetype m_offset = 0;
    std::uint64_t m_part = 0;
    int m_levelMost = kLevelMax;
    int m_level = 0; ///< Of the slice size: kSliceChangesFirst · 2^level changes.
    std::uint64_t m_window = 0;
    std::uint64_t m_granted = 0;
    std::uint64_t m_sent = 0;
    std::deque<Landing> m_landing;
    qint64 m_lastLandedMs = 0;
};

} // namespace spilno::server
