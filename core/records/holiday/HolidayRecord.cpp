// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/holiday/HolidayRule.h"
#include "core/records/Registry.h"

namespace spilno::records::holiday {

using namespace Qt::StringLiterals;

/// A day on which terms do not run, or a day of rest that is worked. Cancelled when entered
/// wrongly.
void describe(Registry &registry)
{
    RecordType type;
    type.number = 21;
    type.name = u"holiday"_s;
    type.home = Home::Rules;
    type.create = Right::Registrar;
    type.titleField = u"name"_s;
    type.rule = std::make_shared<HolidayRule>();
    type.fields = {
        {.key = kDate,
         .name = u"date"_s,
         .kind = FieldKind::Text,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .maxBytes = 10,
         .required = true,
         .indexed = true,
         .label = QT_TRANSLATE_NOOP("records", "Date")},
        {.key = kName,
         .name = u"name"_s,
         .edit = Right::Registrar,
         .label = QT_TRANSLATE_NOOP("records", "Name")},
        {.key = kKind,
         .name = u"kind"_s,
         .kind = FieldKind::Choice,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .choices = {u"day_off"_s, u"working_day"_s},
         .label = QT_TRANSLATE_NOOP("records", "Kind")},
        {.key = kCancelled,
         .name = u"cancelled"_s,
         .kind = FieldKind::Boolean,
         .placement = Placement::Structural,
         .edit = Right::Registrar,
         .label = QT_TRANSLATE_NOOP("records", "Cancelled")},
    };
    registry.add(std::move(type));
}

} // namespace spilno::records::holiday
