// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/Authority.h"

namespace spilno::records::role {

inline constexpr std::uint32_t kPerson = 1;
inline constexpr std::uint32_t kRole = 2;
inline constexpr std::uint32_t kBody = 3;
inline constexpr std::uint32_t kState = 4;

enum class State : std::uint32_t { Granted = 1, Ended = 2 };

/// The role a number names, None when it names no role.
[[nodiscard]] Role roleOf(const wire::Value &number);

/// Whether the role is one of a body when a body is given, and one of the city when none is. This
/// is what keeps a body's administrator from naming registrars.
[[nodiscard]] bool roleFitsBody(Role role, const base::EntityId &body);

/// A role given by name, and its end.
class RoleRule : public FoldRule
{
public:
    [[nodiscard]] Verdict check(
        const FoldChange &change,
        const EntityImage *before,
        const Authority &authority) const override;
    void effect(
        const FoldChange &change,
        const EntityImage &after,
        const Authority &authority,
        FoldEffects &effects) const override;
};

} // namespace spilno::records::role
