// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spilno::base {

/// Lets every other thread of the machine that has work go before the calling one. Kept until the
/// thread ends. Where the system has no such thing for one thread, nothing happens.
void yieldThisThread();

} // namespace spilno::base
