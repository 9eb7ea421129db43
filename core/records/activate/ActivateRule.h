// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/Authority.h"

namespace spilno::records::activate {

inline constexpr std::uint32_t kRecordType = 1;
inline constexpr std::uint32_t kRecordVersion = 2;
inline constexpr std::uint32_t kFromIndex = 3;

/// A version comes into force at its own place in the log or later, never in the past.
class ActivateRule : public FoldRule
{
public:
    [[nodiscard]] Verdict check(
        const FoldChange &change,
        const EntityImage *before,
        const Authority &authority) const override;
};

} // namespace spilno::records::activate
