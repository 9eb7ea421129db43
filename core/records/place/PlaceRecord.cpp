// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Registry.h"

namespace spilno::records::place {

using namespace Qt::StringLiterals;

/// A place of the register: from the region down to the house. Loaded in bulk.
void describe(Registry &registry)
{
    RecordType type;
    type.number = 10;
    type.name = u"place"_s;
    type.home = Home::Rules;
    type.create = Right::Registrar;
    type.titleField = u"name"_s;
    type.fields = {
        {.key = 1,
         .name = u"code"_s,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .maxBytes = 40,
         .indexed = true,
         .label = QT_TRANSLATE_NOOP("records", "KATOTTG code")},
        {.key = 2,
         .name = u"kind"_s,
         .kind = FieldKind::Choice,
         .placement = Placement::Structural,
         .edit = Right::Registrar,
         .required = true,
         .choices =
             {u"region"_s, u"community"_s, u"settlement"_s, u"district"_s, u"street"_s, u"house"_s},
         .label = QT_TRANSLATE_NOOP("records", "Kind")},
        {.key = 3,
         .name = u"name"_s,
         .edit = Right::Registrar,
         .required = true,
         .searchable = true,
         .label = QT_TRANSLATE_NOOP("records", "Name")},
        {.key = 4,
         .name = u"parent"_s,
         .kind = FieldKind::Entity,
         .placement = Placement::Structural,
         .edit = Right::Registrar,
         .indexed = true,
         .label = QT_TRANSLATE_NOOP("records", "Part of")},
        {.key = 5,
         .name = u"old_names"_s,
         .kind = FieldKind::Text,
         .merge = MergeClass::Set,
         .edit = Right::Registrar,
         .searchable = true,
         .label = QT_TRANSLATE_NOOP("records", "Former names")},
        {.key = 6,
         .name = u"point"_s,
         .kind = FieldKind::Point,
         .edit = Right::Registrar,
         .label = QT_TRANSLATE_NOOP("records", "Point")},
    };
    registry.add(std::move(type));
}

} // namespace spilno::records::place
