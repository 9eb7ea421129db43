// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Limits.h"
#include "core/records/mappart/MapPartRule.h"
#include "core/records/Registry.h"

namespace spilno::records::mappart {

using namespace Qt::StringLiterals;

/// A piece of the bytes of a map layer. Written together with it, never edited.
void describe(Registry &registry)
{
    RecordType type;
    type.number = kType;
    type.name = u"map_part"_s;
    type.home = Home::Rules;
    type.create = Right::Anyone; // of a layer of one's own: see the rule
    type.rule = std::make_shared<MapPartRule>();
    type.fields = {
        {.key = kLayer,
         .name = u"layer"_s,
         .kind = FieldKind::Entity,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .required = true,
         .indexed = true,
         .label = QT_TRANSLATE_NOOP("records", "Map layer")},
        {.key = kPlace,
         .name = u"place"_s,
         .kind = FieldKind::Integer,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .required = true,
         .label = QT_TRANSLATE_NOOP("records", "Place")},
        {.key = kBytes,
         .name = u"bytes"_s,
         .kind = FieldKind::Bytes,
         .edit = Right::Nobody,
         .maxBytes = limits::kMapPartBytesMax,
         .required = true,
         .label = QT_TRANSLATE_NOOP("records", "Shapes")},
    };
    registry.add(std::move(type));
}

} // namespace spilno::records::mappart
