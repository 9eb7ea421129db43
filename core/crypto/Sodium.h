// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/base/Result.h"

namespace spilno::crypto {

/// Prepares libsodium; idempotent and thread-safe, aborts where the machine has no randomness.
void initialise();

/// Runs the pinned Ed25519 edge-case vectors through the one verifier the protocol allows. A
/// library that accepts another set of signatures would split replicas: the program refuses to
/// start.
[[nodiscard]] base::Result<> selfTest();

/// The operating system's randomness. Thread-safe.
class SystemRandom final : public base::Random
{
public:
    void fill(std::span<std::uint8_t> out) override;
};

} // namespace spilno::crypto
