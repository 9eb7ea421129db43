// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/Page.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QSpinBox;
QT_END_NAMESPACE

namespace spilno::settings {
class Settings;
}
namespace spilno::widgets {
class FormRow;
class FormSection;
class PageHeader;
} // namespace spilno::widgets

namespace spilno::shell {

/// Language, theme, text size, keyboard and lock; every choice takes effect at once.
class SettingsPage : public pages::ScrollPage
{
    Q_OBJECT

public:
    explicit SettingsPage(settings::Settings &settings);

    QString description() const override;
    void setBreakpoint(pages::Breakpoint breakpoint) override;

protected:
    void retranslate() override;

private:
    void connectChoices();
    void readSettings();

    settings::Settings &m_settings;
    widgets::PageHeader *m_header;
    widgets::FormSection *m_look;
    widgets::FormSection *m_keyboard;
    widgets::FormSection *m_lock;
    QComboBox *m_language;
    QComboBox *m_theme;
    QComboBox *m_text;
    QCheckBox *m_letters;
    QSpinBox *m_idle;
    widgets::FormRow *m_languageRow;
    widgets::FormRow *m_themeRow;
    widgets::FormRow *m_textRow;
    widgets::FormRow *m_idleRow;
};

} // namespace spilno::shell
