// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/commands/VerifyCommand.h"

#include "syncserver/commands/Sentences.h"
#include "syncserver/store/CityCheck.h"

#include <QtCore/QJsonArray>

namespace spilno::server {

using namespace Qt::StringLiterals;

Syntax VerifyCommand::syntax() const
{
    Syntax syntax;
    syntax.name = u"verify"_s;
    syntax.required = {u"data"_s};
    syntax.summary =
        Sentences::tr("recompute every hash, signature and table, and say what is wrong where");
    return syntax;
}

ExitCode VerifyCommand::run(const Surroundings &around)
{
    const DataFolder folder(around.line.value(u"data"_s));
    const auto report = CityCheck::run(folder, around.clock, around.random);
    if (!report)
        return around.fail(Sentences::ofData(report.error(), folder.path()));
    QJsonArray wrong;
    QStringList lines;
    for (const replica::Finding &finding : report->wrong) {
        wrong.append(finding.text());
        lines.append(finding.words());
    }
    const bool good = report->wrong.empty();
    lines.append(
        good ? Sentences::tr("All is right: %1 changes in %2 scopes, %3 photos.")
                   .arg(
                       QString::number(report->changes), QString::number(report->scopes),
                       QString::number(report->photos))
             : Sentences::tr("Something is wrong, as said above; a backup can be restored with "
                             "«spilno-server restore»."));
    around.answer(
        {{u"ok"_s, good},
         {u"wrong"_s, wrong},
         {u"changes"_s, static_cast<qint64>(report->changes)},
         {u"scopes"_s, report->scopes},
         {u"photos"_s, report->photos}},
        lines.join(u'\n'));
    return good ? ExitCode::Ok : ExitCode::Failed;
}

} // namespace spilno::server
