// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SyncCommand.h"

#include "app/cli/SyncRun.h"
#include "app/cli/Workplace.h"
#include "core/base/platform/Console.h"

namespace spilno::cli {

Syntax SyncCommand::syntax() const
{
    return {
        .name = QStringLiteral("sync"),
        .operands = QStringLiteral("[--once] [--json]"),
        .flags = {QStringLiteral("once")},
        .summary = tr("exchange changes with the city")};
}

base::Result<> SyncCommand::run(Surroundings &around)
{
    SPILNO_ASSIGN(const auto place, Workplace::open(around, Workplace::Keys::Needed));
    SyncRun exchange;
    SyncRun::Progress progress;
    if (base::errorIsTerminal()) {
        progress = [&around](const sync::SyncStatus &status) {
            around.terminal.progress(tr("%1 received, %2 sent, %3 to come")
                                         .arg(status.changesIn)
                                         .arg(status.changesOut)
                                         .arg(status.changesBehind));
        };
    }
    exchange.run(place->client(), around.clock, progress);
    SPILNO_ASSIGN(
        const auto lies,
        waitFor(place->replica().read(
            [](const replica::ReplicaDatabase &database) { return database.evidence(); })));
    if (!lies.empty())
        around.terminal.note(tr("The city's server has contradicted its own signature. Proofs kept "
                                "here: %1; proof list shows them.")
                                 .arg(lies.size()));
    SPILNO_TRY(exchange.outcome(around.terminal));
    // What was taken back leaves this computer's files too; what is busy now is owed still.
    (void)waitFor(place->replica().scrubIfDue());
    SPILNO_ASSIGN(const auto room, waitFor(place->client().photos().room()));
    if (room.waiting > 0)
        return around.terminal.fail(
            base::ErrorCode::Busy,
            tr("The city's server takes no photos for now; everything else was exchanged. Photos "
               "waiting here: %1.")
                .arg(room.waiting));
    const sync::SyncStatus &status = exchange.status();
    around.terminal.answer(
        exchange.toJson(), tr("%1 changes received, %2 sent, %3 bytes, %4 s")
                               .arg(status.changesIn)
                               .arg(status.changesOut)
                               .arg(status.bytesIn + status.bytesOut)
                               .arg(exchange.seconds(), 0, 'f', 2));
    return {};
}

} // namespace spilno::cli
