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
class Button;
class FormRow;
class FormSection;
class MessageBar;
class PageHeader;
} // namespace spilno::widgets

namespace spilno::shell {

/// Language, theme, text size, keyboard and lock; every choice takes effect at once.
class SettingsPage : public pages::ScrollPage
{
    Q_OBJECT

public:
    explicit SettingsPage(settings::Settings &settings);

    /// Whether the open profile is locked by a passphrase: it is changed, or set for the first
    /// time. Until this is told there is no button for it.
    void setHasPassphrase(bool has);
    /// The passphrase was changed: says so on the page.
    void passphraseChanged();

    QString description() const override;

Q_SIGNALS:
    void passphraseRequested();

protected:
    void retranslate() override;

private:
    void connectChoices();
    void readSettings();
    void namePassphrase();

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
    widgets::Button *m_passphrase;
    widgets::MessageBar *m_message;
    bool m_hasPassphrase = false;
    widgets::FormRow *m_languageRow;
    widgets::FormRow *m_themeRow;
    widgets::FormRow *m_textRow;
    widgets::FormRow *m_idleRow;
};

} // namespace spilno::shell
