// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/EntityImage.h"

/// How rules read the values of records: always a value, null or empty when it is not there.
namespace spilno::records {

/// What the change writes to a register, empty when it does not touch it.
[[nodiscard]] inline wire::Value written(const FoldChange &change, std::uint32_t key)
{
    const wire::FieldChange *field = change.payload.field(key);
    return field == nullptr ? wire::Value() : field->value;
}

/// The value as an id, null when it is none of that length.
template <class Id>
[[nodiscard]] Id idIn(const wire::Value &value)
{
    const QByteArray bytes = value.toBytes();
    return Id::fromBytes(base::view(bytes)).value_or(Id());
}

/// What the change writes to a register, as an id.
template <class Id>
[[nodiscard]] Id writtenId(const FoldChange &change, std::uint32_t key)
{
    return idIn<Id>(written(change, key));
}

} // namespace spilno::records
