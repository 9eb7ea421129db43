// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/base/Result.h"
#include "core/crypto/SecretBytes.h"
#include "core/crypto/Signing.h"

#include <QtCore/QString>

#include <memory>

/// The sequencer's key on disk: a vault file. The passphrase is empty unless the operator gives
/// one, see docs/decisions/0006-server-keys.md: what an empty one keeps out is a slip, not a thief.
namespace spilno::server {

/// The passphrase in the file that SPILNO_SERVER_PASSPHRASE_FILE names (its first line); empty when
/// the variable is not set. NotFound or Io when the file cannot be read.
[[nodiscard]] base::Result<crypto::SecretBytes> serverPassphrase();

/// Writes a key file, 0600.
[[nodiscard]] base::Result<> writeServerKey(
    const QString &path,
    const crypto::SigningKey &key,
    const crypto::SecretBytes &passphrase,
    base::Random &random);

/// NotFound, WrongPassphrase, Malformed, UnsupportedVersion; each names the file.
[[nodiscard]] base::Result<std::shared_ptr<const crypto::SigningKey>> readServerKey(
    const QString &path, const crypto::SecretBytes &passphrase);

} // namespace spilno::server
