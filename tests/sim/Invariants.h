// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/LogView.h"
#include "tests/sim/World.h"

namespace spilno::sim {

/// What a replica shows, as text, to be compared: tables without what is a replica's own.
[[nodiscard]] QString shownOf(const replica::ReplicaDatabase &database);
/// The digests of all scopes, with their chains.
[[nodiscard]] QString digestOf(const replica::ReplicaDatabase &database);

/// The first line that differs, as the words of it that do.
[[nodiscard]] QString firstDifference(const QString &a, const QString &b);

/// Checks the invariants of the protocol in a city that has settled. What is broken goes to the
/// world's marks under its number. The server is stopped for it.
class Invariants
{
public:
    explicit Invariants(World &world);

    void checkAll();
    /// I4, also while work is pending.
    static void checkRebuild(World &world, SimClient &client);

private:
    void checkReceipts();
    void checkNobodyIsAccused();
    void checkNothingLost();
    void checkEqualReplicas();
    void checkVerdicts();
    void checkFreshReader();
    void checkTransactions();
    void checkErased();
    void checkRevoked();
    void checkVerified();
    void checkPreviews();
    void checkModel();
    void waitForCheckpoint();
    void checkCheckpoint();
    void wrong(const char *invariant, const QString &what);
    [[nodiscard]] bool standsInSomeOutbox(const base::OpId &op) const;

    World &m_world;
    std::unique_ptr<replica::ReplicaDatabase> m_server;
    LogView m_log;
};

} // namespace spilno::sim
