// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Submission.h"

#include "app/cli/Sentences.h"

namespace spilno::cli {

using base::ErrorCode;

base::Result<replica::Submitted> Submission::write(
    const Surroundings &around, Workplace &place, const replica::Draft &draft)
{
    auto made = waitFor(place.replica().submit({draft}));
    if (made)
        return made;
    const ErrorCode code = made.error().code;
    if (code != ErrorCode::NotPermitted && code != ErrorCode::Conflict)
        return made;
    const QString &reason = made.error().detail;
    return around.terminal.fail(
        code,
        tr("Nothing was written, for it would have no effect: %1.").arg(reasonSentence(reason)));
}

} // namespace spilno::cli
