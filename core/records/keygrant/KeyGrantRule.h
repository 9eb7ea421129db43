// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/Authority.h"

namespace spilno::records::keygrant {

/// The number of the record type.
inline constexpr std::uint32_t kType = 19;

inline constexpr std::uint32_t kGeneration = 1;
inline constexpr std::uint32_t kKeys = 2;

inline constexpr qsizetype kBoxBytesMax = 200;

/// A generation of the key of a sealed scope, sealed to each device that may read it: the field
/// `keys` is a list of [device key, sealed box].
class KeyGrantRule : public FoldRule
{
public:
    [[nodiscard]] Verdict check(
        const FoldChange &change,
        const EntityImage *before,
        const Authority &authority) const override;
};

} // namespace spilno::records::keygrant
