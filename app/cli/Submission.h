// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/RecordFinder.h"

namespace spilno::cli {

/// How commands write one change.
class Submission
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::Submission)

public:
    /// NotPermitted with a sentence where the draft can have no effect, and nothing is written
    /// then. What waits for a certificate or a record that may be on its way is written.
    [[nodiscard]] static base::Result<replica::Submitted> write(
        const Surroundings &around, Workplace &place, const replica::Draft &draft);
};

} // namespace spilno::cli
