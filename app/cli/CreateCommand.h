// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/DraftReader.h"

#include <QtCore/QCoreApplication>

namespace spilno::cli {

/// Creates a record. An invitation gets its code, link and QR code; a request its number and, where
/// asked for, the six words of its receipt.
class CreateCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::CreateCommand)

public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] base::Result<> run(Surroundings &around) override;

private:
    [[nodiscard]] base::Result<> createInvitation(
        Surroundings &around, Workplace &place, const QJsonObject &input) const;
    [[nodiscard]] base::Result<> addFile(
        Surroundings &around,
        Workplace &place,
        const QJsonObject &input,
        replica::Draft &draft) const;
    [[nodiscard]] base::Result<> createRecord(
        Surroundings &around,
        Workplace &place,
        const records::RecordType &type,
        const QJsonObject &input) const;
};

} // namespace spilno::cli
