// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Registry.h"

namespace spilno::records::category {

using namespace Qt::StringLiterals;

namespace {

/// What the category is and whose.
std::vector<FieldDescriptor> nameFields()
{
    return {
        {.key = 1,
         .name = u"name"_s,
         .edit = Right::StaffOrRegistrar,
         .required = true,
         .searchable = true,
         .label = QT_TRANSLATE_NOOP("records", "Name")},
        {.key = 2,
         .name = u"name_uk"_s,
         .edit = Right::StaffOrRegistrar,
         .searchable = true,
         .label = QT_TRANSLATE_NOOP("records", "Name in Ukrainian")},
        {.key = 3,
         .name = u"description"_s,
         .kind = FieldKind::LongText,
         .edit = Right::StaffOrRegistrar,
         .maxBytes = 4000,
         .searchable = true,
         .label = QT_TRANSLATE_NOOP("records", "Description")},
        {.key = 4,
         .name = u"body"_s,
         .kind = FieldKind::Entity,
         .placement = Placement::Structural,
         .edit = Right::Registrar,
         .indexed = true,
         .label = QT_TRANSLATE_NOOP("records", "Body")},
        {.key = 5,
         .name = u"questions"_s,
         .kind = FieldKind::Json,
         .edit = Right::StaffOrRegistrar,
         .maxBytes = 32 * 1024,
         .label = QT_TRANSLATE_NOOP("records", "Questions")},
        {.key = 6,
         .name = u"working_days"_s,
         .kind = FieldKind::Integer,
         .edit = Right::StaffOrRegistrar,
         .label = QT_TRANSLATE_NOOP("records", "Working days to answer")},
    };
}

/// How soon and how exactly its requests are public.
std::vector<FieldDescriptor> publicationFields()
{
    return {
        {.key = 7,
         .name = u"publication"_s,
         .kind = FieldKind::Choice,
         .edit = Right::StaffOrRegistrar,
         .choices = {u"at_once"_s, u"delayed"_s, u"rounded"_s, u"sealed"_s},
         .label = QT_TRANSLATE_NOOP("records", "Publication")},
        {.key = 8,
         .name = u"delay_hours"_s,
         .kind = FieldKind::Integer,
         .edit = Right::StaffOrRegistrar,
         .label = QT_TRANSLATE_NOOP("records", "Delay in hours")},
        {.key = 9,
         .name = u"round_m"_s,
         .kind = FieldKind::Integer,
         .edit = Right::StaffOrRegistrar,
         .label = QT_TRANSLATE_NOOP("records", "Rounding in metres")},
        {.key = 10,
         .name = u"danger"_s,
         .kind = FieldKind::Boolean,
         .edit = Right::StaffOrRegistrar,
         .label = QT_TRANSLATE_NOOP("records", "Dangerous")},
        {.key = 11,
         .name = u"danger_phone"_s,
         .edit = Right::StaffOrRegistrar,
         .maxBytes = 40,
         .label = QT_TRANSLATE_NOOP("records", "Emergency phone")},
        {.key = 12,
         .name = u"group_name"_s,
         .edit = Right::StaffOrRegistrar,
         .label = QT_TRANSLATE_NOOP("records", "Group")},
        {.key = 13,
         .name = u"confirm_days"_s,
         .kind = FieldKind::Integer,
         .edit = Right::StaffOrRegistrar,
         .label = QT_TRANSLATE_NOOP("records", "Working days to confirm")},
        {.key = 14,
         .name = u"retired"_s,
         .kind = FieldKind::Boolean,
         .edit = Right::StaffOrRegistrar,
         .label = QT_TRANSLATE_NOOP("records", "No longer offered")},
    };
}

} // namespace

/// What requests are about, what they ask and how soon they are public.
void describe(Registry &registry)
{
    RecordType type;
    type.number = 11;
    type.name = u"category"_s;
    type.home = Home::Rules;
    type.create = Right::StaffOrRegistrar;
    type.titleField = u"name"_s;
    for (const auto &group : {nameFields(), publicationFields()})
        type.fields.insert(type.fields.end(), group.begin(), group.end());
    registry.add(std::move(type));
}

} // namespace spilno::records::category
