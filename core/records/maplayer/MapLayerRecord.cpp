// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/maplayer/MapLayerRule.h"
#include "core/records/Registry.h"

namespace spilno::records::maplayer {

using namespace Qt::StringLiterals;

namespace {

/// A field of the shape; those nobody edits are required.
FieldDescriptor structural(
    std::uint32_t key, const QString &name, FieldKind kind, Right edit, const char *label)
{
    return {
        .key = key,
        .name = name,
        .kind = kind,
        .placement = Placement::Structural,
        .edit = edit,
        .required = edit == Right::Nobody,
        .label = label};
}

} // namespace

/// A layer of the city's map: districts, a boundary, streets. Its shapes are in records of the type
/// map_part, so that they come with the city's rules to every computer, on a stick too.
void describe(Registry &registry)
{
    RecordType type;
    type.number = kType;
    type.name = u"map_layer"_s;
    type.home = Home::Rules;
    type.create = Right::StaffOrRegistrar;
    type.titleField = u"name"_s;
    type.rule = std::make_shared<MapLayerRule>();
    type.fields = {
        {.key = kName,
         .name = u"name"_s,
         .edit = Right::StaffOrRegistrar,
         .required = true,
         .label = QT_TRANSLATE_NOOP("records", "Name")},
        {.key = kNameUk,
         .name = u"name_uk"_s,
         .edit = Right::StaffOrRegistrar,
         .label = QT_TRANSLATE_NOOP("records", "Name in Ukrainian")},
        {.key = kAttribution,
         .name = u"attribution"_s,
         .edit = Right::StaffOrRegistrar,
         .maxBytes = 300,
         .required = true,
         .label = QT_TRANSLATE_NOOP("records", "Source, as the licence asks to name it")},
        {.key = kLicence,
         .name = u"licence"_s,
         .edit = Right::StaffOrRegistrar,
         .maxBytes = 100,
         .label = QT_TRANSLATE_NOOP("records", "Licence")},
        {.key = kKind,
         .name = u"kind"_s,
         .kind = FieldKind::Choice,
         .placement = Placement::Structural,
         .edit = Right::StaffOrRegistrar,
         .required = true,
         .choices =
             {u"districts"_s, u"boundary"_s, u"streets"_s, u"water"_s, u"green"_s, u"places"_s},
         .label = QT_TRANSLATE_NOOP("records", "Kind")},
        structural(
            kOrder, u"order"_s, FieldKind::Integer, Right::StaffOrRegistrar,
            QT_TRANSLATE_NOOP("records", "Order, the lowest at the bottom")),
        structural(
            kParts, u"parts"_s, FieldKind::Integer, Right::Nobody,
            QT_TRANSLATE_NOOP("records", "Parts")),
        structural(
            kSize, u"size"_s, FieldKind::Integer, Right::Nobody,
            QT_TRANSLATE_NOOP("records", "Size")),
        structural(
            kBody, u"body"_s, FieldKind::Entity, Right::Registrar,
            QT_TRANSLATE_NOOP("records", "Published by")),
        structural(
            kRetired, u"retired"_s, FieldKind::Boolean, Right::StaffOrRegistrar,
            QT_TRANSLATE_NOOP("records", "No longer used")),
    };
    registry.add(std::move(type));
}

} // namespace spilno::records::maplayer
