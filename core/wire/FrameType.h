// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace spilno::wire {

/// The byte that says what a frame is. A number, once released, is never another's.
enum class FrameType : std::uint8_t {
    Greeting = 1,
    Hello = 2,
    Welcome = 3,
    Page = 4,
    Push = 5,
    Receipt = 6,
    Fork = 7,
    Retry = 8,
    Refused = 9,
    Credit = 10,
    Checkpoint = 11,
    Held = 12,
    BlobGet = 13,
    BlobPart = 14,
    BlobPut = 15,
    BlobDone = 16,
    Bye = 17,
    Ping = 18,
    Pong = 19,
    Follow = 20,
    ScopeDone = 21,
    Prove = 22,
    Proof = 23,
};

} // namespace spilno::wire
