// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/Weather.h"

#include "core/wire/Frames.h"

namespace spilno::sim {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kHourMs = 3'600'000;
constexpr qint64 kYearMs = 365 * 24 * kHourMs;
constexpr std::size_t kClientsMax = 10;

} // namespace

void Weather::begin()
{
    NetworkFaults &faults = m_world.network.faults;
    faults.slowestMs = 20 + static_cast<int>(m_world.below(400));
    faults.cutsPerMille = static_cast<int>(m_world.below(700));
    faults.duplicatesPerMille = static_cast<int>(m_world.below(150));
    faults.lateAfterCutMs = static_cast<int>(m_world.below(8'000));
    if (m_world.chance(500))
        m_world.server.forgedPreviewsPerMille = static_cast<int>(m_world.below(600));
    m_world.server.slowestCommitMs = m_world.chance(500) ? 10 : 500;
    if (m_world.chance(300))
        m_world.server.sliceChangesMax = 1 + static_cast<int>(m_world.below(7));
}

void Weather::pass()
{
    SimClient &client = m_world.anyClient();
    const qint64 dice = m_world.below(1000);
    if (dice < 25)
        powerFails(client);
    else if (dice < 35)
        serverFails();
    else if (dice < 60)
        clockJumps(client);
    else if (dice < 90)
        partition(client);
    else if (dice < 110)
        restart(client);
    else if (dice < 125)
        lock(client);
    else if (dice < 145)
        strangerComes();
    else if (dice < 165 && m_world.clients.size() < kClientsMax)
        m_world.addPerson();
    else if (dice < 225)
        m_adversary.act();
}

void Weather::powerFails(SimClient &client)
{
    client.crash();
    m_world.time.after(m_world.below(30'000), [&client] { client.start(); });
}

void Weather::serverFails()
{
    if (m_world.chance(400)) {
        m_world.marks.hit(u"server clock set back"_s);
        m_world.server.clock().setWrongBy(-kHourMs * (1 + m_world.below(20)));
        m_world.time.after(5'000 + m_world.below(30'000), [&world = m_world] {
            world.server.clock().setWrongBy(0);
        });
        return;
    }
    if (!qEnvironmentVariableIsSet("SIM_NO_SERVER_CRASH"))
        m_world.server.crash();
    m_world.time.after(m_world.below(15'000), [&world = m_world] {
        if (!world.server.isUp())
            world.server.start();
    });
}

void Weather::clockJumps(SimClient &client)
{
    const qint64 by = m_world.chance(500) ? m_world.below(5 * kYearMs) : m_world.below(2 * kHourMs);
    client.clock().setWrongBy(m_world.chance(500) ? by : -by);
    m_world.marks.hit(u"client clock jump"_s);
    if (m_world.chance(700))
        m_world.time.after(m_world.below(60'000), [&client] { client.clock().setWrongBy(0); });
}

/// Somebody without keys who repeats what they heard on the network, whole or damaged, or says
/// nothing that means anything.
void Weather::strangerComes()
{
    if (!m_world.server.isUp())
        return;
    const auto line = m_world.network.connect(u"stranger"_s);
    line->setEnd(Side::Client, {});
    m_world.server.accept(line);
    if (m_world.chance(200)) {
        QByteArray noise(m_world.below(300), '\0');
        for (char &byte : noise)
            byte = static_cast<char>(m_world.random.next());
        line->sendRaw(Side::Client, noise);
        m_world.marks.hit(u"stranger with noise"_s);
    } else {
        line->sendRaw(Side::Client, wire::encodeFrame(wire::HelloFrame{}));
        for (QByteArray push : m_world.network.pushes) {
            const bool damaged = m_world.chance(150);
            if (damaged)
                push[5 + m_world.below(push.size() - 5)] ^=
                    static_cast<char>(1 << m_world.below(8));
            line->sendRaw(Side::Client, push);
        }
        m_world.marks.hit(u"stranger who repeats"_s);
    }
    m_world.time.after(5'000, [line] { line->cut(); });
}

void Weather::partition(SimClient &client)
{
    m_world.network.partitioned.insert(client.machine());
    m_world.marks.hit(u"partition"_s);
    m_world.time.after(m_world.below(60'000), [&world = m_world, &client] {
        world.network.partitioned.erase(client.machine());
    });
}

void Weather::restart(SimClient &client)
{
    client.stop();
    m_world.marks.hit(u"client restart"_s);
    m_world.time.after(m_world.below(10'000), [&client] { client.start(); });
}

void Weather::lock(SimClient &client)
{
    client.setLocked(true);
    m_world.marks.hit(u"locked"_s);
    m_world.time.after(m_world.below(30'000), [&client] { client.setLocked(false); });
}

} // namespace spilno::sim
