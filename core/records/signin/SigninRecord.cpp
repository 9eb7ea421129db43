// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Registry.h"
#include "core/records/signin/SigninRule.h"

namespace spilno::records::signin {

using namespace Qt::StringLiterals;

/// The name under which a person signs in where they have no device of their own.
void describe(Registry &registry)
{
    RecordType type;
    type.number = 4;
    type.name = u"signin"_s;
    type.home = Home::People;
    type.create = Right::Anyone;
    type.rule = std::make_shared<SigninRule>();
    type.fields = {
        {.key = kNameHash,
         .name = u"name_hash"_s,
         .kind = FieldKind::Bytes,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .exactBytes = base::Hash::size,
         .required = true,
         .indexed = true,
         .label = QT_TRANSLATE_NOOP("records", "Sign-in name")},
    };
    registry.add(std::move(type));
}

} // namespace spilno::records::signin
