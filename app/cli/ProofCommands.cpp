// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ProofCommands.h"

#include "app/cli/ProofJson.h"
#include "app/cli/RecordJson.h"
#include "app/cli/Workplace.h"
#include "core/base/Limits.h"
#include "core/log/LieWords.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QSaveFile>

#include <algorithm>

namespace spilno::cli {

using base::ErrorCode;
using replica::Evidence;

namespace {

base::Result<std::vector<Evidence>> evidenceOf(Workplace &place)
{
    return waitFor(place.replica().read(
        [](const replica::ReplicaDatabase &database) { return database.evidence(); }));
}

/// Whether the bytes are no proof at all, rather than one that proves nothing.
bool isUnusable(ErrorCode code)
{
    return code != ErrorCode::BadSignature && code != ErrorCode::WrongCity &&
           code != ErrorCode::Conflict;
}

} // namespace

Syntax ProofListCommand::syntax() const
{
    return {
        .name = QStringLiteral("proof list"),
        .operands = QStringLiteral("[--json]"),
        .summary = tr("the proofs kept here that the city's server lied")};
}

base::Result<> ProofListCommand::run(Surroundings &around)
{
    SPILNO_ASSIGN(const auto place, Workplace::open(around, Workplace::Keys::Optional));
    SPILNO_ASSIGN(const auto all, evidenceOf(*place));
    QJsonArray items;
    QStringList lines;
    for (const Evidence &one : all) {
        SPILNO_ASSIGN(const auto verdict, log::judgeProof(base::view(one.bytes)));
        QJsonObject item = proofJson(verdict);
        item.insert(QStringLiteral("id"), one.id);
        item.insert(QStringLiteral("found"), timeToJson(one.foundMs));
        item.insert(QStringLiteral("sentence"), log::lieSentence(verdict));
        items.append(item);
        lines.append(QStringLiteral("%1  %2").arg(one.id).arg(log::lieSentence(verdict)));
    }
    around.terminal.answer(
        {{QStringLiteral("items"), items}}, lines.isEmpty()
                                                ? tr("Nothing proves a lie of the city's server.")
                                                : lines.join(QLatin1Char('\n')));
    return {};
}

Syntax ProofExportCommand::syntax() const
{
    return {
        .name = QStringLiteral("proof export"),
        .operands = QStringLiteral("ID FILE [--json]"),
        .operandsMin = 2,
        .operandsMax = 2,
        .summary = tr("write one of them into a file, for anybody to check")};
}

base::Result<> ProofExportCommand::run(Surroundings &around)
{
    SPILNO_ASSIGN(const auto place, Workplace::open(around, Workplace::Keys::Optional));
    SPILNO_ASSIGN(const auto all, evidenceOf(*place));
    const QString id = around.line.operand(0);
    const auto found = std::find_if(all.begin(), all.end(), [&id](const Evidence &one) {
        return QString::number(one.id) == id;
    });
    if (found == all.end())
        return around.terminal.fail(
            ErrorCode::NotFound, tr("There is no proof %1 here; proof list shows them.").arg(id));
    const QString path = around.line.operand(1);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return around.terminal.fail(
            ErrorCode::ReadOnly, tr("The file %1 cannot be written.").arg(path));
    file.write(found->bytes);
    if (!file.commit())
        return around.terminal.fail(
            ErrorCode::DiskFull, tr("The file %1 could not be saved.").arg(path));
    around.terminal.answer(
        {{QStringLiteral("file"), path}, {QStringLiteral("bytes"), found->bytes.size()}},
        tr("Written to %1; proof check judges it anywhere.").arg(path));
    return {};
}

Syntax ProofCheckCommand::syntax() const
{
    return {
        .name = QStringLiteral("proof check"),
        .operands = QStringLiteral("FILE [--json]"),
        .operandsMin = 1,
        .operandsMax = 1,
        .needsProfile = false,
        .summary = tr("say whether a file proves that a city's server lied")};
}

base::Result<> ProofCheckCommand::run(Surroundings &around)
{
    const QString path = around.line.operand(0);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return around.terminal.fail(ErrorCode::Io, tr("The file %1 cannot be read.").arg(path));
    const QByteArray bytes = file.read(limits::kLieProofBytesMax + 1);
    const auto verdict = log::judgeProof(base::view(bytes));
    if (!verdict && verdict.error().code == ErrorCode::UnsupportedVersion)
        return base::failure(verdict.error());
    if (!verdict && isUnusable(verdict.error().code))
        return around.terminal.fail(
            verdict.error().code, tr("The file %1 is no proof of a lie.").arg(path));
    const QString sentence = !verdict           ? log::innocenceSentence(verdict.error())
                             : verdict->isLie() ? log::lieSentence(*verdict)
                                                : log::innocenceSentence(verdict->finding);
    QJsonObject answer = verdict ? proofJson(*verdict) : refusedProofJson(verdict.error());
    answer.insert(QStringLiteral("sentence"), sentence);
    const bool isLie = verdict && verdict->isLie();
    around.terminal.answer(answer, isLie ? sentence : QString());
    if (!isLie)
        return around.terminal.fail(verdict ? ErrorCode::Conflict : verdict.error().code, sentence);
    return {};
}

int ProofCheckCommand::exitCodeOf(const base::Error &error) const
{
    return isUnusable(error.code) ? kExitUnusable : kExitFailed;
}

} // namespace spilno::cli
