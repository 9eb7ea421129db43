// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/Settings.h"
#include "app/settings/Translations.h"

#include <QObject>

namespace spilno::settings {

/// Applies language, theme and text size to the application and keeps them in step with the
/// settings. Owned by main.cpp, created after QApplication and before any widget. What is set
/// here directly (by a tour or a command line) is not stored.
class Appearance : public QObject
{
    Q_OBJECT

public:
    explicit Appearance(Settings &settings, QObject *parent = nullptr);

    void setLanguage(Language language);
    void setTheme(style::ThemeMode mode);
    void setTextPercent(int percent);
    Language language() const { return m_translations.language(); }

private:
    style::Theme m_theme;
    Translations m_translations;
};

} // namespace spilno::settings
