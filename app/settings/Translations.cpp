// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace spilno::settings {

Translations::~Translations()
{
    remove();
}

void Translations::use(Language language)
{
    if (m_installed && language == m_language)
        return;
    remove();
    m_language = language;
    const QString code =
        language == Language::Ukrainian ? QStringLiteral("uk") : QStringLiteral("en");
    // The locale goes first: widgets that hear of the language read dates and numbers with it.
    QLocale::setDefault(
        language == Language::Ukrainian ? QLocale(QLocale::Ukrainian, QLocale::Ukraine)
                                        : QLocale(QLocale::English, QLocale::UnitedKingdom));
    const bool qt = m_qt.load(
        QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    const bool own = m_own.load(QStringLiteral(":/i18n/spilno_") + code + QStringLiteral(".qm"));
    if (qt)
        QCoreApplication::installTranslator(&m_qt);
    if (own)
        QCoreApplication::installTranslator(&m_own);
    m_installed = true;
}

void Translations::remove()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    m_installed = false;
}

} // namespace spilno::settings
