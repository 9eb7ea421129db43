// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/sequencer/RunPipeline.h"

#include "core/base/Limits.h"

#include <algorithm>
#include <set>

namespace spilno::server {

namespace {

using base::ErrorCode;

constexpr std::size_t kCommitRunsMax = 4'096;
constexpr std::size_t kCommitChangesMax = 16'384;
constexpr std::size_t kWaitingOfFeedMax = 1'024;
constexpr int kPutOffMax = 3;
constexpr qint64 kClockBehindMs = 60'000;
constexpr std::uint64_t kRetrySoonMs = 1'000;
constexpr std::uint64_t kRetryLaterMs = 5'000;
constexpr std::uint64_t kRetryMuchLaterMs = 60'000;

RunAnswered retry(const QString &reason, std::uint64_t afterMs)
{
    RunAnswered answer;
    answer.verdict = RunVerdict::Retry;
    answer.reason = reason;
    answer.afterMs = afterMs;
    return answer;
}

RunAnswered retry(ErrorCode reason, std::uint64_t afterMs)
{
    return retry(base::errorCodeName(reason), afterMs);
}

RunAnswered refused(ErrorCode reason, bool hostile)
{
    RunAnswered answer;
    answer.verdict = RunVerdict::Refused;
    answer.reason = base::errorCodeName(reason);
    answer.hostile = hostile;
    return answer;
}

/// Behind a branch that is not the logged one every signature is wrong: that is no reason to take
/// the author for hostile, who is told of the fork as soon as what stands there comes.
RunAnswered unverified(ErrorCode reason, std::uint64_t firstSeq)
{
    return reason == ErrorCode::BadSignature && firstSeq > 0
               ? retry(ErrorCode::BrokenChain, kRetrySoonMs)
               : refused(reason, true);
}

/// Whether it is about this machine's files, not about what was sent.
bool ofStorage(ErrorCode code)
{
    return code == ErrorCode::Io || code == ErrorCode::Corrupt || code == ErrorCode::DiskFull ||
           code == ErrorCode::ReadOnly || code == ErrorCode::AlreadyInUse;
}

} // namespace

RunPipeline::RunPipeline(Options options)
    : m_options(std::move(options))
    , m_changesByDevice(m_options.changesPerDevice)
{
}

bool RunPipeline::isClockBehind() const
{
    return m_options.clock->wallMs() + kClockBehindMs < m_options.store->lastRecordedMs();
}

void RunPipeline::submit(wire::Run run, Answer answer)
{
    if (!m_pausedFor.isEmpty()) {
        answer(retry(m_pausedFor, kRetryMuchLaterMs));
        return;
    }
    if (isClockBehind()) {
        answer(retry(ErrorCode::Busy, kRetryMuchLaterMs));
        return;
    }
    Waiting waiting{std::move(run), std::move(answer)};
    const auto found = m_feeds.find(waiting.run.feed);
    if (found == m_feeds.end()) {
        admit(std::move(waiting));
        return;
    }
    Feed &feed = found->second;
    if (feed.waiting.size() + feed.misplaced.size() >= kWaitingOfFeedMax) {
        waiting.answer(retry(ErrorCode::Busy, kRetrySoonMs));
        return;
    }
    if (!isWithinQuota(feed.tip, waiting))
        return;
    const base::FeedId id = waiting.run.feed;
    feed.waiting.push_back(std::move(waiting));
    verify(id);
}

base::Result<log::FeedState> RunPipeline::stateBefore(const wire::Run &run) const
{
    if (run.firstSeq == 0) {
        SPILNO_ASSIGN(auto state, log::openFeed(run.opening, m_options.store->city()));
        if (state.feed != run.feed)
            return base::failure(
                ErrorCode::Malformed, QStringLiteral("an opening of another feed"));
        return state;
    }
    SPILNO_ASSIGN(auto before, m_options.store->feedStateBefore(run.feed, run.firstSeq));
    if (before)
        return *std::move(before);
    SPILNO_ASSIGN(auto newest, m_options.store->feedState(run.feed));
    if (newest && newest->nextSeq == run.firstSeq)
        return *std::move(newest);
    return base::failure(ErrorCode::BrokenChain);
}

void RunPipeline::admit(Waiting waiting)
{
    const auto admission = m_options.store->admission(waiting.run);
    if (!admission) {
        waiting.answer(storageFailed("read-failed", admission.error()));
        return;
    }
    switch (*admission) {
    case replica::Admission::Continue:
    case replica::Admission::Known:
        break;
    case replica::Admission::NotCertified:
        putOff(std::move(waiting), ErrorCode::NotCertified);
        return;
    case replica::Admission::UnknownScope:
        putOff(std::move(waiting), ErrorCode::NotFound);
        return;
    case replica::Admission::Gap:
        waiting.answer(retry(ErrorCode::BrokenChain, kRetrySoonMs));
        return;
    case replica::Admission::OtherCity:
        waiting.answer(refused(ErrorCode::WrongCity, false));
        return;
    }
    auto before = stateBefore(waiting.run);
    if (!before) {
        const ErrorCode code = before.error().code;
        // What cannot be read now says nothing about the run.
        waiting.answer(
            code == ErrorCode::BrokenChain ? retry(code, kRetrySoonMs)
            : ofStorage(code)              ? storageFailed("read-failed", before.error())
                                           : refused(code, true));
        return;
    }
    if (!isWithinQuota(*before, waiting))
        return;
    const base::FeedId id = waiting.run.feed;
    Feed feed;
    feed.tip = std::move(*before);
    feed.waiting.push_back(std::move(waiting));
    m_feeds.insert_or_assign(id, std::move(feed));
    verify(id);
}

void RunPipeline::putOff(Waiting waiting, ErrorCode reason)
{
    // A newcomer pushes the certificate and what needs it at once: it may be in the next commit.
    const bool underWay = m_verifying > 0 || !m_ready.empty();
    if (!underWay || waiting.put == kPutOffMax || m_early.size() >= kWaitingOfFeedMax) {
        waiting.answer(retry(reason, kRetryLaterMs));
        return;
    }
    ++waiting.put;
    m_early.push_back(std::move(waiting));
}

void RunPipeline::admitEarly()
{
    std::vector<Waiting> early;
    early.swap(m_early);
    for (Waiting &waiting : early) {
        if (m_feeds.contains(waiting.run.feed))
            submit(std::move(waiting.run), std::move(waiting.answer));
        else
            admit(std::move(waiting));
    }
}

bool RunPipeline::isWithinQuota(const log::FeedState &state, const Waiting &waiting) const
{
    const qint64 wait = m_changesByDevice.waitMs(
        state.device, static_cast<qint64>(waiting.run.changes.size()),
        m_options.clock->monotonicMs());
    if (wait > 0)
        waiting.answer(retry(ErrorCode::LimitExceeded, static_cast<std::uint64_t>(wait)));
    return wait <= 0;
}

std::vector<RunPipeline::Checked> RunPipeline::check(
    std::deque<Waiting> waiting, log::FeedState state)
{
    std::vector<Checked> results;
    results.reserve(waiting.size());
    for (Waiting &entry : waiting) {
        Checked checked;
        if (entry.run.firstSeq == state.nextSeq) {
            checked.verified = log::verifyRun(entry.run, state);
            if (*checked.verified)
                state = (*checked.verified)->after;
        }
        checked.waiting = std::move(entry);
        results.push_back(std::move(checked));
    }
    return results;
}

void RunPipeline::verify(const base::FeedId &id)
{
    Feed &feed = m_feeds.at(id);
    if (feed.verifying || feed.waiting.empty())
        return;
    feed.verifying = true;
    ++m_verifying;
    // Shared, because std::function wants to be copied and the runs should not be.
    auto waiting = std::make_shared<std::deque<Waiting>>(std::move(feed.waiting));
    feed.waiting.clear();
    m_options.verifyLater([this, id, waiting, state = feed.tip] {
        auto results = std::make_shared<std::vector<Checked>>(check(std::move(*waiting), state));
        m_options.comeBack([this, id, results] { verified(id, std::move(*results)); });
    });
}

void RunPipeline::verified(const base::FeedId &id, std::vector<Checked> results)
{
    --m_verifying;
    Feed &feed = m_feeds.at(id);
    feed.verifying = false;
    for (Checked &checked : results) {
        if (!checked.verified) {
            feed.misplaced.push_back(std::move(checked.waiting));
            continue;
        }
        if (!*checked.verified) {
            checked.waiting.answer(
                unverified(checked.verified->error().code, checked.waiting.run.firstSeq));
            continue;
        }
        log::VerifiedRun &run = **checked.verified;
        // Only who signed is charged: a stranger's bad copies do not use up the device's quota.
        m_changesByDevice.charge(
            run.after.device, static_cast<qint64>(run.changes.size()),
            m_options.clock->monotonicMs());
        feed.tip = run.after;
        ++feed.uncommitted;
        m_ready.push_back({std::move(run), std::move(checked.waiting.answer)});
    }
    verify(id);
    settle(id);
    if (m_verifying == 0 && m_ready.empty())
        admitEarly();
}

void RunPipeline::settle(const base::FeedId &id)
{
    const auto found = m_feeds.find(id);
    if (found == m_feeds.end() || found->second.verifying || found->second.uncommitted > 0)
        return;
    std::deque<Waiting> misplaced = std::move(found->second.misplaced);
    m_feeds.erase(found);
    for (Waiting &waiting : misplaced)
        submit(std::move(waiting.run), std::move(waiting.answer));
}

RunPipeline::Committed RunPipeline::commit()
{
    std::vector<log::VerifiedRun> runs;
    std::vector<Answer> answers;
    std::size_t changes = 0;
    while (!m_ready.empty() && runs.size() < kCommitRunsMax && changes < kCommitChangesMax) {
        changes += m_ready.front().run.changes.size();
        runs.push_back(std::move(m_ready.front().run));
        answers.push_back(std::move(m_ready.front().answer));
        m_ready.pop_front();
    }
    Committed committed;
    if (runs.empty())
        return committed;
    auto outcomes = m_options.store->sequence(runs, m_options.clock->wallMs());
    if (outcomes && outcomes->size() != runs.size())
        outcomes = base::failure(ErrorCode::Unknown, QStringLiteral("outcomes are missing"));
    if (!outcomes) {
        const RunAnswered answer = storageFailed("commit-failed", outcomes.error());
        for (const Answer &tell : answers)
            tell(answer);
        release(runs);
        admitEarly();
        return committed;
    }
    std::set<base::ScopeId> scopes;
    bool erased = false;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if ((*outcomes)[i].state != replica::SequenceState::Sequenced)
            continue;
        scopes.insert(runs[i].after.scope);
        erased = erased || m_options.store->erases(runs[i]);
        ++committed.runs;
        committed.changes += static_cast<qint64>(runs[i].changes.size());
    }
    if (erased && m_options.erased)
        m_options.erased();
    for (std::size_t i = 0; i < runs.size(); ++i)
        answers[i](conclusion(runs[i], (*outcomes)[i]));
    release(runs);
    admitEarly();
    for (const base::ScopeId &scope : scopes) {
        if (const auto status = m_options.store->scope(scope); status && *status)
            committed.grown.push_back({scope, (*status)->kind, (*status)->epoch, (*status)->next});
    }
    return committed;
}

