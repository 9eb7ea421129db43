// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"

#include <QtCore/QCoreApplication>

namespace spilno::cli {

/// Writes what this replica holds, and what waits for the city, into a file.
class BundleExportCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::BundleExportCommand)

public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] base::Result<> run(Surroundings &around) override;
};

/// Takes such a file in; what waits for the city in it is sent with the next sync.
class BundleImportCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::BundleImportCommand)

public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] base::Result<> run(Surroundings &around) override;
};

} // namespace spilno::cli
