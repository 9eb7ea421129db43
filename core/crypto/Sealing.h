// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/base/Random.h"
#include "core/base/Result.h"
#include "core/crypto/SecretBytes.h"

namespace spilno::crypto {

/// An X25519 key pair: others seal small secrets (scope keys, vault copies) to its public half.
class SealingPair
{
public:
    static constexpr std::size_t kSeedBytes = 32;

    [[nodiscard]] static SealingPair generate(base::Random &random);
    [[nodiscard]] static SealingPair fromSeed(base::ByteView seed);

    [[nodiscard]] const base::SealingKey &publicKey() const { return m_public; }
    [[nodiscard]] base::ByteView seed() const { return m_seed.bytes(); }

    /// Opens what sealTo() made for this pair; BadSignature when it was not, or was altered.
    [[nodiscard]] base::Result<SecretBytes> open(base::ByteView sealed) const;

    [[nodiscard]] SealingPair duplicate() const { return fromSeed(seed()); }

private:
    SealingPair() = default;

    base::SealingKey m_public;
    SecretBytes m_seed;
    SecretBytes m_secret;
};

/// Seals bytes to a public key (libsodium sealed box, +48 bytes). The sender is not proven.
[[nodiscard]] QByteArray sealTo(const base::SealingKey &key, base::ByteView plain);

/// A symmetric key of a sealed scope, one generation of it. XChaCha20-Poly1305.
class ScopeKey
{
public:
    static constexpr std::size_t kBytes = 32;

    [[nodiscard]] static ScopeKey generate(base::Random &random);
    /// From exactly kBytes bytes; Malformed otherwise.
    [[nodiscard]] static base::Result<ScopeKey> fromBytes(base::ByteView key);

    [[nodiscard]] base::ByteView bytes() const { return m_key.bytes(); }
    [[nodiscard]] ScopeKey duplicate() const;

    /// nonce ‖ ciphertext ‖ tag; `associated` is authenticated but not contained.
    [[nodiscard]] QByteArray seal(
        base::ByteView plain, base::ByteView associated, base::Random &random) const;

    /// The plain bytes; BadSignature when key, associated data or bytes do not fit.
    [[nodiscard]] base::Result<QByteArray> open(
        base::ByteView sealed, base::ByteView associated) const;

private:
    SecretBytes m_key;
};

} // namespace spilno::crypto
