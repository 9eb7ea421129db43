// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"

#include <QtCore/QCoreApplication>

namespace spilno::cli {

/// photos: the files of a city on this computer, and how much room they may take.
class PhotosCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::PhotosCommand)

public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] base::Result<> run(Surroundings &around) override;
};

} // namespace spilno::cli
