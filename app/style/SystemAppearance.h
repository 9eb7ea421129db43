// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spilno::style {

/// Whether the desktop asks for a dark window. Qt 6.4 has no call for it, so every way of finding
/// out stands in this one file; ask before the first palette of our own is set.
bool systemPrefersDark();

} // namespace spilno::style
