// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/SimClient.h"

#include "core/records/Registry.h"
#include "tests/sim/SimServer.h"

#include <utility>

namespace spilno::sim {

namespace {

const QString kCheckpointSetting = QStringLiteral("checkpoint");
constexpr qint64 kTickMs = 1'000;

} // namespace

SimClient::SimClient(Place place, QString machine, base::CityId city, std::uint64_t seed)
    : m_place(place)
    , m_machine(std::move(machine))
    , m_city(city)
    , m_random(seed)
    , m_clock(place.network.time())
    , m_backoff(m_random, 1'000, 20'000)
{
}

SimClient::~SimClient()
{
    stop();
}

replica::ReplicaDatabase::Options SimClient::options()
{
    replica::ReplicaDatabase::Options options;
    options.path = QStringLiteral("/%1/replica.db").arg(m_machine);
    options.registry = &records::Registry::standard();
    options.clock = &m_clock;
    options.random = &m_random;
    options.vfs = m_place.disk.vfs();
    return options;
}

void SimClient::setIdentity(std::shared_ptr<const replica::Identity> identity)
{
    m_identity = std::move(identity);
    giveIdentity();
}

void SimClient::setLocked(bool locked)
{
    m_locked = locked;
    giveIdentity();
    if (!locked)
        localWork();
}

void SimClient::giveIdentity()
{
    if (isUp())
        m_database->setIdentity(m_locked ? nullptr : m_identity);
}

void SimClient::start()
{
    if (isUp())
        return;
    m_place.disk.powerOn(m_machine.toStdString());
    auto opened = replica::ReplicaDatabase::open(options());
    if (!opened) {
        m_place.network.marks().wrong(
            QStringLiteral("I1"),
            m_machine + QStringLiteral(" does not open: ") + opened.error().detail);
        return;
    }
    m_database = std::move(*opened);
    if (previewed() > 0)
        m_place.network.marks().hit(QStringLiteral("started with a preview"));
    giveIdentity();
    connectSoon(2'000);
}

void SimClient::crash()
{
    if (!isUp())
        return;
    const bool lost = m_place.disk.crash(m_machine.toStdString(), m_place.network.random());
    m_place.network.marks().hit(
        lost ? QStringLiteral("client crash, writes lost") : QStringLiteral("client crash"));
    stop();
}

void SimClient::stop()
{
    ++m_power;
    ++m_generation;
    m_storeBusyUntil = 0;
    m_session.reset();
    m_overlay.reset();
    if (m_line) {
        m_line->forget(Side::Client);
        m_line->cut();
        m_line.reset();
    }
    m_database.reset();
}

void SimClient::later(qint64 ms, std::function<void()> task)
{
    m_place.network.time().after(ms, [this, power = m_power, task = std::move(task)] {
        if (power == m_power && isUp())
            task();
    });
}

void SimClient::connectSoon(qint64 withinMs)
{
    later(m_place.network.below(withinMs + 1), [this, attempt = ++m_attempt] {
        if (attempt == m_attempt && !m_session)
            connectNow();
    });
}

void SimClient::reconnect()
{
    if (m_line)
        m_line->cut();
    connectSoon(0);
}

base::Result<sync::SyncStart> SimClient::loadStart() const
{
    sync::SyncStart start;
    if (!m_database->hasCity())
        return start;
    start.city = m_database->cityId();
    start.sequencerKey = m_database->sequencerKey();
    SPILNO_ASSIGN(start.cursors, m_database->cursors());
    SPILNO_ASSIGN(start.ownHeads, m_database->ownHeads());
    SPILNO_ASSIGN(start.checkpoint, m_database->setting(kCheckpointSetting));
    return start;
}

void SimClient::connectNow()
{
    m_line = m_place.server.isUp() ? m_place.network.connect(m_machine) : nullptr;
    if (!m_line) {
        connectSoon(m_backoff.nextMs());
        return;
    }
    const auto start = loadStart();
    if (!start && diskMayFail) {
        m_place.network.marks().hit(QStringLiteral("a failed read put a session off"));
        m_line->cut();
        m_line.reset();
        connectSoon(m_backoff.nextMs());
        return;
    }
    if (!start) {
        m_place.network.marks().wrong(QStringLiteral("I12"), start.error().detail);
        return;
    }
    ++m_generation;
    m_newest = m_line;
    m_session = std::make_unique<sync::SyncSession>(
        sync::SyncSession::Config{m_city, sync::SyncMode::Live, &m_random}, *start);
    m_overlay = std::make_unique<sync::SliceOverlay>(m_city, start->cursors);
    const auto mine = [this, generation = m_generation] {
        return generation == m_generation && m_session;
    };
    m_line->setEnd(
        Side::Client, {[this, mine](const QByteArray &bytes) {
                           if (mine())
                               received(bytes);
                       },
                       [this, mine](qint64) {
                           if (mine())
                               m_session->written(1);
                       },
                       [this, mine] {
                           if (mine()) {
                               m_session->disconnected();
                               drain();
                           }
                       }});
    m_session->advanceTo(m_clock.monotonicMs() + 1);
    m_session->connected(m_place.server.certificateSha256());
    m_place.server.accept(m_line);
    drain();
    tick();
}

void SimClient::tick()
{
    later(kTickMs, [this, generation = m_generation] {
        if (generation != m_generation || !m_session)
            return;
        m_session->advanceTo(m_clock.monotonicMs() + 1);
        drain();
        tick();
    });
}

void SimClient::received(const QByteArray &bytes)
{
    m_session->advanceTo(m_clock.monotonicMs() + 1);
    m_session->received(base::view(bytes));
    drain();
}

void SimClient::localWork()
{
    if (!m_session)
        return;
    m_session->advanceTo(m_clock.monotonicMs() + 1);
    m_session->localWork();
    drain();
}

void SimClient::drain()
{
    if (m_draining)
        return;
    m_draining = true;
    const std::uint64_t generation = m_generation;
    while (m_session && generation == m_generation) {
        const std::vector<sync::Action> actions = m_session->takeActions();
        if (actions.empty())
            break;
        for (const sync::Action &action : actions) {
            if (generation == m_generation && m_session)
                perform(action);
        }
    }
    m_draining = false;
}

void SimClient::perform(const sync::Action &action)
{
    if (const auto *send = std::get_if<sync::action::Send>(&action)) {
        m_line->send(Side::Client, send->bytes);
    } else if (const auto *close = std::get_if<sync::action::Close>(&action)) {
        ended(*close);
    } else if (std::holds_alternative<sync::action::FetchBlobJobs>(action)) {
        m_session->blobJobsReady({});
    } else {
        performLater(action);
    }
}

/// The storage answers in the order it is asked, after a while, like a thread of its own. What is
/// asked takes place even when the session has ended meanwhile; only its answer is overlooked.
void SimClient::performLater(const sync::Action &action)
{
    const qint64 now = m_clock.monotonicMs();
    m_storeBusyUntil = std::max(m_storeBusyUntil, now) + m_place.network.below(15);
    later(m_storeBusyUntil - now, [this, action, generation = m_generation] {
        const bool alone = generation != m_generation || !m_session;
        if (alone) {
            m_place.network.marks().hit(QStringLiteral("answer after the session"));
            if (const auto *receipt = std::get_if<sync::action::ApplyReceipt>(&action))
                bear(m_database->applyReceipt(receipt->receipt));
            if (const auto *seen = std::get_if<sync::action::WitnessCheckpoint>(&action))
                bear(m_database->witnessCheckpoint(seen->checkpoint, seen->keyChain));
            return;
        }
        m_session->advanceTo(m_clock.monotonicMs() + 1);
        carryOut(action);
        drain();
    });
}

void SimClient::carryOut(const sync::Action &action)
{
    if (const auto *bind = std::get_if<sync::action::BindCity>(&action)) {
        bear(m_database->setCity(bind->genesis));
    } else if (const auto *proof = std::get_if<sync::action::ProveDevice>(&action)) {
        prove(proof->message);
    } else if (const auto *slice = std::get_if<sync::action::VerifyAndApply>(&action)) {
        apply(slice->slice);
    } else if (const auto *preview = std::get_if<sync::action::ShowPreview>(&action)) {
        show(preview->preview);
    } else if (const auto *fetch = std::get_if<sync::action::FetchRuns>(&action)) {
        const auto runs = m_database->pendingRuns(fetch->maxBytes);
        if (runs)
            m_session->outboxReady(*runs);
        else
            m_session->storageFailed(runs.error());
    } else if (const auto *receipt = std::get_if<sync::action::ApplyReceipt>(&action)) {
        m_place.witness.receipts.push_back(receipt->receipt);
        bear(m_database->applyReceipt(receipt->receipt));
    } else if (const auto *fork = std::get_if<sync::action::ResolveFork>(&action)) {
        m_place.network.marks().hit(QStringLiteral("fork told by the server"));
        const auto resolved = m_database->resolveFork(fork->feed, fork->seq);
        bear(resolved ? base::Result<>() : base::failure(resolved.error()));
    } else if (const auto *refused = std::get_if<sync::action::Refuse>(&action)) {
        m_place.network.marks().wrong(
            QStringLiteral("I10"), m_machine + QStringLiteral(" is refused: ") + refused->reason);
        const auto marked = m_database->refuse(refused->feed, refused->seq, refused->reason);
        bear(marked ? base::Result<>() : base::failure(marked.error()));
    } else if (const auto *checkpoint = std::get_if<sync::action::SaveCheckpoint>(&action)) {
        bear(m_database->setSetting(kCheckpointSetting, checkpoint->checkpoint));
    } else if (const auto *seen = std::get_if<sync::action::WitnessCheckpoint>(&action)) {
        bear(m_database->witnessCheckpoint(seen->checkpoint, seen->keyChain));
    } else if (const auto *check = std::get_if<sync::action::CheckProof>(&action)) {
        m_session->proofChecked(check->proof, m_database->prove(check->proof, check->checkpoint));
    }
}

void SimClient::prove(const QByteArray &message)
{
    const auto &identity = m_database->identity();
    if (!identity) {
        m_session->deviceProved(std::nullopt);
        return;
    }
    m_session->deviceProved(sync::DeviceProof{
        identity->device.publicKey(),
        identity->device.sign(sync::kDeviceProofContext, base::view(message))});
}

base::Result<> SimClient::verifyAndApply(const wire::Slice &slice, bool &isWrong)
{
    std::vector<std::optional<log::FeedState>> states;
    for (const base::FeedId &feed : m_overlay->unknownFeeds(slice)) {
        SPILNO_ASSIGN(auto state, m_database->feedState(feed));
        states.push_back(std::move(state));
    }
    m_overlay->learn(states);
    const auto checked = m_overlay->verify(slice);
    isWrong = !checked;
    if (!checked)
        return base::failure(checked.error());
    const auto applied = m_database->applySlice(*checked);
    return applied ? base::Result<>() : base::failure(applied.error());
}

void SimClient::apply(const wire::Slice &slice)
{
    bool isWrong = false;
    const auto applied = verifyAndApply(slice, isWrong);
    const std::uint64_t next = slice.firstPosition + slice.count();
    if (!applied) {
        m_overlay->reset(slice.scope);
        m_place.network.marks().hit(
            QStringLiteral("slice not applied: ") + base::errorCodeName(applied.error().code));
        if (isWrong)
            m_session->sliceVerificationFailed(applied.error());
        else
            m_session->sliceDone(applied);
        return;
    }
    // I2: whoever holds a position holds the same history up to it.
    const auto seen = m_place.witness.chains.emplace(std::pair(slice.scope, next), slice.chain);
    const auto stored = m_database->scope(slice.scope);
    if (seen.first->second != slice.chain || !stored || !*stored ||
        ((*stored)->next == next && (*stored)->chain != slice.chain))
        m_place.network.marks().wrong(
            QStringLiteral("I2"), m_machine + QStringLiteral(" holds another chain"));
    m_overlay->applied(slice.scope, next, slice.chain);
    m_session->sliceDone({});
}

/// What is wrong with a preview ends nothing.
void SimClient::show(const wire::Preview &preview)
{
    const auto verified = log::verifyPreview(preview, m_city);
    if (!verified) {
        m_place.network.marks().hit(
            QStringLiteral("preview refused: ") + base::errorCodeName(verified.error().code));
        return;
    }
    const auto shown = m_database->showPreview(*verified);
    if (!shown) {
        m_place.network.marks().hit(
            QStringLiteral("preview not shown: ") + base::errorCodeName(shown.error().code));
        return;
    }
    if (previewed() > 0)
        m_place.network.marks().hit(QStringLiteral("preview shown"));
}

qint64 SimClient::previewed() const
{
    const auto shown = m_database->previewed();
    return shown ? shown->records : 0;
}

void SimClient::bear(const base::Result<> &outcome)
{
    if (outcome || outcome.error().code == base::ErrorCode::NotFound ||
        outcome.error().code == base::ErrorCode::Locked)
        return;
    if (!diskMayFail || outcome.error().code != base::ErrorCode::Io)
        m_place.network.marks().wrong(
            QStringLiteral("I12"), m_machine + QStringLiteral(": ") + outcome.error().detail);
    if (m_session)
        m_session->storageFailed(outcome.error());
}

void SimClient::ended(const sync::action::Close &close)
{
    using sync::EndReason;
    const EndReason reason = close.reason;
    const bool natural = reason == EndReason::Disconnected || reason == EndReason::Stalled ||
                         reason == EndReason::ServerLeft;
    const bool byDisk =
        diskMayFail &&
        ((reason == EndReason::Storage && close.error.code == base::ErrorCode::Io) ||
         (reason == EndReason::ServerLeft && close.error.code == base::ErrorCode::Busy));
    if (byDisk)
        m_place.network.marks().hit(QStringLiteral("a failed read ended a session"));
    const bool byLie =
        mayBeLiedTo && (reason == EndReason::AnotherHistory || reason == EndReason::ServerBehind);
    if (byLie)
        m_place.network.marks().hit(QStringLiteral("a lie ended a session"));
    if (!natural && !byDisk && !byLie)
        m_place.network.marks().wrong(
            QStringLiteral("I12"), QStringLiteral("%1: a session ended by %2: %3")
                                       .arg(m_machine)
                                       .arg(static_cast<int>(reason))
                                       .arg(close.error.detail));
    if (reason == EndReason::Stalled)
        m_place.network.marks().hit(QStringLiteral("watchdog"));
    if (reason == EndReason::ServerLeft && !byDisk && close.error.code != base::ErrorCode::Network)
        m_place.network.marks().wrong(
            QStringLiteral("I12"),
            m_machine + QStringLiteral(": the server left: ") + close.error.detail);
    if (m_session->progress().phase == sync::SessionPhase::Live)
        m_backoff.reset();
    ++m_generation;
    m_session.reset();
    m_overlay.reset();
    if (m_line) {
        m_line->close(Side::Client);
        m_line.reset();
    }
    connectSoon(m_backoff.nextMs());
}

} // namespace spilno::sim
