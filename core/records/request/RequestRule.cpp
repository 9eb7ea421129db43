// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/request/RequestRule.h"

#include "core/base/text/NumberFold.h"
#include "core/records/Fields.h"
#include "core/records/Judge.h"
#include "core/records/request/RequestMachine.h"

#include <algorithm>
#include <initializer_list>

namespace spilno::records::request {

namespace {

bool touches(const FoldChange &change, std::initializer_list<std::uint32_t> keys)
{
    return std::any_of(keys.begin(), keys.end(), [&change](std::uint32_t key) {
        return change.payload.field(key) != nullptr;
    });
}

Verdict checkNumber(const FoldChange &change, const Authority &authority)
{
    const QString number = written(change, kNumber).toText();
    if (number.isEmpty())
        return Verdict::Applied;
    if (base::canonicalRequestNumber(number) != number)
        return Verdict::BadField;
    const QByteArray prefix = number.section(u'-', 0, 0).toUtf8();
    if (!authority.prefixGranted(change.device, prefix, change.logIndex))
        return Verdict::NoRight;
    return authority.nameTaken(kNumberName, numberName(change.scope, number), change.entity)
               ? Verdict::Taken
               : Verdict::Applied;
}

Verdict checkCreation(const FoldChange &change, const Authority &authority)
{
    const bool imported =
        written(change, kSource).toInteger() == static_cast<qint64>(Source::Import);
    const bool office =
        imported || touches(change, {kClosed, kTarget, kAssignee, kAnswer, kReason, kDuplicateOf});
    if (office && !hasRight(Right::StaffOrRegistrar, change, nullptr, authority))
        return Verdict::NoRight;
    return checkNumber(change, authority);
}

/// Closing at once is for what was closed before it came here. What somebody wrote down for another
/// is confirmed by the receipt only, or a clerk would confirm the office's own work.
Verdict checkClosing(const FoldChange &change, const EntityImage &before)
{
    if (change.payload.transition->from == static_cast<std::uint32_t>(State::Registered)) {
        const wire::Value source = before.value(kSource);
        return source == wire::Value(static_cast<qint64>(Source::Import)) ? Verdict::Applied
                                                                          : Verdict::NoRight;
    }
    return before.value(kOnBehalf).toBoolean() && !provesClaim(change, before) ? Verdict::BadProof
                                                                               : Verdict::Applied;
}

/// Why a step of a known shape cannot be taken here after all.
Verdict checkStep(const FoldChange &change, const EntityImage &before)
{
    const wire::Transition &transition = *change.payload.transition;
    const Step *step = before.type->machine.step(transition.from, transition.to);
    if (step == nullptr)
        return Verdict::NoSuchStep;
    if (step->needsNote && !touches(change, {kNote, kAnswer, kReason}))
        return Verdict::MissingField;
    switch (static_cast<State>(transition.to)) {
    case State::Refused:
        return touches(change, {kReason}) ? Verdict::Applied : Verdict::MissingField;
    case State::Duplicate: {
        auto other = writtenId<base::EntityId>(change, kDuplicateOf);
        if (other.isNull())
            other = idIn<base::EntityId>(before.value(kDuplicateOf));
        return other.isNull() || other == before.entity ? Verdict::MissingField : Verdict::Applied;
    }
    case State::Closed:
        return checkClosing(change, before);
    case State::Registered: {
        const bool late = change.recordedMs > before.stateRecordedMs + kReopenWithinMs;
        return late && transition.from == static_cast<std::uint32_t>(State::ClosedUnconfirmed)
                   ? Verdict::Closed
                   : Verdict::Applied;
    }
    default:
        return Verdict::Applied;
    }
}

} // namespace

QByteArray numberName(const base::ScopeId &scope, const QString &number)
{
    return scope.toByteArray() + number.toUtf8();
}

Verdict RequestRule::check(
    const FoldChange &change, const EntityImage *before, const Authority &authority) const
{
    if (before == nullptr)
        return checkCreation(change, authority);
    return change.payload.transition ? checkStep(change, *before) : Verdict::Applied;
}

bool RequestRule::isNumberFree(
    const QString &number, const base::ScopeId &scope, const Authority &authority) const
{
    return !authority.nameTaken(kNumberName, numberName(scope, number), {});
}

void RequestRule::effect(
    const FoldChange &change,
    const EntityImage &after,
    const Authority &,
    FoldEffects &effects) const
{
    const QString number = after.value(kNumber).toText();
    if (change.payload.create && !number.isEmpty())
        effects.takeName(kNumberName, numberName(after.scope, number), after.entity);
}

} // namespace spilno::records::request
