// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringView>

namespace spilno::base {

/// How many letters must be changed, left out, added or swapped with their neighbour to turn one
/// text into the other (optimal string alignment). Stops counting above `limit` and returns
/// limit + 1. Pure function, any thread.
[[nodiscard]] int editDistance(QStringView one, QStringView other, int limit);

} // namespace spilno::base
