// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/SimServer.h"

#include "tests/sim/PreviewForger.h"

#include "core/log/Checkpoint.h"
#include "core/records/Registry.h"
#include "core/wire/Slice.h"

namespace spilno::sim {

namespace {

constexpr qint64 kServerTickMs = 1'000;
constexpr int kScrubOneTickIn = 30;

QString checkpointSetting()
{
    return QStringLiteral("server/checkpoint");
}

} // namespace

SimServer::SimServer(SimNetwork &network, SimDisk &disk, std::uint64_t seed)
    : m_network(network)
    , m_disk(disk)
    , m_random(seed)
    , m_clock(network.time())
    , m_key(crypto::SigningKey::generate(m_random))
    , m_runsByAddress(server::Rate{100'000, 100'000})
    , m_cache(64 * 1024 * 1024)
{
}

SimServer::~SimServer()
{
    stop();
}

replica::ReplicaDatabase::Options SimServer::options() const
{
    replica::ReplicaDatabase::Options options;
    options.path = QStringLiteral("/server/city.db");
    options.registry = &records::Registry::standard();
    options.clock = const_cast<SimClock *>(&m_clock);
    options.random = const_cast<test::TestRandom *>(&m_random);
    options.vfs = m_disk.vfs();
    return options;
}

void SimServer::found(const QByteArray &genesis)
{
    auto database = replica::ReplicaDatabase::open(options());
    if (!database || !(*database)->setCity(genesis))
        qFatal("a city cannot be made");
    m_context.genesis = genesis;
    m_context.serverKey = &m_key;
    m_context.certificateHash = base::Hash::fromBytes(base::view(certificateSha256())).value();
    m_context.clock = &m_clock;
    m_context.random = &m_random;
    m_context.runsByAddress = &m_runsByAddress;
}

void SimServer::start()
{
    m_disk.powerOn(kMachine);
    auto store = server::ReplicaStore::open(options());
    if (!store) {
        m_network.marks().wrong(
            QStringLiteral("I1"),
            QStringLiteral("the server does not open: ") + store.error().detail);
        return;
    }
    m_store = std::move(*store);
    const QByteArray bytes = m_store->setting(checkpointSetting()).value();
    m_newest = {};
    if (const auto newest = log::parseCheckpoint(base::view(bytes)))
        m_newest = {bytes, newest->treeSize};
    (void)m_store->buildCheckpoint(m_clock.wallMs());
    server::RunPipeline::Options pipeline;
    pipeline.store = m_store.get();
    pipeline.key = &m_key;
    pipeline.clock = &m_clock;
    pipeline.verifyLater = [this](auto task) { later(5, std::move(task)); };
    pipeline.comeBack = [this](auto task) {
        task();
        commit();
    };
    pipeline.erased = [this] { m_cache.clear(); };
    m_pipeline = std::make_unique<server::RunPipeline>(std::move(pipeline));
    m_cache.clear();
    later(kServerTickMs, [this] { tick(); });
}

void SimServer::later(qint64 withinMs, std::function<void()> task)
{
    m_network.time().after(
        m_network.below(withinMs + 1), [this, generation = m_generation, task = std::move(task)] {
            if (generation == m_generation && isUp())
                task();
        });
}

void SimServer::crash()
{
    if (!isUp())
        return;
    m_network.marks().hit(
        m_disk.crash(kMachine, m_network.random()) ? QStringLiteral("server crash, writes lost")
                                                   : QStringLiteral("server crash"));
    stop();
}

void SimServer::stop()
{
    ++m_generation;
    m_committing = false;
    m_pipeline.reset();
    m_store.reset();
    auto peers = std::exchange(m_peers, {});
    for (auto &[id, peer] : peers) {
        peer.line->forget(Side::Server);
        peer.line->cut();
    }
}

void SimServer::accept(const std::shared_ptr<SimLine> &line)
{
    const std::uint64_t id = m_nextPeer++;
    Peer peer{line, std::make_unique<server::PeerSession>(m_context, QByteArray("net"))};
    m_peers.emplace(id, std::move(peer));
    const auto mine = [this, id, generation = m_generation] {
        return generation == m_generation && m_peers.contains(id);
    };
    line->setEnd(
        Side::Server, {[this, id, mine](const QByteArray &bytes) {
                           if (mine())
                               step(id, server::Received{base::view(bytes)});
                       },
                       [this, id, mine](qint64 left) {
                           if (mine())
                               step(id, server::Drained{left});
                       },
                       [this, id, mine] {
                           if (mine())
                               drop(id);
                       }});
    step(id, server::Opened{});
}

void SimServer::tell(Tale tale, const base::ScopeId &scope, const base::Salt &salt)
{
    m_liar = std::make_unique<Liar>(tale, m_key, scope, salt, [this, scope] {
        const auto status = m_store->scope(scope).value();
        return log::ScopeHead{status->next, status->chain};
    });
}

void SimServer::drop(std::uint64_t peer)
{
    m_peers.erase(peer);
}

void SimServer::step(std::uint64_t id, const server::SessionEvent &event)
{
    const auto found = m_peers.find(id);
    if (found == m_peers.end())
        return;
    const server::SessionActions actions = found->second.session->step(event);
    for (const server::SessionAction &action : actions)
        perform(id, action);
}

void SimServer::perform(std::uint64_t id, const server::SessionAction &action)
{
    const auto found = m_peers.find(id);
    if (found == m_peers.end())
        return;
    const std::shared_ptr<SimLine> line = found->second.line;
    if (const auto *send = std::get_if<server::Send>(&action)) {
        line->send(Side::Server, m_liar ? m_liar->told(send->bytes) : send->bytes);
    } else if (std::holds_alternative<server::Close>(action)) {
        line->close(Side::Server);
        drop(id);
    } else if (const auto *asked = std::get_if<server::AskWelcome>(&action)) {
        later(5, [this, id, asked = *asked] {
            if (server::isAheadOfLog(*m_store, asked.checkpointSeen))
                m_network.marks().wrong(
                    QStringLiteral("I1"), QStringLiteral("a signed statement is ahead of the log"));
            step(id, server::welcome(*m_store, asked, m_newest));
        });
    } else if (const auto *view = std::get_if<server::AskView>(&action)) {
        later(5, [this, id, device = view->device] {
            step(id, server::ViewRead{server::readerView(*m_store, device)});
        });
    } else if (const auto *checkpoint = std::get_if<server::AskCheckpoint>(&action)) {
        later(5, [this, id, from = checkpoint->fromSize] {
            step(id, server::CheckpointMade{server::checkpointNews(*m_store, from, m_newest)});
        });
    } else if (const auto *proofs = std::get_if<server::AskProofs>(&action)) {
        later(5, [this, id, asked = *proofs] {
            step(id, server::scopeProofs(*m_store, asked, m_newest));
        });
    } else if (const auto *slice = std::get_if<server::ReadSlice>(&action)) {
        later(5, [this, id, wanted = *slice] { readSlice(id, wanted); });
    } else if (const auto *run = std::get_if<server::SubmitRun>(&action)) {
        const auto admitted = m_store->admission(run->run);
        const bool isCertified = admitted && *admitted == replica::Admission::Continue;
        m_pipeline->submit(
            run->run, [this, id, isCertified, token = run->token,
                       generation = m_generation](server::RunAnswered answer) {
                answer.token = token;
                if (isCertified &&
                    answer.reason == base::errorCodeName(base::ErrorCode::NotCertified))
                    m_network.marks().hit(
                        QStringLiteral("revoked between admission and its place"));
                if (generation == m_generation)
                    step(id, answer);
            });
    }
}

void SimServer::readSlice(std::uint64_t peer, const server::ReadSlice &wanted)
{
    if (wanted.preview) {
        step(peer, readPreview(wanted));
        return;
    }
    if (auto cached = m_cache.find(wanted)) {
        m_network.marks().hit(QStringLiteral("slice from the cache"));
        step(peer, *cached);
        return;
    }
    step(peer, read(wanted));
}

server::SliceRead SimServer::readPreview(const server::ReadSlice &wanted)
{
    const auto raw = m_store->readPreview(wanted.scope, wanted.maxChanges, wanted.maxRawBytes);
    if (!raw || raw->isEmpty())
        return {.scope = wanted.scope, .preview = true};
    server::SliceRead read = server::packedPreview(wanted, *raw);
    m_network.marks().hit(QStringLiteral("preview sent"));
    if (!read.packed)
        m_network.marks().wrong(
            QStringLiteral("I15"), QStringLiteral("a preview that does not decode"));
    if (!m_network.chance(forgedPreviewsPerMille))
        return read;
    const int manner = forgery.value_or(static_cast<int>(m_network.below(PreviewForger::kManners)));
    m_network.marks().hit(QStringLiteral("preview forged: ") + PreviewForger::name(manner));
    const QByteArray forged =
        PreviewForger(wire::cityId(base::view(m_context.genesis))).forge(*raw, manner);
    read.packed = std::make_shared<const QByteArray>(wire::compress(forged, 1));
    return read;
}

server::SliceRead SimServer::read(const server::ReadSlice &wanted)
{
    const std::uint64_t generation = m_cache.generation();
    server::SliceRead read{.scope = wanted.scope, .first = wanted.first, .next = wanted.first};
    const auto raw = m_store->readSlice(
        wanted.scope, wanted.first, std::min(wanted.maxChanges, sliceChangesMax),
        wanted.maxRawBytes);
    if (!raw || raw->isEmpty())
        return read;
    const auto slice = wire::decodeSlice(*raw);
    if (!slice) {
        m_network.marks().wrong(
            QStringLiteral("I15"), QStringLiteral("a slice that does not decode"));
        return read;
    }
    read.next = slice->lastPosition() + 1;
    read.rulesNext = slice->rulesNext;
    read.peopleNext = slice->peopleNext;
    read.packed = std::make_shared<const QByteArray>(wire::compress(*raw, 1));
    if (const auto status = m_store->scope(wanted.scope);
        status && *status && read.next < (*status)->next)
        m_cache.insert(wanted, read, generation);
    return read;
}

/// Some milliseconds after a run is verified, with all that came meanwhile: a group commit.
void SimServer::commit()
{
    if (m_committing || m_pipeline->readyRuns() == 0)
        return;
    m_committing = true;
    later(slowestCommitMs, [this] {
        m_committing = false;
        if (m_pipeline->readyRuns() > 1)
            m_network.marks().hit(QStringLiteral("group commit"));
        const auto committed = m_pipeline->commit();
        if (!committed.grown.empty())
            everyone(server::Grown{committed.grown});
        commit();
    });
}

void SimServer::everyone(const server::SessionEvent &event)
{
    std::vector<std::uint64_t> ids;
    for (const auto &[id, peer] : m_peers)
        ids.push_back(id);
    for (const std::uint64_t id : ids)
        step(id, event);
}

void SimServer::makeCheckpoint()
{
    if (m_store->treeSize() <= m_newest.treeSize)
        return;
    auto checkpoint = m_store->buildCheckpoint(m_clock.wallMs());
    if (!checkpoint)
        return;
    checkpoint->sign(m_key);
    const server::NewestCheckpoint newest{checkpoint->encode(), checkpoint->treeSize};
    if (!m_store->setSetting(checkpointSetting(), newest.bytes))
        return;
    const std::uint64_t before = m_newest.treeSize;
    m_newest = newest;
    everyone(server::CheckpointMade{server::checkpointNews(*m_store, before, m_newest)});
}

void SimServer::tick()
{
    if (m_pipeline->isClockBehind())
        m_network.marks().hit(QStringLiteral("server clock behind its log"));
    makeCheckpoint();
    everyone(server::Tick{});
    if (m_store->owesScrub() && m_network.below(kScrubOneTickIn) == 0) {
        m_network.marks().hit(QStringLiteral("scrub while running"));
        if (const auto scrubbed = m_store->scrub(); !scrubbed)
            m_network.marks().wrong(QStringLiteral("I8"), scrubbed.error().detail);
    }
    m_network.time().after(kServerTickMs, [this, generation = m_generation] {
        if (generation == m_generation && isUp())
            tick();
    });
}

} // namespace spilno::sim
