// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ImportCommand.h"

#include "app/cli/Interrupt.h"
#include "app/cli/Sentences.h"
#include "app/cli/SyncRun.h"

namespace spilno::cli {

using base::ErrorCode;
using import::RequestImport;

Syntax ImportCommand::syntax() const
{
    return {
        .name = QStringLiteral("import requests"),
        .operands = QStringLiteral("FILE --map MAPPING [--resume] [--json]"),
        .operandsMin = 1,
        .operandsMax = 1,
        .values = {QStringLiteral("map")},
        .flags = {QStringLiteral("resume")},
        .summary = tr("import requests from a CSV file")};
}

tl::unexpected<base::Error> ImportCommand::explain(
    const Surroundings &around, const base::Error &error) const
{
    if (around.terminal.hasSaid(error))
        return base::failure(error);
    const QString file = around.line.operand(0);
    switch (error.code) {
    case ErrorCode::NotFound:
        return around.terminal.fail(error.code, tr("There is no file %1.").arg(error.detail));
    case ErrorCode::InvalidArgument:
        return around.terminal.fail(
            error.code, tr("%1 is not a file of requests: %2.").arg(file, error.detail));
    case ErrorCode::Malformed:
        return around.terminal.fail(
            error.code, tr("The mapping cannot be used: %1.").arg(error.detail));
    case ErrorCode::NotPermitted:
        return around.terminal.fail(
            error.code, tr("The department %1 or its categories are not in the city yet; a "
                           "registrar has to make them.")
                            .arg(error.detail));
    case ErrorCode::Cancelled:
        return around.terminal.fail(
            error.code, tr("Stopped. What is imported stays; go on with --resume."));
    default:
        return base::failure(error);
    }
}

base::Result<> ImportCommand::prepare(
    Surroundings &around, Workplace &place, RequestImport &job) const
{
    SPILNO_ASSIGN(const bool isReady, job.prepare());
    if (isReady)
        return {};
    around.terminal.note(tr("Entering departments into the city: %1").arg(job.names().size()));
    SyncRun exchange;
    exchange.run(place.client(), around.clock);
    SPILNO_TRY(exchange.outcome(around.terminal));
    SPILNO_ASSIGN(const bool isNowReady, job.prepare());
    if (!isNowReady)
        return around.terminal.fail(
            ErrorCode::NotPermitted, tr("The city did not accept the new departments."));
    return {};
}

base::Result<> ImportCommand::run(Surroundings &around)
{
    if (!around.line.has(QStringLiteral("map")))
        return around.terminal.fail(
            ErrorCode::InvalidArgument,
            tr("Which columns mean what? Give a mapping: --map %1")
                .arg(import::ImportMapping::shippedNames().join(QLatin1Char('|'))));
    SPILNO_ASSIGN(const auto place, Workplace::open(around, Workplace::Keys::Needed));
    const qint64 began = around.clock.monotonicMs();
    RequestImport job(
        place->replica(), place->identity(), around.random,
        {around.line.operand(0), around.line.value(QStringLiteral("map"))});
    const auto watch = [&around](const RequestImport::Progress &progress) {
        around.terminal.progress(
            progress.isSurvey ? tr("%1 rows read").arg(progress.rows)
                              : tr("%1 of %2 rows, %3 imported, %4 rejected")
                                    .arg(progress.rows)
                                    .arg(progress.rowsAll)
                                    .arg(progress.imported)
                                    .arg(progress.rejected));
        return !Interrupt::happened();
    };
    if (const auto surveyed = job.survey(watch); !surveyed)
        return explain(around, surveyed.error());
    if (const auto prepared = prepare(around, *place, job); !prepared)
        return explain(around, prepared.error());
    const auto done = job.run(watch);
    if (!done)
        return explain(around, done.error());
    const double seconds = static_cast<double>(around.clock.monotonicMs() - began) / 1000.0;
    QJsonObject answer{
        {QStringLiteral("rows"), done->rows},
        {QStringLiteral("imported"), done->imported},
        {QStringLiteral("known"), done->known},
        {QStringLiteral("rejected"), done->rejected},
        {QStringLiteral("rejects_file"),
         done->rejected > 0 ? QJsonValue(job.rejectsPath()) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("seconds"), seconds}};
    QString text = tr("%1 rows: %2 imported (%3 of them before), %4 rejected, %5 s")
                       .arg(done->rows)
                       .arg(done->imported)
                       .arg(done->known)
                       .arg(done->rejected)
                       .arg(seconds, 0, 'f', 1);
    if (done->rejected > 0)
        text += QLatin1Char('\n') +
                tr("The rejected rows with their reasons: %1").arg(job.rejectsPath());
    around.terminal.answer(answer, text);
    return {};
}

} // namespace spilno::cli
