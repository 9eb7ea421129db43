// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/store/SequencerStore.h"

#include "tests/server/MemoryTree.h"
#include "tests/server/PlacedRun.h"

#include "core/log/ScopeChain.h"
#include "core/wire/Genesis.h"

#include <map>
#include <set>

namespace spilno::server::test {

/// A city's log in memory, with real chains, leaves and slices but without folding: who may write
/// and read is what a test says.
class MemoryStore : public SequencerStore
{
public:
    explicit MemoryStore(const QByteArray &genesisBytes)
        : m_genesis(genesisBytes)
        , m_city(wire::cityId(base::view(genesisBytes)))
        , m_sequencer(wire::decodeCityGenesis(base::view(genesisBytes))->sequencer)
    {
        addScope(wire::rulesScope(m_city), replica::ScopeKind::Rules);
        addScope(wire::peopleScope(m_city), replica::ScopeKind::People);
    }

    void addScope(const base::ScopeId &id, replica::ScopeKind kind)
    {
        replica::ScopeStatus status;
        status.scope = id;
        status.kind = kind;
        status.chain = log::ScopeChain(id).head().chain;
        m_scopes.push_back({status, {}});
    }

    // What a test sets.
    std::set<base::PublicKey> uncertified;
    std::set<base::PublicKey> readers; ///< Of sealed scopes.
    base::Result<> failSequencing;
    std::uint32_t eraseType = 99;
    // What a test looks at.
    std::vector<std::size_t> commits; ///< Runs in each call of sequence().
    mutable int slicesRead = 0;

    [[nodiscard]] QByteArray genesis() const override { return m_genesis; }
    [[nodiscard]] base::CityId city() const override { return m_city; }
    [[nodiscard]] base::PublicKey sequencerKey() const override { return m_sequencer; }
    [[nodiscard]] base::Result<std::vector<replica::ScopeStatus>> scopes() const override
    {
        std::vector<replica::ScopeStatus> all;
        for (const Scope &scope : m_scopes)
            all.push_back(scope.status);
        return all;
    }
    [[nodiscard]] base::Result<std::optional<replica::ScopeStatus>> scope(
        const base::ScopeId &id) const override
    {
        const Scope *found = find(id);
        return found ? std::optional(found->status) : std::nullopt;
    }
    [[nodiscard]] base::Result<bool> mayRead(
        const base::ScopeId &id, const base::PublicKey &device) const override
    {
        return find(id)->status.kind != replica::ScopeKind::Sealed || readers.contains(device);
    }
    [[nodiscard]] base::Result<std::optional<base::PersonId>> personOf(
        const base::PublicKey &device) const override
    {
        if (uncertified.contains(device))
            return std::nullopt;
        return base::PersonId::fromTrusted(device.data());
    }
    using State = base::Result<std::optional<log::FeedState>>;
    [[nodiscard]] State feedState(const base::FeedId &feed) const override
    {
        const auto found = m_feeds.find(feed);
        return found == m_feeds.end() ? std::nullopt : std::optional(found->second.back());
    }
    [[nodiscard]] State feedStateBefore(const base::FeedId &feed, std::uint64_t seq) const override
    {
        const auto found = m_feeds.find(feed);
        if (found == m_feeds.end() || seq + 1 >= found->second.size())
            return std::nullopt;
        return found->second[static_cast<std::size_t>(seq)];
    }
    [[nodiscard]] base::Result<QByteArray> headerAt(
        const base::FeedId &feed, std::uint64_t seq) const override
    {
        const auto found = m_feeds.find(feed);
        return found == m_feeds.end()
                   ? QByteArray()
                   : found->second.at(static_cast<std::size_t>(seq + 1)).head.toByteArray();
    }
    [[nodiscard]] base::Result<replica::Admission> admission(const wire::Run &run) const override
    {
        const auto state = feedState(run.feed).value();
        if (run.firstSeq == 0) {
            const auto opening = wire::decodeOpening(base::view(run.opening));
            if (opening && opening->city != m_city)
                return replica::Admission::OtherCity;
            if (opening && uncertified.contains(opening->device))
                return replica::Admission::NotCertified;
            if (opening && find(opening->scope) == nullptr)
                return replica::Admission::UnknownScope;
            return state ? replica::Admission::Known : replica::Admission::Continue;
        }
        if (!state || run.firstSeq > state->nextSeq)
            return replica::Admission::Gap;
        return run.firstSeq == state->nextSeq ? replica::Admission::Continue
                                              : replica::Admission::Known;
    }

    [[nodiscard]] base::Result<std::vector<replica::SequenceOutcome>> sequence(
        const std::vector<log::VerifiedRun> &runs, qint64 recordedMs) override
    {
        if (!failSequencing)
            return base::failure(failSequencing.error());
        commits.push_back(runs.size());
        m_recordedMs = std::max(m_recordedMs, recordedMs);
        std::vector<replica::SequenceOutcome> outcomes;
        for (const log::VerifiedRun &run : runs)
            outcomes.push_back(place(run));
        return outcomes;
    }
    [[nodiscard]] qint64 lastRecordedMs() const override { return m_recordedMs; }
    [[nodiscard]] bool erases(const log::VerifiedRun &run) const override
    {
        return run.changes.front().type == eraseType;
    }

