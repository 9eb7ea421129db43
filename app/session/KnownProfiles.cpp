// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/KnownProfiles.h"

#include "core/profile/Profile.h"

#include <QDir>

namespace spilno::session {

QList<KnownProfile> knownProfiles(const QString &profilesFolder)
{
    QList<KnownProfile> known;
    const QFileInfoList folders =
        QDir(profilesFolder)
            .entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time | QDir::Reversed);
    for (const QFileInfo &folder : folders) {
        if (!profile::Profile::exists(folder.absoluteFilePath()))
            continue;
        KnownProfile one{folder.absoluteFilePath(), {}};
        const auto cities = profile::Profile::citiesIn(one.folder);
        for (const profile::CityEntry &city : cities)
            one.cities.append(city.name);
        one.cities.removeAll(QString());
        known.append(one);
    }
    return known;
}

QString freeProfileFolder(const QString &profilesFolder)
{
    const QDir folder(profilesFolder);
    int number = 1;
    while (folder.exists(QString::number(number)))
        ++number;
    return folder.filePath(QString::number(number));
}

} // namespace spilno::session
