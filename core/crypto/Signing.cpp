// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Signing.h"

#include "core/crypto/Sodium.h"

#include <sodium.h>

#include <cstring>

namespace spilno::crypto {

namespace {

QByteArray joined(std::string_view context, base::ByteView message)
{
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(context.size() + message.size()));
    bytes.append(context.data(), static_cast<qsizetype>(context.size()));
    bytes.append(base::rawByteArray(message));
    return bytes;
}

} // namespace

SigningKey SigningKey::generate(base::Random &random)
{
    initialise();
    SecretBytes seed(kSeedBytes);
    random.fill(seed.writable());
    return fromSeed(seed.bytes());
}

SigningKey SigningKey::fromSeed(base::ByteView seed)
{
    initialise();
    Q_ASSERT(seed.size() == kSeedBytes);
    SigningKey key;
    key.m_seed = SecretBytes::copyOf(seed);
    key.m_secret = SecretBytes(crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(
        key.m_public.data(), key.m_secret.writable().data(), key.m_seed.bytes().data());
    return key;
}

base::Signature SigningKey::sign(std::string_view context, base::ByteView message) const
{
    const QByteArray bytes = joined(context, message);
    base::Signature signature;
    crypto_sign_detached(
        signature.data(), nullptr, base::view(bytes).data(),
        static_cast<unsigned long long>(bytes.size()), m_secret.bytes().data());
    return signature;
}

bool verify(
    const base::PublicKey &key,
    std::string_view context,
    base::ByteView message,
    const base::Signature &signature)
{
    return verifyDetached(key, base::view(joined(context, message)), signature);
}

bool verifyDetached(
    const base::PublicKey &key, base::ByteView message, const base::Signature &signature)
{
    return crypto_sign_verify_detached(
               signature.data(), message.data(), message.size(), key.data()) == 0;
}

} // namespace spilno::crypto