    [[nodiscard]] base::Result<QByteArray> readSlice(
        const base::ScopeId &id, std::uint64_t first, int maxChanges, int) const override
    {
        ++slicesRead;
        const Scope &scope = *find(id);
        wire::Slice slice;
        slice.scope = id;
        slice.firstPosition = first;
        std::uint64_t next = first;
        for (const PlacedRun &placed : scope.runs) {
            if (placed.receipt.firstPosition != next ||
                (next > first &&
                 next - first + placed.run.changes.size() > static_cast<std::uint64_t>(maxChanges)))
                continue;
            placed.appendTo(slice);
            next = placed.receipt.lastPosition + 1;
        }
        return next == first ? QByteArray() : wire::encodeSlice(slice);
    }

    [[nodiscard]] std::uint64_t treeSize() const override { return m_tree.size(); }
    [[nodiscard]] base::Result<log::Checkpoint> buildCheckpoint(qint64 nowMs) override
    {
        log::Checkpoint checkpoint;
        checkpoint.city = m_city;
        checkpoint.treeSize = m_tree.size();
        checkpoint.root = m_tree.root();
        checkpoint.timeMs = nowMs;
        return checkpoint;
    }
    [[nodiscard]] base::Result<std::vector<base::Hash>> consistencyProof(
        std::uint64_t fromSize, std::uint64_t toSize) const override
    {
        return log::consistencyProof(m_tree, fromSize, toSize);
    }
    [[nodiscard]] base::Result<QByteArray> setting(const QString &name) const override
    {
        return m_settings.value(name);
    }
    [[nodiscard]] base::Result<> setSetting(const QString &name, const QByteArray &value) override
    {
        m_settings.insert(name, value);
        return {};
    }
    using Blobs = std::vector<base::BlobId>;
    [[nodiscard]] base::Result<Blobs> erasedBlobs() const override { return Blobs(); }
    [[nodiscard]] base::Result<> scrub() override { return {}; }
    [[nodiscard]] bool owesScrub() const override { return false; }

private:
    struct Scope
    {
        replica::ScopeStatus status;
        std::vector<PlacedRun> runs;
    };
    [[nodiscard]] const Scope *find(const base::ScopeId &id) const
    {
        const auto found = std::find_if(m_scopes.begin(), m_scopes.end(), [&](const Scope &scope) {
            return scope.status.scope == id;
        });
        return found == m_scopes.end() ? nullptr : &*found;
    }

    replica::SequenceOutcome place(const log::VerifiedRun &run)
    {
        std::vector<log::FeedState> &states =
            m_feeds.try_emplace(run.after.feed, std::vector{run.before}).first->second;
        const std::uint64_t known = states.size() - 1;
        for (const log::VerifiedChange &change : run.changes) {
            if (change.seq < known && states[change.seq + 1].head != change.hash)
                return {replica::SequenceState::Fork, {}, change.seq};
        }
        if (run.after.nextSeq <= known)
            return {replica::SequenceState::Duplicate, m_receipts.at(run.after.head), 0};
        if (run.before.nextSeq != known)
            return {replica::SequenceState::Broken, {}, 0};
        auto &scope = const_cast<Scope &>(*find(run.after.scope));
        log::ScopeChain chain(log::ScopeHead{scope.status.next, scope.status.chain});
        log::Receipt receipt;
        receipt.city = m_city;
        receipt.scope = run.after.scope;
        receipt.firstPosition = scope.status.next;
        receipt.lastPosition = scope.status.next + run.changes.size() - 1;
        receipt.firstLogIndex = m_tree.size();
        receipt.recordedMs = m_recordedMs;
        receipt.lastHeaderHash = run.after.head;
        log::FeedState state = run.before;
        for (const log::VerifiedChange &change : run.changes) {
            chain.append(change.hash, m_tree.size(), m_recordedMs);
            m_tree.append(log::merkleLeafHash(change.hash.bytes()));
            state.nextSeq = change.seq + 1;
            state.head = change.hash;
            state.hlc = change.hlc;
            states.push_back(state);
        }
        receipt.chain = scope.status.chain = chain.head().chain;
        scope.status.next += run.changes.size();
        scope.runs.push_back({receipt, *wire::decodeRun(run.bytes)});
        m_receipts[run.after.head] = receipt;
        return {replica::SequenceState::Sequenced, receipt, 0};
    }

    QByteArray m_genesis;
    base::CityId m_city;
    base::PublicKey m_sequencer;
    std::vector<Scope> m_scopes;
    std::map<base::FeedId, std::vector<log::FeedState>>
        m_feeds; ///< State before each seq, and now.
    std::map<base::Hash, log::Receipt> m_receipts;
    MemoryTree m_tree;
    qint64 m_recordedMs = 0;
    QMap<QString, QByteArray> m_settings;
};

} // namespace spilno::server::test
