// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/SimClient.h"
#include "tests/sim/SimServer.h"

#include <set>

namespace spilno::sim {

/// A person with keys; a program (SimClient) holds the keys of one of their devices.
struct SimPerson
{
    std::shared_ptr<const replica::Identity> first; ///< The device that entered the city.
    base::EntityId identityRecord;                  ///< Null until it is written.
    bool askedForRole = false;
};

/// A change that a replica took as durable.
struct SimWritten
{
    QString machine;
    QString type;
    base::OpId op;
    base::EntityId entity;
    base::PublicKey device;
    int transaction = 0;
};

/// Words that were taken back, and whose change it was.
struct SimErased
{
    QByteArray words;
    base::OpId op;
    base::OpId eraseOp;
    base::EntityId entity;
    base::EntityId eraseRecord;
    std::size_t programs = 0; ///< That there were then.
};

/// A change to be filled in: of the record, or one that makes a new one.
[[nodiscard]] replica::Draft draftOf(const QString &type, const base::EntityId &entity = {});

/// A simulated city: one server, people and their programs on virtual time, network and disk, and
/// all that was done, so that the invariants can be checked. From one seed it always runs the same.
class World
{
public:
    explicit World(std::uint64_t seed);
    ~World();

    /// The city with its first scopes, a body, and the owner's program; nothing goes wrong yet.
    void found();
    /// A new person's program that has not met the city yet.
    SimClient &addPerson();
    /// A second program of a person, with keys of its own that the first one certifies.
    SimClient *addDevice(SimClient &of);
    /// A copy of a program's files and keys, both of which go on.
    SimClient *clone(SimClient &of);
    /// The device's keys end, by another program of the same person.
    bool revoke(SimClient &by, const base::PublicKey &device);

    /// Writes on a program's replica; what it acknowledged is remembered. nullopt when refused, for
    /// a reason that `drafts` can give.
    std::optional<replica::Submitted> submit(
        SimClient &client, const std::vector<replica::Draft> &drafts);

    /// Everything is well from now on: machines run, clocks are right, profiles are unlocked.
    void heal();
    /// Runs until all programs hold the whole log and wait for nothing, at most so long; whether
    /// they do.
    bool settle(qint64 withinMs);
    [[nodiscard]] bool isSettled() const;

    [[nodiscard]] SimPerson &personOf(const SimClient &client);
    [[nodiscard]] bool isRevoked(const SimClient &client) const;
    /// A second device that nobody certified, because the one that tried was revoked itself.
    [[nodiscard]] bool isStranded(const SimClient &client) const;
    /// Words that stand nowhere else.
    [[nodiscard]] QString words();
    [[nodiscard]] bool chance(int perMille) { return network.chance(perMille); }
    [[nodiscard]] qint64 below(qint64 bound) { return network.below(bound); }
    [[nodiscard]] SimClient &anyClient();

    const std::uint64_t seed;
    SimTime time;
    test::TestRandom random;
    SimMarks marks;
    SimDisk disk;
    SimNetwork network;
    SimServer server;
    SimWitness witness;
    QByteArray genesis;
    base::CityId city;
    std::vector<std::unique_ptr<SimClient>> clients;
    std::map<base::PersonId, SimPerson> people;
    std::vector<base::ScopeId> scopes; ///< Of content.
    std::map<base::ScopeId, base::Salt> salts;
    base::EntityId body;
    std::vector<SimWritten> written;
    std::vector<SimErased> erased;
    using Key = std::shared_ptr<const crypto::SigningKey>;
    std::vector<std::pair<base::EntityId, Key>> claims; ///< Of requests with a receipt.
    std::vector<std::pair<base::EntityId, Key>> invitations;
    std::set<base::PublicKey> revoked;
    std::set<base::PublicKey> stranded; ///< As it was when the city came to rest.

private:
    SimClient &addClient(const std::shared_ptr<const replica::Identity> &identity);
    [[nodiscard]] std::shared_ptr<replica::Identity> makeIdentity();
    void makeScopes();
    void checkShown(
        SimClient &client,
        const std::vector<replica::Draft> &drafts,
        const replica::Submitted &submitted);

    int m_machines = 0;
    int m_words = 0;
    int m_transactions = 0;
};

} // namespace spilno::sim
