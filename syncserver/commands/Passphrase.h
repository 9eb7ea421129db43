// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/commands/Command.h"

#include "core/crypto/SecretBytes.h"

#include <optional>

namespace spilno::server {

enum class PassphraseUse : std::uint8_t {
    Open,   ///< Of a profile that exists.
    Choose, ///< Of a new one: typed twice.
};

/// The passphrase of the owner's profile: the first line of the file that SPILNO_PASSPHRASE_FILE
/// names, else asked for at the terminal. Nothing, after a sentence, when there is none.
[[nodiscard]] std::optional<crypto::SecretBytes> ownerPassphrase(
    const Surroundings &around, PassphraseUse use);

} // namespace spilno::server
