// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/commands/Command.h"

namespace spilno::server {

/// `backup`: copies the city into one file, once or every so often, while the server runs or not.
class BackupCommand final : public Command
{
public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] ExitCode run(const Surroundings &around) override;
};

} // namespace spilno::server