RunAnswered RunPipeline::conclusion(
    const log::VerifiedRun &run, const replica::SequenceOutcome &outcome) const
{
    RunAnswered answer;
    switch (outcome.state) {
    case replica::SequenceState::Sequenced:
    case replica::SequenceState::Duplicate: {
        log::Receipt receipt = outcome.receipt;
        receipt.sign(*m_options.key);
        answer.verdict = RunVerdict::Receipt;
        answer.bytes = receipt.encode();
        return answer;
    }
    case replica::SequenceState::Fork: {
        const auto header = m_options.store->headerAt(run.after.feed, outcome.forkSeq);
        if (!header)
            return storageFailed("read-failed", header.error());
        answer.verdict = RunVerdict::Fork;
        answer.forkSeq = outcome.forkSeq;
        answer.bytes = *header;
        return answer;
    }
    case replica::SequenceState::NotCertified:
        return retry(ErrorCode::NotCertified, kRetryLaterMs);
    case replica::SequenceState::UnknownScope:
        return retry(ErrorCode::NotFound, kRetryLaterMs);
    case replica::SequenceState::Broken:
        break;
    }
    return retry(ErrorCode::BrokenChain, kRetrySoonMs);
}

RunAnswered RunPipeline::storageFailed(const char *event, const base::Error &error) const
{
    if (m_options.log != nullptr)
        m_options.log->write(
            LogLevel::Error, QString::fromLatin1(event),
            {{QStringLiteral("reason"), base::errorCodeName(error.code)},
             {QStringLiteral("detail"), error.detail}});
    return retry(error.code, error.code == ErrorCode::Busy ? kRetryLaterMs : kRetryMuchLaterMs);
}

void RunPipeline::release(const std::vector<log::VerifiedRun> &runs)
{
    for (const log::VerifiedRun &run : runs) {
        const auto found = m_feeds.find(run.after.feed);
        if (found != m_feeds.end())
            --found->second.uncommitted;
    }
    for (const log::VerifiedRun &run : runs)
        settle(run.after.feed);
}

} // namespace spilno::server
