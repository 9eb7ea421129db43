// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/founding/LocalExchange.h"

#include "core/base/Limits.h"
#include "core/log/Receipt.h"
#include "core/wire/Slice.h"

#include <optional>

namespace spilno::server {

using base::ErrorCode;
using base::failure;

LocalExchange::LocalExchange(
    replica::ReplicaDatabase &replica,
    SequencerStore &store,
    const crypto::SigningKey &key,
    const base::Clock &clock)
    : m_replica(replica)
    , m_store(store)
    , m_log(clock, [](const QByteArray &) {})
    , m_pipeline([&] {
        RunPipeline::Options options;
        options.store = &store;
        options.key = &key;
        options.clock = &clock;
        options.log = &m_log;
        options.verifyLater = [this](RunPipeline::Task task) {
            m_tasks.push_back(std::move(task));
        };
        options.comeBack = options.verifyLater;
        return options;
    }())
{
}

base::Result<replica::Submitted> LocalExchange::enter(const std::vector<replica::Draft> &drafts)
{
    SPILNO_ASSIGN(auto submitted, m_replica.submit(drafts));
    SPILNO_TRY(exchange());
    SPILNO_ASSIGN(const auto conflicts, m_replica.conflicts(1));
    if (!conflicts.empty())
        return failure(
            ErrorCode::Conflict,
            QStringLiteral("a change did not take effect: %1").arg(conflicts.front().reason));
    return submitted;
}

base::Result<> LocalExchange::exchange()
{
    SPILNO_ASSIGN(const auto runs, m_replica.pendingRuns(limits::kFrameBytesMax));
    for (const replica::PendingRun &pending : runs)
        SPILNO_TRY(push(pending));
    return pull();
}

void LocalExchange::work()
{
    while (!m_tasks.empty()) {
        const RunPipeline::Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        task();
    }
}

base::Result<> LocalExchange::push(const replica::PendingRun &pending)
{
    SPILNO_ASSIGN(auto run, wire::decodeRun(pending.bytes));
    std::optional<RunAnswered> answer;
    m_pipeline.submit(std::move(run), [&answer](RunAnswered given) { answer = std::move(given); });
    work();
    if (!answer)
        static_cast<void>(m_pipeline.commit());
    work();
    if (!answer || answer->verdict != RunVerdict::Receipt)
        return failure(
            ErrorCode::Conflict, QStringLiteral("the city did not take a change: %1")
                                     .arg(answer ? answer->reason : QString()));
    SPILNO_ASSIGN(const auto receipt, log::parseReceipt(base::view(answer->bytes)));
    return m_replica.applyReceipt(receipt);
}

base::Result<> LocalExchange::pull()
{
    for (bool moved = true; moved;) {
        moved = false;
        SPILNO_ASSIGN(const auto cursors, m_replica.cursors());
        for (const wire::ScopeCursor &cursor : cursors) {
            SPILNO_ASSIGN(const bool applied, pull(cursor));
            moved = moved || applied;
        }
    }
    return {};
}

base::Result<bool> LocalExchange::pull(const wire::ScopeCursor &cursor)
{
    SPILNO_ASSIGN(
        const QByteArray bytes,
        m_store.readSlice(
            cursor.scope, cursor.applied, limits::kSliceChangesMax, limits::kSliceRawBytesMax));
    if (bytes.isEmpty())
        return false;
    SPILNO_ASSIGN(const auto slice, wire::decodeSlice(bytes));
    SPILNO_ASSIGN(const auto status, m_replica.scope(cursor.scope));
    SPILNO_ASSIGN(
        const auto verified,
        log::verifySlice(
            slice, m_replica.cityId(), status->chain,
            [this](const base::FeedId &feed) { return m_replica.feedState(feed); }));
    const auto applied = m_replica.applySlice(verified);
    if (!applied && applied.error().code == ErrorCode::Busy)
        return false; // another authority scope goes first
    if (!applied)
        return failure(applied.error());
    return true;
}

} // namespace spilno::server
