// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Submission.h"

#include "app/cli/Sentences.h"

namespace spilno::cli {

base::Result<replica::Submitted> Submission::write(
    const Surroundings &around, Workplace &place, const replica::Draft &draft)
{
    auto made = waitFor(place.replica().submit({draft}));
    if (made)
        return made;
    const QString &reason = made.error().detail;
    const QString words = reasonSentence(reason);
    if (words == reason) // no verdict, but something else that went wrong
        return made;
    return around.terminal.fail(
        made.error().code, tr("Nothing was written, for it would have no effect: %1.").arg(words));
}

} // namespace spilno::cli
