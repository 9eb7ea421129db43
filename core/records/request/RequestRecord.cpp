// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Registry.h"
#include "core/records/request/RequestMachine.h"
#include "core/records/request/RequestRule.h"

namespace spilno::records::request {

using namespace Qt::StringLiterals;

namespace {

/// What is reported, and where.
std::vector<FieldDescriptor> reporterFields()
{
    return {
        {.key = kTitle,
         .name = u"title"_s,
         .edit = Right::AuthorOrClaim,
         .maxBytes = 600,
         .required = true,
         .searchable = true,
         .label = QT_TRANSLATE_NOOP("records", "Title")},
        {.key = kText,
         .name = u"text"_s,
         .kind = FieldKind::LongText,
         .edit = Right::AuthorOrClaim,
         .maxBytes = 32000,
         .searchable = true,
         .label = QT_TRANSLATE_NOOP("records", "What happened")},
        {.key = kCategory,
         .name = u"category"_s,
         .kind = FieldKind::Entity,
         .placement = Placement::Structural,
         .edit = Right::Staff,
         .indexed = true,
         .label = QT_TRANSLATE_NOOP("records", "Category")},
        {.key = kPlace,
         .name = u"place"_s,
         .kind = FieldKind::Entity,
         .edit = Right::AuthorClaimOrStaff,
         .indexed = true,
         .label = QT_TRANSLATE_NOOP("records", "Place")},
        {.key = kAddress,
         .name = u"address"_s,
         .kind = FieldKind::Text,
         .edit = Right::AuthorClaimOrStaff,
         .maxBytes = 600,
         .searchable = true,
         .label = QT_TRANSLATE_NOOP("records", "Address")},
        {.key = kPoint,
         .name = u"point"_s,
         .kind = FieldKind::Point,
         .edit = Right::AuthorClaimOrStaff,
         .label = QT_TRANSLATE_NOOP("records", "Point on the map")},
        {.key = kDistrict,
         .name = u"district"_s,
         .kind = FieldKind::Text,
         .edit = Right::AuthorClaimOrStaff,
         .label = QT_TRANSLATE_NOOP("records", "District")},
    };
}

/// How the report came, and its numbers.
std::vector<FieldDescriptor> originFields()
{
    return {
        {.key = kNumber,
         .name = u"number"_s,
         .kind = FieldKind::Text,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .maxBytes = 40,
         .indexed = true,
         .numbered = true,
         .label = QT_TRANSLATE_NOOP("records", "Number")},
        {.key = kClaimKey,
         .name = u"claim_key"_s,
         .kind = FieldKind::Bytes,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .exactBytes = base::PublicKey::size,
         .label = QT_TRANSLATE_NOOP("records", "Receipt key")},
        {.key = kSource,
         .name = u"source"_s,
         .kind = FieldKind::Choice,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .choices =
             {u"phone"_s, u"desk"_s, u"app"_s, u"kiosk"_s, u"web"_s, u"import"_s, u"other"_s},
         .label = QT_TRANSLATE_NOOP("records", "How it came")},
        {.key = kOpened,
         .name = u"opened"_s,
         .kind = FieldKind::Time,
         .edit = Right::Staff,
         .indexed = true,
         .label = QT_TRANSLATE_NOOP("records", "Opened")},
        {.key = kClosed,
         .name = u"closed"_s,
         .kind = FieldKind::Time,
         .edit = Right::Staff,
         .label = QT_TRANSLATE_NOOP("records", "Closed")},
        {.key = kTarget,
         .name = u"target"_s,
         .kind = FieldKind::Time,
         .edit = Right::Staff,
         .label = QT_TRANSLATE_NOOP("records", "Due")},
        {.key = kExternalId,
         .name = u"external_id"_s,
         .kind = FieldKind::Text,
         .placement = Placement::Structural,
         .edit = Right::Staff,
         .maxBytes = 100,
         .indexed = true,
         .label = QT_TRANSLATE_NOOP("records", "Number elsewhere")},
    };
}

/// What the office makes of it.
std::vector<FieldDescriptor> officeFields()
{
    return {
        {.key = kBody,
         .name = u"body"_s,
         .kind = FieldKind::Entity,
         .placement = Placement::Structural,
         .edit = Right::Staff,
         .label = QT_TRANSLATE_NOOP("records", "Body")},
        {.key = kAssignee,
         .name = u"assignee"_s,
         .kind = FieldKind::Person,
         .placement = Placement::Structural,
         .edit = Right::Staff,
         .indexed = true,
         .label = QT_TRANSLATE_NOOP("records", "Assigned to")},
        {.key = kAnswer,
         .name = u"answer"_s,
         .kind = FieldKind::LongText,
         .edit = Right::Staff,
         .maxBytes = 32000,
         .searchable = true,
         .label = QT_TRANSLATE_NOOP("records", "Answer")},
        {.key = kReason,
         .name = u"reason"_s,
         .kind = FieldKind::LongText,
         .edit = Right::Staff,
         .maxBytes = 4000,
         .label = QT_TRANSLATE_NOOP("records", "Reason")},
        {.key = kDuplicateOf,
         .name = u"duplicate_of"_s,
         .kind = FieldKind::Entity,
         .placement = Placement::Structural,
         .edit = Right::Staff,
         .label = QT_TRANSLATE_NOOP("records", "Duplicate of")},
    };
}

/// What goes with steps and questions.
std::vector<FieldDescriptor> stepFields()
{
    return {
        {.key = kNote,
         .name = u"note"_s,
         .kind = FieldKind::LongText,
         .edit = Right::AuthorClaimOrStaff,
         .maxBytes = 8000,
         .label = QT_TRANSLATE_NOOP("records", "Note")},
        {.key = kAnswers,
         .name = u"answers"_s,
         .kind = FieldKind::Json,
         .edit = Right::AuthorClaimOrStaff,
         .maxBytes = 16 * 1024,
         .label = QT_TRANSLATE_NOOP("records", "Answers to the questions")},
        {.key = kDefaultPoint,
         .name = u"default_point"_s,
         .kind = FieldKind::Boolean,
         .edit = Right::AuthorClaimOrStaff,
         .label = QT_TRANSLATE_NOOP("records", "Place not pointed at")},
        {.key = kOnBehalf,
         .name = u"on_behalf"_s,
         .kind = FieldKind::Boolean,
         .placement = Placement::Structural,
         .edit = Right::Nobody,
         .label = QT_TRANSLATE_NOOP("records", "Written down for somebody")},
        {.key = kState,
         .name = u"progress"_s,
         .merge = MergeClass::Transition,
         .placement = Placement::Structural,
         .label = QT_TRANSLATE_NOOP("records", "State")},
    };
}

} // namespace

/// A report to a body: an event, an accident, a violation. Public: nothing here says who the
/// reporter is or how to reach them, that stands in a companion.
void describe(Registry &registry)
{
    RecordType type;
    type.number = 12;
    type.name = u"request"_s;
    type.home = Home::Content;
    type.create = Right::Anyone;
    type.stateKey = kState;
    type.machine = requestMachine();
    type.titleField = u"title"_s;
    type.rule = std::make_shared<RequestRule>();
    for (const auto &group : {reporterFields(), originFields(), officeFields(), stepFields()})
        type.fields.insert(type.fields.end(), group.begin(), group.end());
    registry.add(std::move(type));
}

} // namespace spilno::records::request
