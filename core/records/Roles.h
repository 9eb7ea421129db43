// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <cstdint>
#include <vector>

namespace spilno::records {

/// What a person may be. City-wide ones have no body. The numbers stand on the wire.
enum class Role : std::uint8_t {
    None = 0,
    Registrar = 1,   ///< city: attests people, names roles
    BodyAdmin = 2,   ///< of a body: names its clerks, keys of its sealed scope
    Clerk = 3,       ///< of a body: works on requests
    Coordinator = 4, ///< of an organisation
    Member = 5,      ///< of an organisation
};

[[nodiscard]] QString roleName(Role role);
[[nodiscard]] Role roleFromName(const QString &name); ///< None when there is no such role.
/// The names by number, "none" first: the choices of a field that holds a role.
[[nodiscard]] std::vector<QString> roleChoices();

} // namespace spilno::records
