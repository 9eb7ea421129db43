// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/Authority.h"

namespace spilno::records::holiday {

inline constexpr std::uint32_t kDate = 1;
inline constexpr std::uint32_t kName = 2;
inline constexpr std::uint32_t kKind = 3;
inline constexpr std::uint32_t kCancelled = 4;

/// The date of a holiday is a date: YYYY-MM-DD.
class HolidayRule : public FoldRule
{
public:
    [[nodiscard]] Verdict check(
        const FoldChange &change,
        const EntityImage *before,
        const Authority &authority) const override;
};

} // namespace spilno::records::holiday
