// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/Hashing.h"
#include "core/crypto/Signing.h"
#include "core/log/Verifier.h"
#include "core/wire/Genesis.h"
#include "core/wire/Run.h"

#include <deque>

namespace spilno::server::test {

/// Bytes that repeat in every run of a test.
class SeededRandom final : public base::Random
{
public:
    explicit SeededRandom(quint64 seed)
        : m_state(seed)
    {
    }

    void fill(std::span<std::uint8_t> out) override
    {
        for (std::uint8_t &byte : out) {
            m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
            byte = static_cast<std::uint8_t>(m_state >> 56);
        }
    }

private:
    quint64 m_state;
};

/// A clock that a test moves.
class HandClock final : public base::Clock
{
public:
    qint64 nowMs = 1'700'000'000'000;

    [[nodiscard]] qint64 wallMs() const override { return nowMs; }
    [[nodiscard]] qint64 monotonicMs() const override { return nowMs; }
};

inline QByteArray cityGenesis(const base::PublicKey &sequencer)
{
    wire::CityGenesis genesis;
    genesis.name = QStringLiteral("Тест");
    genesis.timeZone = QStringLiteral("Europe/Kyiv");
    genesis.owners = {base::PersonId::fromTrusted(sequencer.data())};
    genesis.sequencer = sequencer;
    genesis.createdMs = 1'700'000'000'000;
    return wire::encodeCityGenesis(genesis);
}

/// One device that writes a feed: makes signed runs of small changes.
class RunAuthor
{
public:
    RunAuthor(const base::CityId &city, const base::ScopeId &scope, base::Random &random)
        : key(crypto::SigningKey::generate(random))
    {
        wire::FeedOpening opening;
        opening.city = city;
        opening.person = random.id<base::PersonId>();
        opening.device = key.publicKey();
        opening.scope = scope;
        opening.incarnation = random.id<base::Incarnation>();
        m_opening = wire::encodeOpening(opening);
        m_state = *log::openFeed(m_opening, city);
    }

    /// The next `count` changes. `note` makes their content differ.
    [[nodiscard]] QByteArray run(int count, char note = 'a', bool goodSignature = true)
    {
        const log::FeedState before = m_state;
        wire::Run run;
        run.feed = m_state.feed;
        run.firstSeq = m_state.nextSeq;
        run.opening = run.firstSeq == 0 ? m_opening : QByteArray();
        std::deque<QByteArray> values;
        for (int i = 0; i < count; ++i) {
            values.push_back(QByteArray(60, note) + QByteArray::number(i));
            wire::ThinChange thin;
            thin.hlcDelta = m_state.nextSeq == 0 ? 1'700'000'000'000ULL << 16 : 1;
            thin.type = 7;
            thin.entity = base::EntityId::fromTrusted(m_state.feed.data());
            static const QByteArray ext = wire::ChangeHeader::emptyExt();
            static const QByteArray shape("shape");
            thin.ext = base::view(ext);
            thin.shape = base::view(shape);
            thin.values = base::view(values.back());
            run.changes.push_back(thin);
            step(thin);
        }
        run.signature = key.sign(wire::kChangeContext, m_state.head.bytes());
        if (!goodSignature) {
            run.signature.data()[3] ^= 1;
            m_state = before;
        }
        return wire::encodeRun(run);
    }

    [[nodiscard]] const log::FeedState &state() const { return m_state; }
    void rewindTo(const log::FeedState &state) { m_state = state; }

    const crypto::SigningKey key;

private:
    void step(const wire::ThinChange &thin)
    {
        const base::Hash commit = wire::payloadCommit(thin.shape, wire::valuesHash(thin.values));
        m_state.hlc += thin.hlcDelta;
        const QByteArray header = wire::expandHeader(
            thin, m_state.feed, m_state.nextSeq, m_state.head, m_state.hlc, *thin.entity, commit);
        m_state.head = wire::headerHash(base::view(header));
        ++m_state.nextSeq;
    }

    QByteArray m_opening;
    log::FeedState m_state;
};

} // namespace spilno::server::test
