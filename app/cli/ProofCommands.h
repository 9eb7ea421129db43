// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"

#include <QtCore/QCoreApplication>

namespace spilno::cli {

/// What this replica found that proves a lie of its city's server.
class ProofListCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::ProofListCommand)

public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] base::Result<> run(Surroundings &around) override;
};

/// Writes one of them into a file, for anybody to check.
class ProofExportCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::ProofExportCommand)

public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] base::Result<> run(Surroundings &around) override;
};

/// Judges a file that is said to prove a lie of a server. Needs no profile and no network.
class ProofCheckCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::ProofCheckCommand)

public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] base::Result<> run(Surroundings &around) override;
    [[nodiscard]] int exitCodeOf(const base::Error &error) const override;
};

} // namespace spilno::cli
