// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/keys/ServerKeys.h"

#include "syncserver/keys/PrivateFile.h"

#include "core/crypto/Vault.h"

namespace spilno::server {

namespace {

constexpr qint64 kKeyFileBytesMax = 4'096;

} // namespace

base::Result<crypto::SecretBytes> serverPassphrase()
{
    const QString path = qEnvironmentVariable("SPILNO_SERVER_PASSPHRASE_FILE");
    if (path.isEmpty())
        return crypto::SecretBytes();
    SPILNO_ASSIGN(QByteArray text, readWholeFile(path, kKeyFileBytesMax));
    const qsizetype end = text.indexOf('\n');
    auto passphrase = crypto::SecretBytes::copyOf(
        base::view(text).first(static_cast<std::size_t>(end < 0 ? text.size() : end)));
    crypto::wipe(text);
    return passphrase;
}

base::Result<> writeServerKey(
    const QString &path,
    const crypto::SigningKey &key,
    const crypto::SecretBytes &passphrase,
    base::Random &random)
{
    const auto cost =
        passphrase.isEmpty() ? crypto::VaultCost::Minimal : crypto::VaultCost::Interactive;
    SPILNO_ASSIGN(
        const QByteArray vault,
        crypto::sealVault(crypto::SecretBytes::copyOf(key.seed()), passphrase, cost, random));
    return writePrivateFile(path, vault);
}

base::Result<std::shared_ptr<const crypto::SigningKey>> readServerKey(
    const QString &path, const crypto::SecretBytes &passphrase)
{
    SPILNO_ASSIGN(const QByteArray vault, readWholeFile(path, kKeyFileBytesMax));
    auto seed = crypto::openVault(base::view(vault), passphrase);
    if (!seed)
        return base::failure(
            seed.error().code, QStringLiteral("%1: %2").arg(path, seed.error().detail));
    if (seed->size() != crypto::SigningKey::kSeedBytes)
        return base::failure(
            base::ErrorCode::Malformed, QStringLiteral("%1 holds no server key").arg(path));
    return std::make_shared<const crypto::SigningKey>(crypto::SigningKey::fromSeed(seed->bytes()));
}

} // namespace spilno::server
