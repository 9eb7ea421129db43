// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/SimMarks.h"
#include "tests/sim/SimTime.h"
#include "tests/support/TestRandom.h"

#include <QtCore/QByteArray>

#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <set>

namespace spilno::sim {

/// How bad the network is; all chances are in a thousand.
struct NetworkFaults
{
    int slowestMs = 20;
    int cutsPerMille = 0;       ///< Of connections: cut after some number of bytes.
    qint64 cutWithinBytes = 0;  ///< 0: 60,000.
    int duplicatesPerMille = 0; ///< Of frames that may come twice.
    int lateAfterCutMs = 0;     ///< What a client sent may reach the server so long after a cut.
};

enum class Side { Client = 0, Server = 1 };

class SimNetwork;

/// A stream between a client and the server: pieces of any size, in order, at any pace, until it is
/// closed or cut at any byte.
class SimLine : public std::enable_shared_from_this<SimLine>
{
public:
    struct End
    {
        std::function<void(const QByteArray &)> received;
        std::function<void(qint64 left)> sent; ///< Bytes left the machine; so many are queued.
        std::function<void()> closed;
    };

    SimLine(SimNetwork &network, QString client);

    void setEnd(Side side, End end) { m_ends[static_cast<std::size_t>(side)] = std::move(end); }
    /// One whole frame.
    void send(Side from, const QByteArray &frame);
    /// Bytes that are no frame, or not a whole one.
    void sendRaw(Side from, const QByteArray &bytes);
    /// What was sent arrives, then the other end is closed.
    void close(Side from);
    /// The stream ends for both; nothing that is on its way arrives, but for what `late` allows.
    void cut();
    /// The side is gone, without a word: it hears no more.
    void forget(Side side) { m_ends[static_cast<std::size_t>(side)] = {}; }
    void cutAfter(Side from, qint64 bytes) { way(from).cutAfter = bytes; }

    [[nodiscard]] qint64 queued(Side from) const { return m_ways[index(from)].queuedBytes; }
    [[nodiscard]] qint64 carried(Side from) const { return m_ways[index(from)].carried; }

private:
    struct Way
    {
        std::deque<QByteArray> pieces;
        qint64 queuedBytes = 0;
        qint64 carried = 0;
        qint64 cutAfter = -1;
        bool moving = false;
        bool ends = false; ///< Closed behind the last piece.
    };

    static std::size_t index(Side side) { return static_cast<std::size_t>(side); }
    static Side other(Side side) { return side == Side::Client ? Side::Server : Side::Client; }
    Way &way(Side from) { return m_ways[index(from)]; }
    End &end(Side side) { return m_ends[index(side)]; }
    void enqueue(Side from, const QByteArray &bytes);
    void move(Side from);
    void deliver(Side from);
    void tellClosed(Side side);

    SimNetwork &m_network;
    QString m_client;
    std::array<Way, 2> m_ways;
    std::array<End, 2> m_ends;
    bool m_cut = false;
};

/// The network of a simulated city.
class SimNetwork
{
public:
    SimNetwork(SimTime &time, test::TestRandom &random, SimMarks &marks)
        : m_time(time)
        , m_random(random)
        , m_marks(marks)
    {
    }

    NetworkFaults faults;
    /// Called by nobody but lines; the client cannot be reached while it stands here.
    std::set<QString> partitioned;

    /// Runs that went over the network lately, for those who repeat what they heard.
    std::deque<QByteArray> pushes;
    /// The most bytes that ever waited on one line.
    qint64 mostQueued = 0;
    /// The next line that is opened is cut after so many bytes that this side sent.
    std::optional<std::pair<Side, qint64>> nextCut;

    /// A line from the client; null when there is no way.
    [[nodiscard]] std::shared_ptr<SimLine> connect(const QString &client);

    [[nodiscard]] SimTime &time() { return m_time; }
    [[nodiscard]] test::TestRandom &random() { return m_random; }
    [[nodiscard]] SimMarks &marks() { return m_marks; }
    [[nodiscard]] bool chance(int perMille)
    {
        return static_cast<int>(m_random.next() % 1000) < perMille;
    }
    [[nodiscard]] qint64 below(qint64 bound)
    {
        return static_cast<qint64>(
            m_random.next() % static_cast<quint64>(std::max<qint64>(1, bound)));
    }

private:
    SimTime &m_time;
    test::TestRandom &m_random;
    SimMarks &m_marks;
};

} // namespace spilno::sim
