// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Registry.h"

namespace spilno::records::companion {

using namespace Qt::StringLiterals;

/// What only the body may know of a request: who reported it, how to reach them, internal notes. It
/// lives in the sealed scope of the body.
void describe(Registry &registry)
{
    RecordType type;
    type.number = 13;
    type.name = u"companion"_s;
    type.home = Home::Sealed;
    type.create = Right::Anyone;
    type.titleField = u"reporter_name"_s;
    type.fields = {
        {.key = 1,
         .name = u"for_request"_s,
         .kind = FieldKind::Entity,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .required = true,
         .indexed = true,
         .label = QT_TRANSLATE_NOOP("records", "Request")},
        {.key = 2,
         .name = u"reporter_name"_s,
         .kind = FieldKind::Text,
         .edit = Right::AuthorOrStaff,
         .searchable = true,
         .personal = true,
         .label = QT_TRANSLATE_NOOP("records", "Reporter")},
        {.key = 3,
         .name = u"phone"_s,
         .kind = FieldKind::Text,
         .edit = Right::AuthorOrStaff,
         .maxBytes = 100,
         .searchable = true,
         .personal = true,
         .label = QT_TRANSLATE_NOOP("records", "Phone")},
        {.key = 4,
         .name = u"address"_s,
         .kind = FieldKind::Text,
         .edit = Right::AuthorOrStaff,
         .maxBytes = 600,
         .searchable = true,
         .personal = true,
         .label = QT_TRANSLATE_NOOP("records", "Address")},
        {.key = 5,
         .name = u"email"_s,
         .kind = FieldKind::Text,
         .edit = Right::AuthorOrStaff,
         .maxBytes = 254,
         .searchable = true,
         .personal = true,
         .label = QT_TRANSLATE_NOOP("records", "E-mail")},
        {.key = 6,
         .name = u"notes"_s,
         .kind = FieldKind::LongText,
         .merge = MergeClass::Set,
         .edit = Right::Staff,
         .maxBytes = 8000,
         .searchable = true,
         .personal = true,
         .label = QT_TRANSLATE_NOOP("records", "Internal notes")},
    };
    registry.add(std::move(type));
}

} // namespace spilno::records::companion
