// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/Hashing.h"
#include "core/crypto/Signing.h"
#include "core/log/Checkpoint.h"
#include "core/log/CompactRange.h"
#include "core/log/LogLeaf.h"
#include "core/log/MerkleTree.h"
#include "core/log/Receipt.h"
#include "core/log/ScopeChain.h"
#include "core/log/Verifier.h"
#include "core/sync/ServerProof.h"
#include "core/wire/Genesis.h"
#include "tests/core/sync/TestFeed.h"

#include <algorithm>
#include <map>

namespace spilno::test {

/// A city with its sequencer, in memory: gives runs positions, makes slices, receipts, checkpoints
/// and greetings as a server would.
class TestCity
{
public:
    explicit TestCity(quint64 seed = 1)
        : m_random(seed)
        , m_firstKey(crypto::SigningKey::generate(m_random))
        , m_key(m_firstKey.duplicate())
    {
        wire::CityGenesis genesis;
        genesis.name = QStringLiteral("Test");
        genesis.timeZone = QStringLiteral("Europe/Kyiv");
        genesis.owners = {m_random.id<base::PersonId>()};
        genesis.sequencer = m_firstKey.publicKey();
        genesis.createdMs = 1;
        genesis.random = m_random.id<base::Salt>();
        m_genesis = wire::encodeCityGenesis(genesis);
    }

    [[nodiscard]] base::CityId id() const { return wire::cityId(base::view(m_genesis)); }
    [[nodiscard]] const QByteArray &genesis() const { return m_genesis; }
    [[nodiscard]] const crypto::SigningKey &key() const { return m_key; }
    [[nodiscard]] base::ScopeId rules() const { return wire::rulesScope(id()); }
    [[nodiscard]] base::ScopeId people() const { return wire::peopleScope(id()); }

    /// The sequencer gets a new key, signed for by the old one.
    void replaceKey()
    {
        crypto::SigningKey next = crypto::SigningKey::generate(m_random);
        m_chain.push_back(log::encodeKeyLink({m_key.publicKey(), next.publicKey(), 5}, m_key));
        m_key = std::move(next);
    }

    [[nodiscard]] wire::GreetingFrame greeting(const QByteArray &certificateSha256)
    {
        wire::GreetingFrame frame;
        frame.versions = {1};
        frame.cityGenesis = m_genesis;
        frame.keyChain = m_chain;
        frame.serverKey = m_key.publicKey();
        frame.nonce = m_random.id<base::Hash>().toByteArray();
        frame.nowMs = 1000;
        const QByteArray message = sync::serverProofMessage(certificateSha256, frame.nonce);
        frame.proof = m_key.sign(sync::kServerProofContext, base::view(message));
        return frame;
    }

    /// Gives the run its positions and signs for it.
    log::Receipt sequence(const replica::PendingRun &pending)
    {
        wire::Run run = *wire::decodeRun(pending.bytes);
        auto [at, fresh] = m_feeds.try_emplace(run.feed);
        if (fresh)
            at->second = *log::openFeed(run.opening, id());
        const log::VerifiedRun verified = *log::verifyRun(run, at->second);
        at->second = verified.after;
        ScopeLog &scope = scopeLog(verified.after.scope);
        log::Receipt receipt;
        receipt.city = id();
        receipt.scope = verified.after.scope;
        receipt.firstPosition = scope.chain.head().next;
        receipt.firstLogIndex = m_tree.size();
        receipt.recordedMs = ++m_timeMs;
        for (const log::VerifiedChange &change : verified.changes) {
            scope.chain.append(change.hash, m_tree.size(), m_timeMs);
            const log::ScopeTag tag = log::scopeTag(verified.after.scope, {});
            const quint64 position = scope.chain.head().next - 1;
            const log::LogLeaf leaf{tag, position, change.hash, m_timeMs};
            m_tree.append(leaf.hash(), [this](int level, quint64 index, const base::Hash &hash) {
                m_nodes.hashes[{level, index}] = hash;
            });
        }
        receipt.lastPosition = scope.chain.head().next - 1;
        receipt.lastHeaderHash = verified.after.head;
        receipt.chain = scope.chain.head().chain;
        receipt.sign(m_key);
        scope.runs.push_back(
            {std::move(run), receipt.firstPosition, receipt.firstLogIndex, receipt.recordedMs,
             receipt.chain});
        return receipt;
    }

    /// The slice of `count` runs of the scope from run number `first` on, raw.
    [[nodiscard]] QByteArray slice(const base::ScopeId &id, std::size_t first, std::size_t count)
    {
        const ScopeLog &scope = scopeLog(id);
        wire::Slice slice;
        slice.scope = id;
        slice.firstPosition = scope.runs[first].position;
        for (std::size_t i = first; i < first + count; ++i) {
            const Sequenced &entry = scope.runs[i];
            for (std::size_t at = 0; at < entry.run.changes.size(); ++at)
                slice.appendPlace(entry.logIndex + at, entry.recordedMs);
            auto feed = std::find_if(slice.feeds.begin(), slice.feeds.end(), [&](const auto &one) {
                return one.feed == entry.run.feed;
            });
            if (feed == slice.feeds.end()) {
                slice.feeds.push_back(
                    {entry.run.feed, entry.run.firstSeq, entry.run.opening, {}, {}});
                feed = slice.feeds.end() - 1;
            }
            std::uint64_t position = entry.position;
            for (const wire::ThinChange &thin : entry.run.changes)
                feed->changes.push_back({position++, thin});
            feed->signature = entry.run.signature;
            slice.chain = entry.chain;
        }
        return wire::encodeSlice(slice);
    }

