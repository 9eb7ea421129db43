// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/Authority.h"

namespace spilno::records::comment {

inline constexpr std::uint32_t kAbout = 1;
inline constexpr std::uint32_t kText = 2;
inline constexpr std::uint32_t kKind = 3;

enum class Kind : std::uint8_t { Comment = 0, Answer = 1 };

/// A comment is anybody's; an answer is one of the staff of what it is about.
class CommentRule : public FoldRule
{
public:
    [[nodiscard]] Verdict check(
        const FoldChange &change,
        const EntityImage *before,
        const Authority &authority) const override;
};

} // namespace spilno::records::comment
