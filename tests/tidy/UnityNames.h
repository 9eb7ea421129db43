// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tidy/Finding.h"
#include "tests/tidy/SourceFile.h"

#include <QList>

namespace spilno::tidy {

// Constants of one name in the anonymous namespaces of two sources of a library. Ten sources are
// compiled as one, and which ten depends on how many there are: a file added anywhere can bring two
// such names together, and nothing builds any more. Reported at the second of them.
Findings meetingConstants(const QList<SourceFile> &files);

} // namespace spilno::tidy
