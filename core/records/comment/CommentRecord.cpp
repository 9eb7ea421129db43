// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/comment/CommentRule.h"
#include "core/records/Registry.h"

namespace spilno::records::comment {

using namespace Qt::StringLiterals;

/// What people and the office say under a record.
void describe(Registry &registry)
{
    RecordType type;
    type.number = 14;
    type.name = u"comment"_s;
    type.home = Home::Content;
    type.create = Right::Anyone;
    type.titleField = u"text"_s;
    type.rule = std::make_shared<CommentRule>();
    type.fields = {
        {.key = kAbout,
         .name = u"about"_s,
         .kind = FieldKind::Entity,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .required = true,
         .indexed = true,
         .label = QT_TRANSLATE_NOOP("records", "About")},
        {.key = kText,
         .name = u"text"_s,
         .kind = FieldKind::LongText,
         .edit = Right::Author,
         .maxBytes = 16000,
         .required = true,
         .searchable = true,
         .label = QT_TRANSLATE_NOOP("records", "Text")},
        {.key = kKind,
         .name = u"kind"_s,
         .kind = FieldKind::Choice,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .choices = {u"comment"_s, u"answer"_s},
         .label = QT_TRANSLATE_NOOP("records", "Kind")},
    };
    registry.add(std::move(type));
}

} // namespace spilno::records::comment
