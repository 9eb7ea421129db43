// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/Authority.h"

namespace spilno::records::scope {

inline constexpr std::uint32_t kName = 1;
inline constexpr std::uint32_t kKind = 2;
inline constexpr std::uint32_t kBody = 3;
inline constexpr std::uint32_t kSalt = 4;
inline constexpr std::uint32_t kSealingKey = 5;

/// The numbers of `kind` on the wire.
enum class Kind : std::uint8_t { Content = 0, Sealed = 1 };

/// A scope is made once and stays as it was made; its id follows from the change that made it.
class ScopeRule : public FoldRule
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

} // namespace spilno::records::scope
