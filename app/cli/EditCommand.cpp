// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/EditCommand.h"

#include "app/cli/DraftReader.h"
#include "app/cli/ReceiptClaim.h"
#include "app/cli/RecordJson.h"
#include "app/cli/Submission.h"

namespace spilno::cli {

Syntax EditCommand::syntax() const
{
    return {
        .name = QStringLiteral("edit"),
        .operands = QStringLiteral("TYPE ID --json FILE|- [--words \"SIX WORDS\"]"),
        .operandsMin = 2,
        .operandsMax = 2,
        .values = {QStringLiteral("words")},
        .readsJson = true,
        .summary = tr("change fields of a record")};
}

base::Result<> EditCommand::run(Surroundings &around)
{
    SPILNO_ASSIGN(const records::RecordType *type, Workplace::type(around, around.line.operand(0)));
    SPILNO_ASSIGN(const QJsonObject input, DraftReader::input(around));
    if (input.isEmpty())
        return around.terminal.fail(
            base::ErrorCode::InvalidArgument,
            tr("What is to change? Give a JSON object with --json FILE, or - for the input."));
    replica::Draft draft;
    draft.type = type->name;
    SPILNO_TRY(DraftReader::read(around, *type, input, {}, draft));
    SPILNO_ASSIGN(const auto place, Workplace::open(around, Workplace::Keys::Needed));
    SPILNO_ASSIGN(
        const replica::Record record,
        RecordFinder(around, *place).record(*type, around.line.operand(1)));
    draft.entity = record.entity;
    SPILNO_ASSIGN(draft.claim, ReceiptClaim::given(around, *place, draft.entity));
    SPILNO_ASSIGN(const replica::Submitted made, Submission::write(around, *place, draft));
    SPILNO_ASSIGN(const auto after, waitFor(place->replica().record(type->name, record.entity)));
    QJsonObject answer = after ? recordToJson(*type, *after) : QJsonObject();
    answer.insert(QStringLiteral("op"), made.ops.front().toHex());
    around.terminal.answer(answer, tr("Written; it goes to the city with the next sync."));
    return {};
}

} // namespace spilno::cli
