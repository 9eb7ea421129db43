// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/World.h"
#include "tests/support/CraftedRun.h"

namespace spilno::sim {

/// Somebody with a certificate and a program of their own, who signs what no honest program writes:
/// the server has to put it in order, and every replica has to make the same of it.
class Adversary
{
public:
    explicit Adversary(World &world)
        : m_world(world)
    {
    }

    /// Signs a run or two with the keys of some person and sends them.
    void act();

private:
    using Change = test::CraftedRun::Change;
    /// Of whom, and in which scope.
    struct Place
    {
        const replica::Identity &identity;
        base::ScopeId scope;
        replica::ReplicaDatabase &database;
    };

    [[nodiscard]] Change any(const Place &place);
    [[nodiscard]] Change creation();
    [[nodiscard]] Change numbered(const Place &place);
    [[nodiscard]] Change edit(const Place &place);
    [[nodiscard]] Change misshapen(const Place &place);
    [[nodiscard]] Change step(const Place &place);
    [[nodiscard]] Change settling(const Place &place);
    [[nodiscard]] Change erasure(const Place &place);
    /// Of one operation of a record, wherever it is.
    [[nodiscard]] Change erasureOf(const base::EntityId &entity, const QByteArray &ops);
    [[nodiscard]] Change claim(const Place &place);
    [[nodiscard]] Change role(const Place &place);
    [[nodiscard]] Change device(const Place &place);
    [[nodiscard]] base::EntityId someEntity(const Place &place);
    [[nodiscard]] base::OpId someOp(const Place &place, const base::EntityId &entity);
    [[nodiscard]] test::CraftedRun runOf(const Place &place);
    void send(const std::vector<wire::Run> &runs);

    World &m_world;
    std::map<base::PersonId, std::vector<wire::FirstIssue>> m_issues; ///< Sent and unsent.
};

} // namespace spilno::sim
