// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ActCommand.h"

#include "app/cli/ReceiptClaim.h"
#include "app/cli/RecordJson.h"
#include "app/cli/Submission.h"

#include <algorithm>

namespace spilno::cli {

using base::ErrorCode;
using replica::Conflict;

Syntax ActCommand::syntax() const
{
    return {
        .name = QStringLiteral("act"),
        .operands =
            QStringLiteral("TYPE ID TRANSITION|settle [--json FILE|-] [--words \"SIX WORDS\"]"),
        .operandsMin = 3,
        .operandsMax = 3,
        .values = {QStringLiteral("words")},
        .readsJson = true,
        .summary = tr("take a step with a record, or settle its conflicts")};
}

base::Result<replica::Draft> ActCommand::settle(
    const Surroundings &around,
    Workplace &place,
    const records::RecordType &type,
    const QJsonObject &input) const
{
    replica::Draft draft;
    draft.type = type.name;
    SPILNO_ASSIGN(draft.entity, RecordFinder(around, place).entity(type, around.line.operand(1)));
    const QString op = input.value(QStringLiteral("op")).toString();
    const QString field = input.value(QStringLiteral("field")).toString();
    SPILNO_ASSIGN(const auto conflicts, waitFor(place.replica().conflicts()));
    bool found = false;
    for (const Conflict &conflict : conflicts) {
        const bool isAsked = (op.isEmpty() || conflict.op.toHex() == op) &&
                             (field.isEmpty() || conflict.field == field);
        if (conflict.entity != draft.entity || conflict.type != type.number || !isAsked)
            continue;
        found = true;
        if (conflict.versions.empty()) {
            draft.settles.push_back(conflict.op);
            continue;
        }
        // A later write that has seen all versions ends a soft conflict of a field.
        const records::FieldDescriptor *known = type.field(conflict.field);
        wire::Value value = conflict.versions.front().second;
        if (known != nullptr && input.contains(QStringLiteral("value"))) {
            SPILNO_ASSIGN(value, valueFromJson(*known, input.value(QStringLiteral("value"))));
        }
        draft.fields.append({conflict.field, std::move(value)});
    }
    if (!found)
        return around.terminal.fail(
            ErrorCode::NotFound, tr("There is no such conflict to settle."));
    return draft;
}

base::Result<replica::Draft> ActCommand::step(
    const Surroundings &around,
    Workplace &place,
    const records::RecordType &type,
    const QJsonObject &input) const
{
    const QString name = around.line.operand(2);
    SPILNO_ASSIGN(
        const replica::Record record,
        RecordFinder(around, place).record(type, around.line.operand(1)));
    const auto &steps = type.machine.steps;
    const bool known = std::any_of(
        steps.begin(), steps.end(), [&name](const auto &one) { return one.name == name; });
    if (!known || type.machine.step(record.state, name) == nullptr) {
        QStringList possible{QStringLiteral("settle")};
        for (const records::Step &one : steps) {
            if (one.from == record.state)
                possible.append(one.name);
        }
        return around.terminal.fail(
            known ? ErrorCode::Conflict : ErrorCode::InvalidArgument,
            tr("%1 is not possible now; possible are: %2.")
                .arg(name, possible.join(QStringLiteral(", "))));
    }
    replica::Draft draft;
    draft.type = type.name;
    draft.entity = record.entity;
    draft.step = name;
    SPILNO_TRY(DraftReader::read(around, type, input, {}, draft));
    if (type.machine.step(record.state, name)->needsNote && draft.fields.isEmpty())
        return around.terminal.fail(
            ErrorCode::InvalidArgument,
            tr("This step needs a sentence: --json with \"note\", \"answer\" or \"reason\"."));
    return draft;
}

base::Result<> ActCommand::run(Surroundings &around)
{
    SPILNO_ASSIGN(const records::RecordType *type, Workplace::type(around, around.line.operand(0)));
    SPILNO_ASSIGN(const QJsonObject input, DraftReader::input(around));
    SPILNO_ASSIGN(const auto place, Workplace::open(around, Workplace::Keys::Needed));
    const bool isSettling = around.line.operand(2) == QLatin1String("settle");
    SPILNO_ASSIGN(
        replica::Draft draft,
        isSettling ? settle(around, *place, *type, input) : step(around, *place, *type, input));
    SPILNO_ASSIGN(draft.claim, ReceiptClaim::given(around, *place, draft.entity));
    SPILNO_ASSIGN(const replica::Submitted made, Submission::write(around, *place, draft));
    SPILNO_ASSIGN(const auto after, waitFor(place->replica().record(type->name, draft.entity)));
    QJsonObject answer = after ? recordToJson(*type, *after) : QJsonObject();
    answer.insert(QStringLiteral("id"), draft.entity.toHex());
    answer.insert(QStringLiteral("op"), made.ops.front().toHex());
    const QString state = answer.value(QStringLiteral("state")).toString();
    around.terminal.answer(
        answer, isSettling ? tr("Settled; it goes to the city with the next sync.")
                           : tr("Now: %1; it goes to the city with the next sync.").arg(state));
    return {};
}

} // namespace spilno::cli
