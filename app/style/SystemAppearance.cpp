// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/SystemAppearance.h"

#include "app/style/ColourRole.h"

#include <QGuiApplication>
#ifdef Q_OS_WIN
#include <QSettings>
#endif

namespace spilno::style {

bool systemPrefersDark()
{
#ifdef Q_OS_WIN
    const QSettings personalise(
        QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion"
                       "\\Themes\\Personalize"),
        QSettings::NativeFormat);
    if (personalise.contains(QStringLiteral("AppsUseLightTheme")))
        return personalise.value(QStringLiteral("AppsUseLightTheme")).toInt() == 0;
#endif
    const QPalette palette = QGuiApplication::palette();
    return luminance(palette.color(QPalette::Window)) < luminance(palette.color(QPalette::Text));
}

} // namespace spilno::style
