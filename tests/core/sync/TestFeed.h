// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/crypto/Signing.h"
#include "core/log/Verifier.h"
#include "core/replica/Pending.h"

#include <random>

namespace spilno::test {

/// Randomness that is the same in every run.
class SeededRandom final : public base::Random
{
public:
    explicit SeededRandom(quint64 seed)
        : m_engine(seed)
    {
    }
    void fill(std::span<std::uint8_t> out) override
    {
        for (std::uint8_t &byte : out)
            byte = static_cast<std::uint8_t>(m_engine());
    }

private:
    std::mt19937_64 m_engine;
};

/// One device's chain in one scope: writes signed runs.
class TestFeed
{
public:
    TestFeed(const base::CityId &city, const base::ScopeId &scope, quint64 seed)
        : m_random(seed)
        , m_key(crypto::SigningKey::generate(m_random))
    {
        wire::FeedOpening opening;
        opening.city = city;
        opening.person = m_random.id<base::PersonId>();
        opening.device = m_key.publicKey();
        opening.scope = scope;
        opening.incarnation = m_random.id<base::Incarnation>();
        m_opening = wire::encodeOpening(opening);
        m_state = *log::openFeed(m_opening, city);
    }

    /// The next run of `changes` changes with `valueBytes` bytes of random values each.
    [[nodiscard]] replica::PendingRun write(int changes, int valueBytes = 40)
    {
        wire::Run run;
        run.feed = m_state.feed;
        run.firstSeq = m_state.nextSeq;
        run.opening = run.firstSeq == 0 ? m_opening : QByteArray();
        const QByteArray ext = wire::ChangeHeader::emptyExt();
        const QByteArray shape("\x80", 1);
        std::vector<QByteArray> values;
        for (int i = 0; i < changes; ++i) {
            QByteArray bytes(valueBytes, '\0');
            m_random.fill(
                {reinterpret_cast<std::uint8_t *>(bytes.data()),
                 static_cast<std::size_t>(valueBytes)});
            values.push_back(bytes);
            wire::ThinChange thin;
            thin.hlcDelta = 1000;
            thin.type = 9;
            thin.entity = m_random.id<base::EntityId>();
            thin.ext = base::view(ext);
            thin.shape = base::view(shape);
            thin.values = base::view(values.back());
            const base::Hash commit =
                wire::payloadCommit(thin.shape, wire::valuesHash(thin.values));
            const QByteArray header = wire::expandHeader(
                thin, m_state.feed, m_state.nextSeq, m_state.head, m_state.hlc + thin.hlcDelta,
                *thin.entity, commit);
            m_lastHeader = header;
            m_state.head = wire::headerHash(base::view(header));
            m_state.hlc += thin.hlcDelta;
            ++m_state.nextSeq;
            run.changes.push_back(thin);
        }
        run.signature = m_key.sign(wire::kChangeContext, m_state.head.bytes());
        return {run.feed, run.firstSeq, static_cast<std::uint64_t>(changes), wire::encodeRun(run)};
    }

    [[nodiscard]] const log::FeedState &state() const { return m_state; }
    [[nodiscard]] const QByteArray &opening() const { return m_opening; }
    [[nodiscard]] const QByteArray &lastHeader() const { return m_lastHeader; }

private:
    SeededRandom m_random;
    crypto::SigningKey m_key;
    QByteArray m_opening;
    QByteArray m_lastHeader;
    log::FeedState m_state;
};

} // namespace spilno::test
