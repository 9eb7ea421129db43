// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/activate/ActivateRule.h"
#include "core/records/Registry.h"

namespace spilno::records::activate {

using namespace Qt::StringLiterals;

/// Puts a version of a record type in force from a log index on. This program knows version 1 of
/// every type only, and keeps what it cannot fold.
void describe(Registry &registry)
{
    RecordType type;
    type.number = 17;
    type.name = u"activate"_s;
    type.home = Home::Rules;
    type.create = Right::Registrar;
    type.rule = std::make_shared<ActivateRule>();
    type.fields = {
        {.key = kRecordType,
         .name = u"record_type"_s,
         .kind = FieldKind::Integer,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .required = true,
         .label = QT_TRANSLATE_NOOP("records", "Record type")},
        {.key = kRecordVersion,
         .name = u"record_version"_s,
         .kind = FieldKind::Integer,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .required = true,
         .label = QT_TRANSLATE_NOOP("records", "Version")},
        {.key = kFromIndex,
         .name = u"from_index"_s,
         .kind = FieldKind::Integer,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .required = true,
         .label = QT_TRANSLATE_NOOP("records", "From log index")},
    };
    registry.add(std::move(type));
}

} // namespace spilno::records::activate
