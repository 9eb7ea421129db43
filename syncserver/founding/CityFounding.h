// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/founding/FoundingPlan.h"

#include "core/base/Clock.h"
#include "core/base/Ids.h"
#include "core/base/Random.h"
#include "core/replica/Identity.h"

#include <functional>
#include <memory>

namespace spilno::server {

/// Makes a city: its genesis, the keys, certificate and database of its server, and its first
/// changes, which the owner signs and the server's store sequences like any other. Afterwards the
/// owner's replica holds the city too. Both the server program's init and the desktop that hosts a
/// city use it. Blocks for about a second: not on the GUI thread.
class CityFounding
{
public:
    struct Request
    {
        QString folder; ///< Of the server's data; made when absent.
        QString name;   ///< Of the city.
        std::shared_ptr<const replica::Identity> owner;
        QString displayName; ///< The owner's, for everybody to see.
        FoundingPlan plan;
        QString listen; ///< HOST:PORT that the server will listen at, remembered in the folder.
        /// Where people will find the server, for the city's record; may be null.
        std::function<QString(const base::CityId &)> address;
        /// Where the owner's replica of the new city is to be: Profile::replicaPath().
        std::function<QString(const base::CityId &)> ownerReplica;
        base::Clock *clock = nullptr;
        base::Random *random = nullptr;
    };

    struct Body
    {
        QString id; ///< Its name in the plan.
        base::EntityId entity;
        std::vector<base::ScopeId> scopes; ///< In the plan's order.
        base::ScopeId sealedScope;         ///< Null: none.
    };

    struct City
    {
        base::CityId id;
        std::vector<Body> bodies; ///< In the plan's order.
    };

    /// InvalidArgument when the folder holds a city already or the name is unusable; AlreadyInUse,
    /// ReadOnly, DiskFull and the errors of the database. What failed leaves no city behind.
    [[nodiscard]] static base::Result<City> found(const Request &request);

    CityFounding() = delete;
};

} // namespace spilno::server
