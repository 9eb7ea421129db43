// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/World.h"

namespace spilno::sim {

/// What the people of a simulated city do, by chance: they write, edit, step, comment, settle, give
/// roles and numbers, invite, act by receipts, take back what they wrote, add, copy and revoke
/// devices.
class Workload
{
public:
    /// Of a request: reported as done, waiting for its author.
    static constexpr std::uint32_t kDoneWaiting = 5;

    explicit Workload(World &world)
        : m_world(world)
    {
    }

    /// One thing that somebody does; often nothing comes of it.
    void act();

    /// A request of the program's person; null when it cannot be written.
    std::optional<replica::Submitted> createRequest(SimClient &client);
    void editSome(SimClient &client);
    /// The clients 1 to `persons` write on the same records: edits, now and then a request.
    void crossWriting(std::size_t persons);
    /// Takes back the winner of a title, or whatever of the record is the person's own.
    bool eraseSome(SimClient &client);

private:
    void enter(SimClient &client);
    void requestWithComments(SimClient &client);
    void step(SimClient &client);
    void comment(SimClient &client);
    void writePlace(SimClient &client);
    void giveRole(SimClient &client);
    void endRole(SimClient &client);
    void copyProfile(SimClient &client);
    void addDevice(SimClient &client);
    void revokeDevice(SimClient &client);
    void actInOffice(SimClient &client);
    void grantNumbers(SimClient &to);
    void requestWithReceipt(SimClient &client);
    void actByReceipt(SimClient &client);
    void invite();
    void join(SimClient &client);
    void settleSome(SimClient &client);
    void copyTwice(SimClient &client);

    [[nodiscard]] std::optional<replica::Record> someRequest(SimClient &client);
    [[nodiscard]] base::ScopeId someScope();

    World &m_world;
};

} // namespace spilno::sim
