// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tidy/SourceFile.h"

#include <QList>

namespace spilno::tidy {

// A function body found in a file. `lines` counts from the opening to the closing brace.
struct FunctionBody
{
    QString name;
    int line = 0;
    int lines = 0;
};

// Finds function bodies by their braces: good enough for formatted code, no parser. Methods inside
// classes are found too; a lambda counts as part of the function it stands in, tables do not count.
QList<FunctionBody> findFunctions(const SourceFile &file);

} // namespace spilno::tidy
