// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/ImportReader.h"

namespace spilno::import {

ImportReader::ImportReader(CsvReader reader, ImportMapping mapping)
    : m_reader(std::move(reader))
    , m_mapping(std::move(mapping))
{
}

base::Result<ImportReader> ImportReader::open(QIODevice &device, ImportMapping mapping)
{
    SPILNO_ASSIGN(CsvReader reader, CsvReader::open(device, mapping.format()));
    SPILNO_TRY(mapping.bind(reader.header()));
    return ImportReader(std::move(reader), std::move(mapping));
}

base::Result<std::optional<ImportReader::Item>> ImportReader::next()
{
    SPILNO_ASSIGN(auto row, m_reader.next());
    if (!row)
        return std::nullopt;
    m_row = std::move(*row);
    Item item = m_mapping.convert(m_row);
    ++(std::holds_alternative<ImportRow>(item) ? m_imported : m_rejected);
    return item;
}

} // namespace spilno::import
