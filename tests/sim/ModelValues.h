// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/LogView.h"

/// How FoldModel reads values.
namespace spilno::sim::model {

/// The value as an id, null when it is none of that length.
template <class Id>
[[nodiscard]] Id idOf(const wire::Value &value)
{
    const QByteArray bytes = value.toBytes();
    return bytes.size() == static_cast<qsizetype>(Id::size) ? Id::fromTrusted(bytes.constData())
                                                            : Id();
}

/// What a change writes to a field, empty when it does not touch it.
[[nodiscard]] inline wire::Value written(const LogView::Change &change, std::uint32_t key)
{
    const wire::FieldChange *field = change.payload->field(key);
    return field == nullptr ? wire::Value() : field->value;
}

/// Op ids one after another.
[[nodiscard]] inline std::vector<base::OpId> opsIn(const QByteArray &bytes)
{
    constexpr auto size = static_cast<qsizetype>(base::OpId::size);
    std::vector<base::OpId> ops;
    for (qsizetype at = 0; bytes.size() % size == 0 && at < bytes.size(); at += size)
        ops.push_back(base::OpId::fromTrusted(bytes.constData() + at));
    return ops;
}

/// The unique name that the number of a request takes.
[[nodiscard]] inline QByteArray numberName(const LogView::Change &change)
{
    return "number/" + change.scope.toByteArray() + written(change, 8).toText().toUtf8();
}

} // namespace spilno::sim::model
