// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Registry.h"
#include "core/records/scope/ScopeRule.h"

namespace spilno::records::scope {

using namespace Qt::StringLiterals;

/// A scope: the unit of replication and of read permission, for a district, department or body.
void describe(Registry &registry)
{
    RecordType type;
    type.number = 2;
    type.name = u"scope"_s;
    type.home = Home::Rules;
    type.create = Right::Registrar;
    type.titleField = u"name"_s;
    type.rule = std::make_shared<ScopeRule>();
    type.fields = {
        {.key = kName,
         .name = u"name"_s,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .required = true,
         .label = QT_TRANSLATE_NOOP("records", "Name")},
        {.key = kKind,
         .name = u"kind"_s,
         .kind = FieldKind::Choice,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .required = true,
         .choices = {u"content"_s, u"sealed"_s},
         .label = QT_TRANSLATE_NOOP("records", "Kind")},
        {.key = kBody,
         .name = u"body"_s,
         .kind = FieldKind::Entity,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .label = QT_TRANSLATE_NOOP("records", "Body")},
        {.key = kSalt,
         .name = u"salt"_s,
         .kind = FieldKind::Bytes,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .exactBytes = base::Salt::size,
         .required = true,
         .label = QT_TRANSLATE_NOOP("records", "Salt")},
        {.key = kSealingKey,
         .name = u"sealing_key"_s,
         .kind = FieldKind::Bytes,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .exactBytes = base::SealingKey::size,
         .label = QT_TRANSLATE_NOOP("records", "Key to seal to")},
    };
    registry.add(std::move(type));
}

} // namespace spilno::records::scope
