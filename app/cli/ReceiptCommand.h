// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Workplace.h"

#include <QtCore/QJsonObject>

namespace spilno::cli {

/// receipt WORDS: what became of the report that somebody has the six words of, and taking the
/// receipt into the own cabinet.
class ReceiptCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::ReceiptCommand)

public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] base::Result<> run(Surroundings &around) override;

private:
    [[nodiscard]] base::Result<> showKept(
        const Surroundings &around, Workplace &place, const records::RecordType &type) const;
    [[nodiscard]] static QStringList linesOf(const QJsonObject &request);
};

} // namespace spilno::cli
