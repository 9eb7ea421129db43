// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/store/DataFolder.h"

#include "core/base/Clock.h"

namespace spilno::server {

/// The backup of a city's server in one file: an SQLite database with everything the data folder
/// holds, keys, certificate and photos included, as it was at one moment. Readable by its owner
/// only, as the folder itself. Made while the server runs or not; blocks, any thread.
class CityBackup
{
public:
    struct Content
    {
        qint64 madeMs = 0;
        qint64 files = 0; ///< Beside the database.
        qint64 bytes = 0; ///< Of the backup file.
    };

    /// Writes `file`, whole or not at all; one that is there is replaced. The folder's errors,
    /// ReadOnly, DiskFull.
    [[nodiscard]] static base::Result<Content> write(
        const DataFolder &folder, const QString &file, const base::Clock &clock);

    /// Makes the folder what it was. InvalidArgument when there is a city in it already, NotFound,
    /// Malformed (no backup), UnsupportedVersion, Corrupt, DiskFull. Leaves no half city.
    [[nodiscard]] static base::Result<Content> restore(
        const QString &file, const DataFolder &folder);

    CityBackup() = delete;
};

} // namespace spilno::server
