// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/session/PagePlan.h"

#include "core/base/Limits.h"

#include <algorithm>

namespace spilno::server {

namespace {

constexpr int kLevelStep = 2;
constexpr std::size_t kLandingUnknownMax = 16;
constexpr int kFirstRawBytes = 512 * 1024;
constexpr int kRawBytesMax = limits::kSliceRawBytesMax - 1024 * 1024;
constexpr int kPreviewRawBytes = 1024 * 1024;
constexpr std::uint64_t kCreditMax = 256ULL * 1024 * 1024;
constexpr qint64 kLandsWithinMs = 2'000;
constexpr int kFailuresMax = 3;
constexpr int kPeopleRank = 1; ///< Behind the rules.

static_assert(limits::kSliceChangesFirst << PagePlan::kLevelMax == limits::kSliceChangesMax);

} // namespace

void PagePlan::start(
    const ReaderView &view,
    const std::vector<wire::ScopeCursor> &cursors,
    bool everything,
    std::uint64_t creditBytes)
{
    m_cursors = cursors;
    m_cursors.resize(std::min<std::size_t>(m_cursors.size(), limits::kWelcomeScopesMax));
    m_everything = everything;
    m_granted = std::min(creditBytes, kCreditMax);
    m_window = m_granted;
    setView(view);
}

void PagePlan::setView(const ReaderView &view)
{
    const auto readable = [&](const Scope &scope) {
        return std::any_of(view.scopes.begin(), view.scopes.end(), [&](const ScopeState &state) {
            return state.scope == scope.state.scope;
        });
    };
    std::erase_if(m_scopes, [&](const Scope &scope) { return !readable(scope); });
    if (m_inHand && m_offset == 0 && find(m_inHand->scope) == nullptr)
        m_inHand.reset();
    for (const ScopeState &state : view.scopes) {
        if (Scope *known = find(state.scope)) {
            known->state.next = std::max(known->state.next, state.next);
        } else {
            add(state);
        }
    }
    sort();
}

void PagePlan::add(const ScopeState &state)
{
    Scope scope;
    scope.state = state;
    const auto named =
        std::find_if(m_cursors.begin(), m_cursors.end(), [&](const wire::ScopeCursor &cursor) {
            return cursor.scope == state.scope;
        });
    if (named == m_cursors.end() && !m_everything)
        return;
    if (named != m_cursors.end())
        scope.sent = std::min(named->applied, state.next);
    const std::uint64_t lacking = state.next - scope.sent;
    scope.owesPreview = state.kind == replica::ScopeKind::Content &&
                        lacking >= m_previews.lackingMin && lacking > state.next / 2;
    if (state.kind == replica::ScopeKind::Rules) {
        scope.rank = 0;
    } else if (state.kind == replica::ScopeKind::People) {
        scope.rank = kPeopleRank;
    } else if (named != m_cursors.end()) {
        scope.rank = 2 + static_cast<int>(named - m_cursors.begin());
    } else {
        scope.rank = 3 + static_cast<int>(m_cursors.size());
    }
    m_scopes.push_back(scope);
}

void PagePlan::sort()
{
    std::stable_sort(m_scopes.begin(), m_scopes.end(), [](const Scope &a, const Scope &b) {
        return a.rank < b.rank;
    });
}

bool PagePlan::grow(const std::vector<ScopeState> &scopes)
{
    bool unknown = false;
    for (const ScopeState &state : scopes) {
        if (Scope *known = find(state.scope)) {
            known->state.next = std::max(known->state.next, state.next);
            known->failed = false;
        } else {
            unknown = true;
        }
    }
    return unknown;
}

void PagePlan::follow(const std::vector<wire::ScopeCursor> &cursors)
{
    for (const wire::ScopeCursor &cursor : cursors) {
        std::erase_if(
            m_cursors, [&](const wire::ScopeCursor &old) { return old.scope == cursor.scope; });
        if (m_cursors.size() < limits::kWelcomeScopesMax)
            m_cursors.push_back(cursor);
        Scope *scope = find(cursor.scope);
        if (scope == nullptr)
            continue;
        const std::uint64_t position = std::min(cursor.applied, scope->state.next);
        if (m_inHand && m_inHand->scope == cursor.scope && !m_inHand->preview) {
            scope->rewind = position;
        } else {
            scope->sent = position;
        }
        scope->owesDone = true;
        scope->failed = false;
    }
}

void PagePlan::addCredit(std::uint64_t bytes, qint64 nowMs)
{
    m_granted = std::min(m_granted + std::min(bytes, kCreditMax), m_sent + kCreditMax);
    // A slice has landed when the client gave back the room it took.
    std::uint64_t landed = 0;
    qint64 since = 0;
    while (!m_landing.empty() && m_granted >= m_window + m_landing.front().endByte) {
        // Behind others it waits for them: only what it takes the client itself counts.
        if (landed == 0)
            since = std::max(m_landing.front().startedMs, m_lastLandedMs);
        landed += m_landing.front().changes;
        m_landing.pop_front();
    }
    if (landed == 0)
        return;
    m_lastLandedMs = nowMs;
    settleLevel(landed, std::max<qint64>(0, nowMs - since));
}

/// By what `changes` took the client, the next slice is as large as it takes up in time.
void PagePlan::settleLevel(std::uint64_t changes, qint64 tookMs)
{
    const auto inTime = [&](int level) {
        const auto next = static_cast<std::uint64_t>(limits::kSliceChangesFirst) << level;
        return static_cast<std::uint64_t>(tookMs) * next <=
               static_cast<std::uint64_t>(kLandsWithinMs) * changes;
    };
    int level = 0;
    while (level < m_levelMost && inTime(level + 1))
        ++level;
    m_level = std::min(level, m_level + kLevelStep);
}

std::optional<ReadSlice> PagePlan::read()
{
    if (m_reading || m_inHand || m_granted <= m_sent)
        return std::nullopt;
    // How large slices may be is not known yet: not all the room is filled with small ones.
    if (m_lastLandedMs == 0 && m_landing.size() >= kLandingUnknownMax)
        return std::nullopt;
    const Scope *scope = wanted();
    if (const Scope *lacking = wantedPreview();
        lacking != nullptr && (scope == nullptr || scope->rank > kPeopleRank)) {
        const std::uint64_t part = (lacking->state.next - lacking->sent) /
                                   static_cast<std::uint64_t>(m_previews.lackingForOne);
        const auto most = static_cast<std::uint64_t>(m_previews.changesMax);
        m_reading = ReadSlice{
            lacking->state.scope, 0, static_cast<int>(std::min(part, most)), kPreviewRawBytes,
            true};
        return m_reading;
    }
    if (scope == nullptr)
        return std::nullopt;
    m_reading = ReadSlice{
        scope->state.scope, scope->sent, limits::kSliceChangesFirst << m_level,
        std::min(kFirstRawBytes << m_level, kRawBytesMax)};
    return m_reading;
}

PagePlan::Scope *PagePlan::wantedPreview()
{
    const auto found = std::find_if(
        m_scopes.begin(), m_scopes.end(), [](const Scope &scope) { return scope.owesPreview; });
    return found == m_scopes.end() ? nullptr : &*found;
}

PagePlan::Scope *PagePlan::wanted()
{
    for (Scope &scope : m_scopes) {
        if (scope.sent < scope.state.next && !scope.failed && ready(scope))
            return &scope;
    }
    return nullptr;
}

bool PagePlan::ready(const Scope &scope)
{
    const Scope *rules = find(replica::ScopeKind::Rules);
    const Scope *people = find(replica::ScopeKind::People);
    return (rules == nullptr || rules == &scope || rules->sent >= scope.needsRules) &&
           (people == nullptr || people == &scope || people->sent >= scope.needsPeople);
}

bool PagePlan::tooLarge(const SliceRead &slice) const
{
    const auto size = static_cast<std::uint64_t>(slice.packed->size());
    return m_level > 0 &&
           (size > static_cast<std::uint64_t>(limits::kSliceWireBytesMax) || size > m_window);
}

void PagePlan::take(const SliceRead &slice, qint64 nowMs)
{
    if (!m_reading || m_reading->scope != slice.scope || m_reading->preview != slice.preview ||
        (!slice.preview && m_reading->first != slice.first))
        return;
    m_reading.reset();
    if (slice.preview) {
        takePreview(slice);
        return;
    }
    Scope *scope = find(slice.scope);
    if (scope == nullptr || scope->sent != slice.first)
        return;
    if (!slice.packed || slice.next <= slice.first) {
        scope->failed = true;
        ++scope->failures;
        return;
    }
    scope->failures = 0;
    if (tooLarge(slice)) {
        m_levelMost = --m_level;
        return;
    }
    // The client folds nothing beyond the rules and people it has, so those go first.
    scope->needsRules = slice.rulesNext;
    scope->needsPeople = slice.peopleNext;
    for (const auto &[kind, next] :
         {std::pair(replica::ScopeKind::Rules, slice.rulesNext),
          std::pair(replica::ScopeKind::People, slice.peopleNext)}) {
        if (Scope *authority = find(kind))
            authority->state.next = std::max(authority->state.next, next);
    }
    if (wanted() != scope)
        return;
    m_inHand = slice;
    m_offset = 0;
    m_part = 0;
    m_landing.push_back(
        {m_sent + static_cast<std::uint64_t>(slice.packed->size()), nowMs,
         slice.next - slice.first});
}

/// What was told of a scope once is not told again, also when there was nothing to tell.
void PagePlan::takePreview(const SliceRead &slice)
{
    Scope *scope = find(slice.scope);
    if (scope == nullptr || !scope->owesPreview)
        return;
    scope->owesPreview = false;
    if (!slice.packed || slice.packed->size() > limits::kSliceWireBytesMax)
        return;
    m_inHand = slice;
    m_offset = 0;
    m_part = 0;
}

std::optional<wire::Frame> PagePlan::nextFrame()
{
    if (!m_inHand)
        return nextDone();
    const qsizetype left = m_inHand->packed->size() - m_offset;
    const qsizetype size = std::min<qsizetype>(left, kPageBytesMax);
    wire::PageFrame page;
    page.scope = m_inHand->scope;
    page.firstPosition = m_inHand->first;
    page.preview = m_inHand->preview;
    page.part = m_part++;
    page.last = size == left;
    page.bytes = m_inHand->packed->mid(m_offset, size);
    m_offset += size;
    m_sent += static_cast<std::uint64_t>(size);
    if (page.last)
        finishSlice();
    return page;
}

void PagePlan::finishSlice()
{
    if (Scope *scope = find(m_inHand->scope); scope != nullptr && !m_inHand->preview) {
        scope->sent = scope->rewind.value_or(m_inHand->next);
        scope->rewind.reset();
        scope->state.next = std::max(scope->state.next, scope->sent);
    }
    m_inHand.reset();
}

std::optional<wire::Frame> PagePlan::nextDone()
{
    for (Scope &scope : m_scopes) {
        // What cannot be read is not promised: the client has all there is, and goes on.
        const bool stuck = scope.failures >= kFailuresMax;
        if (scope.sent < scope.state.next && !stuck)
            return std::nullopt;
        if (scope.owesDone) {
            scope.owesDone = false;
            return wire::ScopeDoneFrame{scope.state.scope, scope.sent};
        }
    }
    return std::nullopt;
}

void PagePlan::tryAgain()
{
    for (Scope &scope : m_scopes)
        scope.failed = false;
}

PagePlan::Scope *PagePlan::find(const base::ScopeId &scope)
{
    const auto found = std::find_if(m_scopes.begin(), m_scopes.end(), [&](const Scope &entry) {
        return entry.state.scope == scope;
    });
    return found == m_scopes.end() ? nullptr : &*found;
}

PagePlan::Scope *PagePlan::find(replica::ScopeKind kind)
{
    const auto found = std::find_if(m_scopes.begin(), m_scopes.end(), [&](const Scope &entry) {
        return entry.state.kind == kind;
    });
    return found == m_scopes.end() ? nullptr : &*found;
}

std::vector<wire::ScopeHead> PagePlan::heads() const
{
    std::vector<wire::ScopeHead> heads;
    heads.reserve(m_scopes.size());
    for (const Scope &scope : m_scopes)
        heads.push_back({scope.state.scope, scope.state.epoch, scope.state.next});
    return heads;
}

} // namespace spilno::server
