// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/BlobExchange.h"

namespace spilno::sync {

void BlobExchange::advance(bool textWaits, std::vector<Action> &out)
{
    if (textWaits || m_step != Step::Idle)
        return;
    if (m_jobs.empty()) {
        if (m_refresh) {
            m_refresh = false;
            m_step = Step::Jobs;
            out.emplace_back(action::FetchBlobJobs{});
        }
        return;
    }
    const BlobJob &job = m_jobs.front();
    if (job.direction == BlobJob::Direction::Fetch) {
        m_step = Step::Network;
        out.emplace_back(
            action::Send{wire::encodeFrame(wire::BlobGetFrame{job.blob, job.nextChunk})});
    } else {
        m_step = Step::Storage;
        out.emplace_back(action::ReadBlobChunk{job.blob, job.nextChunk});
    }
}

void BlobExchange::jobsReady(const std::vector<BlobJob> &jobs)
{
    if (m_step != Step::Jobs)
        return;
    m_step = Step::Idle;
    for (const BlobJob &job : jobs) {
        if (job.chunks == 0 ? job.direction == BlobJob::Direction::Fetch
                            : job.nextChunk < job.chunks)
            m_jobs.push_back(job);
    }
}

void BlobExchange::chunkRead(const base::Result<QByteArray> &bytes, std::vector<Action> &out)
{
    if (m_step != Step::Storage || m_jobs.empty())
        return;
    if (!bytes) {
        failed(out);
        return;
    }
    const BlobJob &job = m_jobs.front();
    m_step = Step::Network;
    out.emplace_back(action::Send{
        wire::encodeFrame(wire::BlobPutFrame{job.blob, job.nextChunk, job.chunks, *bytes})});
}

void BlobExchange::take(const wire::BlobPartFrame &part, std::vector<Action> &out)
{
    if (!isCurrent(part.blob, part.chunk) || m_jobs.front().direction != BlobJob::Direction::Fetch)
        return;
    BlobJob &job = m_jobs.front();
    if (part.chunks <= part.chunk || (job.chunks != 0 && job.chunks != part.chunks)) {
        failed(out);
        return;
    }
    job.chunks = part.chunks;
    m_step = Step::Storage;
    out.emplace_back(
        action::StoreBlobChunk{BlobChunk{part.blob, part.chunk, part.chunks, part.bytes}});
}

void BlobExchange::take(const wire::BlobDoneFrame &done, std::vector<Action> &out)
{
    if (!isCurrent(done.blob, done.chunk))
        return;
    if (!done.stored || m_jobs.front().direction == BlobJob::Direction::Fetch) {
        failed(out);
        return;
    }
    out.emplace_back(action::BlobChunkSent{done.blob, done.chunk});
    nextChunk();
}

void BlobExchange::chunkStored(bool stored, std::vector<Action> &out)
{
    if (m_step != Step::Storage || m_jobs.empty())
        return;
    if (stored)
        nextChunk();
    else
        failed(out);
}

void BlobExchange::failed(std::vector<Action> &out)
{
    m_failed = true;
    out.emplace_back(action::BlobFailed{m_jobs.front()});
    nextJob();
}

bool BlobExchange::isCurrent(const base::BlobId &blob, std::uint64_t chunk) const
{
    return m_step == Step::Network && !m_jobs.empty() && m_jobs.front().blob == blob &&
           m_jobs.front().nextChunk == chunk;
}

void BlobExchange::nextChunk()
{
    m_step = Step::Idle;
    BlobJob &job = m_jobs.front();
    if (++job.nextChunk >= job.chunks)
        nextJob();
}

void BlobExchange::nextJob()
{
    m_step = Step::Idle;
    m_jobs.pop_front();
    // The storage gives some at a time, and leaves out what has just failed.
    m_refresh = m_refresh || m_jobs.empty();
}

} // namespace spilno::sync
