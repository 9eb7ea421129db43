// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/Authority.h"

namespace spilno::records::join {

inline constexpr std::uint32_t kInvitation = 1;
inline constexpr std::uint32_t kBody = 2;
inline constexpr std::uint32_t kState = 3;

enum class State : std::uint32_t { Joined = 1, Ended = 2, Left = 3 };

/// Context of the proof by the invitation's key (extra kExtraJoinProof).
inline constexpr std::string_view kJoinContext = "spilno-joi-1";

/// What the invitation's key signs: person ‖ entity of the invitation. It binds the redemption to
/// one person, so that nobody who carries it can use it.
[[nodiscard]] QByteArray joinStatement(
    const base::PersonId &person, const base::EntityId &invitation);

/// The redemption of an invitation: gives its role, the first ones sequenced as often as it may be
/// used. `body` must be the invitation's; without it only a registrar can end the role.
class JoinRule : public FoldRule
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

} // namespace spilno::records::join
