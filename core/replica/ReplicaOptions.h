// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Random.h"

#include <QtCore/QString>

namespace spilno::records {
class Registry;
}

namespace spilno::replica {

/// How the file of a replica is opened. What is pointed to must outlive the replica.
struct ReplicaOptions
{
    QString path; ///< The file; made with its folder when absent.
    const records::Registry *registry = nullptr;
    base::Clock *clock = nullptr;
    base::Random *random = nullptr;
    const char *vfs = nullptr; ///< SQLite VFS name, for the simulation; null: default.
    bool readOnly = false;     ///< A second connection beside the writer's; only questions.
    bool searched = false;     ///< Texts are noted for a full-text index, see SearchFollower.
    bool exclusive = true;     ///< AlreadyInUse when another process has it open.
};

} // namespace spilno::replica
