// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"
#include "core/base/Result.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonValue>
#include <QtCore/QString>

#include <variant>
#include <vector>

namespace spilno::wire {

class CborReader;

/// One field value: nothing, a truth, a number, a text, bytes or a list of values. On the wire
/// "nothing" is the empty array, because the grammar has no null.
class Value
{
public:
    using List = std::vector<Value>;

    Value() = default;
    Value(bool value)
        : m_value(value)
    {
    }
    Value(qint64 value)
        : m_value(value)
    {
    }
    Value(const QString &value)
        : m_value(value)
    {
    }
    Value(const QByteArray &value)
        : m_value(value)
    {
    }
    Value(List value)
    {
        if (!value.empty()) // the empty list is "nothing"
            m_value = std::move(value);
    }
    template <class T>
    Value(const T *) = delete; // a pointer would silently become a bool

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool isText() const { return std::holds_alternative<QString>(m_value); }
    [[nodiscard]] bool isBytes() const { return std::holds_alternative<QByteArray>(m_value); }
    [[nodiscard]] bool isInteger() const { return std::holds_alternative<qint64>(m_value); }
    [[nodiscard]] bool isBoolean() const { return std::holds_alternative<bool>(m_value); }
    [[nodiscard]] bool isList() const { return std::holds_alternative<List>(m_value); }

    /// The value as the kind asked for, or that kind's empty value.
    [[nodiscard]] bool toBoolean() const;
    [[nodiscard]] qint64 toInteger() const;
    [[nodiscard]] QString toText() const;
    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] const List &toList() const;

    friend bool operator==(const Value &, const Value &) = default;

    /// Appends the value's encoding.
    void encode(QByteArray &out) const;
    [[nodiscard]] QByteArray encoded() const;
    /// Decodes exactly one value. LimitExceeded above kPayloadBytesMax, Malformed.
    [[nodiscard]] static base::Result<Value> decode(base::ByteView bytes);
    /// Reads the next value of a longer encoding, which fails where there is none.
    [[nodiscard]] static Value read(CborReader &reader, int depth = 0);

private:
    std::variant<std::monostate, bool, qint64, QString, QByteArray, List> m_value;
};

} // namespace spilno::wire
