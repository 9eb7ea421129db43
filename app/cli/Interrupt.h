// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spilno::cli {

/// Ctrl+C, asked about between two steps of long work, so that each step is whole. A second one
/// ends the program at once. Process-wide; installed by main().
class Interrupt
{
public:
    static void install();
    [[nodiscard]] static bool happened();
};

} // namespace spilno::cli
