// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/commands/Command.h"
#include "syncserver/commands/ListenAddress.h"
#include "syncserver/founding/CityFounding.h"

#include "core/base/Result.h"
#include "core/profile/Profile.h"

namespace spilno::server {

/// `init`: founds a city, makes the owner's profile where there is none, and prints the address.
class InitCommand final : public Command
{
public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] ExitCode run(const Surroundings &around) override;

private:
    /// The owner's profile, unlocked; made when absent. A sentence is said when it fails.
    [[nodiscard]] bool openOwner(const Surroundings &around);
    /// What to make the city of, from --plan or the standard one.
    [[nodiscard]] bool readPlan(const Surroundings &around, FoundingPlan &plan) const;
    [[nodiscard]] ExitCode found(const Surroundings &around, const ListenAddress &listen);

    std::unique_ptr<profile::Profile> m_owner;
    QString m_recoveryCode; ///< Of a profile that was made.
};

} // namespace spilno::server
