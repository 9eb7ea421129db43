// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/SliceQueue.h"

#include "core/base/Limits.h"
#include "core/log/ScopeChain.h"
#include "core/wire/Genesis.h"

#include <algorithm>
#include <utility>

namespace spilno::sync {

using base::ErrorCode;
using base::failure;

namespace {

/// Credit goes back in portions worth a frame, or at once when nothing else is here.
constexpr qint64 kCreditStepBytes = 256 * 1024;

} // namespace

SliceQueue::SliceQueue(const base::CityId &city, const std::vector<wire::ScopeCursor> &cursors)
    : m_rules(wire::rulesScope(city))
    , m_people(wire::peopleScope(city))
{
    for (const wire::ScopeCursor &cursor : cursors) {
        Scope &known = scope(cursor.scope);
        known.cursor = cursor;
        known.queued = cursor.applied;
    }
}

SliceQueue::Scope &SliceQueue::scope(const base::ScopeId &id)
{
    const auto [at, fresh] = m_scopes.try_emplace(id);
    if (fresh) {
        at->second.cursor.scope = id;
        at->second.cursor.chain = log::ScopeChain(id).head().chain;
    }
    return at->second;
}

void SliceQueue::welcome(const std::vector<wire::ScopeHead> &scopes)
{
    for (const wire::ScopeHead &head : scopes)
        scope(head.scope).target = head.next;
}

void SliceQueue::scopeDone(const base::ScopeId &id, std::uint64_t next)
{
    const auto at = m_scopes.find(id);
    if (at != m_scopes.end())
        at->second.target = std::min(at->second.target, next);
}

base::Result<> SliceQueue::take(const wire::PageFrame &page)
{
    m_credit -= page.bytes.size();
    if (m_credit < -limits::kSliceWireBytesMax)
        return failure(ErrorCode::LimitExceeded, QStringLiteral("pages far beyond the credit"));
    SPILNO_ASSIGN(auto packed, m_assembler.take(page));
    giveBack(m_assembler.takeDroppedBytes());
    if (!packed)
        return {};
    (packed->preview ? m_previews : m_packed).push_back(std::move(*packed));
    return {};
}

base::Result<std::optional<SliceQueue::Next>> SliceQueue::next()
{
    if (auto preview = nextPreview()) {
        Next next;
        next.show = std::move(preview);
        return next;
    }
    if (m_work.size() >= kInWorkMax)
        return std::optional<Next>();
    for (auto at = m_packed.begin(); at != m_packed.end(); ++at) {
        const Scope &of = scope(at->scope);
        if (of.waiting || of.dropping > 0)
            continue;
        PackedSlice packed = std::move(*at);
        m_packed.erase(at);
        return open(std::move(packed));
    }
    return std::optional<Next>();
}

/// All that has come of the rules and the people is applied; what a preview is judged by came
/// before it.
bool SliceQueue::authorityApplied() const
{
    const auto isAuthority = [this](const base::ScopeId &id) {
        return id == m_rules || id == m_people;
    };
    return std::none_of(
               m_packed.begin(), m_packed.end(),
               [&](const PackedSlice &packed) { return isAuthority(packed.scope); }) &&
           std::none_of(m_work.begin(), m_work.end(), [&](const Work &work) {
               return isAuthority(work.packed.scope);
           });
}

std::optional<wire::Preview> SliceQueue::nextPreview()
{
    while (!m_previews.empty() && authorityApplied()) {
        const PackedSlice packed = std::move(m_previews.front());
        m_previews.pop_front();
        giveBack(packed.bytes.size());
        const auto raw = wire::decompress(base::view(packed.bytes), limits::kPreviewBytesMax);
        auto preview = raw ? wire::decodePreview(*raw) : base::failure(raw.error());
        if (preview && preview->slice.scope == packed.scope &&
            preview->slice.firstPosition == packed.firstPosition)
            return std::move(*preview);
        ++m_previewsRefused;
    }
    return std::nullopt;
}

base::Result<std::optional<SliceQueue::Next>> SliceQueue::open(PackedSlice packed)
{
    SPILNO_ASSIGN(
        const QByteArray raw,
        wire::decompress(base::view(packed.bytes), limits::kSliceRawBytesMax));
    SPILNO_ASSIGN(wire::Slice slice, wire::decodeSlice(raw));
    if (slice.scope != packed.scope || slice.firstPosition != packed.firstPosition)
        return failure(ErrorCode::Malformed, QStringLiteral("a slice other than its page says"));
    Scope &of = scope(slice.scope);
    const std::uint64_t end = slice.firstPosition + slice.count();
    Next next;
    if (slice.firstPosition == of.queued) {
        of.queued = end;
        m_work.push_back({std::move(packed), end, slice.chain, slice.epoch, false});
        next.apply = std::move(slice);
        return next;
    }
    giveBack(packed.bytes.size());
    // What is applied already is overlooked; a gap is asked for again, once.
    const bool known = end <= of.queued;
    if (!known && of.followedFrom == of.queued)
        return failure(ErrorCode::BrokenChain, QStringLiteral("positions missing in a scope"));
    if (!known) {
        of.followedFrom = of.queued;
        next.follow = expected(of);
    }
    return next;
}

/// The cursor after all that is in work.
wire::ScopeCursor SliceQueue::expected(const Scope &of) const
{
    wire::ScopeCursor cursor = of.cursor;
    for (const Work &work : m_work) {
        if (work.packed.scope != cursor.scope || work.overlooked)
            continue;
        cursor.applied = work.next;
        cursor.chain = work.chain;
        cursor.epoch = work.epoch;
    }
    return cursor;
}

SliceQueue::Outcome SliceQueue::done(const base::Result<> &result, std::uint64_t &changes)
{
    changes = 0;
    if (m_work.empty())
        return Outcome::Overlooked;
    Work work = std::move(m_work.front());
    m_work.pop_front();
    Scope &of = scope(work.packed.scope);
    if (work.overlooked) {
        --of.dropping;
        return Outcome::Overlooked;
    }
    if (!result && result.error().code != ErrorCode::Busy)
        return Outcome::Failed;
    if (!result) {
        of.waiting = true;
        const base::ScopeId id = work.packed.scope;
        m_work.push_front(std::move(work));
        putBack(id);
        return Outcome::Waits;
    }
    changes = work.next - of.cursor.applied;
    of.cursor.applied = work.next;
    of.cursor.chain = work.chain;
    of.cursor.epoch = work.epoch;
    giveBack(work.packed.bytes.size());
    retryWaiting();
    return Outcome::Applied;
}

/// The first slice in work, and those of its scope behind it, go back to the head of the queue in
/// their order; the results still to come for the latter mean nothing.
void SliceQueue::putBack(const base::ScopeId &id)
{
    Scope &of = scope(id);
    std::vector<PackedSlice> back;
    back.push_back(std::move(m_work.front().packed));
    m_work.pop_front();
    for (Work &work : m_work) {
        if (work.packed.scope != id || work.overlooked)
            continue;
        back.push_back(work.packed);
        work.packed.bytes.clear();
        work.overlooked = true;
        ++of.dropping;
    }
    of.queued = of.cursor.applied;
    m_packed.insert(
        m_packed.begin(), std::make_move_iterator(back.begin()),
        std::make_move_iterator(back.end()));
}

void SliceQueue::proven(const base::ScopeId &id, std::uint64_t next)
{
    scope(id).cursor.proven = next;
}

void SliceQueue::promised(const base::ScopeId &id, std::uint64_t next)
{
    Scope &of = scope(id);
    of.target = std::max(of.target, next);
}

std::vector<base::ScopeId> SliceQueue::unproven() const
{
    std::vector<base::ScopeId> scopes;
    for (const auto &[id, of] : m_scopes) {
        if (of.cursor.applied > of.cursor.proven)
            scopes.push_back(id);
    }
    std::sort(scopes.begin(), scopes.end());
    return scopes;
}

void SliceQueue::retryWaiting()
{
    for (auto &[id, of] : m_scopes)
        of.waiting = false;
}

std::uint64_t SliceQueue::takeCredit()
{
    if (m_owed == 0 || (m_owed < kCreditStepBytes && !isEmpty()))
        return 0;
    m_credit += m_owed;
    return static_cast<std::uint64_t>(std::exchange(m_owed, 0));
}

std::uint64_t SliceQueue::behind() const
{
    std::uint64_t behind = 0;
    for (const auto &[id, of] : m_scopes) {
        if (of.target > of.cursor.applied)
            behind += of.target - of.cursor.applied;
    }
    return behind;
}

} // namespace spilno::sync
