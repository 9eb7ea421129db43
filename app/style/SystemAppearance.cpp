// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/SystemAppearance.h"

#include "app/style/ColourRole.h"

#include <QGuiApplication>
#include <QSettings>
#include <QSysInfo>
#include <QVariant>

namespace spilno::style {

bool systemPrefersDark()
{
    if (QSysInfo::productType() == QStringLiteral("windows")) {
        const QSettings personalise(
            QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion"
                           "\\Themes\\Personalize"),
            QSettings::NativeFormat);
        const QVariant light = personalise.value(QStringLiteral("AppsUseLightTheme"));
        if (light.isValid())
            return light.toInt() == 0;
    }
    const QPalette palette = QGuiApplication::palette();
    return luminance(palette.color(QPalette::Window)) < luminance(palette.color(QPalette::Text));
}

} // namespace spilno::style
