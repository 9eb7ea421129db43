// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/numbering/NumberingRule.h"
#include "core/records/Registry.h"

namespace spilno::records::numbering {

using namespace Qt::StringLiterals;

/// Grants a desk, kiosk or gateway a prefix, so that it gives valid request numbers offline.
void describe(Registry &registry)
{
    RecordType type;
    type.number = 18;
    type.name = u"numbering"_s;
    type.home = Home::Rules;
    type.create = Right::BodyAdmin;
    type.titleField = u"prefix"_s;
    type.rule = std::make_shared<NumberingRule>();
    type.fields = {
        {.key = kDevice,
         .name = u"device"_s,
         .kind = FieldKind::Bytes,
         .placement = Placement::Structural,
         .edit = Right::BodyAdmin,
         .exactBytes = base::PublicKey::size,
         .required = true,
         .indexed = true,
         .label = QT_TRANSLATE_NOOP("records", "Device")},
        {.key = kPrefix,
         .name = u"prefix"_s,
         .kind = FieldKind::Text,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .maxBytes = 12,
         .required = true,
         .label = QT_TRANSLATE_NOOP("records", "Prefix")},
        {.key = kBody,
         .name = u"body"_s,
         .kind = FieldKind::Entity,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .label = QT_TRANSLATE_NOOP("records", "Body")},
    };
    registry.add(std::move(type));
}

} // namespace spilno::records::numbering
