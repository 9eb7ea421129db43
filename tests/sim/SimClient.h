// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/ReplicaDatabase.h"
#include "core/sync/Backoff.h"
#include "core/sync/SliceOverlay.h"
#include "core/sync/SyncSession.h"
#include "tests/sim/SimDisk.h"
#include "tests/sim/SimNetwork.h"

#include <functional>
#include <map>
#include <memory>

namespace spilno::sim {

class SimServer;

/// What all clients see of the log and of what the server signed, to be compared.
struct SimWitness
{
    std::map<std::pair<base::ScopeId, std::uint64_t>, base::Hash> chains;
    std::vector<log::Receipt> receipts;
};

/// A program of a person in a simulated city: the real session and replica, driven as SyncWorker
/// drives them, on a disk that may lose power and a clock that may be wrong.
class SimClient
{
public:
    struct Place
    {
        SimNetwork &network;
        SimDisk &disk;
        SimServer &server;
        SimWitness &witness;
    };

    SimClient(Place place, QString machine, base::CityId city, std::uint64_t seed);
    ~SimClient();

    [[nodiscard]] const QString &machine() const { return m_machine; }
    [[nodiscard]] SimClock &clock() { return m_clock; }
    [[nodiscard]] test::TestRandom &random() { return m_random; }
    /// Null while the machine is off.
    [[nodiscard]] replica::ReplicaDatabase *database() { return m_database.get(); }

    /// Whose keys this program has; given to the replica whenever it is open and unlocked.
    void setIdentity(std::shared_ptr<const replica::Identity> identity);
    [[nodiscard]] const std::shared_ptr<const replica::Identity> &identity() const
    {
        return m_identity;
    }
    void setLocked(bool locked);
    [[nodiscard]] bool isLocked() const { return m_locked; }

    void start();
    void crash();
    void stop();
    [[nodiscard]] bool isUp() const { return m_database != nullptr; }
    /// Something was written.
    void localWork();
    /// Does not wait for the next attempt.
    void connectSoon(qint64 withinMs);
    /// Drops the line, if there is one, and opens another at once.
    void reconnect();
    /// Bytes that the newest line carried, also when it is gone.
    [[nodiscard]] qint64 carried(Side from) const { return m_newest ? m_newest->carried(from) : 0; }
    /// Records that it shows from previews.
    [[nodiscard]] qint64 previewed() const;
    [[nodiscard]] bool isConnected() const { return m_session != nullptr; }

    [[nodiscard]] replica::ReplicaDatabase::Options options();
    /// What a disk that fails brings about is no finding: a session that ends and comes again.
    bool diskMayFail = false;
    /// A session that ends because the server contradicts itself is no finding.
    bool mayBeLiedTo = false;

private:
    void connectNow();
    [[nodiscard]] base::Result<sync::SyncStart> loadStart() const;
    void received(const QByteArray &bytes);
    void tick();
    void drain();
    void perform(const sync::Action &action);
    void performLater(const sync::Action &action);
    void carryOut(const sync::Action &action);
    void prove(const QByteArray &message);
    void show(const wire::Preview &preview);
    void apply(const wire::Slice &slice);
    [[nodiscard]] base::Result<> verifyAndApply(const wire::Slice &slice, bool &isWrong);
    void bear(const base::Result<> &outcome);
    void ended(const sync::action::Close &close);
    void giveIdentity();
    void later(qint64 ms, std::function<void()> task);

    Place m_place;
    QString m_machine;
    base::CityId m_city;
    test::TestRandom m_random;
    SimClock m_clock;
    std::shared_ptr<const replica::Identity> m_identity;
    bool m_locked = false;
    std::unique_ptr<replica::ReplicaDatabase> m_database;
    std::unique_ptr<sync::SyncSession> m_session;
    std::unique_ptr<sync::SliceOverlay> m_overlay;
    std::shared_ptr<SimLine> m_line;
    std::shared_ptr<SimLine> m_newest;
    sync::Backoff m_backoff;
    std::uint64_t m_generation = 0; ///< Of the session.
    std::uint64_t m_power = 0;      ///< Of the machine.
    std::uint64_t m_attempt = 0;
    qint64 m_storeBusyUntil = 0;
    bool m_draining = false;
};

} // namespace spilno::sim
