// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/Authority.h"

namespace spilno::records::maplayer {

inline constexpr std::uint32_t kType = 22;

inline constexpr std::uint32_t kName = 1;
inline constexpr std::uint32_t kNameUk = 2;
inline constexpr std::uint32_t kAttribution = 3;
inline constexpr std::uint32_t kLicence = 4;
inline constexpr std::uint32_t kKind = 5;
inline constexpr std::uint32_t kOrder = 6;
inline constexpr std::uint32_t kParts = 7;
inline constexpr std::uint32_t kSize = 8;
inline constexpr std::uint32_t kBody = 9;
inline constexpr std::uint32_t kRetired = 10;

/// What a layer shows; how it is drawn follows from it. The numbers stand on the wire.
enum class Kind : std::uint8_t { Districts, Boundary, Streets, Water, Green, Places };

/// A layer says beforehand how many parts its bytes come in, within the limits.
class MapLayerRule : public FoldRule
{
public:
    [[nodiscard]] Verdict check(
        const FoldChange &change,
        const EntityImage *before,
        const Authority &authority) const override;
};

} // namespace spilno::records::maplayer
