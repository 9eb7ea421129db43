// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"

#include <QtCore/QCoreApplication>

namespace spilno::cli {

/// Shows one record, with the signed history of its changes where asked for.
class ShowCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::ShowCommand)

public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] base::Result<> run(Surroundings &around) override;
};

} // namespace spilno::cli
