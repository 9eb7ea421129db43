// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/Frames.h"

namespace spilno::wire {

class CborReader;

/// Reads the body of a frame of a known type. Part of decodeFrame(), which checks the size before
/// and that the reader has finished after: a frame read by a failed reader means nothing.
[[nodiscard]] Frame readFrameBody(FrameType type, CborReader &reader);

} // namespace spilno::wire
