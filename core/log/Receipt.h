// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/ScopeChain.h"

namespace spilno::crypto {
class SigningKey;
}

namespace spilno::log {

/// The sequencer's signed promise that one run stands at these positions and will be in a
/// checkpoint within limits::kCheckpointWithinMs. Who holds it can prove a server that drops the
/// run guilty. A value; a hub's statement is Held, which promises less.
struct Receipt
{
    base::CityId city;
    quint64 epoch = 0;
    base::ScopeId scope;
    quint64 firstPosition = 0;
    quint64 lastPosition = 0;
    quint64 firstLogIndex = 0; ///< The run's other changes follow at once.
    qint64 recordedMs = 0;
    base::Hash lastHeaderHash;
    base::Hash chain; ///< The scope chain after the last position.
    base::Signature signature;

    /// [1, city, epoch, scope, first position, last position, log index of the first, recorded
    /// time, last header hash, chain] in deterministic CBOR: what is signed, after "spilno-rcp-1".
    [[nodiscard]] QByteArray body() const;

    /// body() ‖ signature.
    [[nodiscard]] QByteArray encode() const;

    void sign(const crypto::SigningKey &sequencer);

    /// BadSignature unless signed by the key.
    [[nodiscard]] base::Result<> verify(const base::PublicKey &sequencer) const;

    friend bool operator==(const Receipt &, const Receipt &) = default;
};

/// A hub's signed statement that it keeps this part of a feed durably and will hand it on. It gives
/// no position and moves nothing to «acknowledged». A value.
struct Held
{
    base::CityId city;
    base::FeedId feed;
    quint64 firstSeq = 0;
    quint64 lastSeq = 0;
    base::Hash lastHeaderHash;
    qint64 timeMs = 0; ///< The hub's clock; judges nothing.
    base::Signature signature;

    /// [1, city, feed, first seq, last seq, last header hash, time] in deterministic CBOR: what is
    /// signed, after "spilno-hld-1".
    [[nodiscard]] QByteArray body() const;

    /// body() ‖ signature.
    [[nodiscard]] QByteArray encode() const;

    void sign(const crypto::SigningKey &hub);

    /// BadSignature unless signed by the key.
    [[nodiscard]] base::Result<> verify(const base::PublicKey &hub) const;

    friend bool operator==(const Held &, const Held &) = default;
};

/// Reads Receipt::encode(). UnsupportedVersion, LimitExceeded or Malformed; the signature is not
/// checked.
[[nodiscard]] base::Result<Receipt> parseReceipt(base::ByteView bytes);

/// Reads Held::encode(). UnsupportedVersion, LimitExceeded or Malformed; the signature is not
/// checked.
[[nodiscard]] base::Result<Held> parseHeld(base::ByteView bytes);

} // namespace spilno::log
