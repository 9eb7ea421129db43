// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/commands/BackupSchedule.h"
#include "syncserver/commands/Command.h"
#include "syncserver/commands/ListenAddress.h"
#include "syncserver/host/ServerHost.h"

namespace spilno::server {

/// `serve`: runs the city's server until it is told to stop.
class ServeCommand final : public Command
{
public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] ExitCode run(const Surroundings &around) override;

private:
    [[nodiscard]] ExitCode serve(const Surroundings &around, const ListenAddress &listen);
    /// Starts the host; the sentence when it does not start.
    [[nodiscard]] std::optional<QString> start(
        const Surroundings &around, const ListenAddress &listen);

    std::unique_ptr<ServerHost> m_host;
    BackupSchedule::Plan m_backups;
};

} // namespace spilno::server
