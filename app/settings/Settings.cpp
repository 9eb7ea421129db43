// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/Settings.h"

#include <QSettings>

namespace spilno::settings {
namespace {

const QString LanguageKey = QStringLiteral("look/language");
const QString ThemeKey = QStringLiteral("look/theme");
const QString TextPercentKey = QStringLiteral("look/textPercent");
const QString LetterShortcutsKey = QStringLiteral("keyboard/letterShortcuts");
const QString IdleLockKey = QStringLiteral("lock/idleMinutes");
const QString GeometryKey = QStringLiteral("window/geometry");
const QString RequestMapKey = QStringLiteral("requests/map");

constexpr int IdleLockDefault = 15;
constexpr int IdleLockGreatest = 240;

} // namespace

Settings::Settings(QSettings &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

Language Settings::language() const
{
    const QString code = m_store.value(LanguageKey).toString();
    if (code == QStringLiteral("en"))
        return Language::English;
    if (code == QStringLiteral("uk"))
        return Language::Ukrainian;
    return QLocale::system().language() == QLocale::Ukrainian ? Language::Ukrainian
                                                              : Language::English;
}

void Settings::setLanguage(Language language)
{
    m_store.setValue(
        LanguageKey, language == Language::Ukrainian ? QStringLiteral("uk") : QStringLiteral("en"));
    Q_EMIT languageChanged();
}

style::ThemeMode Settings::theme() const
{
    const QString name = m_store.value(ThemeKey).toString();
    if (name == QStringLiteral("light"))
        return style::ThemeMode::Light;
    return name == QStringLiteral("dark") ? style::ThemeMode::Dark : style::ThemeMode::System;
}

void Settings::setTheme(style::ThemeMode mode)
{
    const QString name = mode == style::ThemeMode::Light  ? QStringLiteral("light")
                         : mode == style::ThemeMode::Dark ? QStringLiteral("dark")
                                                          : QStringLiteral("system");
    m_store.setValue(ThemeKey, name);
    Q_EMIT themeChanged();
}

int Settings::textPercent() const
{
    const int percent = m_store.value(TextPercentKey, 100).toInt();
    return percent >= 100 && percent <= 200 ? percent : 100;
}

void Settings::setTextPercent(int percent)
{
    m_store.setValue(TextPercentKey, qBound(100, percent, 200));
    Q_EMIT textPercentChanged();
}

bool Settings::letterShortcuts() const
{
    return m_store.value(LetterShortcutsKey, true).toBool();
}

void Settings::setLetterShortcuts(bool on)
{
    m_store.setValue(LetterShortcutsKey, on);
    Q_EMIT letterShortcutsChanged();
}

int Settings::idleLockMinutes() const
{
    const int minutes = m_store.value(IdleLockKey, IdleLockDefault).toInt();
    return minutes >= 0 && minutes <= IdleLockGreatest ? minutes : IdleLockDefault;
}

void Settings::setIdleLockMinutes(int minutes)
{
    m_store.setValue(IdleLockKey, qBound(0, minutes, IdleLockGreatest));
    Q_EMIT idleLockMinutesChanged();
}

std::optional<bool> Settings::requestMap() const
{
    const QVariant chosen = m_store.value(RequestMapKey);
    return chosen.isValid() ? std::optional(chosen.toBool()) : std::nullopt;
}

void Settings::setRequestMap(bool shown)
{
    m_store.setValue(RequestMapKey, shown);
}

QByteArray Settings::windowGeometry() const
{
    return m_store.value(GeometryKey).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    m_store.setValue(GeometryKey, geometry);
}

} // namespace spilno::settings
