// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/session/PeerSession.h"

#include "tests/server/RunAuthor.h"

#include <QtTest/QTest>

namespace spilno::server::test {

template <class Id>
Id id(int number)
{
    Id value;
    value.data()[0] = static_cast<std::uint8_t>(number);
    return value;
}

/// A client by script: what it is sent is decoded, what the session asks is kept.
class Script
{
public:
    explicit Script(Rate runs = {100, 100})
        : m_runs(runs)
        , m_key(crypto::SigningKey::generate(m_random))
    {
        m_context.genesis = cityGenesis(m_key.publicKey());
        m_context.serverKey = &m_key;
        m_context.certificateHash = id<base::Hash>(77);
        m_context.clock = &clock;
        m_context.random = &m_random;
        m_context.runsByAddress = &m_runs;
        session.emplace(m_context, QByteArray("address"));
        step(Opened{});
    }

    void step(const SessionEvent &event)
    {
        for (SessionAction &action : session->step(event)) {
            if (const auto *send = std::get_if<Send>(&action)) {
                auto decoded = m_parser.feed(base::view(send->bytes));
                QVERIFY2(decoded, "the server sent what no client reads");
                for (wire::Frame &frame : *decoded)
                    frames.push_back(std::move(frame));
            } else {
                asked.push_back(std::move(action));
            }
        }
    }

    void send(const wire::Frame &frame)
    {
        const QByteArray bytes = wire::encodeFrame(frame);
        step(Received{base::view(bytes)});
    }

    wire::HelloFrame hello(const crypto::SigningKey *device = nullptr) const
    {
        wire::HelloFrame hello;
        hello.creditBytes = 1'000'000;
        if (device != nullptr) {
            const auto &greeting = std::get<wire::GreetingFrame>(frames.front());
            const QByteArray proved = greeting.nonce + m_context.certificateHash.toByteArray();
            hello.device = device->publicKey();
            hello.proof = device->sign("spilno-dev-1", base::view(proved));
        }
        return hello;
    }

    void goLive(std::vector<ScopeState> scopes, wire::HelloFrame hello)
    {
        send(hello);
        Welcomed welcomed;
        welcomed.view.certified = !hello.device.isNull();
        welcomed.view.scopes = std::move(scopes);
        step(welcomed);
    }

    template <class Type>
    std::optional<Type> takeFrame()
    {
        for (auto it = frames.begin(); it != frames.end(); ++it) {
            if (auto *frame = std::get_if<Type>(&*it)) {
                Type taken = std::move(*frame);
                frames.erase(it);
                return taken;
            }
        }
        return std::nullopt;
    }

    template <class Type>
    std::optional<Type> takeAsked()
    {
        for (auto it = asked.begin(); it != asked.end(); ++it) {
            if (auto *action = std::get_if<Type>(&*it)) {
                Type taken = std::move(*action);
                asked.erase(it);
                return taken;
            }
        }
        return std::nullopt;
    }

    HandClock clock;
    std::vector<wire::Frame> frames;
    std::vector<SessionAction> asked;
    std::optional<PeerSession> session;

    SessionContext &context() { return m_context; }

private:
    SeededRandom m_random{1};
    RateLimit<QByteArray> m_runs;
    crypto::SigningKey m_key;
    SessionContext m_context;
    wire::FrameParser m_parser;
};

inline ScopeState scope(int number, replica::ScopeKind kind, std::uint64_t next)
{
    return {id<base::ScopeId>(number), kind, 0, next};
}

inline SliceRead answer(const ReadSlice &read, std::uint64_t next, int bytes = 1000)
{
    return {
        read.scope, read.first, next, std::make_shared<const QByteArray>(QByteArray(bytes, 'x'))};
}

inline QString byeReason(Script &script)
{
    const auto bye = script.takeFrame<wire::ByeFrame>();
    return bye ? bye->reason : QString();
}

} // namespace spilno::server::test
