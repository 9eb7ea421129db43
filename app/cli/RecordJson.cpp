// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RecordJson.h"

#include "core/base/Ids.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QTimeZone>

#include <cmath>

namespace spilno::cli {

using base::ErrorCode;
using records::FieldKind;
using wire::Value;

namespace {

constexpr double kPointUnits = 1e7;

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

/// Any value without a descriptor: bytes as {"hex": …}.
QJsonValue anyToJson(const Value &value)
{
    if (value.isEmpty())
        return QJsonValue::Null;
    if (value.isText())
        return value.toText();
    if (value.isInteger())
        return value.toInteger();
    if (value.isBoolean())
        return value.toBoolean();
    if (value.isBytes())
        return QJsonObject{{QStringLiteral("hex"), hex(value.toBytes())}};
    QJsonArray array;
    for (const Value &item : value.toList())
        array.append(anyToJson(item));
    return array;
}

base::Result<Value> anyFromJson(const QJsonValue &json)
{
    if (json.isNull() || json.isUndefined())
        return Value();
    if (json.isString())
        return Value(json.toString());
    if (json.isBool())
        return Value(json.toBool());
    if (json.isDouble())
        return Value(json.toInteger());
    if (json.isObject()) {
        const QString text = json.toObject().value(QStringLiteral("hex")).toString();
        const QByteArray bytes = QByteArray::fromHex(text.toLatin1());
        if (bytes.isEmpty() || hex(bytes) != text.toLower())
            return base::failure(ErrorCode::InvalidArgument, QStringLiteral("not a value"));
        return Value(bytes);
    }
    Value::List list;
    const QJsonArray array = json.toArray();
    for (const QJsonValue &item : array) {
        SPILNO_ASSIGN(Value value, anyFromJson(item));
        list.push_back(std::move(value));
    }
    return Value(std::move(list));
}

tl::unexpected<base::Error> wrong(const records::FieldDescriptor &field, const QString &wanted)
{
    return base::failure(
        ErrorCode::InvalidArgument, QStringLiteral("%1: %2").arg(field.name, wanted));
}

base::Result<Value> bytesOf(const records::FieldDescriptor &field, const QString &text)
{
    const QByteArray bytes = QByteArray::fromHex(text.toLatin1());
    const qsizetype size = field.kind == FieldKind::Entity   ? qsizetype{base::EntityId::size}
                           : field.kind == FieldKind::Person ? qsizetype{base::PersonId::size}
                                                             : qsizetype{field.exactBytes};
    if (hex(bytes) != text.toLower() || (size != 0 && bytes.size() != size))
        return wrong(field, QStringLiteral("an id in hexadecimal"));
    return Value(bytes);
}

base::Result<Value> choiceOf(const records::FieldDescriptor &field, const QString &text)
{
    QStringList names;
    for (std::size_t at = 0; at < field.choices.size(); ++at) {
        if (field.choices[at] == text)
            return Value(static_cast<qint64>(at));
        names.append(field.choices[at]);
    }
    return wrong(field, QStringLiteral("one of ") + names.join(QStringLiteral(", ")));
}

base::Result<Value> pointOf(const records::FieldDescriptor &field, const QJsonValue &json)
{
    const QJsonValue lat = json[QStringLiteral("lat")];
    const QJsonValue lon = json[QStringLiteral("lon")];
    if (!lat.isDouble() || !lon.isDouble() || std::abs(lat.toDouble()) > 90 ||
        std::abs(lon.toDouble()) > 180)
        return wrong(field, QStringLiteral("{\"lat\": degrees, \"lon\": degrees}"));
    return Value(Value::List{
        Value(static_cast<qint64>(std::llround(lat.toDouble() * kPointUnits))),
        Value(static_cast<qint64>(std::llround(lon.toDouble() * kPointUnits)))});
}

QString fieldState(const records::RecordType &type, std::uint32_t number)
{
    const records::State *state = type.machine.state(number);
    return state != nullptr ? state->name : QString();
}

} // namespace

QJsonValue timeToJson(qint64 ms)
{
    if (ms == 0)
        return QJsonValue::Null;
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return time.toString(ms % 1000 == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

base::Result<qint64> timeFromText(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime && text.size() <= 10)
        time = QDateTime(time.date(), QTime(0, 0), QTimeZone::utc());
    if (!time.isValid() || (time.timeSpec() == Qt::LocalTime))
        return base::failure(
            ErrorCode::InvalidArgument,
            QStringLiteral("%1 is not a time such as 2026-01-31T09:00:00Z").arg(text));
    return time.toMSecsSinceEpoch();
}

QJsonValue valueToJson(const records::FieldDescriptor &field, const Value &value)
{
    if (value.isEmpty())
        return QJsonValue::Null;
    switch (field.kind) {
    case FieldKind::Time:
        return value.toInteger() == 0 ? QJsonValue(QStringLiteral("1970-01-01T00:00:00Z"))
                                      : timeToJson(value.toInteger());
    case FieldKind::Entity:
    case FieldKind::Person:
    case FieldKind::Bytes:
        return hex(value.toBytes());
    case FieldKind::Choice: {
        const auto at = static_cast<std::size_t>(value.toInteger());
        return at < field.choices.size() ? QJsonValue(field.choices[at])
                                         : QJsonValue(value.toInteger());
    }
    case FieldKind::Point:
        if (value.toList().size() == 2) {
            const auto degrees = [&value](std::size_t at) {
                return static_cast<double>(value.toList()[at].toInteger()) / kPointUnits;
            };
            return QJsonObject{
                {QStringLiteral("lat"), degrees(0)}, {QStringLiteral("lon"), degrees(1)}};
        }
        break;
    default:
        break;
    }
    return anyToJson(value);
}

base::Result<Value> valueFromJson(const records::FieldDescriptor &field, const QJsonValue &json)
{
    if (json.isNull())
        return Value();
    switch (field.kind) {
    case FieldKind::Integer:
        if (!json.isDouble() || json.toDouble() != std::floor(json.toDouble()))
            return wrong(field, QStringLiteral("a whole number"));
        return Value(json.toInteger());
    case FieldKind::Boolean:
        if (!json.isBool())
            return wrong(field, QStringLiteral("true or false"));
        return Value(json.toBool());
    case FieldKind::Point:
        return pointOf(field, json);
    case FieldKind::Json:
        return anyFromJson(json);
    default:
        break;
    }
    if (!json.isString())
        return wrong(field, QStringLiteral("a text"));
    return valueFromText(field, json.toString());
}

base::Result<Value> valueFromText(const records::FieldDescriptor &field, const QString &text)
{
    switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::LongText:
        return Value(text);
    case FieldKind::Integer: {
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        return isNumber ? base::Result<Value>(Value(number))
                        : base::Result<Value>(wrong(field, QStringLiteral("a whole number")));
    }
    case FieldKind::Boolean:
        if (text != QLatin1String("true") && text != QLatin1String("false"))
            return wrong(field, QStringLiteral("true or false"));
        return Value(text == QLatin1String("true"));
    case FieldKind::Time: {
        SPILNO_ASSIGN(const qint64 ms, timeFromText(text));
        return Value(ms);
    }
    case FieldKind::Entity:
    case FieldKind::Person:
    case FieldKind::Bytes:
        return bytesOf(field, text);
    case FieldKind::Choice:
        return choiceOf(field, text);
    case FieldKind::Point:
    case FieldKind::Json:
        break;
    }
    return wrong(field, QStringLiteral("cannot be written as one word"));
}

QJsonObject recordToJson(const records::RecordType &type, const replica::Record &record)
{
    QJsonObject object{
        {QStringLiteral("id"), record.entity.toHex()},
        {QStringLiteral("type"), type.name},
        {QStringLiteral("scope"), record.scope.toHex()},
        {QStringLiteral("author"), record.author.toHex()},
        {QStringLiteral("author_name"), record.authorName},
        {QStringLiteral("created"), timeToJson(record.createdMs)},
        {QStringLiteral("changed"), timeToJson(record.changedMs)},
        {QStringLiteral("pending"), record.pending},
        {QStringLiteral("preview"), record.preview},
        {QStringLiteral("conflicted"), record.conflicted}};
    if (!type.machine.isEmpty())
        object.insert(QStringLiteral("state"), fieldState(type, record.state));
    for (const auto &[name, value] : record.fields) {
        if (const records::FieldDescriptor *field = type.field(name))
            object.insert(name, valueToJson(*field, value));
    }
    for (const auto &[name, elements] : record.sets) {
        const records::FieldDescriptor *field = type.field(name);
        QJsonArray array;
        for (const Value &element : elements)
            array.append(field != nullptr ? valueToJson(*field, element) : anyToJson(element));
        object.insert(name, array);
    }
    return object;
}

QJsonObject historyToJson(const records::RecordType &type, const replica::HistoryItem &item)
{
    QJsonObject fields;
    for (const auto &[name, value] : item.fields) {
        if (const records::FieldDescriptor *field = type.field(name))
            fields.insert(name, valueToJson(*field, value));
    }
    return {
        {QStringLiteral("op"), item.op.toHex()},
        {QStringLiteral("person"), item.person.toHex()},
        {QStringLiteral("person_name"), item.personName},
        {QStringLiteral("device"), item.device.toHex()},
        {QStringLiteral("written"), timeToJson(item.writtenMs)},
        {QStringLiteral("recorded"), timeToJson(item.recordedMs)},
        {QStringLiteral("position"), item.pending ? QJsonValue(QJsonValue::Null)
                                                  : QJsonValue(static_cast<qint64>(item.position))},
        {QStringLiteral("pending"), item.pending},
        {QStringLiteral("preview"), item.preview},
        {QStringLiteral("erased"), item.erased},
        {QStringLiteral("verdict"),
         item.verdict.isEmpty() ? QStringLiteral("applied") : item.verdict},
        {QStringLiteral("step"),
         item.step.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(item.step)},
        {QStringLiteral("fields"), fields}};
}

} // namespace spilno::cli
