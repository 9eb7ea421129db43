// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"

#include <QtCore/QCoreApplication>

namespace spilno::replica {
class Replica;
}

namespace spilno::cli {

/// Finds words in the texts of records, or a request by its number.
class SearchCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::SearchCommand)

public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] base::Result<> run(Surroundings &around) override;

private:
    static void awaitIndex(replica::Replica &replica);
};

} // namespace spilno::cli
