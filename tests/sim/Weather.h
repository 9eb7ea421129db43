// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/Adversary.h"

namespace spilno::sim {

/// What goes wrong in a simulated city, by chance: power, network, clocks.
class Weather
{
public:
    explicit Weather(World &world)
        : m_world(world)
        , m_adversary(world)
    {
    }

    /// The network becomes bad.
    void begin();
    /// About once a second.
    void pass();

private:
    void powerFails(SimClient &client);
    void serverFails();
    void clockJumps(SimClient &client);
    void partition(SimClient &client);
    void restart(SimClient &client);
    void lock(SimClient &client);
    void strangerComes();

    World &m_world;
    Adversary m_adversary;
};

} // namespace spilno::sim
