// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/Appearance.h"

#include "app/style/AppStyle.h"
#include "app/style/Typography.h"

#include <QApplication>

namespace spilno::settings {

Appearance::Appearance(Settings &settings, QObject *parent)
    : QObject(parent)
{
    QApplication::setStyle(new style::AppStyle);
    setTextPercent(settings.textPercent());
    setTheme(settings.theme());
    setLanguage(settings.language());
    connect(&settings, &Settings::languageChanged, this, [this, &settings] {
        setLanguage(settings.language());
    });
    connect(&settings, &Settings::themeChanged, this, [this, &settings] {
        setTheme(settings.theme());
    });
    connect(&settings, &Settings::textPercentChanged, this, [this, &settings] {
        setTextPercent(settings.textPercent());
    });
}

void Appearance::setLanguage(Language language)
{
    m_translations.use(language);
}

void Appearance::setTheme(style::ThemeMode mode)
{
    m_theme.setMode(mode);
}

void Appearance::setTextPercent(int percent)
{
    style::Typography::setTextPercent(percent);
}

} // namespace spilno::settings
