// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/identity/IdentityRule.h"
#include "core/records/Registry.h"

namespace spilno::records::identity {

using namespace Qt::StringLiterals;

/// A person's keys: who they are to the network. The genesis names a recovery key; changes made by
/// it alone are not judged by this version.
void describe(Registry &registry)
{
    RecordType type;
    type.number = 3;
    type.name = u"identity"_s;
    type.home = Home::People;
    type.create = Right::Anyone;
    type.certifies = true;
    type.rule = std::make_shared<IdentityRule>();
    type.fields = {
        {.key = kDevices,
         .name = u"devices"_s,
         .kind = FieldKind::Json,
         .merge = MergeClass::Set,
         .placement = Placement::Structural,
         .edit = Right::Author,
         .label = QT_TRANSLATE_NOOP("records", "Devices")},
        {.key = kRevoked,
         .name = u"revoked"_s,
         .kind = FieldKind::Bytes,
         .merge = MergeClass::Set,
         .placement = Placement::Structural,
         .edit = Right::Author,
         .exactBytes = base::PublicKey::size,
         .label = QT_TRANSLATE_NOOP("records", "Revoked devices")},
    };
    registry.add(std::move(type));
}

} // namespace spilno::records::identity
