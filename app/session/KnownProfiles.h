// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace spilno::session {

/// A profile of this computer as its folder tells without being opened.
struct KnownProfile
{
    QString folder;
    QStringList cities; ///< Names, as far as known.
};

/// The profiles below a folder, oldest first. Reads files: not on the GUI thread.
[[nodiscard]] QList<KnownProfile> knownProfiles(const QString &profilesFolder);
/// A folder below it that holds nothing yet.
[[nodiscard]] QString freeProfileFolder(const QString &profilesFolder);

} // namespace spilno::session
