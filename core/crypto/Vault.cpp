// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Vault.h"

#include "core/base/Limits.h"
#include "core/crypto/Hashing.h"
#include "core/crypto/Sodium.h"

#include <sodium.h>

#include <cstring>

namespace spilno::crypto {

namespace {

constexpr std::string_view kMagic = "SPVAULT1";
constexpr std::size_t kSaltBytes = crypto_pwhash_SALTBYTES;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kPrefixBytes = 8 + 1 + kSaltBytes + kNonceBytes;

struct Cost
{
    unsigned long long operations;
    std::size_t memoryBytes;
};

Cost costOf(VaultCost cost)
{
    switch (cost) {
    case VaultCost::Minimal:
        return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
    case VaultCost::Interactive:
        return {crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE};
    case VaultCost::Moderate:
        return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE};
    }
    return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE};
}

base::Result<SecretBytes> stretch(
    base::ByteView passphrase, const std::uint8_t *salt, VaultCost cost)
{
    SecretBytes key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    const Cost limits = costOf(cost);
    const char *text = passphrase.empty() ? "" : reinterpret_cast<const char *>(passphrase.data());
    if (crypto_pwhash(
            key.writable().data(), key.size(), text, passphrase.size(), salt, limits.operations,
            limits.memoryBytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return base::failure(
            base::ErrorCode::Busy, QStringLiteral("not enough memory to stretch the passphrase"));
    return key;
}

} // namespace

base::Result<QByteArray> sealVault(
    const SecretBytes &secret, const SecretBytes &passphrase, VaultCost cost, base::Random &random)
{
    initialise();
    QByteArray vault(
        static_cast<qsizetype>(kPrefixBytes + secret.size() + kTagBytes), Qt::Uninitialized);
    auto *out = reinterpret_cast<std::uint8_t *>(vault.data());
    std::memcpy(out, kMagic.data(), kMagic.size());
    out[8] = static_cast<std::uint8_t>(cost);
    random.fill({out + 9, kSaltBytes + kNonceBytes});
    SPILNO_ASSIGN(const auto key, stretch(passphrase.bytes(), out + 9, cost));
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        out + kPrefixBytes, nullptr, secret.bytes().data(), secret.size(), out, kPrefixBytes,
        nullptr, out + 9 + kSaltBytes, key.bytes().data());
    return vault;
}

base::Result<SecretBytes> openVault(base::ByteView vault, const SecretBytes &passphrase)
{
    initialise();
    if (vault.size() > limits::kVaultBytesMax)
        return base::failure(
            base::ErrorCode::LimitExceeded, QStringLiteral("too large for a vault file"));
    if (vault.size() < 7 || std::memcmp(vault.data(), kMagic.data(), 7) != 0)
        return base::failure(
            base::ErrorCode::Malformed, QStringLiteral("this is not a vault file"));
    if (vault.size() < kPrefixBytes + kTagBytes + 1)
        return base::failure(
            base::ErrorCode::Malformed, QStringLiteral("the vault file is cut off"));
    if (vault[7] != '1' || vault[8] > static_cast<std::uint8_t>(VaultCost::Moderate))
        return base::failure(
            base::ErrorCode::UnsupportedVersion, QStringLiteral("the vault is of a newer program"));
    SPILNO_ASSIGN(
        const auto key,
        stretch(passphrase.bytes(), vault.data() + 9, static_cast<VaultCost>(vault[8])));
    SecretBytes secret(vault.size() - kPrefixBytes - kTagBytes);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            secret.writable().data(), nullptr, nullptr, vault.data() + kPrefixBytes,
            vault.size() - kPrefixBytes, vault.data(), kPrefixBytes, vault.data() + 9 + kSaltBytes,
            key.bytes().data()) != 0)
        return base::failure(
            base::ErrorCode::WrongPassphrase,
            QStringLiteral("the passphrase does not open the vault"));
    return secret;
}

base::Result<SecretBytes> stretchCode(
    base::ByteView code, base::ByteView cityId, std::string_view purpose)
{
    initialise();
    const base::Hash salt = blake2b("code-salt", {cityId, base::view(purpose)});
    return stretch(code, salt.data(), VaultCost::Interactive);
}

} // namespace spilno::crypto
