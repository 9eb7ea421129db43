// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/Session.h"

namespace spilno::session {

/// A city with what is alive of it.
struct Session::City
{
    profile::CityEntry entry;
    sync::ServerAddress address;
    std::unique_ptr<profile::CityClient> client;
    std::unique_ptr<SessionContext> context;
    bool entering = false; ///< An enrolment is on its way.
    bool joined = false;   ///< Nothing is owed any more.
};

/// A city whose replica was opened on the work thread and lives on the GUI thread from here on.
struct Session::OpenedCity
{
    sync::ServerAddress address;
    std::unique_ptr<profile::CityClient> client;
};

/// A city whose server runs in this program.
struct Session::Hosted
{
    base::CityId city;
    QString folder;
    CityHosting::Reach reach = CityHosting::Reach::ThisComputer;
};

} // namespace spilno::session
