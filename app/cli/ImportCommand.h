// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/Workplace.h"
#include "core/import/RequestImport.h"

#include <QtCore/QCoreApplication>

namespace spilno::cli {

/// Imports requests from a CSV file.
class ImportCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::ImportCommand)

public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] base::Result<> run(Surroundings &around) override;

private:
    [[nodiscard]] base::Result<> prepare(
        Surroundings &around, Workplace &place, import::RequestImport &job) const;
    [[nodiscard]] tl::unexpected<base::Error> explain(
        const Surroundings &around, const base::Error &error) const;
};

} // namespace spilno::cli
