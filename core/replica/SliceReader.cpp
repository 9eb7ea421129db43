// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/Slices.h"

#include "core/base/Limits.h"
#include "core/log/ScopeChain.h"

namespace spilno::replica {

namespace {

/// A change on its way out: its row, and the header of its predecessor for the clock difference.
struct Outgoing
{
    ChangeRow row;
    base::EntityId entity;
};

/// The log index at which a slice of the rules or of the people has to end: the two are judged by
/// each other, so a slice of one covers no change of the other. See docs/protocol/slice.md.
std::uint64_t logIndexLimit(const DatabaseCore &core, const ScopeRow &scope, std::uint64_t first)
{
    base::ScopeId otherId;
    if (scope.status.kind == ScopeKind::Rules) {
        otherId = wire::peopleScope(core.cityId);
    } else if (scope.status.kind == ScopeKind::People) {
        otherId = wire::rulesScope(core.cityId);
    } else {
        return UINT64_MAX;
    }
    const auto other = core.log.scope(otherId);
    const auto row = core.log.change(changeRowId(scope.id, first));
    if (!other || !row)
        return UINT64_MAX;
    const std::uint64_t next = core.log.nextAt(*other, row->logIndex);
    const auto after = core.log.change(changeRowId(other->id, next));
    return after ? after->logIndex : UINT64_MAX;
}

/// The position before which a slice from `first` ends: a sequencer holds every run's signature and
/// may cut after any run, others only where the slices they received ended.
std::uint64_t cutFor(
    const DatabaseCore &core, const ScopeRow &scope, std::uint64_t first, int maxChanges)
{
    if (core.sequencer) // the first run goes out whole, however few are wanted
        maxChanges = std::max(maxChanges, limits::kRunChangesMax);
    std::uint64_t wanted =
        std::min(scope.status.next, first + static_cast<std::uint64_t>(maxChanges));
    if (const std::uint64_t limit = logIndexLimit(core, scope, first); limit != UINT64_MAX)
        wanted = std::min(wanted, core.log.nextAt(scope, limit));
    if (core.sequencer)
        return wanted;
    const std::uint64_t before = core.log.chainPointAtOrBefore(scope.id, wanted);
    return before > first ? before : core.log.chainPointAfter(scope.id, first);
}

base::Result<std::vector<Outgoing>> readRows(
    const DatabaseCore &core,
    const ScopeRow &scope,
    std::uint64_t first,
    int maxChanges,
    int maxRawBytes)
{
    std::vector<Outgoing> rows;
    Statement query = core.connection->prepare(
        "SELECT c.id, c.feed, c.seq, c.entity, c.type, c.hlc, c.txn, c.log_index, c.recorded,"
        " c.verdict, c.hash, c.ext, c.shape, c.vals, a.hash, a.size, e.eid,"
        " EXISTS(SELECT 1 FROM signature s WHERE s.feed = c.feed AND s.seq = c.seq)"
        " FROM change c LEFT JOIN absent a ON a.change = c.id JOIN entity e ON e.id = c.entity"
        " WHERE c.id >= ?1 AND c.id < ?2 ORDER BY c.id");
    query.bind(1, changeRowId(scope.id, first));
    query.bind(2, changeRowId(scope.id, cutFor(core, scope, first, maxChanges)));
    qint64 bytes = 0;
    std::size_t whole = 0; // rows up to the last end of a run
    while (query.next()) {
        Outgoing out{LogTables::readChange(query), query.id<base::EntityId>(16)};
        bytes += 96 + out.row.shape.size() + out.row.vals.size() + out.row.ext.size();
        const bool full =
            bytes > maxRawBytes || rows.size() >= static_cast<std::size_t>(maxChanges);
        if (core.sequencer && full && whole > 0)
            break;
        rows.push_back(std::move(out));
        if (query.integer(17) != 0 || !core.sequencer)
            whole = rows.size();
    }
    // What stands before a damaged page is still given out.
    if (const auto read = query.result(); !read && whole == 0)
        return base::failure(read.error());
    (void)core.connection->takeFailure();
    rows.resize(whole);
    return rows;
}

wire::ThinChange thinOf(Outgoing &out, const FeedRow &feed, base::Hlc previous, bool withhold)
{
    const ChangeRow &row = out.row;
    wire::ThinChange thin;
    thin.hlcDelta = row.hlc - previous;
    thin.txn = row.txn;
    thin.type = row.type;
    thin.entity =
        wire::thinEntity(out.entity, feed.state.person, feed.state.scope, base::view(row.shape));
    thin.ext = base::view(row.ext);
    thin.shape = base::view(row.shape);
    thin.values = base::view(row.vals);
    thin.valuesAbsent = row.valuesAbsent || withhold;
    if (thin.valuesAbsent) {
        thin.values = {};
        thin.valuesHash =
            row.valuesAbsent ? row.valuesHash : wire::valuesHash(base::view(row.vals));
        thin.valuesSize =
            row.valuesAbsent ? row.valuesSize : static_cast<std::uint32_t>(row.vals.size());
    }
    return thin;
}

} // namespace

base::Result<QByteArray> SliceReader::read(
    const base::ScopeId &scopeId,
    std::uint64_t first,
    int maxChanges,
    int maxRawBytes,
    SliceContents contents) const
{
    const auto scope = m_core.log.scope(scopeId);
    if (!scope)
        return base::failure(base::ErrorCode::NotFound, QStringLiteral("no such scope here"));
    if (first >= scope->status.next)
        return QByteArray();
    (void)m_core.connection->takeFailure();
    SPILNO_ASSIGN(
        std::vector<Outgoing> rows, readRows(m_core, *scope, first, maxChanges, maxRawBytes));
    if (rows.empty())
        return base::failure(base::ErrorCode::Corrupt, QStringLiteral("a log with a hole"));
    wire::Slice slice;
    slice.scope = scopeId;
    slice.epoch = scope->status.epoch;
    slice.firstPosition = first;
    QHash<qint64, std::size_t> feedIndex;
    std::vector<base::Hlc> clocks;
    log::ScopeChain chain(scopeId);
    if (first > 0) {
        SPILNO_ASSIGN(const base::Hash before, m_core.log.chainAt(*scope, first));
        chain = log::ScopeChain(log::ScopeHead{first, before});
    }
    for (Outgoing &out : rows) {
        const auto feed = m_core.log.feed(out.row.feedRow);
        if (!feed)
            return base::failure(base::ErrorCode::Corrupt, QStringLiteral("a change without feed"));
        auto place = feedIndex.constFind(out.row.feedRow);
        if (place == feedIndex.cend()) {
            place = feedIndex.insert(out.row.feedRow, slice.feeds.size());
            slice.feeds.push_back(feedEntry(*feed, out.row.seq));
            clocks.push_back(clockBefore(*feed, out.row.seq));
        }
        wire::SliceFeed &entry = slice.feeds[*place];
        const bool withhold = contents == SliceContents::HeadersOnly;
        entry.changes.push_back(
            {positionOf(out.row.id), thinOf(out, *feed, clocks[*place], withhold)});
        clocks[*place] = out.row.hlc;
        slice.appendPlace(out.row.logIndex, out.row.recordedMs);
        chain.append(out.row.hash, out.row.logIndex, out.row.recordedMs);
    }
    slice.chain = chain.head().chain;
    for (auto entry = feedIndex.cbegin(); entry != feedIndex.cend(); ++entry)
        SPILNO_TRY(addSignature(slice.feeds[entry.value()], entry.key()));
    if (const auto rules = m_core.log.scope(wire::rulesScope(m_core.cityId)))
        slice.rulesNext = m_core.log.nextAt(*rules, slice.lastLogIndex());
    if (const auto people = m_core.log.scope(wire::peopleScope(m_core.cityId)))
        slice.peopleNext = m_core.log.nextAt(*people, slice.lastLogIndex());
    // A row that could not be read looked like none: nothing made of that is given out.
    if (const auto failed = m_core.connection->takeFailure())
        return base::failure(*failed);
    return wire::encodeSlice(slice);
}

wire::SliceFeed SliceReader::feedEntry(const FeedRow &feed, std::uint64_t firstSeq) const
{
    wire::SliceFeed entry;
    entry.feed = feed.state.feed;
    entry.firstSeq = firstSeq;
    if (firstSeq == 0)
        entry.opening = m_core.log.opening(feed.id);
    return entry;
}

base::Hlc SliceReader::clockBefore(const FeedRow &feed, std::uint64_t seq) const
{
    const auto previous = seq > 0 ? m_core.log.changeAt(feed.id, seq - 1) : std::nullopt;
    return previous ? previous->hlc : 0;
}

base::Result<> SliceReader::addSignature(wire::SliceFeed &entry, qint64 feedRow) const
{
    Statement query =
        m_core.connection->prepare("SELECT sig FROM signature WHERE feed = ?1 AND seq = ?2");
    query.bind(1, feedRow);
    query.bind(2, static_cast<qint64>(entry.firstSeq + entry.changes.size() - 1));
    if (!query.next())
        return base::failure(
            base::ErrorCode::Corrupt, QStringLiteral("a run without its signature"));
    entry.signature = query.id<base::Signature>(0);
    return {};
}

} // namespace spilno::replica
