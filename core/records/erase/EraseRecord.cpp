// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/erase/EraseRule.h"
#include "core/records/Registry.h"

namespace spilno::records::erase {

using namespace Qt::StringLiterals;

/// Takes back what one wrote: the values go from every replica, the shape of the change stays.
/// Never sealed, so that a server without the keys erases too.
void describe(Registry &registry)
{
    RecordType type;
    type.number = kType;
    type.name = u"erase"_s;
    type.home = Home::Content;
    type.create = Right::Anyone;
    type.anyHome = true;
    type.inClear = true;
    type.rule = std::make_shared<EraseRule>();
    type.fields = {
        {.key = kTarget,
         .name = u"target"_s,
         .kind = FieldKind::Entity,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .required = true,
         .indexed = true,
         .label = QT_TRANSLATE_NOOP("records", "Record")},
    };
    registry.add(std::move(type));
}

} // namespace spilno::records::erase
