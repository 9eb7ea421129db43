// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/records/Roles.h"

#include <QtCore/QString>

namespace spilno::replica {

using records::Role;

/// A role a person holds.
struct HeldRole
{
    Role role = Role::None;
    base::EntityId body; ///< Null for a role of the city.
    QString bodyName;
};

} // namespace spilno::replica
