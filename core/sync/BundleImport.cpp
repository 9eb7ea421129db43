// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/BundleImport.h"

#include <algorithm>
#include <utility>

namespace spilno::sync {

using base::Error;
using base::ErrorCode;

BundleImport::BundleImport(QIODevice &in, SyncStore &store, Carry carry, QObject *parent)
    : QObject(parent)
    , m_reader(in)
    , m_store(store)
    , m_carry(std::move(carry))
{
}

BundleImport::~BundleImport() = default;

void BundleImport::start()
{
    m_store.loadStart().then(this, [this](const base::Result<SyncStart> &start) {
        if (start)
            begin(*start);
        else
            end(start.error());
    });
}

void BundleImport::begin(const SyncStart &start)
{
    const auto origin = m_reader.begin();
    if (!origin) {
        end(origin.error());
        return;
    }
    m_city = origin->city();
    if (!start.city.isNull() && start.city != m_city) {
        end(Error{ErrorCode::WrongCity, QStringLiteral("a bundle of another city")});
        return;
    }
    for (const wire::ScopeCursor &cursor : start.cursors)
        m_next[cursor.scope] = cursor.applied;
    m_pipeline = std::make_unique<SlicePipeline>(m_store, m_city, start.cursors);
    connect(m_pipeline.get(), &SlicePipeline::applied, this, [this] { sliceDone({}); });
    connect(m_pipeline.get(), &SlicePipeline::failed, this, &BundleImport::sliceDone);
    connect(m_pipeline.get(), &SlicePipeline::rejected, this, &BundleImport::sliceDone);
    if (!start.city.isNull()) {
        readOn();
        return;
    }
    m_store.bindCity(origin->cityGenesis).then(this, [this](const base::Result<> &bound) {
        if (bound)
            readOn();
        else
            end(bound.error());
    });
}

/// Reads until a slice is to be applied, or to the end.
void BundleImport::readOn()
{
    while (!m_ended && m_inWork == 0) {
        auto item = m_reader.next();
        if (!item) {
            end(item.error());
        } else if (!*item) {
            verifyRuns();
            return;
        } else if (const auto *slice = std::get_if<wire::Slice>(&**item)) {
            take(*slice);
        } else if (m_runs.size() < kRunsMax) {
            m_runs.push_back(std::get<wire::Run>(std::move(**item)));
        } else {
            end(Error{ErrorCode::LimitExceeded, QStringLiteral("a bundle of too many runs")});
        }
    }
}

void BundleImport::take(const wire::Slice &slice)
{
    std::uint64_t &next = m_next[slice.scope];
    const std::uint64_t count = slice.count();
    if (slice.firstPosition + count <= next) {
        m_counts.known += count;
    } else if (slice.firstPosition > next) {
        m_counts.missing += count;
    } else {
        wire::Slice rest = slice;
        rest.dropBefore(next);
        m_counts.known += count - rest.count();
        m_inWork = rest.count();
        next += m_inWork;
        m_pipeline->push(rest);
    }
}

void BundleImport::sliceDone(const std::optional<Error> &error)
{
    const std::uint64_t changes = std::exchange(m_inWork, 0);
    if (error) {
        end(*error);
        return;
    }
    m_counts.applied += changes;
    QMetaObject::invokeMethod(this, &BundleImport::readOn, Qt::QueuedConnection);
}

void BundleImport::verifyRuns()
{
    std::vector<base::FeedId> feeds;
    for (const wire::Run &run : m_runs) {
        if (std::find(feeds.begin(), feeds.end(), run.feed) == feeds.end())
            feeds.push_back(run.feed);
    }
    if (feeds.empty()) {
        end({});
        return;
    }
    using States = base::Result<std::vector<std::optional<log::FeedState>>>;
    m_store.feedStates(feeds).then(this, [this](const States &states) {
        if (!states) {
            end(states.error());
            return;
        }
        carryRuns(*states);
        end({});
    });
}

void BundleImport::carryRuns(const std::vector<std::optional<log::FeedState>> &states)
{
    std::map<base::FeedId, log::FeedState> held;
    for (const std::optional<log::FeedState> &state : states) {
        if (state)
            held[state->feed] = *state;
    }
    for (const wire::Run &run : m_runs) {
        const std::uint64_t count = run.changes.size();
        auto state = held.find(run.feed);
        if (state == held.end() && run.firstSeq == 0) {
            const auto opened = log::openFeed(run.opening, m_city);
            if (opened && opened->feed == run.feed)
                state = held.emplace(run.feed, *opened).first;
        }
        if (state == held.end()) {
            m_counts.refused += count;
            continue;
        }
        if (run.lastSeq() < state->second.nextSeq) {
            m_counts.known += count;
            continue;
        }
        const auto verified = log::verifyRun(run, state->second);
        if (!verified) {
            m_counts.refused += count;
            continue;
        }
        state->second = verified->after;
        m_counts.carried += count;
        m_carry(*verified);
    }
}

void BundleImport::end(const std::optional<Error> &error)
{
    if (std::exchange(m_ended, true))
        return;
    if (error)
        Q_EMIT failed(*error);
    else
        Q_EMIT finished();
}

} // namespace spilno::sync
