// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"

#include <QtCore/QCoreApplication>

namespace spilno::cli {

/// What was written here: on this computer, accepted, refused, without effect.
class OutboxCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::OutboxCommand)

public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] base::Result<> run(Surroundings &around) override;
};

/// What could not be merged by itself, and what did not take effect.
class ConflictsCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::ConflictsCommand)

public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] base::Result<> run(Surroundings &around) override;
};

} // namespace spilno::cli
