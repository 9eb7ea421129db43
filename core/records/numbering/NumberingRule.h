// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/Authority.h"

namespace spilno::records::numbering {

inline constexpr std::uint32_t kDevice = 1;
inline constexpr std::uint32_t kPrefix = 2;
inline constexpr std::uint32_t kBody = 3;

/// The kind of unique name.
inline constexpr const char *kPrefixName = "prefix";

/// A prefix of request numbers is one device's. It can move to another device, which takes over the
/// counter, but is never granted twice.
class NumberingRule : public FoldRule
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

} // namespace spilno::records::numbering
