// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/RunPacker.h"

#include <iterator>
#include <utility>

namespace spilno::replica {

RunPacker::RunPacker(const log::FeedState &feed, QByteArray opening, base::Hlc clock)
    : m_feed(feed)
    , m_opening(std::move(opening))
    , m_clock(clock)
{
}

void RunPacker::add(const ChangeRow &row, const base::EntityId &entity)
{
    if (m_open.changes.empty())
        m_open.firstSeq = row.seq;
    m_open.rows.push_back(row); // shares the bytes, which so stay where they are
    const ChangeRow &kept = m_open.rows.back();
    wire::ThinChange thin;
    thin.hlcDelta = kept.hlc - m_clock;
    m_clock = kept.hlc;
    thin.txn = kept.txn;
    thin.type = kept.type;
    thin.ext = base::view(kept.ext);
    thin.shape = base::view(kept.shape);
    thin.values = base::view(kept.vals);
    thin.entity = wire::thinEntity(entity, m_feed.person, m_feed.scope, thin.shape);
    m_open.changes.push_back(thin);
    m_open.bytes += kept.shape.size() + kept.vals.size() + kChangeBytes;
}

void RunPacker::sign(const base::Signature &signature)
{
    if (m_run.changes.size() + m_open.changes.size() > limits::kRunChangesMax ||
        m_run.bytes + m_open.bytes > kTransactionBytesMax) {
        Part open = std::exchange(m_open, {});
        finish();
        m_open = std::move(open);
    }
    if (m_run.changes.empty()) {
        m_run = std::exchange(m_open, {});
    } else {
        Part open = std::exchange(m_open, {});
        m_run.changes.insert(m_run.changes.end(), open.changes.begin(), open.changes.end());
        m_run.rows.insert(
            m_run.rows.end(), std::make_move_iterator(open.rows.begin()),
            std::make_move_iterator(open.rows.end()));
        m_run.bytes += open.bytes;
    }
    m_signature = signature;
}

void RunPacker::finish()
{
    m_open = {};
    if (m_run.changes.empty())
        return;
    wire::Run run;
    run.feed = m_feed.feed;
    run.firstSeq = m_run.firstSeq;
    if (run.firstSeq == 0)
        run.opening = m_opening;
    run.changes = std::move(m_run.changes);
    run.signature = m_signature;
    m_runs.push_back({run.feed, run.firstSeq, run.changes.size(), wire::encodeRun(run)});
    m_bytes += m_runs.back().bytes.size();
    m_run = {};
}

} // namespace spilno::replica
