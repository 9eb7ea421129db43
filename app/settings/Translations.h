// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/Settings.h"

#include <QTranslator>

namespace spilno::settings {

/// The language of the program's sentences and of dates and numbers. Owned by Appearance; a
/// switch reaches every widget as QEvent::LanguageChange.
class Translations
{
public:
    Translations() = default;
    ~Translations();
    Q_DISABLE_COPY_MOVE(Translations)

    void use(Language language);
    Language language() const { return m_language; }

private:
    void remove();

    QTranslator m_own;
    QTranslator m_qt;
    bool m_installed = false;
    Language m_language = Language::English;
};

} // namespace spilno::settings
