// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/base/Result.h"
#include "core/log/KeyChain.h"
#include "core/wire/Frames.h"

#include <vector>

/// How a server proves, inside the session, that it speaks for a city. Pure functions.
namespace spilno::sync {

inline constexpr std::string_view kServerProofContext = "spilno-srv-1";
inline constexpr std::string_view kDeviceProofContext = "spilno-dev-1";

/// What must be known to judge a greeting.
struct ServerExpectation
{
    base::CityId city;                 ///< The fingerprint of the address.
    base::PublicKey sequencerKey;      ///< The newest one known, or null at first contact.
    std::vector<base::PublicKey> hubs; ///< Keys of this city's hubs.
    QByteArray certificateSha256;      ///< Of the connection.
};

/// A server that proved itself.
struct ServerIdentity
{
    base::CityId city;
    base::PublicKey sequencerKey; ///< Signs receipts and checkpoints.
    base::PublicKey serverKey;    ///< This server's: the sequencer's, or a hub's, which signs HELD.
    bool hub = false;
};

/// certificate's SHA-256 ‖ nonce: what the server signs.
[[nodiscard]] QByteArray serverProofMessage(
    const QByteArray &certificateSha256, const QByteArray &nonce);
/// nonce ‖ certificate's SHA-256: what a device signs in HELLO.
[[nodiscard]] QByteArray deviceProofMessage(
    const QByteArray &nonce, const QByteArray &certificateSha256);

/// WrongCity for another city; BadSignature for a key chain or proof that does not hold or does
/// not reach the known key; NotCertified for a hub nobody named; Malformed.
[[nodiscard]] base::Result<ServerIdentity> verifyGreeting(
    const wire::GreetingFrame &greeting, const ServerExpectation &expected);

} // namespace spilno::sync
