// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/Value.h"

#include "core/base/Limits.h"
#include "core/wire/Cbor.h"

namespace spilno::wire {

Value Value::read(CborReader &reader, int depth)
{
    if (depth > limits::kCborDepthMax) {
        reader.fail();
        return {};
    }
    switch (reader.peek()) {
    case CborReader::Kind::Unsigned:
    case CborReader::Kind::Negative:
        return Value(static_cast<qint64>(reader.integer()));
    case CborReader::Kind::Boolean:
        return Value(reader.boolean());
    case CborReader::Kind::Bytes:
        return Value(base::toByteArray(reader.bytes()));
    case CborReader::Kind::Text:
        return Value(reader.string(limits::kPayloadBytesMax));
    case CborReader::Kind::Array: {
        const std::uint64_t count = reader.array();
        Value::List list;
        for (std::uint64_t i = 0; i < count && reader.ok(); ++i)
            list.push_back(read(reader, depth + 1));
        return Value(std::move(list));
    }
    case CborReader::Kind::End:
    case CborReader::Kind::Bad:
        reader.fail();
        return {};
    }
    return {};
}

bool Value::isEmpty() const
{
    return std::holds_alternative<std::monostate>(m_value) ||
           (isText() && std::get<QString>(m_value).isEmpty()) ||
           (isBytes() && std::get<QByteArray>(m_value).isEmpty()) ||
           (isList() && std::get<List>(m_value).empty());
}

bool Value::toBoolean() const
{
    return isBoolean() && std::get<bool>(m_value);
}

qint64 Value::toInteger() const
{
    return isInteger() ? std::get<qint64>(m_value) : 0;
}

QString Value::toText() const
{
    return isText() ? std::get<QString>(m_value) : QString();
}

QByteArray Value::toBytes() const
{
    return isBytes() ? std::get<QByteArray>(m_value) : QByteArray();
}

const Value::List &Value::toList() const
{
    static const List none;
    return isList() ? std::get<List>(m_value) : none;
}

void Value::encode(QByteArray &out) const
{
    CborWriter writer(out);
    if (isBoolean()) {
        writer.boolean(toBoolean());
    } else if (isInteger()) {
        writer.integer(toInteger());
    } else if (isText()) {
        writer.text(std::get<QString>(m_value));
    } else if (isBytes()) {
        writer.bytes(base::view(std::get<QByteArray>(m_value)));
    } else {
        const List &list = toList();
        writer.array(list.size());
        for (const Value &item : list)
            item.encode(out);
    }
}

QByteArray Value::encoded() const
{
    QByteArray out;
    encode(out);
    return out;
}

base::Result<Value> Value::decode(base::ByteView bytes)
{
    if (bytes.size() > limits::kPayloadBytesMax)
        return base::failure(
            base::ErrorCode::LimitExceeded, QStringLiteral("a value over its limit"));
    CborReader reader(bytes);
    Value value = read(reader, 0);
    SPILNO_TRY(reader.conclude("a value"));
    return value;
}

} // namespace spilno::wire
