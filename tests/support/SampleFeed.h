// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/Signing.h"
#include "core/log/ScopeChain.h"
#include "core/log/Verifier.h"
#include "core/wire/Payload.h"
#include "core/wire/Run.h"
#include "core/wire/Slice.h"

#include <deque>

namespace spilno::support {

/// A change as a test describes it.
struct SampleChange
{
    wire::Payload payload;
    std::optional<base::EntityId> entity; ///< None: the implied one.
    std::uint32_t type = 1;
    std::uint64_t hlcDelta = 1 << 16;
    std::uint32_t txn = 0;
    QByteArray ext = wire::ChangeHeader::emptyExt();
    bool valuesAbsent = false;
};

/// A creating change with one text field.
[[nodiscard]] SampleChange createText(const QString &text);
/// A change of one text field of `entity`.
[[nodiscard]] SampleChange writeText(const base::EntityId &entity, const QString &text);

/// A device that writes one feed, signed and right unless a test spoils it. Everything follows from
/// the name.
class SampleFeed
{
public:
    SampleFeed(const char *name, const base::CityId &city, const base::ScopeId &scope);

    /// The next run of the feed. The bytes a run looks into live as long as the feed.
    [[nodiscard]] wire::Run run(const std::vector<SampleChange> &changes);

    /// A run of whatever the caller put together, signed over its last header as it expands.
    void sign(wire::Run &run, const log::FeedState &before) const;

    [[nodiscard]] const QByteArray &opening() const { return m_opening; }
    [[nodiscard]] const log::FeedState &state() const { return m_state; }
    [[nodiscard]] const crypto::SigningKey &key() const { return m_key; }

private:
    [[nodiscard]] base::ByteView keep(const QByteArray &bytes);

    crypto::SigningKey m_key;
    QByteArray m_opening;
    log::FeedState m_state;
    std::deque<QByteArray> m_bytes;
};

/// What a sequencer does with runs, in memory: positions, log indices, chain.
class SampleScope
{
public:
    explicit SampleScope(const base::ScopeId &scope)
        : m_scope(scope)
        , m_chain(scope)
    {
    }

    /// The slice of these runs, in this order. The chain goes on behind it.
    [[nodiscard]] wire::Slice slice(
        const std::vector<log::VerifiedRun> &runs, std::uint64_t firstLogIndex, qint64 recordedMs);

    [[nodiscard]] const log::ScopeHead &head() const { return m_chain.head(); }

private:
    base::ScopeId m_scope;
    log::ScopeChain m_chain;
};

/// The thin form of a verified change.
[[nodiscard]] wire::ThinChange thinOf(
    const log::VerifiedChange &change, const log::FeedState &feed);

} // namespace spilno::support
