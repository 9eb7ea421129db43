// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/Authority.h"

namespace spilno::records::invitation {

inline constexpr std::uint32_t kKey = 1;
inline constexpr std::uint32_t kRole = 2;
inline constexpr std::uint32_t kBody = 3;
inline constexpr std::uint32_t kExpires = 4;
inline constexpr std::uint32_t kUses = 5;
inline constexpr std::uint32_t kState = 6;

inline constexpr qint64 kUsesMax = 10'000;

enum class State : std::uint32_t { Open = 1, Withdrawn = 2 };

/// An invitation gives a role to whoever holds its seed. Role 0 invites without giving any.
class InvitationRule : public FoldRule
{
public:
    [[nodiscard]] Verdict check(
        const FoldChange &change,
        const EntityImage *before,
        const Authority &authority) const override;
};

} // namespace spilno::records::invitation
