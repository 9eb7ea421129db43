// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/PushWindow.h"

#include <algorithm>

namespace spilno::sync {

namespace {

/// A server cannot put a feed off for longer than this; it may say so again.
constexpr std::uint64_t kRetryAfterMsMax = 3'600'000;
constexpr qint64 kJitterFirstMs = 250;
constexpr qint64 kJitterLongestMs = 60'000;

} // namespace

std::vector<replica::PendingRun> PushWindow::offer(
    const std::vector<replica::PendingRun> &pending, qint64 nowMs)
{
    for (auto &[feed, hold] : m_holds)
        hold.active = hold.active && hold.untilMs > nowMs;
    std::vector<replica::PendingRun> runs;
    QSet<base::FeedId> passedOver;
    const bool allAnswered = m_unanswered == 0;
    for (const replica::PendingRun &run : pending) {
        Sent &sent = m_sent[run.feed];
        // A receipt can be of the first part of a run: the rest begins where no run did.
        const bool isRest =
            allAnswered && run.firstSeq < sent.to && !sent.firsts.contains(run.firstSeq);
        const std::uint64_t sentTo = isRest ? 0 : sent.to;
        const auto hold = m_holds.find(run.feed);
        const bool held = hold != m_holds.end() && hold->second.active;
        // A run that is on its way may come back joined with what was written since: the rest
        // waits until the first part is acknowledged.
        if (sentTo > run.firstSeq || held || m_forked.contains(run.feed) ||
            passedOver.contains(run.feed) || m_unanswered >= kRunsMax) {
            if (run.firstSeq + run.count > sentTo)
                passedOver.insert(run.feed);
            continue;
        }
        sent.to = run.firstSeq + run.count;
        sent.firsts.insert(run.firstSeq);
        runs.push_back(run);
        ++m_unanswered;
    }
    m_lastOffered = m_unanswered;
    return runs;
}

void PushWindow::answered()
{
    oneLess();
    m_heldBackInVain = 0;
    for (auto &[feed, hold] : m_holds)
        hold.backoff.reset();
}

void PushWindow::oneLess()
{
    m_unanswered = std::max(0, m_unanswered - 1);
}

void PushWindow::retry(
    const base::FeedId &feed, std::uint64_t afterMs, const QString &reason, qint64 nowMs)
{
    oneLess();
    m_sent.remove(feed);
    Hold &hold =
        m_holds
            .try_emplace(
                feed, Hold{0, false, Backoff(*m_random, kJitterFirstMs, kJitterLongestMs), {}})
            .first->second;
    hold.reason = reason;
    const auto asked = static_cast<qint64>(std::min(afterMs, kRetryAfterMsMax));
    if (hold.active && hold.untilMs > nowMs) {
        // Another run of the same batch: one failure, not two.
        hold.untilMs = std::max(hold.untilMs, nowMs + asked);
        return;
    }
    hold.untilMs = nowMs + asked + hold.backoff.nextMs();
    hold.active = true;
    ++m_heldBackInVain;
}

QString PushWindow::heldBackFor() const
{
    for (const auto &[feed, hold] : m_holds) {
        if (hold.active)
            return hold.reason;
    }
    return {};
}

bool PushWindow::forked(const base::FeedId &feed)
{
    oneLess();
    if (m_forked.contains(feed))
        return false;
    m_forked.insert(feed);
    m_sent.remove(feed);
    return true;
}

std::optional<qint64> PushWindow::nextReleaseMs() const
{
    std::optional<qint64> earliest;
    for (const auto &[feed, hold] : m_holds) {
        if (hold.active && (!earliest || hold.untilMs < *earliest))
            earliest = hold.untilMs;
    }
    return earliest;
}

} // namespace spilno::sync
