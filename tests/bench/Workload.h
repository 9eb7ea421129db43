// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/founding/CityFounding.h"

#include "core/crypto/Sodium.h"
#include "core/log/Verifier.h"
#include "core/profile/Profile.h"
#include "core/replica/ReplicaDatabase.h"

#include <QtCore/QTemporaryDir>

#include <deque>

namespace spilno::bench {

/// The same bytes in every run of a benchmark.
class FixedRandom final : public base::Random
{
public:
    explicit FixedRandom(std::uint64_t seed)
        : m_state(seed)
    {
    }
    void fill(std::span<std::uint8_t> out) override;
    [[nodiscard]] std::uint64_t next();

private:
    std::uint64_t m_state;
};

/// A founded city in a folder of its own, filled with signed requests of about 300 bytes by many
/// authors: one feed for 50 changes on average, spread by Zipf's law, in runs of up to ten.
class Workload
{
public:
    struct Shape
    {
        qint64 changes = 100'000;
        qint64 changesPerFeed = 50;
        int scopes = 8;
        int runChanges = 10;             ///< At most.
        int runsPerCommit = 500;         ///< Of the server's group commits.
        QByteArray passphrase = "bench"; ///< Of the owner's profile.
    };

    explicit Workload(const Shape &shape);

    /// Signs and sequences everything into the server's database. Prints a line of its own, in
    /// which verify_s and sequence_s are the server's part.
    void fill();
    /// The owner's profile, unlocked.
    [[nodiscard]] std::unique_ptr<profile::Profile> openOwner();
    /// How the owner's replica is opened.
    [[nodiscard]] replica::ReplicaDatabase::Options ownerReplica(const profile::Profile &owner);
    /// Brings a replica up to the server's log, slice by slice, without a network.
    void pullInto(replica::ReplicaDatabase &replica);

    [[nodiscard]] QString data() const { return m_root.filePath(QStringLiteral("data")); }
    [[nodiscard]] QString path(const QString &name) const { return m_root.filePath(name); }
    [[nodiscard]] const server::CityFounding::City &city() const { return m_city; }
    [[nodiscard]] const std::vector<base::ScopeId> &scopes() const { return m_scopes; }

    base::SystemClock clock;
    crypto::SystemRandom random;

private:
    struct Author;

    [[nodiscard]] std::vector<std::unique_ptr<Author>> makeAuthors();
    void enrol(std::vector<std::unique_ptr<Author>> &authors);
    [[nodiscard]] std::vector<std::uint32_t> order(std::size_t authors);
    [[nodiscard]] std::vector<wire::Payload> requests(
        qint64 count,
        const std::vector<base::EntityId> &categories,
        const std::vector<base::EntityId> &places);
    void openServer();
    void sequence(const std::vector<log::VerifiedRun> &runs);

    Shape m_shape;
    QTemporaryDir m_root;
    FixedRandom m_fixed{20261123};
    server::CityFounding::City m_city;
    std::vector<base::ScopeId> m_scopes;
    std::unique_ptr<replica::ReplicaDatabase> m_server;
    qint64 m_verifyNs = 0;
    qint64 m_sequenceNs = 0;
    std::vector<double> m_commitMs;
};

} // namespace spilno::bench
