// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "core/profile/Profile.h"
#include "core/sync/ServerAddress.h"

#include <QtCore/QCoreApplication>

namespace spilno::cli {

/// Enters a person into a city: a profile where there is none, first contact, the identity, and
/// the invitation's role. May be repeated; the profile can enter several cities.
class InitCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::InitCommand)

public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] base::Result<> run(Surroundings &around) override;

private:
    struct Opened
    {
        std::unique_ptr<profile::Profile> profile;
        QString recoveryCode; ///< Of a new one.
    };

    [[nodiscard]] base::Result<sync::ServerAddress> readAddress(const Surroundings &around) const;
    [[nodiscard]] base::Result<Opened> openProfile(const Surroundings &around) const;
    [[nodiscard]] base::Result<> enter(
        Surroundings &around, Opened &opened, const sync::ServerAddress &address);
};

} // namespace spilno::cli
