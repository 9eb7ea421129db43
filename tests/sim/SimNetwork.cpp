// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/SimNetwork.h"

#include "core/wire/Frames.h"

#include <utility>

namespace spilno::sim {

namespace {

constexpr std::size_t kPushesKept = 30;

/// Frames that mean the same when they come twice.
bool mayComeTwice(const QByteArray &frame)
{
    switch (static_cast<wire::FrameType>(frame.at(4))) {
    case wire::FrameType::Page:
    case wire::FrameType::Push:
    case wire::FrameType::Receipt:
    case wire::FrameType::Fork:
    case wire::FrameType::Checkpoint:
    case wire::FrameType::Follow:
    case wire::FrameType::ScopeDone:
        return true;
    default:
        return false;
    }
}

/// I15: what is sent decodes, and encodes to the same bytes.
void checkFrame(const QByteArray &frame, SimMarks &marks)
{
    wire::FrameParser parser;
    const auto decoded = parser.feed(base::view(frame));
    if (!decoded || decoded->size() != 1 || wire::encodeFrame(decoded->front()) != frame)
        marks.wrong(QStringLiteral("I15"), QStringLiteral("a frame that has two encodings"));
}

} // namespace

std::shared_ptr<SimLine> SimNetwork::connect(const QString &client)
{
    if (partitioned.contains(client))
        return nullptr;
    auto line = std::make_shared<SimLine>(*this, client);
    if (const auto cut = std::exchange(nextCut, std::nullopt))
        line->cutAfter(cut->first, cut->second);
    if (chance(faults.cutsPerMille)) {
        const Side from = chance(500) ? Side::Client : Side::Server;
        const qint64 within = faults.cutWithinBytes > 0 ? faults.cutWithinBytes : 60'000;
        // As often near the greeting as far behind it.
        line->cutAfter(from, chance(500) ? below(1'500) : below(within));
    }
    return line;
}

SimLine::SimLine(SimNetwork &network, QString client)
    : m_network(network)
    , m_client(std::move(client))
{
}

void SimLine::send(Side from, const QByteArray &frame)
{
    if (m_cut)
        return;
    checkFrame(frame, m_network.marks());
    if (static_cast<wire::FrameType>(frame.at(4)) == wire::FrameType::Push) {
        m_network.pushes.push_back(frame);
        if (m_network.pushes.size() > kPushesKept)
            m_network.pushes.pop_front();
    }
    enqueue(from, frame);
    if (mayComeTwice(frame) && m_network.chance(m_network.faults.duplicatesPerMille)) {
        m_network.marks().hit(QStringLiteral("frame twice"));
        enqueue(from, frame);
    }
}

void SimLine::sendRaw(Side from, const QByteArray &bytes)
{
    if (!m_cut && !bytes.isEmpty())
        enqueue(from, bytes);
}

void SimLine::enqueue(Side from, const QByteArray &bytes)
{
    Way &to = way(from);
    to.queuedBytes += bytes.size();
    m_network.mostQueued = std::max(m_network.mostQueued, to.queuedBytes);
    for (qsizetype at = 0; at < bytes.size();) {
        const qint64 most = m_network.chance(100) ? 4 : m_network.chance(300) ? 200 : 65'536;
        const qsizetype size = std::min<qsizetype>(bytes.size() - at, 1 + m_network.below(most));
        to.pieces.push_back(bytes.mid(at, size));
        at += size;
    }
    move(from);
}

void SimLine::move(Side from)
{
    Way &on = way(from);
    if (on.moving || (on.pieces.empty() && !on.ends))
        return;
    on.moving = true;
    const qint64 ms = m_network.below(m_network.faults.slowestMs + 1);
    m_network.time().after(ms, [self = shared_from_this(), from] { self->deliver(from); });
}

void SimLine::deliver(Side from)
{
    Way &on = way(from);
    on.moving = false;
    if (m_network.partitioned.contains(m_client)) {
        m_network.marks().hit(QStringLiteral("held up by a partition"));
        on.moving = true;
        m_network.time().after(500, [self = shared_from_this(), from] { self->deliver(from); });
        return;
    }
    if (on.pieces.empty()) {
        if (on.ends)
            tellClosed(other(from));
        return;
    }
    QByteArray piece = std::move(on.pieces.front());
    on.pieces.pop_front();
    on.queuedBytes -= piece.size();
    const bool cutsHere = on.cutAfter >= 0 && on.carried + piece.size() >= on.cutAfter;
    if (cutsHere)
        piece.truncate(static_cast<qsizetype>(on.cutAfter - on.carried));
    on.carried += piece.size();
    if (m_cut)
        m_network.marks().hit(QStringLiteral("arrived after the cut"));
    if (!piece.isEmpty() && end(other(from)).received)
        end(other(from)).received(piece);
    if (cutsHere) {
        on.cutAfter = -1;
        m_network.marks().hit(
            from == Side::Client ? QStringLiteral("cut on the way up")
                                 : QStringLiteral("cut on the way down"));
        cut();
        return;
    }
    if (end(from).sent)
        end(from).sent(on.queuedBytes);
    move(from);
}

void SimLine::close(Side from)
{
    way(from).ends = true;
    forget(from);
    move(from);
}

void SimLine::tellClosed(Side side)
{
    if (const auto closed = std::exchange(end(side), {}).closed)
        closed();
}

void SimLine::cut()
{
    if (std::exchange(m_cut, true))
        return;
    way(Side::Server).pieces.clear();
    tellClosed(Side::Client);
    // A server may hear of it later, and of what was under way before that.
    const bool late = m_network.faults.lateAfterCutMs > 0 && m_network.chance(500);
    if (!late) {
        way(Side::Client).pieces.clear();
        tellClosed(Side::Server);
        return;
    }
    const qint64 ms = m_network.below(m_network.faults.lateAfterCutMs);
    m_network.time().after(ms, [self = shared_from_this()] {
        self->way(Side::Client).pieces.clear();
        self->tellClosed(Side::Server);
    });
}

} // namespace spilno::sim
