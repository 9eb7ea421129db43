// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Registry.h"

namespace spilno::records::body {

using namespace Qt::StringLiterals;

/// A municipality, department, unit or organisation: what people are staff of.
void describe(Registry &registry)
{
    RecordType type;
    type.number = 9;
    type.name = u"body"_s;
    type.home = Home::Rules;
    type.create = Right::Registrar;
    type.isBody = true;
    type.titleField = u"name"_s;
    type.fields = {
        {.key = 1,
         .name = u"name"_s,
         .edit = Right::BodyAdmin,
         .required = true,
         .searchable = true,
         .label = QT_TRANSLATE_NOOP("records", "Name")},
        {.key = 2,
         .name = u"kind"_s,
         .kind = FieldKind::Choice,
         .placement = Placement::Structural,
         .edit = Right::Registrar,
         .required = true,
         .choices = {u"municipality"_s, u"department"_s, u"unit"_s, u"organisation"_s},
         .label = QT_TRANSLATE_NOOP("records", "Kind")},
        {.key = 3,
         .name = u"parent"_s,
         .kind = FieldKind::Entity,
         .placement = Placement::Structural,
         .edit = Right::Registrar,
         .indexed = true,
         .label = QT_TRANSLATE_NOOP("records", "Part of")},
        {.key = 4,
         .name = u"address"_s,
         .edit = Right::BodyAdmin,
         .maxBytes = 600,
         .label = QT_TRANSLATE_NOOP("records", "Address")},
        {.key = 5,
         .name = u"phone"_s,
         .edit = Right::BodyAdmin,
         .label = QT_TRANSLATE_NOOP("records", "Office phone")},
        {.key = 6,
         .name = u"hours"_s,
         .edit = Right::BodyAdmin,
         .maxBytes = 600,
         .label = QT_TRANSLATE_NOOP("records", "Working hours")},
    };
    registry.add(std::move(type));
}

} // namespace spilno::records::body
