// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/import/ImportRow.h"

#include <QtCore/QFile>

namespace spilno::import {

/// Writes the rows that were not imported beside the imported file, so that somebody can mend them
/// and import that file again: row, line, reason, field, then the columns as they were. The file is
/// made with the first reject. May hold personal data: readable by its owner only.
class RejectsWriter
{
public:
    enum class Start { Anew, GoOn };

    /// FILE.rejects.csv beside FILE. Anew removes an old one; GoOn appends to it.
    RejectsWriter(const QString &importedFile, const QStringList &header, Start start);

    /// Io, ReadOnly or DiskFull when it cannot be written.
    [[nodiscard]] base::Result<> write(const ImportReject &reject);

    [[nodiscard]] base::Result<> close();

    [[nodiscard]] QString path() const { return m_file.fileName(); }

private:
    [[nodiscard]] base::Result<> writeLine(const QStringList &fields);

    QFile m_file;
    QStringList m_header;
};

} // namespace spilno::import
