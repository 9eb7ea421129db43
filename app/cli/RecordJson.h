// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/records/Registry.h"
#include "core/replica/Record.h"

#include <QtCore/QJsonObject>

/// Records and their values as JSON and back: names as in the registry, ids in hexadecimal, times
/// in ISO 8601 (UTC), choices and states by their names. Pure functions.
namespace spilno::cli {

[[nodiscard]] QJsonValue valueToJson(
    const records::FieldDescriptor &field, const wire::Value &value);

/// InvalidArgument names the field. null is the empty value, which clears.
[[nodiscard]] base::Result<wire::Value> valueFromJson(
    const records::FieldDescriptor &field, const QJsonValue &json);

/// The value of a word on the command line.
[[nodiscard]] base::Result<wire::Value> valueFromText(
    const records::FieldDescriptor &field, const QString &text);

[[nodiscard]] QJsonObject recordToJson(
    const records::RecordType &type, const replica::Record &record);
[[nodiscard]] QJsonObject historyToJson(
    const records::RecordType &type, const replica::HistoryItem &item);

/// ISO 8601 in UTC, or null for 0.
[[nodiscard]] QJsonValue timeToJson(qint64 ms);
/// ISO 8601 with a zone; a date alone is its first moment in UTC.
[[nodiscard]] base::Result<qint64> timeFromText(const QString &text);

} // namespace spilno::cli
