// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/Value.h"

#include <QtCore/QString>

#include <array>
#include <optional>
#include <vector>

namespace spilno::replica {

struct Condition
{
    enum class Operator : std::uint8_t { Equal, NotEqual, Less, Greater, In, Prefix };
    QString field; ///< A field, or state, author, scope, created, changed, open.
    Operator op = Operator::Equal;
    wire::Value value; ///< A list for In.
};

struct Query
{
    QString type;
    std::vector<Condition> where;
    QString text;                                ///< Full-text filter, or empty.
    QString orderBy = QStringLiteral("changed"); ///< A field, created, or changed.
    bool descending = true;
    int limit = 50;
    QByteArray after;                          ///< The cursor of the page before.
    std::optional<std::vector<qint64>> within; ///< Entity rows: what a full-text search found.
    std::optional<std::array<qint32, 4>> box;  ///< south, west, north, east in 1e-7 degrees
};

} // namespace spilno::replica
