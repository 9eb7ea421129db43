// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QtCore/QLockFile>

#include <memory>

namespace spilno::base {

/// A lock file at `path`, held as long as the result lives; one that a dead process left behind is
/// taken over. AlreadyInUse while another process (or another part of this one) holds it, DiskFull,
/// or ReadOnly; `what` says in the detail what is locked. Waits up to a second when it looks as if
/// the file was being made just now.
[[nodiscard]] Result<std::unique_ptr<QLockFile>> lockFile(const QString &path, const QString &what);

} // namespace spilno::base
