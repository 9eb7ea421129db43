// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/DraftReader.h"

#include "app/cli/RecordJson.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <cstdio>

namespace spilno::cli {

using base::ErrorCode;

namespace {

constexpr qint64 kInputBytesMax = 1024 * 1024;

} // namespace

base::Result<QJsonObject> DraftReader::input(const Surroundings &around)
{
    const QString name = around.line.value(QStringLiteral("json"));
    QByteArray bytes;
    if (name.isEmpty()) {
        return QJsonObject();
    } else if (name.startsWith(QLatin1Char('{'))) {
        bytes = name.toUtf8();
    } else {
        QFile file(name);
        const bool opened = name == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly)
                                                       : file.open(QIODevice::ReadOnly);
        if (!opened)
            return around.terminal.fail(
                ErrorCode::NotFound, tr("The file %1 cannot be read.").arg(name));
        while (bytes.size() <= kInputBytesMax) {
            const QByteArray more = file.read(kInputBytesMax + 1 - bytes.size());
            if (more.isEmpty())
                break;
            bytes += more;
        }
    }
    if (bytes.size() > kInputBytesMax)
        return around.terminal.fail(ErrorCode::LimitExceeded, tr("That is too much JSON."));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject())
        return around.terminal.fail(
            ErrorCode::InvalidArgument,
            error.error == QJsonParseError::NoError
                ? tr("That is JSON, but no object: fields in braces are wanted.")
                : tr("That is not a JSON object (%1, byte %2).")
                      .arg(error.errorString())
                      .arg(error.offset));
    return document.object();
}

base::Result<> DraftReader::readSet(
    const records::FieldDescriptor &field, const QJsonValue &value, replica::Draft &draft)
{
    const QJsonArray added =
        value.isObject() ? value[QStringLiteral("add")].toArray() : value.toArray();
    for (const QJsonValue &element : added) {
        SPILNO_ASSIGN(wire::Value one, valueFromJson(field, element));
        draft.additions.append({field.name, std::move(one)});
    }
    const QJsonArray removed = value[QStringLiteral("remove")].toArray();
    for (const QJsonValue &op : removed) {
        SPILNO_ASSIGN(const base::OpId id, base::OpId::fromHex(op.toString()));
        draft.removals.append({field.name, id});
    }
    return {};
}

base::Result<> DraftReader::read(
    const Surroundings &around,
    const records::RecordType &type,
    const QJsonObject &object,
    const QStringList &others,
    replica::Draft &draft)
{
    for (auto at = object.begin(); at != object.end(); ++at) {
        if (others.contains(at.key()))
            continue;
        const records::FieldDescriptor *field = type.field(at.key());
        if (field == nullptr || field->merge == records::MergeClass::Transition)
            return around.terminal.fail(
                ErrorCode::InvalidArgument,
                tr("%1 has no field %2 to write.").arg(type.name, at.key()));
        if (field->merge == records::MergeClass::Set) {
            SPILNO_TRY(readSet(*field, at.value(), draft));
            continue;
        }
        SPILNO_ASSIGN(wire::Value value, valueFromJson(*field, at.value()));
        draft.fields.append({field->name, std::move(value)});
    }
    return {};
}

} // namespace spilno::cli
