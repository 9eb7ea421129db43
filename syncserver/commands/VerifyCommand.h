// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/commands/Command.h"

namespace spilno::server {

/// `verify`: recomputes everything the server holds and says what is wrong where.
class VerifyCommand final : public Command
{
public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] ExitCode run(const Surroundings &around) override;
};

} // namespace spilno::server
