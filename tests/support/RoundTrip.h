// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"

#include <span>

/// One decoder and its encoder, as tests and fuzzers see them: what a decoder accepts, its encoder
/// must write as the same bytes again.
namespace spilno::support {

enum class Outcome {
    Refused,
    Same,     ///< Accepted, and encoded to the same bytes again.
    Different ///< Accepted, but encoded to other bytes: two encodings of one value.
};

struct Codec
{
    const char *name;   ///< Of the fuzz target.
    const char *folder; ///< Of docs/protocol/vectors, where inputs to begin with are.
    Outcome (*roundTrip)(base::ByteView bytes);
};

/// Every codec of the protocol. Payloads come as u16be length of the shape ‖ shape ‖ values.
[[nodiscard]] std::span<const Codec> codecs();

/// The one of that name, which must exist.
[[nodiscard]] const Codec &codec(const char *name);

} // namespace spilno::support
