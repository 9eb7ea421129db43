// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/BundleCommands.h"

#include "app/cli/Interrupt.h"
#include "app/cli/Workplace.h"
#include "core/profile/ReplicaSyncStore.h"
#include "core/sync/BundleExport.h"
#include "core/sync/BundleImport.h"

#include <QtCore/QEventLoop>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

namespace spilno::cli {

using base::ErrorCode;
using replica::ReplicaDatabase;

Syntax BundleExportCommand::syntax() const
{
    return {
        .name = QStringLiteral("bundle export"),
        .operands = QStringLiteral("FILE [--json]"),
        .operandsMin = 1,
        .operandsMax = 1,
        .summary = tr("write all changes into a file, to carry them where no network is")};
}

base::Result<> BundleExportCommand::run(Surroundings &around)
{
    SPILNO_ASSIGN(const auto place, Workplace::open(around, Workplace::Keys::Optional));
    const QString path = around.line.operand(0);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return around.terminal.fail(
            ErrorCode::ReadOnly, tr("The file %1 cannot be written.").arg(path));
    const qint64 now = around.clock.wallMs();
    SPILNO_ASSIGN(
        const auto counts, waitFor(place->replica().write([&file, now](ReplicaDatabase &database) {
            return sync::BundleExport(database, file, now).run([](const auto &) {
                return !Interrupt::happened();
            });
        })));
    const qint64 bytes = file.size();
    if (!file.commit())
        return around.terminal.fail(
            ErrorCode::DiskFull, tr("The file %1 could not be saved.").arg(path));
    around.terminal.answer(
        {{QStringLiteral("changes"), static_cast<qint64>(counts.changes)},
         {QStringLiteral("pending"), static_cast<qint64>(counts.pending)},
         {QStringLiteral("bytes"), bytes},
         {QStringLiteral("file"), path}},
        tr("%1 changes and %2 on their way to the city, %3 bytes")
            .arg(counts.changes)
            .arg(counts.pending)
            .arg(bytes));
    return {};
}

Syntax BundleImportCommand::syntax() const
{
    return {
        .name = QStringLiteral("bundle import"),
        .operands = QStringLiteral("FILE [--json]"),
        .operandsMin = 1,
        .operandsMax = 1,
        .summary = tr("take in a file of changes")};
}

base::Result<> BundleImportCommand::run(Surroundings &around)
{
    SPILNO_ASSIGN(const auto place, Workplace::open(around, Workplace::Keys::Optional));
    const QString path = around.line.operand(0);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return around.terminal.fail(
            ErrorCode::NotFound, tr("The file %1 cannot be read.").arg(path));
    profile::ReplicaSyncStore store(place->replica());
    base::Result<> kept;
    const auto carry = [&](const log::VerifiedRun &run) {
        const auto done = waitFor(place->replica().write(
            [run](ReplicaDatabase &database) { return database.carry(run); }));
        if (!done)
            kept = done;
    };
    sync::BundleImport job(file, store, carry);
    QEventLoop loop;
    std::optional<base::Error> error;
    QObject::connect(
        &job, &sync::BundleImport::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    QObject::connect(
        &job, &sync::BundleImport::failed, &loop,
        [&](const base::Error &why) {
            error = why;
            loop.quit();
        },
        Qt::QueuedConnection);
    job.start();
    loop.exec();
    if (error && error->code == ErrorCode::Malformed)
        return around.terminal.fail(
            ErrorCode::Malformed,
            tr("%1 is not a bundle, or it was cut: %2.").arg(path, error->detail));
    if (error && error->code == ErrorCode::WrongCity)
        return around.terminal.fail(
            ErrorCode::WrongCity, tr("%1 is a bundle of another city.").arg(path));
    if (error)
        return base::failure(*error);
    SPILNO_TRY(kept);
    const sync::BundleImport::Counts &counts = job.counts();
    const auto number = [](std::uint64_t value) { return static_cast<qint64>(value); };
    around.terminal.answer(
        {{QStringLiteral("applied"), number(counts.applied)},
         {QStringLiteral("known"), number(counts.known)},
         {QStringLiteral("missing"), number(counts.missing)},
         {QStringLiteral("carried"), number(counts.carried)},
         {QStringLiteral("refused"), number(counts.refused)}},
        tr("%1 changes are new here, %2 were known, %3 go to the city with the next sync.")
            .arg(counts.applied)
            .arg(counts.known)
            .arg(counts.carried));
    if (counts.refused > 0)
        return around.terminal.fail(
            ErrorCode::BadSignature,
            tr("Changes in %1 that are not as their authors signed them, and were left out: %2.")
                .arg(path)
                .arg(counts.refused));
    return {};
}

} // namespace spilno::cli
