// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"

#include <QtCore/QByteArray>
#include <QtCore/QCoreApplication>

namespace spilno::cli {

/// A file as it is published: of photos without what a camera or a program wrote beside the
/// picture (place, time, names). A value.
struct FileToAttach
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::FileToAttach)

public:
    QByteArray bytes;
    QString mime;
    QString name; ///< By its kind; never the file's own.

    /// NotFound, LimitExceeded, InvalidArgument with sentences.
    [[nodiscard]] static base::Result<FileToAttach> read(
        const Surroundings &around, const QString &path);

    /// JPEG and PNG without their notes, pixels untouched; nothing when the bytes are neither, or
    /// damaged. The colour profile stays. A JPEG's note of how it was held goes too.
    [[nodiscard]] static QByteArray withoutNotes(const QByteArray &picture);
};

} // namespace spilno::cli
