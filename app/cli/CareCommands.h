// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"

#include <QtCore/QCoreApplication>

namespace spilno::cli {

/// What replicas of the same rights must have in common, a line a scope.
class DigestCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::DigestCommand)

public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] base::Result<> run(Surroundings &around) override;
};

/// Folds the log anew.
class RebuildCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::RebuildCommand)

public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] base::Result<> run(Surroundings &around) override;
};

/// Recomputes everything and says what is wrong where.
class VerifyCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::VerifyCommand)

public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] base::Result<> run(Surroundings &around) override;
};

} // namespace spilno::cli
