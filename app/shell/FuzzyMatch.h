// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace spilno::shell {

/// How well a name answers what was typed. Pure functions.
namespace FuzzyMatch {

/// 0: no match; greater is better: whole words first, then parts, then letters in order. Case,
/// apostrophes and the keyboard layout the person forgot to switch make no difference.
int score(const QString &name, const QString &typed);

} // namespace FuzzyMatch
} // namespace spilno::shell
