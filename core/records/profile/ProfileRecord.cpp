// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/profile/ProfileRule.h"
#include "core/records/Registry.h"

namespace spilno::records::profile {

using namespace Qt::StringLiterals;

/// What a person tells about themselves.
void describe(Registry &registry)
{
    RecordType type;
    type.number = 5;
    type.name = u"profile"_s;
    type.home = Home::People;
    type.create = Right::Anyone;
    type.titleField = u"display_name"_s;
    type.rule = std::make_shared<ProfileRule>();
    type.fields = {
        {.key = 1,
         .name = u"display_name"_s,
         .edit = Right::Author,
         .required = true,
         .searchable = true,
         .personal = true,
         .label = QT_TRANSLATE_NOOP("records", "Name to show")},
        {.key = 2,
         .name = u"about"_s,
         .kind = FieldKind::LongText,
         .edit = Right::Author,
         .maxBytes = 4000,
         .searchable = true,
         .personal = true,
         .label = QT_TRANSLATE_NOOP("records", "About me")},
        {.key = 3,
         .name = u"district"_s,
         .edit = Right::Author,
         .personal = true,
         .label = QT_TRANSLATE_NOOP("records", "District")},
        {.key = 4,
         .name = u"house"_s,
         .kind = FieldKind::Entity,
         .edit = Right::Author,
         .personal = true,
         .label = QT_TRANSLATE_NOOP("records", "House")},
        {.key = 5,
         .name = u"photo"_s,
         .kind = FieldKind::Bytes,
         .edit = Right::Author,
         .exactBytes = base::BlobId::size,
         .personal = true,
         .label = QT_TRANSLATE_NOOP("records", "Photo")},
    };
    registry.add(std::move(type));
}

} // namespace spilno::records::profile
