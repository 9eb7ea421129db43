// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spilno::replica {

/// Settles how the SQLite library works in this process; called before a connection is opened, from
/// any thread, and costs nothing after the first time. Without it every allocation of every thread
/// waits for one lock that guards a statistic nobody reads.
void settleSqliteLibrary();

} // namespace spilno::replica
