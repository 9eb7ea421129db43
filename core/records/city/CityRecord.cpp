// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/city/CityRule.h"
#include "core/records/Registry.h"

namespace spilno::records::city {

using namespace Qt::StringLiterals;

/// How the city shows itself and where its servers are. Clients try every address.
void describe(Registry &registry)
{
    RecordType type;
    type.number = 20;
    type.name = u"city"_s;
    type.home = Home::Rules;
    type.create = Right::Owner;
    type.titleField = u"name"_s;
    type.rule = std::make_shared<CityRule>();
    type.fields = {
        {.key = 1,
         .name = u"name"_s,
         .edit = Right::Owner,
         .required = true,
         .searchable = true,
         .label = QT_TRANSLATE_NOOP("records", "Name")},
        {.key = 2,
         .name = u"addresses"_s,
         .kind = FieldKind::Text,
         .merge = MergeClass::Set,
         .edit = Right::Owner,
         .maxBytes = 300,
         .label = QT_TRANSLATE_NOOP("records", "Addresses")},
        {.key = 3,
         .name = u"contact"_s,
         .kind = FieldKind::LongText,
         .edit = Right::Owner,
         .maxBytes = 2000,
         .label = QT_TRANSLATE_NOOP("records", "Contact")},
    };
    registry.add(std::move(type));
}

} // namespace spilno::records::city
