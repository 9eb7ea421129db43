// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/base/Result.h"
#include "core/crypto/SecretBytes.h"

namespace spilno::crypto {

/// How hard a passphrase is to try: Interactive for a person's vault (64 MiB), Minimal for the
/// demonstration city and tests only.
enum class VaultCost : std::uint8_t { Minimal = 0, Interactive = 1, Moderate = 2 };

/// A vault file: the secrets of a profile, sealed by a passphrase with Argon2id and
/// XChaCha20-Poly1305. Layout: "SPVAULT1" ‖ cost (1) ‖ salt (16) ‖ nonce (24) ‖ ciphertext ‖ tag.
/// Pure functions over bytes; who writes the file is the caller's business.
/// Busy when the machine lacks the memory to stretch the passphrase: nothing may be replaced then.
[[nodiscard]] base::Result<QByteArray> sealVault(
    const SecretBytes &secret, const SecretBytes &passphrase, VaultCost cost, base::Random &random);

/// The secret again. WrongPassphrase when it does not open, Malformed when it is no vault,
/// UnsupportedVersion when a newer program wrote it, LimitExceeded above kVaultBytesMax.
[[nodiscard]] base::Result<SecretBytes> openVault(
    base::ByteView vault, const SecretBytes &passphrase);

/// Stretches a code of few bits (the six words of a receipt) to a 32-byte seed: Argon2id,
/// interactive cost, with the city's id as salt, so that one city's table is of no use in another.
[[nodiscard]] base::Result<SecretBytes> stretchCode(
    base::ByteView code, base::ByteView cityId, std::string_view purpose);

} // namespace spilno::crypto
