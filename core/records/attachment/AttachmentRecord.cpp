// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/attachment/AttachmentRule.h"
#include "core/records/Registry.h"

namespace spilno::records::attachment {

using namespace Qt::StringLiterals;

/// A photo or file of a request or comment. The bytes are a blob of that name.
void describe(Registry &registry)
{
    RecordType type;
    type.number = kType;
    type.name = u"attachment"_s;
    type.home = Home::Content;
    type.create = Right::Anyone;
    type.titleField = u"name"_s;
    type.rule = std::make_shared<AttachmentRule>();
    type.fields = {
        {.key = kAbout,
         .name = u"about"_s,
         .kind = FieldKind::Entity,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .required = true,
         .indexed = true,
         .label = QT_TRANSLATE_NOOP("records", "About")},
        {.key = kBlob,
         .name = u"blob"_s,
         .kind = FieldKind::Bytes,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .exactBytes = base::BlobId::size,
         .required = true,
         .label = QT_TRANSLATE_NOOP("records", "File")},
        {.key = kName,
         .name = u"name"_s,
         .kind = FieldKind::Text,
         .edit = Right::Author,
         .label = QT_TRANSLATE_NOOP("records", "File name")},
        {.key = kMime,
         .name = u"mime"_s,
         .kind = FieldKind::Text,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .maxBytes = 100,
         .required = true,
         .label = QT_TRANSLATE_NOOP("records", "File type")},
        {.key = kSize,
         .name = u"size"_s,
         .kind = FieldKind::Integer,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .required = true,
         .label = QT_TRANSLATE_NOOP("records", "Size")},
        {.key = kWidth,
         .name = u"width"_s,
         .kind = FieldKind::Integer,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .label = QT_TRANSLATE_NOOP("records", "Width")},
        {.key = kHeight,
         .name = u"height"_s,
         .kind = FieldKind::Integer,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .label = QT_TRANSLATE_NOOP("records", "Height")},
    };
    registry.add(std::move(type));
}

} // namespace spilno::records::attachment
