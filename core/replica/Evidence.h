// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/LieProof.h"

namespace spilno::replica {

/// A proof that the server lied, as it was found here: judged, and to be judged by anybody.
struct Evidence
{
    qint64 id = 0; ///< In this replica, from 1 on.
    log::LieKind kind = log::LieKind::TwoFaces;
    qint64 foundMs = 0; ///< The own clock.
    QByteArray bytes;   ///< log::LieProof
};

} // namespace spilno::replica
