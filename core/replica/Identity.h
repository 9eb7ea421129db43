// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/crypto/Sealing.h"
#include "core/crypto/Signing.h"
#include "core/wire/Genesis.h"

namespace spilno::replica {

/// The unlocked keys of one device of one person. Made from the vault, lives as long as the profile
/// is unlocked; shared, never copied.
struct Identity
{
    base::PersonId person;
    QByteArray genesis; ///< The identity genesis, as it stands in the people scope.
    crypto::SigningKey device;
    crypto::SealingPair sealing;
    wire::DeviceKind kind = wire::DeviceKind::Desktop;
};

} // namespace spilno::replica
