// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/DraftReader.h"

#include <QtCore/QCoreApplication>

namespace spilno::cli {

/// Takes a step of a record's state machine, or settles its conflicts.
class ActCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::ActCommand)

public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] base::Result<> run(Surroundings &around) override;

private:
    [[nodiscard]] base::Result<replica::Draft> settle(
        const Surroundings &around,
        Workplace &place,
        const records::RecordType &type,
        const QJsonObject &input) const;
    [[nodiscard]] base::Result<replica::Draft> step(
        const Surroundings &around,
        Workplace &place,
        const records::RecordType &type,
        const QJsonObject &input) const;
};

} // namespace spilno::cli
