// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/Authority.h"

namespace spilno::records::mappart {

inline constexpr std::uint32_t kType = 23;

inline constexpr std::uint32_t kLayer = 1;
inline constexpr std::uint32_t kPlace = 2;
inline constexpr std::uint32_t kBytes = 3;

inline const QByteArray kPartName = QByteArrayLiteral("map_part");

/// A part belongs to a layer of the same person and has one of the places that the layer said; each
/// place is filled once.
class MapPartRule : public FoldRule
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

} // namespace spilno::records::mappart
