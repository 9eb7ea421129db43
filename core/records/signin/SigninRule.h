// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/Authority.h"

namespace spilno::records::signin {

inline constexpr std::uint32_t kNameHash = 1;

/// The kind of unique name.
inline constexpr const char *kSigninName = "signin";

/// What stands for a sign-in name in the log. Names that look alike have one hash, so nobody takes
/// a name that can be read as another's. It hides a name from the eye, not from guessing.
[[nodiscard]] base::Hash nameHash(const QString &name);

/// A sign-in name is unique in the city: the first one sequenced has it.
class SigninRule : public FoldRule
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

} // namespace spilno::records::signin
