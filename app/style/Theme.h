// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace spilno::style {

enum class ThemeMode { System, Light, Dark };

/// Gives the application its palette; owned by main.cpp, GUI thread. A change is one
/// QApplication::setPalette, never a style sheet. It does not store the choice: settings do.
class Theme : public QObject
{
    Q_OBJECT

public:
    /// Asks the system's preference, so create it before any palette is set.
    explicit Theme(QObject *parent = nullptr);

    void setMode(ThemeMode mode);
    ThemeMode mode() const { return m_mode; }
    bool isDark() const;

Q_SIGNALS:
    void changed();

private:
    void apply();

    bool m_systemIsDark;
    ThemeMode m_mode = ThemeMode::System;
};

} // namespace spilno::style
