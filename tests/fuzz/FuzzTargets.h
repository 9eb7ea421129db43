// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <cstddef>
#include <cstdint>
#include <vector>

/// The functions that fuzzers call, one for each thing that is read from a peer, a file or a
/// person. Each aborts where an input shows a fault; that it returns is all there is to it.
namespace spilno::fuzz {

struct Target
{
    const char *name;
    void (*run)(const std::uint8_t *data, std::size_t size);
    /// Inputs to begin with, from the vectors of the protocol or made here.
    std::vector<QByteArray> (*seeds)();
};

[[nodiscard]] const std::vector<Target> &targets();

} // namespace spilno::fuzz
