// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <vector>

namespace spilno::crypto {
class SigningKey;
}

/// The sequencer keys of a city, from the one its genesis names to the present one, each handed
/// over by the one before. Pure functions.
namespace spilno::log {

inline constexpr std::string_view kKeyLinkContext = "spilno-key-1";

/// One succession of sequencer keys.
struct KeyLink
{
    base::PublicKey oldKey;
    base::PublicKey newKey;
    qint64 sinceMs = 0;
};

/// [1, old key, new key, since ms] in deterministic CBOR ‖ signature by the old key.
[[nodiscard]] QByteArray encodeKeyLink(const KeyLink &link, const crypto::SigningKey &oldKey);
/// Malformed, UnsupportedVersion, BadSignature.
[[nodiscard]] base::Result<KeyLink> readKeyLink(base::ByteView bytes);

/// Every sequencer key from the genesis' one to the present one. Malformed for links that do not
/// join, BadSignature for a link its old key did not sign.
[[nodiscard]] base::Result<std::vector<base::PublicKey>> walkKeyChain(
    const base::PublicKey &genesisKey, const std::vector<QByteArray> &links);

} // namespace spilno::log
