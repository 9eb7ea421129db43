// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/base/Random.h"
#include "core/crypto/SecretBytes.h"

#include <string_view>

namespace spilno::crypto {

/// An Ed25519 key pair made from a 32-byte seed. The secret half stays in guarded memory.
class SigningKey
{
public:
    static constexpr std::size_t kSeedBytes = 32;

    /// A fresh key.
    [[nodiscard]] static SigningKey generate(base::Random &random);

    /// The key of a seed of exactly kSeedBytes bytes.
    [[nodiscard]] static SigningKey fromSeed(base::ByteView seed);

    [[nodiscard]] const base::PublicKey &publicKey() const { return m_public; }

    /// The seed, to be sealed into a vault or printed as a code.
    [[nodiscard]] base::ByteView seed() const { return m_seed.bytes(); }

    /// Signs context ‖ message. The context (such as "spilno-chg-1") separates the uses of a key.
    [[nodiscard]] base::Signature sign(std::string_view context, base::ByteView message) const;

    /// The same secret again, for a second owner such as another thread.
    [[nodiscard]] SigningKey duplicate() const { return fromSeed(seed()); }

private:
    SigningKey() = default;

    base::PublicKey m_public;
    SecretBytes m_seed;
    SecretBytes m_secret;
};

/// True when the signature over context ‖ message is the key's. libsodium's rule, the only one.
[[nodiscard]] bool verify(
    const base::PublicKey &key,
    std::string_view context,
    base::ByteView message,
    const base::Signature &signature);

/// The same over the bare message, for the self-test's vectors.
[[nodiscard]] bool verifyDetached(
    const base::PublicKey &key, base::ByteView message, const base::Signature &signature);

} // namespace spilno::crypto
