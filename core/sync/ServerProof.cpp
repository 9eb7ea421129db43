// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/ServerProof.h"

#include "core/crypto/Signing.h"
#include "core/wire/Genesis.h"

#include <algorithm>

namespace spilno::sync {

using base::ErrorCode;
using base::failure;

QByteArray serverProofMessage(const QByteArray &certificateSha256, const QByteArray &nonce)
{
    return certificateSha256 + nonce;
}

QByteArray deviceProofMessage(const QByteArray &nonce, const QByteArray &certificateSha256)
{
    return nonce + certificateSha256;
}

base::Result<ServerIdentity> verifyGreeting(
    const wire::GreetingFrame &greeting, const ServerExpectation &expected)
{
    ServerIdentity server;
    server.city = wire::cityId(base::view(greeting.cityGenesis));
    if (server.city != expected.city)
        return failure(ErrorCode::WrongCity, QStringLiteral("the server is of another city"));
    SPILNO_ASSIGN(
        const wire::CityGenesis genesis, wire::decodeCityGenesis(base::view(greeting.cityGenesis)));
    SPILNO_ASSIGN(const auto keys, log::walkKeyChain(genesis.sequencer, greeting.keyChain));
    if (!expected.sequencerKey.isNull() &&
        std::find(keys.begin(), keys.end(), expected.sequencerKey) == keys.end())
        return failure(
            ErrorCode::BadSignature, QStringLiteral("a key chain without the known key"));
    server.sequencerKey = keys.back();
    server.serverKey = greeting.serverKey;
    server.hub = greeting.role == 1;
    const std::vector<base::PublicKey> &allowed =
        server.hub ? expected.hubs : std::vector<base::PublicKey>{server.sequencerKey};
    if (std::find(allowed.begin(), allowed.end(), server.serverKey) == allowed.end())
        return failure(
            server.hub ? ErrorCode::NotCertified : ErrorCode::BadSignature,
            QStringLiteral("a server key that nothing vouches for"));
    const QByteArray message = serverProofMessage(expected.certificateSha256, greeting.nonce);
    if (!crypto::verify(server.serverKey, kServerProofContext, base::view(message), greeting.proof))
        return failure(ErrorCode::BadSignature, QStringLiteral("the server's proof fails"));
    return server;
}

} // namespace spilno::sync
