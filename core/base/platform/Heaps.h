// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spilno::base {

/// Lets all threads share two heaps. glibc gives each busy thread one of its own and hands little
/// of it back, which costs a replica that takes up a city a quarter more memory and wins no time.
/// For main(), before threads start; does nothing elsewhere.
void shareHeaps();

} // namespace spilno::base
