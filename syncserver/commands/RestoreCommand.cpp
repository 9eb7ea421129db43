// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/commands/RestoreCommand.h"

#include "syncserver/commands/Sentences.h"
#include "syncserver/store/CityBackup.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QLocale>

namespace spilno::server {

using namespace Qt::StringLiterals;

Syntax RestoreCommand::syntax() const
{
    Syntax syntax;
    syntax.name = u"restore"_s;
    syntax.required = {u"data"_s};
    syntax.operand = u"FILE"_s;
    syntax.summary = Sentences::tr("make a data folder from a backup");
    return syntax;
}

ExitCode RestoreCommand::run(const Surroundings &around)
{
    const DataFolder folder(around.line.value(u"data"_s));
    const QString file = QDir().absoluteFilePath(around.line.operand());
    const auto made = CityBackup::restore(file, folder);
    if (!made) {
        switch (made.error().code) {
        case base::ErrorCode::InvalidArgument:
            return around.fail(Sentences::tr("There is a city in %1 already; move the folder away "
                                             "before a backup is restored.")
                                   .arg(folder.path()));
        case base::ErrorCode::NotFound:
            return around.fail(Sentences::tr("There is no file %1.").arg(file));
        case base::ErrorCode::Malformed:
        case base::ErrorCode::Corrupt:
            return around.fail(
                Sentences::tr("The file %1 is no backup of a city, or is damaged.").arg(file));
        case base::ErrorCode::UnsupportedVersion:
            return around.fail(Sentences::tr("A newer version of the program made the backup %1; "
                                             "please update first.")
                                   .arg(file));
        default:
            return around.fail(Sentences::ofData(made.error(), folder.path()));
        }
    }
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(made->madeMs);
    around.answer(
        {{u"data"_s, folder.path()},
         {u"made"_s, moment.toUTC().toString(Qt::ISODateWithMs)},
         {u"files"_s, made->files}},
        Sentences::tr("The city in %1 is as it was at %2.")
            .arg(folder.path(), QLocale().toString(moment, QLocale::ShortFormat)));
    return ExitCode::Ok;
}

} // namespace spilno::server
