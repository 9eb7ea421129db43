// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ProofCheckCommand.h"

#include "app/cli/ProofJson.h"
#include "core/base/Limits.h"
#include "core/log/LieWords.h"

#include <QtCore/QFile>

namespace spilno::cli {

using base::ErrorCode;

namespace {

/// Whether the bytes are no proof at all, rather than one that proves nothing.
bool isUnusable(ErrorCode code)
{
    return code != ErrorCode::BadSignature && code != ErrorCode::WrongCity &&
           code != ErrorCode::Conflict;
}

} // namespace

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
