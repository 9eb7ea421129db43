// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/SequencerTables.h"

#include "core/base/Limits.h"
#include "core/log/LogLeaf.h"
#include "core/log/ScopeChain.h"

namespace spilno::replica {

using base::ErrorCode;
using base::failure;

namespace {

constexpr std::uint64_t kChainPointEvery = 512;

} // namespace

base::Result<> SequencerTables::load()
{
    m_tree = {};
    m_lastRecordedMs = 0;
    SPILNO_ASSIGN(const QByteArray edge, m_core.meta(QStringLiteral("tree_edge")));
    if (!edge.isEmpty()) {
        SPILNO_ASSIGN(m_tree, log::CompactRange::fromBytes(base::view(edge)));
    }
    SPILNO_ASSIGN(m_lastRecordedMs, m_core.metaNumber(QStringLiteral("last_recorded")));
    m_core.sequencer = m_tree.size() > 0;
    return {};
}

base::Result<base::Hash> SequencerTables::node(int level, quint64 index) const
{
    Statement query =
        m_core.connection->prepare("SELECT hash FROM tree WHERE level = ?1 AND idx = ?2");
    query.bind(1, qint64{level}).bind(2, static_cast<qint64>(index));
    if (query.next())
        return query.id<base::Hash>(0);
    return failure(ErrorCode::NotFound, QStringLiteral("a tree node that is not stored"));
}

base::Result<> SequencerTables::appendLeaf(const ScopeRow &scope, const log::VerifiedChange &change)
{
    const log::LogLeaf leaf{
        log::scopeTag(scope.status.scope, scope.salt), change.position, change.hash,
        change.recordedMs};
    base::Result<> stored;
    m_tree.append(leaf.hash(), [&](int level, quint64 index, const base::Hash &hash) {
        Statement insert = m_core.connection->prepare(
            "INSERT OR REPLACE INTO tree(level, idx, hash) VALUES(?1, ?2, ?3)");
        insert.bind(1, qint64{level}).bind(2, static_cast<qint64>(index)).bind(3, hash);
        if (auto outcome = insert.run(); !outcome && stored)
            stored = std::move(outcome);
    });
    return stored;
}

log::Receipt SequencerTables::receiptFor(
    const ScopeRow &scope,
    const Places &places,
    std::uint64_t firstLogIndex,
    qint64 recordedMs,
    const base::Hash &lastHeaderHash,
    const base::Hash &chain) const
{
    log::Receipt receipt;
    receipt.city = m_core.cityId;
    receipt.epoch = scope.status.epoch;
    receipt.scope = scope.status.scope;
    receipt.firstPosition = places.first;
    receipt.lastPosition = places.first + places.count - 1;
    receipt.firstLogIndex = firstLogIndex;
    receipt.recordedMs = recordedMs;
    receipt.lastHeaderHash = lastHeaderHash;
    receipt.chain = chain;
    return receipt;
}

base::Result<SequenceOutcome> SequencerTables::known(
    const log::VerifiedRun &run, const FeedRow &feed) const
{
    SequenceOutcome outcome;
    // What was logged in several runs may come back as one: the receipt is of those changes from
    // the first on that were given their places together, and the author sends the rest again.
    std::optional<ChangeRow> first;
    base::Hash last;
    std::uint64_t count = 0;
    bool together = true;
    for (const log::VerifiedChange &change : run.changes) {
        const auto row = m_core.log.changeAt(feed.id, change.seq);
        if (!row)
            break;
        if (row->hash != change.hash) {
            outcome.state = SequenceState::Fork;
            outcome.forkSeq = change.seq;
            return outcome;
        }
        if (!first)
            first = row;
        together = together && row->id == first->id + static_cast<qint64>(count) &&
                   row->logIndex == first->logIndex + count && row->recordedMs == first->recordedMs;
        if (!together)
            continue;
        ++count;
        last = row->hash;
    }
    if (!first)
        return failure(ErrorCode::Corrupt, QStringLiteral("a feed without its changes"));
    const auto scope = m_core.log.scope(scopeRowOf(first->id));
    if (!scope)
        return failure(ErrorCode::Corrupt, QStringLiteral("a change without its scope"));
    const std::uint64_t position = positionOf(first->id);
    SPILNO_ASSIGN(const base::Hash chain, m_core.log.chainAt(*scope, position + count));
    outcome.state = SequenceState::Duplicate;
    outcome.receipt =
        receiptFor(*scope, {position, count}, first->logIndex, first->recordedMs, last, chain);
    return outcome;
}

base::Result<SequenceOutcome> SequencerTables::sequenceOne(
    const log::VerifiedRun &run, qint64 recordedMs)
{
    SequenceOutcome outcome;
    const auto scope = m_core.log.scope(run.before.scope);
    if (!scope) {
        outcome.state = SequenceState::UnknownScope;
        return outcome;
    }
    auto feed = m_core.log.feed(run.before.feed);
    if (feed && run.before.nextSeq < feed->state.nextSeq)
        return known(run, *feed);
    const bool identity = run.changes.front().seq == 0 &&
                          certifiesItself(run.changes.front().type, run.before.device);
    if (!identity &&
        !m_core.authority.deviceCertified(run.before.device, run.before.person, m_tree.size())) {
        outcome.state = SequenceState::NotCertified;
        return outcome;
    }
    if (!feed) {
        if (run.before.nextSeq != 0) {
            outcome.state = SequenceState::Broken;
            return outcome;
        }
        SPILNO_ASSIGN(feed, m_core.log.addFeed(run.before, run.opening, scope->id, false));
    }
    if (feed->state.nextSeq != run.before.nextSeq || feed->state.head != run.before.head) {
        outcome.state = SequenceState::Broken;
        return outcome;
    }
    const std::uint64_t firstPosition = scope->status.next;
    const std::uint64_t firstLogIndex = m_tree.size();
    std::vector<log::VerifiedChange> changes = run.changes;
    log::ScopeChain chain(log::ScopeHead{firstPosition, scope->status.chain});
    for (log::VerifiedChange &change : changes) {
        change.feed = 0;
        change.position = chain.head().next;
        change.logIndex = m_tree.size();
        change.recordedMs = recordedMs;
        chain.append(change.hash, change.logIndex, recordedMs);
        SPILNO_TRY(appendLeaf(*scope, change));
    }
    Ingest ingest(m_core);
    SPILNO_TRY(ingest.insert(*scope, std::span(&*feed, 1), changes));
    SPILNO_TRY(m_core.log.moveFeed(feed->id, run.after));
    SPILNO_TRY(m_core.log.addSignature(feed->id, run.after.nextSeq - 1, run.signature));
    const std::uint64_t next = chain.head().next;
    SPILNO_TRY(m_core.log.moveScope(scope->id, next, chain.head().chain, scope->status.epoch));
    if (next / kChainPointEvery != firstPosition / kChainPointEvery)
        SPILNO_TRY(m_core.log.addChainPoint(scope->id, next, chain.head().chain));
    outcome.receipt = receiptFor(
        *scope, {firstPosition, changes.size()}, firstLogIndex, recordedMs, run.after.head,
        chain.head().chain);
    return outcome;
}

base::Result<std::vector<SequenceOutcome>> SequencerTables::sequence(
    const std::vector<log::VerifiedRun> &runs, qint64 recordedMs)
{
    if (recordedMs < m_lastRecordedMs - limits::kClockAheadMs)
        return failure(
            ErrorCode::Busy, QStringLiteral("this machine's clock is behind its own log"));
    const qint64 recorded = std::max(recordedMs, m_lastRecordedMs);
    const log::CompactRange before = m_tree;
    m_core.startMutation();
    const auto work = [&]() -> base::Result<std::vector<SequenceOutcome>> {
        WriteTransaction transaction(*m_core.connection);
        SPILNO_TRY(transaction.begun());
        std::vector<SequenceOutcome> outcomes;
        for (const log::VerifiedRun &run : runs) {
            SPILNO_ASSIGN(SequenceOutcome outcome, sequenceOne(run, recorded));
            outcomes.push_back(std::move(outcome));
        }
        SPILNO_TRY(m_core.refreshOverlays());
        SPILNO_TRY(m_core.setMeta(QStringLiteral("tree_edge"), m_tree.bytes()));
        SPILNO_TRY(m_core.setMetaNumber(QStringLiteral("last_recorded"), recorded));
        SPILNO_TRY(transaction.commit());
        return outcomes;
    };
    auto outcomes = work();
    if (!outcomes) {
        m_tree = before;
        m_core.forget();
        return outcomes;
    }
    m_lastRecordedMs = recorded;
    m_core.sequencer = m_tree.size() > 0;
    return outcomes;
}

bool SequencerTables::certifiesItself(std::uint32_t typeNumber, const base::PublicKey &device) const
{
    const records::RecordType *type = m_core.options.registry->type(typeNumber);
    return type != nullptr && type->certifies && !m_core.authority.hasCertificate(device);
}

Admission SequencerTables::admission(const wire::Run &run) const
{
    const auto feed = m_core.log.feed(run.feed);
    if (!feed) {
        if (run.firstSeq != 0)
            return Admission::Gap;
        const auto opened = log::openFeed(run.opening, m_core.cityId);
        if (!opened || opened->feed != run.feed)
            return Admission::OtherCity;
        if (!m_core.log.scope(opened->scope))
            return Admission::UnknownScope;
        return certifiesItself(run.changes.front().type, opened->device) ||
                       m_core.authority.deviceCertified(
                           opened->device, opened->person, m_tree.size())
                   ? Admission::Continue
                   : Admission::NotCertified;
    }
    if (run.firstSeq < feed->state.nextSeq)
        return Admission::Known;
    if (run.firstSeq > feed->state.nextSeq)
        return Admission::Gap;
    return m_core.authority.deviceCertified(feed->state.device, feed->state.person, m_tree.size())
               ? Admission::Continue
               : Admission::NotCertified;
}

base::Result<log::Checkpoint> SequencerTables::buildCheckpoint(qint64 nowMs)
{
    log::ScopeMap map;
    std::uint64_t epoch = 0;
    for (const ScopeRow &scope : m_core.log.scopes()) {
        epoch = std::max(epoch, scope.status.epoch);
        if (scope.status.next > 0)
            map.set(
                log::scopeTag(scope.status.scope, scope.salt),
                log::ScopeHead{scope.status.next, scope.status.chain});
    }
    log::Checkpoint checkpoint;
    checkpoint.city = m_core.cityId;
    checkpoint.treeSize = m_tree.size();
    checkpoint.root = m_tree.root();
    checkpoint.epoch = epoch;
    checkpoint.mapRoot = map.root();
    // Never so late that a change receipted afterwards could seem to have been dropped: the clock
    // may be wrong now and right again then.
    const qint64 latest =
        m_tree.size() > 0 ? m_lastRecordedMs + limits::kCheckpointWithinMs : nowMs;
    checkpoint.timeMs = std::max(std::min(nowMs, latest), m_lastRecordedMs);
    m_map = std::move(map);
    m_mapSize = checkpoint.treeSize;
    return checkpoint;
}

std::optional<ScopeProof> SequencerTables::scopeProof(const base::ScopeId &scope) const
{
    const auto known = m_core.log.scope(scope);
    if (!known || m_mapSize == 0)
        return std::nullopt;
    const log::ScopeTag tag = log::scopeTag(scope, known->salt);
    return ScopeProof{
        scope, m_mapSize, m_map.find(tag).value_or(log::ScopeHead{}), m_map.prove(tag).encode()};
}

base::Result<std::vector<base::Hash>> SequencerTables::consistency(
    std::uint64_t fromSize, std::uint64_t toSize) const
{
    return log::consistencyProof(*this, fromSize, toSize);
}

} // namespace spilno::replica
