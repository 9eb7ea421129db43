// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Roles.h"

#include <array>
#include <utility>

namespace spilno::records {

namespace {

const std::array<std::pair<Role, QString>, 5> &names()
{
    static const std::array<std::pair<Role, QString>, 5> all{{
        {Role::Registrar, QStringLiteral("registrar")},
        {Role::BodyAdmin, QStringLiteral("body_admin")},
        {Role::Clerk, QStringLiteral("clerk")},
        {Role::Coordinator, QStringLiteral("coordinator")},
        {Role::Member, QStringLiteral("member")},
    }};
    return all;
}

} // namespace

QString roleName(Role role)
{
    for (const auto &[known, name] : names()) {
        if (known == role)
            return name;
    }
    return {};
}

Role roleFromName(const QString &wanted)
{
    for (const auto &[role, name] : names()) {
        if (name == wanted)
            return role;
    }
    return Role::None;
}

std::vector<QString> roleChoices()
{
    std::vector<QString> choices{QStringLiteral("none")};
    for (const auto &[role, name] : names())
        choices.push_back(name);
    return choices;
}

} // namespace spilno::records
