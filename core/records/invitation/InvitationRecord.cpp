// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/invitation/InvitationRule.h"
#include "core/records/Registry.h"
#include "core/records/Roles.h"

namespace spilno::records::invitation {

using namespace Qt::StringLiterals;

/// A one-time or many-times key to the city. The seed of the key stands on the slip, never here.
void describe(Registry &registry)
{
    constexpr auto open = static_cast<std::uint32_t>(State::Open);
    constexpr auto withdrawn = static_cast<std::uint32_t>(State::Withdrawn);
    RecordType type;
    type.number = 6;
    type.name = u"invitation"_s;
    type.home = Home::Rules;
    type.create = Right::BodyAdmin;
    type.stateKey = kState;
    type.rule = std::make_shared<InvitationRule>();
    type.fields = {
        {.key = kKey,
         .name = u"key"_s,
         .kind = FieldKind::Bytes,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .exactBytes = base::PublicKey::size,
         .required = true,
         .label = QT_TRANSLATE_NOOP("records", "Key")},
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
        {.key = kExpires,
         .name = u"expires"_s,
         .kind = FieldKind::Time,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .label = QT_TRANSLATE_NOOP("records", "Valid until")},
        {.key = kUses,
         .name = u"uses"_s,
         .kind = FieldKind::Integer,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .required = true,
         .label = QT_TRANSLATE_NOOP("records", "Uses")},
        {.key = kState,
         .name = u"standing"_s,
         .merge = MergeClass::Transition,
         .placement = Placement::Structural,
         .label = QT_TRANSLATE_NOOP("records", "Standing")},
    };
    type.machine.initial = open;
    type.machine.states = {
        {open, u"open"_s, QT_TRANSLATE_NOOP("records", "Open"), true},
        {withdrawn, u"withdrawn"_s, QT_TRANSLATE_NOOP("records", "Withdrawn"), false},
    };
    type.machine.steps = {
        {u"withdraw"_s, open, withdrawn, Right::BodyAdmin, false,
         QT_TRANSLATE_NOOP("records", "Withdraw")},
    };
    registry.add(std::move(type));
}

} // namespace spilno::records::invitation
