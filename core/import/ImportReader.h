// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/CsvReader.h"
#include "core/import/ImportMapping.h"

namespace spilno::import {

/// A file read by a mapping: every row comes out once, as a request or as a reject, so that
/// imported() + rejected() == rows(). Does not own the device. Makes no changes in the city.
class ImportReader
{
public:
    using Item = std::variant<ImportRow, ImportReject>;

    /// Errors of CsvReader::open and ImportMapping::bind.
    [[nodiscard]] static base::Result<ImportReader> open(QIODevice &device, ImportMapping mapping);

    /// The next row, nothing at the end.
    [[nodiscard]] base::Result<std::optional<Item>> next();

    [[nodiscard]] const QStringList &header() const { return m_reader.header(); }
    /// The last row as it stands in the file.
    [[nodiscard]] const CsvRow &row() const { return m_row; }
    [[nodiscard]] qint64 rows() const { return m_imported + m_rejected; }
    [[nodiscard]] qint64 imported() const { return m_imported; }
    [[nodiscard]] qint64 rejected() const { return m_rejected; }

private:
    ImportReader(CsvReader reader, ImportMapping mapping);

    CsvReader m_reader;
    ImportMapping m_mapping;
    CsvRow m_row;
    qint64 m_imported = 0;
    qint64 m_rejected = 0;
};

} // namespace spilno::import
