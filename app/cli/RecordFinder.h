// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Workplace.h"

#include <QtCore/QCoreApplication>

namespace spilno::cli {

/// Finds what a person names: a record by its id, by the number on the slip, by its own name.
class RecordFinder
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::RecordFinder)

public:
    RecordFinder(const Surroundings &around, Workplace &place)
        : m_around(around)
        , m_place(place)
    {
    }

    /// By id, or a request by its number in either alphabet. NotFound with a sentence.
    [[nodiscard]] base::Result<replica::Record> record(
        const records::RecordType &type, const QString &named) const;

    /// The id alone: also of a record that only failed changes name.
    [[nodiscard]] base::Result<base::EntityId> entity(
        const records::RecordType &type, const QString &named) const;

    /// A body of the city by its id or name.
    [[nodiscard]] base::Result<base::EntityId> body(const QString &named) const;

    /// A scope by its id or name.
    [[nodiscard]] base::Result<base::ScopeId> scope(const QString &named) const;

    /// Where a new record of the type is written when nobody says: the scope of the body (given or
    /// the category's), or the only one there is. InvalidArgument with a sentence.
    [[nodiscard]] base::Result<base::ScopeId> scopeFor(
        const records::RecordType &type, const QJsonObject &values) const;

private:
    [[nodiscard]] base::Result<base::EntityId> bodyOf(const QJsonObject &values) const;
    [[nodiscard]] base::Result<base::ScopeId> scopeOfRecord(const QString &named) const;

    const Surroundings &m_around;
    Workplace &m_place;
};

} // namespace spilno::cli
