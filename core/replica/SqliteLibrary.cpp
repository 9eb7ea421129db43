// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/SqliteLibrary.h"

#include <sqlite3.h>

namespace spilno::replica {

void settleSqliteLibrary()
{
    // Refused when something opened a database before; all works then, only slower.
    static const int settled = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(settled);
}

} // namespace spilno::replica
