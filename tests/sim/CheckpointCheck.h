// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/Checkpoint.h"
#include "tests/sim/LogView.h"

namespace spilno::sim {

/// The unsigned checkpoint over a whole log, computed in the plainest way from
/// docs/protocol/transparency.md, without the tables and the edge that a sequencer keeps: the tree
/// leaf by leaf, the map scope by scope. Its time is left at 0.
[[nodiscard]] log::Checkpoint plainCheckpoint(const base::CityId &city, const LogView &log);

} // namespace spilno::sim
