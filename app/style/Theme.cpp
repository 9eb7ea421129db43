// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/Theme.h"

#include "app/style/ColourRole.h"
#include "app/style/SystemAppearance.h"

#include <QApplication>
#include <QToolTip>

namespace spilno::style {

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_systemIsDark(systemPrefersDark())
{
    apply();
}

void Theme::setMode(ThemeMode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    apply();
}

bool Theme::isDark() const
{
    return m_mode == ThemeMode::System ? m_systemIsDark : m_mode == ThemeMode::Dark;
}

void Theme::apply()
{
    const Colours &colours = isDark() ? Colours::dark() : Colours::light();
    QApplication::setPalette(colours.palette());
    QToolTip::setPalette(colours.palette());
    Q_EMIT changed();
}

} // namespace spilno::style
