// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/store/DataFolder.h"

#include "core/base/Clock.h"
#include "core/base/Random.h"
#include "core/replica/Finding.h"

#include <vector>

namespace spilno::server {

/// Recomputes everything a city's server holds: every hash, signature, chain and tree node, the
/// newest signed checkpoint with its map, the tables (folded anew and compared), photos and keys.
/// Works on a copy beside the data, so that the server may go on; needs as much space again.
class CityCheck
{
public:
    struct Report
    {
        std::vector<replica::Finding> wrong; ///< What, where; empty: all is right.
        std::uint64_t changes = 0;
        qint64 scopes = 0;
        qint64 photos = 0;
    };

    /// The errors of the folder and of copying; Corrupt when the database cannot be read at all.
    [[nodiscard]] static base::Result<Report> run(
        const DataFolder &folder, base::Clock &clock, base::Random &random);

    CityCheck() = delete;
};

} // namespace spilno::server
