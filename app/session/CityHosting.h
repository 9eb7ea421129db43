// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/replica/Identity.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace spilno::session {

/// What the window asks of the city servers inside the program. Only main.cpp knows them; it
/// gives an implementation to Session. Every call may take long and comes from Session's work
/// thread, never from the GUI thread.
class CityHosting
{
public:
    virtual ~CityHosting() = default;

    /// Who can reach the server.
    enum class Reach {
        ThisComputer, ///< 127.0.0.1 only.
        LocalNetwork, ///< Every address of this computer.
    };

    struct NewCity
    {
        QString folder; ///< Of the server's data; made.
        QString name;
        QString timeZone;      ///< IANA id.
        bool ukrainian = true; ///< The language of the names it begins with.
        QString ownerName;
        std::shared_ptr<const replica::Identity> owner;
        /// Where the owner's replica of the new city is to be: Profile::replicaPath().
        std::function<QString(const base::CityId &)> ownerReplica;
    };

    struct Served
    {
        QString address; ///< For this computer.
        Reach reach = Reach::ThisComputer;
    };

    /// Whether the folder is of a city's server, whole and ready to be served.
    [[nodiscard]] virtual bool holdsCity(const QString &folder) const = 0;
    /// Founds a city whose owner is `owner` and fills the owner's replica. InvalidArgument when the
    /// folder holds a city already or the name is unusable.
    [[nodiscard]] virtual base::Result<base::CityId> found(const NewCity &city) = 0;
    /// Starts the server of a folder, or starts it again with another reach, at the port it had
    /// before where that is free. Without a reach it is the one chosen last, and it is remembered
    /// in the folder. Servers of other folders go on. The errors of the server's start.
    [[nodiscard]] virtual base::Result<Served> serve(
        const QString &folder, std::optional<Reach> reach) = 0;
    /// Stops all that serve() started. Idempotent.
    virtual void stop() = 0;
};

} // namespace spilno::session
