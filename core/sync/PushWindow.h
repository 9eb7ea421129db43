// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/Pending.h"
#include "core/sync/Backoff.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <optional>
#include <unordered_map>
#include <vector>

namespace spilno::sync {

/// What of the outbox is on its way in this session. The outbox itself is what the storage says is
/// not acknowledged; this only remembers what need not be sent twice, what the server asked to
/// hold back, and how many answers it owes. Lost with the session, and nothing with it.
class PushWindow
{
public:
    /// Runs on their way at most; a server answers RETRY to more.
    static constexpr int kRunsMax = 200;

    explicit PushWindow(base::Random &random)
        : m_random(&random)
    {
    }

    /// Given everything that is not acknowledged now (or its oldest part), the runs to send; they
    /// count as sent.
    [[nodiscard]] std::vector<replica::PendingRun> offer(
        const std::vector<replica::PendingRun> &pending, qint64 nowMs);

    /// A receipt came, or HELD, or a final refusal: one answer less is owed, and work goes on.
    void answered();
    /// RETRY: the feed waits `afterMs`, and a little more each time nothing else was answered.
    void retry(
        const base::FeedId &feed, std::uint64_t afterMs, const QString &reason, qint64 nowMs);
    /// FORK: nothing more of this feed is sent. False when that was known.
    [[nodiscard]] bool forked(const base::FeedId &feed);

    /// Answers that the server owes.
    [[nodiscard]] int unanswered() const { return m_unanswered; }
    /// When a feed held back may be sent again; nullopt when none is held back.
    [[nodiscard]] std::optional<qint64> nextReleaseMs() const;
    /// Why the feeds that are held back are; empty when none is.
    [[nodiscard]] QString heldBackFor() const;
    /// How often in a row feeds were held back and nothing was taken.
    [[nodiscard]] int heldBackInVain() const { return m_heldBackInVain; }
    /// Half of what was on its way is answered: time to ask the storage again.
    [[nodiscard]] bool wantsMore() const { return m_unanswered * 2 <= m_lastOffered; }

private:
    struct Hold
    {
        qint64 untilMs = 0;
        bool active = false;
        Backoff backoff;
        QString reason;
    };

    void oneLess();

    base::Random *m_random;
    /// What was sent of a feed.
    struct Sent
    {
        std::uint64_t to = 0;       ///< One past the last seq.
        QSet<std::uint64_t> firsts; ///< The first seq of each run.
    };
    QHash<base::FeedId, Sent> m_sent;
    std::unordered_map<base::FeedId, Hold> m_holds;
    QSet<base::FeedId> m_forked;
    int m_unanswered = 0;
    int m_lastOffered = 0;
    int m_heldBackInVain = 0;
};

} // namespace spilno::sync
