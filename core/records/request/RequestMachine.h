// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/Registry.h"

namespace spilno::records::request {

/// The states of a request; the numbers stand on the wire.
enum class State : std::uint32_t {
    Registered = 1,
    NeedsInformation = 2,
    Assigned = 3,
    InProgress = 4,
    DoneWaiting = 5, ///< done, waits for the reporter's word
    Closed = 6,      ///< confirmed by the reporter
    Refused = 7,
    Duplicate = 8,
    PassedOn = 9,
    ClosedUnconfirmed = 10, ///< nobody answered in time; counted apart
};

/// The life of a request, as data.
[[nodiscard]] StateMachine requestMachine();

} // namespace spilno::records::request
