// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/style/Theme.h"

#include <QByteArray>
#include <QLocale>
#include <QObject>

#include <optional>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace spilno::settings {

enum class Language { Ukrainian, English };

/// The choices of the person at this computer, as typed values over a QSettings that main.cpp
/// owns. GUI thread. A value out of range reads as its default. Holds no secret and nothing of
/// the city.
class Settings : public QObject
{
    Q_OBJECT

public:
    explicit Settings(QSettings &store, QObject *parent = nullptr);

    /// The choice, or by the system's language: English only where it is not Ukrainian.
    Language language() const;
    void setLanguage(Language language);

    style::ThemeMode theme() const;
    void setTheme(style::ThemeMode mode);

    /// 100..200
    int textPercent() const;
    void setTextPercent(int percent);

    /// Whether single letters act while a list has the focus.
    bool letterShortcuts() const;
    void setLetterShortcuts(bool on);

    /// Minutes without input until the window locks; 0 = never. 0..240
    int idleLockMinutes() const;
    void setIdleLockMinutes(int minutes);

    /// Whether the requests are on a map beside their list; nothing while nobody chose.
    std::optional<bool> requestMap() const;
    void setRequestMap(bool shown);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

Q_SIGNALS:
    void languageChanged();
    void themeChanged();
    void textPercentChanged();
    void letterShortcutsChanged();
    void idleLockMinutesChanged();

private:
    QSettings &m_store;
};

} // namespace spilno::settings
