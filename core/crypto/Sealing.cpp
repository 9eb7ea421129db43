// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Sealing.h"

#include "core/crypto/Sodium.h"

#include <sodium.h>

namespace spilno::crypto {

SealingPair SealingPair::generate(base::Random &random)
{
    initialise();
    SecretBytes seed(kSeedBytes);
    random.fill(seed.writable());
    return fromSeed(seed.bytes());
}

SealingPair SealingPair::fromSeed(base::ByteView seed)
{
    initialise();
    Q_ASSERT(seed.size() == kSeedBytes);
    SealingPair pair;
    pair.m_seed = SecretBytes::copyOf(seed);
    pair.m_secret = SecretBytes(crypto_box_SECRETKEYBYTES);
    crypto_box_seed_keypair(
        pair.m_public.data(), pair.m_secret.writable().data(), pair.m_seed.bytes().data());
    return pair;
}

base::Result<SecretBytes> SealingPair::open(base::ByteView sealed) const
{
    if (sealed.size() < crypto_box_SEALBYTES)
        return base::failure(
            base::ErrorCode::Malformed, QStringLiteral("a sealed box is too short"));
    if (sealed.size() == crypto_box_SEALBYTES)
        return base::failure(base::ErrorCode::Malformed, QStringLiteral("a sealed box is empty"));
    SecretBytes plain(sealed.size() - crypto_box_SEALBYTES);
    if (crypto_box_seal_open(
            plain.writable().data(), sealed.data(), sealed.size(), m_public.data(),
            m_secret.bytes().data()) != 0)
        return base::failure(
            base::ErrorCode::BadSignature, QStringLiteral("a sealed box is for another key"));
    return plain;
}

QByteArray sealTo(const base::SealingKey &key, base::ByteView plain)
{
    initialise();
    QByteArray sealed(
        static_cast<qsizetype>(plain.size() + crypto_box_SEALBYTES), Qt::Uninitialized);
    crypto_box_seal(
        reinterpret_cast<unsigned char *>(sealed.data()), plain.data(), plain.size(), key.data());
    return sealed;
}

ScopeKey ScopeKey::generate(base::Random &random)
{
    ScopeKey key;
    key.m_key = SecretBytes(kBytes);
    random.fill(key.m_key.writable());
    return key;
}

base::Result<ScopeKey> ScopeKey::fromBytes(base::ByteView bytes)
{
    if (bytes.size() != kBytes)
        return base::failure(base::ErrorCode::Malformed, QStringLiteral("a scope key's length"));
    ScopeKey key;
    key.m_key = SecretBytes::copyOf(bytes);
    return key;
}

ScopeKey ScopeKey::duplicate() const
{
    ScopeKey key;
    key.m_key = SecretBytes::copyOf(m_key.bytes());
    return key;
}

QByteArray ScopeKey::seal(
    base::ByteView plain, base::ByteView associated, base::Random &random) const
{
    constexpr std::size_t nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    constexpr std::size_t tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
    QByteArray sealed(
        static_cast<qsizetype>(nonceBytes + plain.size() + tagBytes), Qt::Uninitialized);
    auto *out = reinterpret_cast<unsigned char *>(sealed.data());
    random.fill({out, nonceBytes});
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        out + nonceBytes, nullptr, plain.data(), plain.size(), associated.data(), associated.size(),
        nullptr, out, m_key.bytes().data());
    return sealed;
}

base::Result<QByteArray> ScopeKey::open(base::ByteView sealed, base::ByteView associated) const
{
    constexpr std::size_t nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    constexpr std::size_t tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
    if (sealed.size() < nonceBytes + tagBytes)
        return base::failure(base::ErrorCode::Malformed, QStringLiteral("sealed bytes too short"));
    QByteArray plain(
        static_cast<qsizetype>(sealed.size() - nonceBytes - tagBytes), Qt::Uninitialized);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            reinterpret_cast<unsigned char *>(plain.data()), nullptr, nullptr,
            sealed.data() + nonceBytes, sealed.size() - nonceBytes, associated.data(),
            associated.size(), sealed.data(), m_key.bytes().data()) != 0)
        return base::failure(
            base::ErrorCode::BadSignature, QStringLiteral("sealed bytes do not open"));
    return plain;
}

} // namespace spilno::crypto
