// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/sequencer/RunPipeline.h"
#include "syncserver/sequencer/SessionQuestions.h"
#include "syncserver/sequencer/SliceCache.h"
#include "syncserver/session/PeerSession.h"
#include "syncserver/store/ReplicaStore.h"
#include "tests/sim/Liar.h"
#include "tests/sim/SimDisk.h"
#include "tests/sim/SimNetwork.h"

#include <map>
#include <memory>

namespace spilno::sim {

/// The server of a simulated city: the real sessions, run pipeline and store, driven by virtual
/// time instead of threads and sockets. It does what Sequencer and SessionHub do, one thing at a
/// time.
class SimServer
{
public:
    static constexpr const char *kMachine = "server";

    SimServer(SimNetwork &network, SimDisk &disk, std::uint64_t seed);
    ~SimServer();

    /// Makes the city on the disk. The keys are the server's own.
    void found(const QByteArray &genesis);
    [[nodiscard]] base::PublicKey publicKey() const { return m_key.publicKey(); }
    [[nodiscard]] QByteArray certificateSha256() const { return QByteArray(32, 's'); }

    void start();
    /// Power goes; unsynced writes are lost by chance.
    void crash();
    /// In good order, so that the file can be looked into.
    void stop();
    [[nodiscard]] bool isUp() const { return m_store != nullptr; }

    /// A line that a client opened.
    void accept(const std::shared_ptr<SimLine> &line);

    [[nodiscard]] replica::ReplicaDatabase::Options options() const;
    [[nodiscard]] SimClock &clock() { return m_clock; }
    [[nodiscard]] server::SequencerStore *store() { return m_store.get(); }
    /// A commit waits so long at most, as on a slow disk.
    int slowestCommitMs = 10;
    /// The checkpoint that was made last.
    [[nodiscard]] const QByteArray &newestCheckpoint() const { return m_newest.bytes; }
    /// The most changes in one slice, to have many.
    int sliceChangesMax = 1 << 20;
    /// Of previews: spoiled on their way in one of the manners of PreviewForger, or in this one.
    int forgedPreviewsPerMille = 0;
    std::optional<int> forgery;
    /// Who is sent previews; small, so that a small city has them.
    void setPreviews(const server::PreviewPolicy &policy) { m_context.previews = policy; }
    /// From now on it does not say what is so, at least about this scope.
    void tell(Tale tale, const base::ScopeId &scope, const base::Salt &salt);
    [[nodiscard]] int liesTold() const { return m_liar ? m_liar->lies() : 0; }

private:
    struct Peer
    {
        std::shared_ptr<SimLine> line;
        std::unique_ptr<server::PeerSession> session;
    };

    void step(std::uint64_t peer, const server::SessionEvent &event);
    void perform(std::uint64_t peer, const server::SessionAction &action);
    void readSlice(std::uint64_t peer, const server::ReadSlice &wanted);
    [[nodiscard]] server::SliceRead read(const server::ReadSlice &wanted);
    [[nodiscard]] server::SliceRead readPreview(const server::ReadSlice &wanted);
    void commit();
    void tick();
    void makeCheckpoint();
    void drop(std::uint64_t peer);
    void everyone(const server::SessionEvent &event);
    /// Later, unless the server went down meanwhile.
    void later(qint64 withinMs, std::function<void()> task);

    SimNetwork &m_network;
    SimDisk &m_disk;
    test::TestRandom m_random;
    SimClock m_clock;
    crypto::SigningKey m_key;
    server::RateLimit<QByteArray> m_runsByAddress;
    server::SessionContext m_context;
    std::unique_ptr<server::ReplicaStore> m_store;
    std::unique_ptr<server::RunPipeline> m_pipeline;
    server::SliceCache m_cache;
    server::NewestCheckpoint m_newest;
    std::unique_ptr<Liar> m_liar;
    std::map<std::uint64_t, Peer> m_peers;
    std::uint64_t m_nextPeer = 1;
    std::uint64_t m_generation = 0;
    bool m_committing = false;
};

} // namespace spilno::sim
