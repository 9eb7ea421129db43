// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/keygrant/KeyGrantRule.h"
#include "core/records/Registry.h"

namespace spilno::records::keygrant {

using namespace Qt::StringLiterals;

/// Gives the readers of a sealed scope its key. In clear, because it is what opens the rest.
void describe(Registry &registry)
{
    RecordType type;
    type.number = kType;
    type.name = u"key_grant"_s;
    type.home = Home::Sealed;
    type.create = Right::Staff;
    type.inClear = true;
    type.rule = std::make_shared<KeyGrantRule>();
    type.fields = {
        {.key = kGeneration,
         .name = u"generation"_s,
         .kind = FieldKind::Integer,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .required = true,
         .label = QT_TRANSLATE_NOOP("records", "Generation")},
        {.key = kKeys,
         .name = u"keys"_s,
         .kind = FieldKind::Json,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .maxBytes = 60 * 1024,
         .required = true,
         .label = QT_TRANSLATE_NOOP("records", "Keys")},
    };
    registry.add(std::move(type));
}

} // namespace spilno::records::keygrant
