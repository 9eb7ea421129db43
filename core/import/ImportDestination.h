// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/replica/ReplicaDatabase.h"

#include <QtCore/QHash>
#include <QtCore/QMap>
#include <QtCore/QSet>
#include <QtCore/QString>

#include <memory>

namespace spilno::import {

/// Where the rows of one department go.
struct DepartmentPlace
{
    base::EntityId body;
    base::ScopeId scope;
    std::shared_ptr<const replica::Identity> importer;
    QHash<QString, base::EntityId> categories; ///< By name.
};

/// What a file talks about: the names of its departments, each with those of its categories.
using DepartmentNames = QMap<QString, QSet<QString>>;

/// The bodies, scopes, categories and importing devices that a file needs in the city. Finds them
/// and writes the missing ones. Used inside the replica's writing thread.
class ImportDestination
{
public:
    ImportDestination(
        replica::ReplicaDatabase &database,
        std::shared_ptr<const replica::Identity> person,
        base::Random &random)
        : m_database(database)
        , m_person(std::move(person))
        , m_random(random)
    {
    }

    /// True when everything is in the city. False: what was missing is written (once) and has to
    /// reach the city first. NotPermitted: somebody with the right must make it; detail names the
    /// department.
    [[nodiscard]] base::Result<bool> prepare(const DepartmentNames &names);

    [[nodiscard]] const QHash<QString, DepartmentPlace> &places() const { return m_places; }

private:
    [[nodiscard]] base::Result<bool> prepareOne(
        const QString &name, const QSet<QString> &categories);
    [[nodiscard]] base::Result<> prepareBody(const QString &name, DepartmentPlace &place);
    [[nodiscard]] base::Result<bool> prepareScope(const QString &name, DepartmentPlace &place);
    [[nodiscard]] base::Result<> prepareCategories(
        const QString &department, const QSet<QString> &names, DepartmentPlace &place);
    [[nodiscard]] base::Result<bool> prepareImporter(const QString &name, DepartmentPlace &place);
    [[nodiscard]] base::Result<> mayMake(const QString &department) const;

    replica::ReplicaDatabase &m_database;
    std::shared_ptr<const replica::Identity> m_person;
    base::Random &m_random;
    QHash<QString, DepartmentPlace> m_places;
};

} // namespace spilno::import
