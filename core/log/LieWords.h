// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/LieJudge.h"

/// What people are told of a judged proof, in their language. Pure functions.
namespace spilno::log {

/// What the server did, as the end of a sentence: «it signed two different states …».
[[nodiscard]] QString lieWords(LieKind kind);

/// The one sentence of a proof that proves a lie: which city, which key, what, when.
[[nodiscard]] QString lieSentence(const LieVerdict &verdict);

/// The one sentence of a proof that proves nothing, and why.
[[nodiscard]] QString innocenceSentence(LieFinding finding);

/// The same where its statements are not what they say they are.
[[nodiscard]] QString innocenceSentence(const base::Error &refusal);

} // namespace spilno::log
