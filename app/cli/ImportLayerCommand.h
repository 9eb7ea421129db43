// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "core/import/MapLayerImport.h"

#include <QtCore/QCoreApplication>

namespace spilno::cli {

/// Makes a layer of the city's map from a GeoJSON file.
class ImportLayerCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::ImportLayerCommand)

public:
    [[nodiscard]] Syntax syntax() const override;
    [[nodiscard]] base::Result<> run(Surroundings &around) override;

private:
    [[nodiscard]] static base::Result<QByteArray> readFile(const Surroundings &around);
    [[nodiscard]] static base::Result<import::MapLayerWords> words(const Surroundings &around);
    [[nodiscard]] static QString sentence(
        const QString &file, const import::GeoJsonReader::Outcome &outcome);
};

} // namespace spilno::cli
