// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/requests/RequestDraft.h"
#include "core/replica/ReplicaDatabase.h"

#include <vector>

namespace spilno::pages {

/// Open requests that may be about the same thing as a draft: with the same words in the title, or
/// at the same place in the same category. At most five, the likeliest first; none for a draft
/// that says too little. For any thread that owns a database.
[[nodiscard]] base::Result<std::vector<replica::Record>> similarRequests(
    const replica::ReplicaDatabase &database, const RequestDraft &draft);

} // namespace spilno::pages
