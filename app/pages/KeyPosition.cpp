// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/KeyPosition.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QInputMethod>
#include <QKeyEvent>

#include <array>

namespace spilno::pages {
namespace {

// One row a layout, key by key; Ґ and the apostrophe key do not stand among the letters.
constexpr QStringView Latin = u"QWERTYUIOPASDFGHJKLZXCVBNM[];',.";
constexpr QStringView Ukrainian = u"ЙЦУКЕНГШЩЗФІВАПРОЛДЯЧСМИТЬХЇЖЄБЮ";
constexpr QStringView Russian = u"ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬХЪЖЭБЮ";
constexpr qsizetype LetterCount = 26;

/// The evdev codes of the letters, which are also the scan codes of Windows.
constexpr std::array<quint32, LetterCount> Codes{16, 17, 18, 19, 20, 21, 22, 23, 24,
                                                 25, 30, 31, 32, 33, 34, 35, 36, 37,
                                                 38, 44, 45, 46, 47, 48, 49, 50};

std::optional<QChar> byScanCode(quint32 scanCode)
{
    const QString platform = QGuiApplication::platformName();
    quint32 offset = 0;
    if (platform == QStringLiteral("xcb") || platform.startsWith(QStringLiteral("wayland")))
        offset = 8; // X numbers its keys from 8
    else if (platform != QStringLiteral("windows"))
        return {};
    for (std::size_t i = 0; i < Codes.size(); ++i) {
        if (Codes[i] + offset == scanCode)
            return Latin.at(qsizetype(i));
    }
    return {};
}

std::optional<QChar> byLetter(QChar letter)
{
    const QChar upper = letter.toUpper();
    for (const QStringView row : {Latin, Ukrainian, Russian}) {
        const qsizetype place = row.indexOf(upper);
        if (place >= 0 && place < LetterCount)
            return Latin.at(place);
    }
    return {};
}

QChar translated(QChar symbol, QStringView from, QStringView to)
{
    const qsizetype place = from.indexOf(symbol.toUpper());
    if (place < 0)
        return symbol;
    return symbol.isUpper() ? to.at(place) : to.at(place).toLower();
}

} // namespace

std::optional<QChar> KeyPosition::latinLetter(const QKeyEvent &event)
{
    if (event.nativeScanCode() != 0) {
        if (const auto letter = byScanCode(event.nativeScanCode()))
            return letter;
    }
    // key() of a Cyrillic letter is its code point; with Ctrl there may be no text.
    if (event.key() > 0 && event.key() <= 0xFFFF) {
        if (const auto letter = byLetter(QChar(ushort(event.key()))))
            return letter;
    }
    return event.text().size() == 1 ? byLetter(event.text().at(0)) : std::nullopt;
}

QChar KeyPosition::shown(QChar latin, QLocale::Language language)
{
    const qsizetype place = Latin.indexOf(latin.toUpper());
    if (place < 0 || place >= LetterCount)
        return latin;
    if (language == QLocale::Ukrainian)
        return Ukrainian.at(place);
    return language == QLocale::Russian ? Russian.at(place) : Latin.at(place);
}

QString KeyPosition::inOtherLayout(const QString &text)
{
    const QString trimmed = text.trimmed();
    const bool latin = !trimmed.isEmpty() && Latin.contains(trimmed.at(0).toUpper());
    QString other;
    for (const QChar symbol : text)
        other.append(
            latin ? translated(symbol, Latin, Ukrainian) : translated(symbol, Ukrainian, Latin));
    return other;
}

KeyboardLayout::KeyboardLayout(QObject *parent)
    : QObject(parent)
{
    const QLocale::Language language = QGuiApplication::inputMethod()->locale().language();
    if (language == QLocale::Ukrainian || language == QLocale::Russian)
        m_language = language;
    connect(QGuiApplication::inputMethod(), &QInputMethod::localeChanged, this, [this] {
        const QLocale::Language now = QGuiApplication::inputMethod()->locale().language();
        set(now == QLocale::Ukrainian || now == QLocale::Russian ? now : QLocale::English);
    });
    QCoreApplication::instance()->installEventFilter(this);
}

bool KeyboardLayout::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const QString text = static_cast<QKeyEvent *>(event)->text();
        const QChar letter = text.isEmpty() ? QChar() : text.at(0).toUpper();
        if (letter.script() == QChar::Script_Cyrillic) {
            // Letters the two layouts share say nothing new.
            if (QStringView(u"ЫЪЭ").contains(letter))
                set(QLocale::Russian);
            else if (QStringView(u"ІЇЄҐ").contains(letter) || m_language == QLocale::English)
                set(QLocale::Ukrainian);
        } else if (letter.script() == QChar::Script_Latin) {
            set(QLocale::English);
        }
    }
    return QObject::eventFilter(watched, event);
}

void KeyboardLayout::set(QLocale::Language language)
{
    if (language == m_language)
        return;
    m_language = language;
    Q_EMIT changed();
}

} // namespace spilno::pages
