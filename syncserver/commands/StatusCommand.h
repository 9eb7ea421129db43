// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/commands/Command.h"

namespace spilno::server {

/// `status`: prints how the city and its server are, running or not.
class StatusCommand final : public Command
{
public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] ExitCode run(const Surroundings &around) override;
};

} // namespace spilno::server
