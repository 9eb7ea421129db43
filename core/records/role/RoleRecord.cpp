// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Registry.h"
#include "core/records/role/RoleRule.h"
#include "core/records/Roles.h"

namespace spilno::records::role {

using namespace Qt::StringLiterals;

/// A role that a registrar, or for a body its administrator, gives to a person they name. That a
/// second registrar must sign, once there are two, is not judged by this version.
void describe(Registry &registry)
{
    constexpr auto granted = static_cast<std::uint32_t>(State::Granted);
    constexpr auto ended = static_cast<std::uint32_t>(State::Ended);
    RecordType type;
    type.number = 8;
    type.name = u"role"_s;
    type.home = Home::Rules;
    type.create = Right::BodyAdmin;
    type.stateKey = kState;
    type.rule = std::make_shared<RoleRule>();
    type.fields = {
        {.key = kPerson,
         .name = u"person"_s,
         .kind = FieldKind::Person,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .required = true,
         .indexed = true,
         .label = QT_TRANSLATE_NOOP("records", "Person")},
        {.key = kRole,
         .name = u"role"_s,
         .kind = FieldKind::Choice,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .required = true,
         .choices = roleChoices(),
         .label = QT_TRANSLATE_NOOP("records", "Role")},
        {.key = kBody,
         .name = u"body"_s,
         .kind = FieldKind::Entity,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .indexed = true,
         .label = QT_TRANSLATE_NOOP("records", "Body")},
        {.key = kState,
         .name = u"standing"_s,
         .merge = MergeClass::Transition,
         .placement = Placement::Structural,
         .label = QT_TRANSLATE_NOOP("records", "Standing")},
    };
    type.machine.initial = granted;
    type.machine.states = {
        {granted, u"granted"_s, QT_TRANSLATE_NOOP("records", "Granted"), true},
        {ended, u"ended"_s, QT_TRANSLATE_NOOP("records", "Ended"), false},
    };
    type.machine.steps = {
        {u"end"_s, granted, ended, Right::BodyAdmin, false,
         QT_TRANSLATE_NOOP("records", "End the role")},
    };
    registry.add(std::move(type));
}

} // namespace spilno::records::role
