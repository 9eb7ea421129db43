// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/Authority.h"

namespace spilno::records::erase {

inline constexpr std::uint32_t kType = 16;

inline constexpr std::uint32_t kTarget = 1;

inline constexpr std::size_t kOpsMax = 1000;

/// The op ids of the extra, none when its length is no multiple of theirs.
[[nodiscard]] std::vector<base::OpId> opsOf(const QByteArray &extra);

/// An erasure names op ids in its extra kExtraErases, and the record they changed. Whether a named
/// op is of the same person is found where the values are: see FoldEffects::eraseOps.
class EraseRule : public FoldRule
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

} // namespace spilno::records::erase
