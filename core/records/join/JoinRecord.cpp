// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/join/JoinRule.h"
#include "core/records/Registry.h"

namespace spilno::records::join {

using namespace Qt::StringLiterals;

/// The use of an invitation by a person, and the role that comes with it.
void describe(Registry &registry)
{
    constexpr auto joined = static_cast<std::uint32_t>(State::Joined);
    constexpr auto ended = static_cast<std::uint32_t>(State::Ended);
    constexpr auto left = static_cast<std::uint32_t>(State::Left);
    RecordType type;
    type.number = 7;
    type.name = u"join"_s;
    type.home = Home::Rules;
    type.create = Right::Anyone;
    type.stateKey = kState;
    type.rule = std::make_shared<JoinRule>();
    type.fields = {
        {.key = kInvitation,
         .name = u"invitation"_s,
         .kind = FieldKind::Entity,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .required = true,
         .indexed = true,
         .label = QT_TRANSLATE_NOOP("records", "Invitation")},
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
    type.machine.initial = joined;
    type.machine.states = {
        {joined, u"joined"_s, QT_TRANSLATE_NOOP("records", "Joined"), true},
        {ended, u"ended"_s, QT_TRANSLATE_NOOP("records", "Ended"), false},
        {left, u"left"_s, QT_TRANSLATE_NOOP("records", "Left"), false},
    };
    type.machine.steps = {
        {u"end"_s, joined, ended, Right::BodyAdmin, false,
         QT_TRANSLATE_NOOP("records", "End the role")},
        {u"leave"_s, joined, left, Right::Author, false, QT_TRANSLATE_NOOP("records", "Leave")},
    };
    registry.add(std::move(type));
}

} // namespace spilno::records::join
