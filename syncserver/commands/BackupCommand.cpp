// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/commands/BackupCommand.h"

#include "syncserver/commands/BackupSchedule.h"
#include "syncserver/commands/Sentences.h"
#include "syncserver/store/CityBackup.h"

#include "core/base/platform/StopSignal.h"

#include <QtCore/QDir>

namespace spilno::server {

using namespace Qt::StringLiterals;

Syntax BackupCommand::syntax() const
{
    Syntax syntax;
    syntax.name = u"backup"_s;
    syntax.required = {u"data"_s};
    syntax.optional = {u"every"_s, u"keep"_s, u"to"_s};
    syntax.operand = u"FILE"_s;
    syntax.instead = {u"every"_s};
    syntax.summary = Sentences::tr(
        "copy the city into FILE, or with --every 1d --keep 14 --to DIR again and again");
    return syntax;
}

ExitCode BackupCommand::run(const Surroundings &around)
{
    BackupSchedule::Plan plan;
    if (const auto wrong = BackupSchedule::read(around.line, plan))
        return around.misused(*wrong);
    const DataFolder folder(around.line.value(u"data"_s));
    if (const auto there = folder.check(); !there)
        return around.fail(Sentences::ofData(there.error(), folder.path()));
    if (plan.everyMs > 0) {
        base::StopSignal stop;
        ServerLog log(around.clock, ServerLog::standardError());
        BackupSchedule schedule(plan, folder, around.clock, log);
        schedule.start();
        QObject::connect(
            &stop, &base::StopSignal::asked, QCoreApplication::instance(), &QCoreApplication::quit);
        QCoreApplication::exec();
        return ExitCode::Ok;
    }
    const QString file = QDir().absoluteFilePath(around.line.operand());
    const auto made = CityBackup::write(folder, file, around.clock);
    if (!made) {
        if (made.error().code == base::ErrorCode::ReadOnly)
            return around.fail(Sentences::tr("The file %1 cannot be written.").arg(file));
        return around.fail(Sentences::ofData(made.error(), folder.path()));
    }
    around.answer(
        {{u"file"_s, file}, {u"bytes"_s, made->bytes}, {u"files"_s, made->files}},
        Sentences::tr("The city is in %1 (%2 bytes). Keep it as safe as the server: it holds its "
                      "keys.")
            .arg(file)
            .arg(made->bytes));
    return ExitCode::Ok;
}

} // namespace spilno::server
