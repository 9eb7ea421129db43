// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ShowCommand.h"

#include "app/cli/RecordFinder.h"
#include "app/cli/RecordJson.h"
#include "core/records/attachment/AttachmentRule.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace spilno::cli {

namespace {

/// name: value, a line each, nothing for what is empty.
QString linesOf(const QJsonObject &object, const QString &indent)
{
    QStringList lines;
    for (auto at = object.begin(); at != object.end(); ++at) {
        const QJsonValue value = at.value();
        QString text;
        if (value.isString())
            text = value.toString();
        else if (value.isDouble())
            text = QString::number(value.toInteger());
        else if (value.isBool())
            text = value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
        else if (value.isObject())
            text =
                QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
        else if (value.isArray() && !value.toArray().isEmpty())
            text = QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
        if (!text.isEmpty() && text != QLatin1String("{}"))
            lines.append(indent + at.key() + QStringLiteral(": ") + text);
    }
    return lines.join(QLatin1Char('\n'));
}

/// Where the bytes of an attachment are: a file of this computer or nowhere, and the city or not.
void addFile(Workplace &place, const replica::Record &record, QJsonObject &object)
{
    const replica::BlobFolder &folder = place.client().photos().folder();
    const QByteArray name = record.value(QStringLiteral("blob")).toBytes();
    const auto blob = base::BlobId::fromBytes(base::view(name));
    if (!blob)
        return;
    const bool here = folder.has(*blob);
    const qint64 size = record.value(QStringLiteral("size")).toInteger();
    const bool atCity = here && folder.sentChunks(*blob) >= replica::blobChunks(size);
    object.insert(
        QStringLiteral("file"),
        here ? QJsonValue(QFileInfo(folder.path(*blob)).absoluteFilePath()) : QJsonValue());
    object.insert(QStringLiteral("waiting"), here && !atCity);
}

} // namespace

Syntax ShowCommand::syntax() const
{
    return {
        .name = QStringLiteral("show"),
        .operands = QStringLiteral("TYPE ID [--history] [--json]"),
        .operandsMin = 2,
        .operandsMax = 2,
        .flags = {QStringLiteral("history")},
        .summary = tr("show one record")};
}

base::Result<> ShowCommand::run(Surroundings &around)
{
    SPILNO_ASSIGN(const records::RecordType *type, Workplace::type(around, around.line.operand(0)));
    SPILNO_ASSIGN(const auto place, Workplace::open(around, Workplace::Keys::Optional));
    SPILNO_ASSIGN(
        const replica::Record record,
        RecordFinder(around, *place).record(*type, around.line.operand(1)));
    QJsonObject object = recordToJson(*type, record);
    if (type->number == records::attachment::kType)
        addFile(*place, record, object);
    QString text = linesOf(object, {});
    if (around.line.has(QStringLiteral("history"))) {
        SPILNO_ASSIGN(const auto items, waitFor(place->replica().history(record.entity)));
        QJsonArray history;
        for (const replica::HistoryItem &item : items) {
            const QJsonObject one = historyToJson(*type, item);
            history.append(one);
            text += QStringLiteral("\n\n") + linesOf(one, QStringLiteral("  "));
        }
        object.insert(QStringLiteral("history"), history);
    }
    around.terminal.answer(object, text);
    return {};
}

} // namespace spilno::cli
