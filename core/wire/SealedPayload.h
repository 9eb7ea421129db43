// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/crypto/Sealing.h"
#include "core/wire/Payload.h"

namespace spilno::wire {

/// Where a sealed payload stands; it opens nowhere else.
struct SealedPlace
{
    base::FeedId feed;
    std::uint64_t seq = 0;
    std::uint32_t type = 0;
};

/// The payload of a change in a sealed scope. Its shape is
///   0x53 ‖ key name: 8 bytes ‖ box: 80 bytes ‖ box: 80 bytes ‖ sealed shape
/// where the key name is the beginning of the scope's public key and the boxes hold a fresh
/// symmetric key, sealed to the scope and to the author's own device. Shape and values are sealed
/// by it separately (XChaCha20-Poly1305; associated data: feed ‖ seq ‖ type ‖ key name ‖ part), so
/// that values can be erased. Commitments are over the sealed bytes.
[[nodiscard]] PayloadBytes sealPayload(
    const PayloadBytes &plain,
    const SealedPlace &place,
    const base::SealingKey &scope,
    const base::SealingKey &author,
    base::Random &random);

/// Whether a shape is a sealed one; no shape in clear begins like it.
[[nodiscard]] bool isSealed(base::ByteView shape);

/// The key name of a scope's public key.
[[nodiscard]] QByteArray sealingName(const base::SealingKey &scope);

/// Who may open a payload: a holder of the scope's key, or the device that wrote it.
class PayloadOpener
{
public:
    virtual ~PayloadOpener() = default;
    /// The scope's pair with this name; null when it is not held.
    [[nodiscard]] virtual const crypto::SealingPair *scopeKey(const QByteArray &name) const = 0;
    /// The pair of this device; null while locked.
    [[nodiscard]] virtual const crypto::SealingPair *ownKey() const = 0;
};

/// The clear bytes; `values` may be empty (erased) and then stay so. BadSignature when nobody here
/// can open it or it was moved, Malformed when it is cut.
[[nodiscard]] base::Result<PayloadBytes> openPayload(
    base::ByteView shape,
    base::ByteView values,
    const SealedPlace &place,
    const PayloadOpener &opener);

} // namespace spilno::wire
