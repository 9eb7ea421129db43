// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/Authority.h"

namespace spilno::records::attachment {

inline constexpr std::uint32_t kType = 15;

inline constexpr std::uint32_t kAbout = 1;
inline constexpr std::uint32_t kBlob = 2;
inline constexpr std::uint32_t kName = 3;
inline constexpr std::uint32_t kMime = 4;
inline constexpr std::uint32_t kSize = 5;
inline constexpr std::uint32_t kWidth = 6;
inline constexpr std::uint32_t kHeight = 7;

/// A file belongs to a request or comment of the same scope, and comes from its author, from who
/// proves its claim, or from the staff.
class AttachmentRule : public FoldRule
{
public:
    [[nodiscard]] Verdict check(
        const FoldChange &change,
        const EntityImage *before,
        const Authority &authority) const override;
};

} // namespace spilno::records::attachment
