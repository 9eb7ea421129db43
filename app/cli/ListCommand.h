// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "core/records/Registry.h"
#include "core/replica/Query.h"

#include <QtCore/QCoreApplication>

namespace spilno::cli {

/// Lists the records of a type, filtered and in pages.
class ListCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::ListCommand)

public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] base::Result<> run(Surroundings &around) override;

private:
    [[nodiscard]] static base::Result<replica::Query> readQuery(
        const Surroundings &around, const records::RecordType &type);
};

/// «field=value», also with !=, <, > and ^= (begins with). InvalidArgument.
[[nodiscard]] base::Result<replica::Condition> conditionFromText(
    const records::RecordType &type, const QString &text);

} // namespace spilno::cli
