// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/Record.h"

namespace spilno::replica {

/// A record on a map: no more than it takes to draw it.
struct Place
{
    RowId row = 0;
    qint32 latitude = 0; ///< In 1e-7 degrees.
    qint32 longitude = 0;
    std::uint32_t state = 0;
    qint64 timeMs = 0; ///< Of the field asked for; 0: none.
};

struct Places
{
    std::vector<Place> items; ///< The first by the query's order, up to its limit.
    qint64 all = 0;           ///< How many there are.
};

} // namespace spilno::replica
