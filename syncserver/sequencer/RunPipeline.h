// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/log/ServerLog.h"
#include "syncserver/session/RateLimit.h"
#include "syncserver/session/SessionEvents.h"
#include "syncserver/store/SequencerStore.h"

#include "core/base/Clock.h"
#include "core/crypto/Signing.h"

#include <deque>
#include <functional>
#include <memory>
#include <unordered_map>

namespace spilno::server {

/// The way of a pushed run: cheap limits, admission by what is logged, verification elsewhere, a
/// place in the next commit, and the answer. Owned and used by one thread; it starts no threads:
/// where verification runs and how it comes back is given. Runs of one feed keep their order.
class RunPipeline
{
public:
    using Task = std::function<void()>;
    /// Called on the owner's thread; the token is left to the caller.
    using Answer = std::function<void(RunAnswered)>;

    struct Options
    {
        SequencerStore *store = nullptr;
        const crypto::SigningKey *key = nullptr;
        const base::Clock *clock = nullptr;
        ServerLog *log = nullptr;
        Rate changesPerDevice{300'000, 60'000};
        std::function<void(Task)> verifyLater; ///< Runs the task on any thread.
        std::function<void(Task)> comeBack;    ///< Any thread; runs the task on the owner's.
        std::function<void()> erased; ///< An erasure is durable and nobody has been told yet.
    };

    struct Committed
    {
        std::vector<ScopeState> grown;
        qint64 runs = 0;
        qint64 changes = 0;
    };

    explicit RunPipeline(Options options);

    /// Takes a run; `answer` is called exactly once, now or later.
    void submit(wire::Run run, Answer answer);

    [[nodiscard]] bool isVerifying() const { return m_verifying > 0; }
    [[nodiscard]] std::size_t readyRuns() const { return m_ready.size(); }
    [[nodiscard]] bool isIdle() const
    {
        return m_verifying == 0 && m_ready.empty() && m_early.empty();
    }

    /// Gives everything verified (up to a limit) its place in one transaction and answers.
    [[nodiscard]] Committed commit();

    /// From now on every run is answered RETRY with this reason; empty ends it.
    void pause(const QString &reason) { m_pausedFor = reason; }
    [[nodiscard]] const QString &pausedFor() const { return m_pausedFor; }
    /// True while this machine's clock is behind the log.
    [[nodiscard]] bool isClockBehind() const;

private:
    struct Waiting
    {
        wire::Run run;
        Answer answer;
        int put = 0; ///< How often it was put off until a commit.
    };
    struct Feed
    {
        log::FeedState tip; ///< After the newest run that was verified here.
        std::deque<Waiting> waiting;
        std::deque<Waiting> misplaced; ///< Do not continue the tip; admitted anew when all is done.
        bool verifying = false;
        int uncommitted = 0;
    };
    struct Checked
    {
        Waiting waiting;
        std::optional<base::Result<log::VerifiedRun>> verified; ///< None: misplaced.
    };
    struct Ready
    {
        log::VerifiedRun run;
        Answer answer;
    };

    void admit(Waiting waiting);
    void putOff(Waiting waiting, base::ErrorCode reason);
    void admitEarly();
    [[nodiscard]] base::Result<log::FeedState> stateBefore(const wire::Run &run) const;
    [[nodiscard]] bool isWithinQuota(const log::FeedState &state, const Waiting &waiting) const;
    void verify(const base::FeedId &feed);
    void verified(const base::FeedId &feed, std::vector<Checked> results);
    void settle(const base::FeedId &feed);
    [[nodiscard]] RunAnswered conclusion(
        const log::VerifiedRun &run, const replica::SequenceOutcome &outcome) const;
    [[nodiscard]] RunAnswered storageFailed(const char *event, const base::Error &error) const;
    void release(const std::vector<log::VerifiedRun> &runs);

    [[nodiscard]] static std::vector<Checked> check(
        std::deque<Waiting> waiting, log::FeedState state);

    Options m_options;
    RateLimit<base::PublicKey> m_changesByDevice;
    std::unordered_map<base::FeedId, Feed> m_feeds;
    std::deque<Ready> m_ready;
    std::vector<Waiting> m_early; ///< May be admitted once what is under way is committed.
    int m_verifying = 0;
    QString m_pausedFor;
};

} // namespace spilno::server
