// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tidy/SourceFile.h"

#include <QList>

namespace spilno::tidy {

// Reads every file the rules apply to: C++ of core, syncserver, app and tests, and the scripts,
// CMake files and SQL that must carry licence lines. Build folders are left out.
QList<SourceFile> readSourceTree(const QString &root);

} // namespace spilno::tidy
