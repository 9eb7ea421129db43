// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/PhotosCommand.h"

#include "app/cli/Workplace.h"

#include <QtCore/QFileInfo>

namespace spilno::cli {

using base::ErrorCode;

Syntax PhotosCommand::syntax() const
{
    return {
        .name = QStringLiteral("photos"),
        .operands = QStringLiteral("[--budget MEGABYTES] [--json]"),
        .values = {QStringLiteral("budget")},
        .summary = tr("the photos on this computer, and how much room they may take")};
}

base::Result<> PhotosCommand::run(Surroundings &around)
{
    constexpr qint64 kMegabyte = 1'000'000;
    SPILNO_ASSIGN(const auto place, Workplace::open(around, Workplace::Keys::Optional));
    profile::PhotoShelf &photos = place->client().photos();
    if (around.line.has(QStringLiteral("budget"))) {
        bool isNumber = false;
        const qint64 budget = around.line.value(QStringLiteral("budget")).toLongLong(&isNumber);
        if (!isNumber || budget < 0 || budget > INT64_MAX / kMegabyte)
            return around.terminal.fail(
                ErrorCode::InvalidArgument, tr("--budget is a whole number of megabytes."));
        SPILNO_TRY(waitFor(photos.setBudget(budget * kMegabyte)));
    }
    SPILNO_ASSIGN(const profile::PhotoShelf::Room room, waitFor(photos.room()));
    around.terminal.answer(
        {{QStringLiteral("folder"), QFileInfo(photos.folder().folder()).absoluteFilePath()},
         {QStringLiteral("files"), room.files},
         {QStringLiteral("bytes"), room.bytes},
         {QStringLiteral("budget_bytes"), room.budgetBytes},
         {QStringLiteral("waiting"), room.waiting}},
        tr("%1 files, %2 of %3 MB; %4 wait for the city.")
            .arg(room.files)
            .arg(room.bytes / kMegabyte)
            .arg(room.budgetBytes / kMegabyte)
            .arg(room.waiting));
    return {};
}

} // namespace spilno::cli
