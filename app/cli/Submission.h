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
    /// The errors of replica::Effect::Wanted, with a sentence; nothing is written then.
    [[nodiscard]] static base::Result<replica::Submitted> write(
        const Surroundings &around, Workplace &place, const replica::Draft &draft);
};

} // namespace spilno::cli
