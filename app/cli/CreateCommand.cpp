// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CreateCommand.h"

#include "app/cli/FileToAttach.h"
#include "app/cli/ReceiptClaim.h"
#include "app/cli/RecordJson.h"
#include "app/cli/Submission.h"
#include "core/base/text/QrCode.h"
#include "core/profile/InvitationCode.h"
#include "core/profile/ReceiptCode.h"
#include "core/records/attachment/AttachmentRule.h"

namespace spilno::cli {

using base::ErrorCode;

Syntax CreateCommand::syntax() const
{
    return {
        .name = QStringLiteral("create"),
        .operands = QStringLiteral("TYPE --json FILE|- [--words \"SIX WORDS\"]"),
        .operandsMin = 1,
        .operandsMax = 1,
        .values = {QStringLiteral("words")},
        .readsJson = true,
        .summary = tr("create a record")};
}

base::Result<> CreateCommand::createInvitation(
    Surroundings &around, Workplace &place, const QJsonObject &input) const
{
    profile::InvitationTerms terms;
    const QString role = input.value(QStringLiteral("role")).toString(QStringLiteral("none"));
    terms.role = records::roleFromName(role);
    if (terms.role == records::Role::None && role != QLatin1String("none"))
        return around.terminal.fail(
            ErrorCode::InvalidArgument, tr("There is no role %1.").arg(role));
    if (const QString body = input.value(QStringLiteral("body")).toString(); !body.isEmpty()) {
        SPILNO_ASSIGN(terms.body, RecordFinder(around, place).body(body));
    }
    const bool isOfCity =
        terms.role == records::Role::None || terms.role == records::Role::Registrar;
    if (isOfCity != terms.body.isNull())
        return around.terminal.fail(
            ErrorCode::InvalidArgument,
            isOfCity ? tr("The role %1 is of the whole city: leave \"body\" out.").arg(role)
                     : tr("The role %1 is of a body: say which with \"body\".").arg(role));
    if (const QString expires = input.value(QStringLiteral("expires")).toString();
        !expires.isEmpty()) {
        SPILNO_ASSIGN(terms.expiresMs, timeFromText(expires));
    }
    terms.uses = input.value(QStringLiteral("uses")).toInteger(1);
    if (terms.uses < 1)
        return around.terminal.fail(
            ErrorCode::InvalidArgument, tr("An invitation is for one person at least."));
    const auto code = profile::InvitationCode::generate(around.random);
    SPILNO_ASSIGN(
        const replica::Submitted made,
        Submission::write(around, place, profile::invitationDraft(code, terms)));
    SPILNO_ASSIGN(sync::ServerAddress link, sync::ServerAddress::parse(place.entry().address));
    link.invitation = code.toString();
    QJsonObject answer{
        {QStringLiteral("type"), QStringLiteral("invitation")},
        {QStringLiteral("id"), made.entities.front().toHex()},
        {QStringLiteral("op"), made.ops.front().toHex()},
        {QStringLiteral("code"), code.toString()},
        {QStringLiteral("link"), link.toString()},
        {QStringLiteral("name"), input.value(QStringLiteral("name")).toString()},
        {QStringLiteral("pending"), true}};
    QString text = tr("Code: %1").arg(code.toString()) + QLatin1Char('\n') +
                   tr("Link: %1").arg(link.toString());
    if (const auto qr = base::QrCode::encode(link.toString())) {
        answer.insert(QStringLiteral("qr"), qr->toTerminal());
        text += QLatin1Char('\n') + qr->toTerminal();
    }
    text += QLatin1Char('\n') + tr("It is valid once this profile has synchronised.");
    around.terminal.answer(answer, text);
    return {};
}

/// The bytes of a file go to the photos of this profile, and to the city behind their record.
base::Result<> CreateCommand::addFile(
    Surroundings &around, Workplace &place, const QJsonObject &input, replica::Draft &draft) const
{
    const QString path = input.value(QStringLiteral("file")).toString();
    if (path.isEmpty())
        return {};
    SPILNO_ASSIGN(const FileToAttach file, FileToAttach::read(around, path));
    SPILNO_ASSIGN(const base::BlobId blob, place.client().photos().folder().store(file.bytes));
    draft.fields = {
        {QStringLiteral("blob"), wire::Value(blob.toByteArray())},
        {QStringLiteral("mime"), wire::Value(file.mime)},
        {QStringLiteral("size"), wire::Value(qint64{file.bytes.size()})}};
    // Never the name of the file: it may say who took it and when.
    if (!input.contains(QStringLiteral("name")))
        draft.fields.append({QStringLiteral("name"), wire::Value(file.name)});
    return {};
}

base::Result<> CreateCommand::createRecord(
    Surroundings &around,
    Workplace &place,
    const records::RecordType &type,
    const QJsonObject &input) const
{
    replica::Draft draft;
    draft.type = type.name;
    SPILNO_ASSIGN(draft.scope, RecordFinder(around, place).scopeFor(type, input));
    const QString about = input.value(QStringLiteral("about")).toString();
    if (const auto request = base::EntityId::fromHex(about); request && !about.isEmpty()) {
        SPILNO_ASSIGN(draft.claim, ReceiptClaim::given(around, place, *request));
    }
    QStringList others{QStringLiteral("scope"), QStringLiteral("receipt")};
    if (type.number == records::attachment::kType) {
        others.append(QStringLiteral("file"));
        SPILNO_TRY(addFile(around, place, input, draft));
    }
    SPILNO_TRY(DraftReader::read(around, type, input, others, draft));
    const bool isScope = type.name == QLatin1String("scope");
    if (isScope && type.field(QStringLiteral("salt")) != nullptr &&
        !input.contains(QStringLiteral("salt")))
        draft.fields.append(
            {QStringLiteral("salt"), wire::Value(around.random.id<base::Salt>().toByteArray())});
    const base::CityId city = place.entry().city;
    QStringList words;
    if (input.value(QStringLiteral("receipt")).toBool()) {
        const auto receipt = profile::ReceiptCode::generate(around.random);
        SPILNO_ASSIGN(words, receipt.words());
        SPILNO_ASSIGN(const crypto::SigningKey key, receipt.claimKey(city));
        draft.fields.append(
            {QStringLiteral("claim_key"), wire::Value(key.publicKey().toByteArray())});
    }
    SPILNO_ASSIGN(const replica::Submitted made, Submission::write(around, place, draft));
    SPILNO_ASSIGN(
        const auto record, waitFor(place.replica().record(type.name, made.entities.front())));
    QJsonObject answer = record ? recordToJson(type, *record) : QJsonObject();
    answer.insert(QStringLiteral("id"), made.entities.front().toHex());
    answer.insert(QStringLiteral("op"), made.ops.front().toHex());
    if (isScope)
        answer.insert(QStringLiteral("scope_id"), wire::scopeId(city, made.ops.front()).toHex());
    QString text = made.entities.front().toHex();
    const QString number = answer.value(QStringLiteral("number")).toString();
    if (!number.isEmpty())
        text += QLatin1Char('\n') + tr("Number: %1").arg(number);
    if (!words.isEmpty()) {
        const QString joined = words.join(QLatin1Char(' '));
        answer.insert(QStringLiteral("receipt"), joined);
        text += QLatin1Char('\n') + tr("Receipt: %1").arg(joined);
    }
    around.terminal.answer(answer, text);
    return {};
}

base::Result<> CreateCommand::run(Surroundings &around)
{
    SPILNO_ASSIGN(const records::RecordType *type, Workplace::type(around, around.line.operand(0)));
    SPILNO_ASSIGN(const QJsonObject input, DraftReader::input(around));
    SPILNO_ASSIGN(const auto place, Workplace::open(around, Workplace::Keys::Needed));
    if (type->name == QLatin1String("invitation"))
        return createInvitation(around, *place, input);
    return createRecord(around, *place, *type, input);
}

} // namespace spilno::cli