    /// The slice as pages of at most `partBytes` bytes.
    [[nodiscard]] std::vector<wire::PageFrame> pages(
        const base::ScopeId &id, std::size_t first, std::size_t count, qsizetype partBytes)
    {
        const QByteArray packed = wire::compress(slice(id, first, count));
        std::vector<wire::PageFrame> pages;
        for (qsizetype at = 0; at < packed.size(); at += partBytes) {
            const std::uint64_t position = scopeLog(id).runs[first].position;
            pages.push_back(
                {id, position, pages.size(), at + partBytes >= packed.size(), false,
                 packed.mid(at, partBytes)});
        }
        return pages;
    }
    /// The scope's runs from number `first` on as a preview, in one page; all of one feed.
    [[nodiscard]] wire::PageFrame preview(const base::ScopeId &id, std::size_t first)
    {
        ScopeLog &scope = scopeLog(id);
        wire::Preview preview;
        preview.chainBefore = scope.runs[first - 1].chain;
        preview.slice = *wire::decodeSlice(slice(id, first, scope.runs.size() - first));
        log::FeedState state = *log::openFeed(scope.runs.front().run.opening, this->id());
        for (std::size_t i = 0; i < first; ++i)
            state = log::verifyRun(scope.runs[i].run, state)->after;
        preview.heads = {{scope.runs.front().run.opening, state.head, state.hlc}};
        return {id,   scope.runs[first].position,
                0,    true,
                true, wire::compress(wire::encodePreview(preview))};
    }
    [[nodiscard]] wire::PageFrame page(
        const base::ScopeId &id, std::size_t first, std::size_t count)
    {
        return pages(id, first, count, 1 << 20).front();
    }

    [[nodiscard]] std::size_t runCount(const base::ScopeId &id) { return scopeLog(id).runs.size(); }
    [[nodiscard]] std::uint64_t positionOf(const base::ScopeId &id, std::size_t run)
    {
        return scopeLog(id).runs[run].position;
    }
    [[nodiscard]] std::uint64_t next(const base::ScopeId &id)
    {
        return scopeLog(id).chain.head().next;
    }
    [[nodiscard]] std::vector<wire::ScopeHead> heads()
    {
        std::vector<wire::ScopeHead> heads;
        for (const auto &[id, scope] : m_scopes)
            heads.push_back({id, 0, scope.chain.head().next});
        return heads;
    }

    [[nodiscard]] log::Checkpoint checkpoint()
    {
        log::Checkpoint checkpoint;
        checkpoint.city = id();
        checkpoint.treeSize = m_tree.size();
        checkpoint.root = m_tree.root();
        checkpoint.mapRoot = crypto::blake2b("map", {m_tree.root().bytes()});
        checkpoint.timeMs = m_timeMs;
        checkpoint.sign(m_key);
        return checkpoint;
    }
    [[nodiscard]] wire::ProofFrame proof(const base::ScopeId &id)
    {
        const log::ScopeHead head = scopeLog(id).chain.head();
        return {id, m_tree.size(), head.next, head.chain, "path"}; // a path for the driver only
    }
    [[nodiscard]] std::vector<base::Hash> consistency(quint64 from) const
    {
        return *log::consistencyProof(m_nodes, from, m_tree.size());
    }

private:
    struct Sequenced
    {
        wire::Run run;
        std::uint64_t position = 0;
        std::uint64_t logIndex = 0;
        qint64 recordedMs = 0;
        base::Hash chain;
    };
    struct ScopeLog
    {
        log::ScopeChain chain;
        std::vector<Sequenced> runs;
    };
    struct Nodes final : log::HashSource
    {
        std::map<std::pair<int, quint64>, base::Hash> hashes;
        [[nodiscard]] base::Result<base::Hash> node(int level, quint64 index) const override
        {
            const auto at = hashes.find({level, index});
            if (at == hashes.end())
                return base::failure(base::ErrorCode::NotFound, QStringLiteral("node"));
            return at->second;
        }
    };

    ScopeLog &scopeLog(const base::ScopeId &scope)
    {
        return m_scopes.try_emplace(scope, ScopeLog{log::ScopeChain(scope), {}}).first->second;
    }

    SeededRandom m_random;
    crypto::SigningKey m_firstKey;
    crypto::SigningKey m_key;
    QByteArray m_genesis;
    std::vector<QByteArray> m_chain;
    std::map<base::ScopeId, ScopeLog> m_scopes;
    std::map<base::FeedId, log::FeedState> m_feeds;
    log::CompactRange m_tree;
    Nodes m_nodes;
    qint64 m_timeMs = 1'700'000'000'000;
};

} // namespace spilno::test
