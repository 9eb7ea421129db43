// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/SettingsPage.h"

#include "app/settings/Settings.h"
#include "app/style/Spacing.h"
#include "app/widgets/Button.h"
#include "app/widgets/FormSection.h"
#include "app/widgets/MessageBar.h"
#include "app/widgets/PageHeader.h"
#include "app/widgets/WidthLimit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace spilno::shell {

using settings::Language;
using style::ThemeMode;

SettingsPage::SettingsPage(settings::Settings &settings)
    : m_settings(settings)
    , m_header(new widgets::PageHeader)
    , m_look(new widgets::FormSection)
    , m_keyboard(new widgets::FormSection)
    , m_lock(new widgets::FormSection)
    , m_language(new QComboBox)
    , m_theme(new QComboBox)
    , m_text(new QComboBox)
    , m_letters(new QCheckBox)
    , m_idle(new QSpinBox)
    , m_passphrase(new widgets::Button({}))
    , m_message(new widgets::MessageBar)
{
    // A language is always named in its own words.
    m_language->addItem(QStringLiteral("Українська"), int(Language::Ukrainian));
    m_language->addItem(QStringLiteral("English"), int(Language::English));
    for (const ThemeMode mode : {ThemeMode::System, ThemeMode::Light, ThemeMode::Dark})
        m_theme->addItem(QString(), int(mode));
    for (const int percent : {100, 115, 130, 150, 175, 200})
        m_text->addItem(QString(), percent);
    m_idle->setRange(0, 240);
    m_idle->setSingleStep(5);
    m_languageRow = m_look->addRow({}, m_language);
    m_themeRow = m_look->addRow({}, m_theme);
    m_textRow = m_look->addRow({}, m_text);
    m_keyboard->addField(m_letters);
    m_idleRow = m_lock->addRow({}, m_idle);
    m_passphrase->setIconName(QStringLiteral("key-round"));
    m_passphrase->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_passphrase->hide();
    m_lock->addField(m_message);
    m_lock->addField(m_passphrase);
    connect(m_passphrase, &widgets::Button::clicked, this, &SettingsPage::passphraseRequested);
    body()->addWidget(m_header);
    for (widgets::FormSection *section : {m_look, m_keyboard, m_lock})
        body()->addLayout(widgets::WidthLimit::column(*section, 640));
    body()->addStretch(1);
    readSettings();
    connectChoices();
}

QString SettingsPage::description() const
{
    return tr("Language, look, keyboard and lock of this computer");
}

void SettingsPage::connectChoices()
{
    connect(m_language, &QComboBox::activated, this, [this] {
        m_settings.setLanguage(static_cast<Language>(m_language->currentData().toInt()));
    });
    connect(m_theme, &QComboBox::activated, this, [this] {
        m_settings.setTheme(static_cast<ThemeMode>(m_theme->currentData().toInt()));
    });
    connect(m_text, &QComboBox::activated, this, [this] {
        m_settings.setTextPercent(m_text->currentData().toInt());
    });
    connect(m_letters, &QCheckBox::toggled, this, [this](bool on) {
        m_settings.setLetterShortcuts(on);
    });
    connect(m_idle, &QSpinBox::valueChanged, this, [this](int minutes) {
        m_settings.setIdleLockMinutes(minutes);
    });
}

void SettingsPage::readSettings()
{
    const QSignalBlocker quiet(m_idle);
    const QSignalBlocker quietLetters(m_letters);
    m_language->setCurrentIndex(m_language->findData(int(m_settings.language())));
    m_theme->setCurrentIndex(m_theme->findData(int(m_settings.theme())));
    m_text->setCurrentIndex(qMax(0, m_text->findData(m_settings.textPercent())));
    m_letters->setChecked(m_settings.letterShortcuts());
    m_idle->setValue(m_settings.idleLockMinutes());
}

void SettingsPage::setHasPassphrase(bool has)
{
    m_hasPassphrase = has;
    m_passphrase->show();
    namePassphrase();
}

void SettingsPage::passphraseChanged()
{
    m_message->showMessage(
        widgets::Tone::Positive,
        tr("From now on the new passphrase opens this profile on this computer."));
}

void SettingsPage::namePassphrase()
{
    m_passphrase->setText(m_hasPassphrase ? tr("Change the passphrase…") : tr("Set a passphrase…"));
}

void SettingsPage::retranslate()
{
    m_header->setTitle(tr("Settings"));
    m_look->setTitle(tr("Look"));
    m_look->setExplanation(tr("Every choice takes effect at once."));
    m_languageRow->setLabel(tr("Language"));
    m_themeRow->setLabel(tr("Theme"));
    m_theme->setItemText(0, tr("As the system"));
    m_theme->setItemText(1, tr("Light"));
    m_theme->setItemText(2, tr("Dark"));
    m_textRow->setLabel(tr("Text size"));
    for (int i = 0; i < m_text->count(); ++i)
        m_text->setItemText(i, tr("%1 %").arg(QLocale().toString(m_text->itemData(i).toInt())));
    m_keyboard->setTitle(tr("Keyboard"));
    m_keyboard->setExplanation(
        tr("A single letter acts while a list has the focus. It is the same key in every "
           "layout."));
    m_letters->setText(tr("Single-letter shortcuts"));
    m_lock->setTitle(tr("Lock"));
    m_idleRow->setLabel(tr("Lock after minutes without input"));
    m_idleRow->setHint(tr("0 never locks by itself. Ctrl+L locks at once."));
    m_idle->setSpecialValueText(tr("never"));
    namePassphrase();
}

} // namespace spilno::shell
