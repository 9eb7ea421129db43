// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/ImportDestination.h"
#include "core/import/ImportMapping.h"
#include "core/import/ImportReader.h"
#include "core/import/RejectsWriter.h"
#include "core/replica/Replica.h"

#include <QtCore/QFile>

#include <functional>

namespace spilno::import {

/// Imports a file of service requests into a city: every row becomes a signed change of the
/// importing device of its department, or a line of FILE.rejects.csv. First survey(), then
/// prepare() until the city has what the file needs, then run(). May be stopped after every batch
/// and begun anew: what is here already is not written twice. Blocks; not on the GUI thread.
class RequestImport
{
public:
    struct Options
    {
        QString path;
        QString mapping; ///< A name of ImportMapping::shippedNames(), or a file.
        std::size_t batchRows = 1000;
    };

    struct Progress
    {
        bool isSurvey = false;
        qint64 rows = 0;     ///< Done so far.
        qint64 rowsAll = 0;  ///< 0 while surveying.
        qint64 imported = 0; ///< known included
        qint64 known = 0;    ///< Imported before.
        qint64 rejected = 0;
    };

    /// Called about every batch; false stops.
    using Watch = std::function<bool(const Progress &progress)>;

    RequestImport(
        replica::Replica &replica,
        std::shared_ptr<const replica::Identity> person,
        base::Random &random,
        Options options);

    /// Reads the file through. NotFound, Io, InvalidArgument (not such a file), Malformed (the
    /// mapping), Cancelled.
    [[nodiscard]] base::Result<> survey(const Watch &watch);

    /// As ImportDestination::prepare().
    [[nodiscard]] base::Result<bool> prepare();

    /// Imports. Cancelled when `watch` stopped it; what was done stays.
    [[nodiscard]] base::Result<Progress> run(const Watch &watch);

    [[nodiscard]] const DepartmentNames &names() const { return m_names; }
    [[nodiscard]] QString rejectsPath() const;

private:
    [[nodiscard]] base::Result<> openFile(QFile &file) const;
    [[nodiscard]] base::Result<> take(
        const ImportReader &reader, ImportReader::Item item, RejectsWriter &rejects);
    [[nodiscard]] base::Result<> flush(const QString &department);
    [[nodiscard]] base::Result<> finishBatch();

    replica::Replica &m_replica;
    std::shared_ptr<const replica::Identity> m_person;
    base::Random &m_random;
    Options m_options;
    QString m_mappingName;
    DepartmentNames m_names;
    QHash<QString, DepartmentPlace> m_places;
    Progress m_progress;
    QHash<QString, std::vector<replica::BulkItem>> m_waiting; ///< By department.
    replica::Replica::Answer<replica::BulkOutcome> m_running; ///< The batch being written.
    bool m_isRunning = false;
};

} // namespace spilno::import
