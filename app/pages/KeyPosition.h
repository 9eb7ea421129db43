// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QLocale>
#include <QObject>

#include <optional>

QT_BEGIN_NAMESPACE
class QKeyEvent;
QT_END_NAMESPACE

namespace spilno::pages {

/// Letters by the place of their key: the key that is R on a Latin keyboard is К on a Ukrainian
/// one, and both mean the same shortcut. Pure functions.
namespace KeyPosition {

/// The letter A..Z that the pressed key has on a Latin QWERTY keyboard; empty for other keys.
/// Uses the key's scan code where the platform tells it, its letter otherwise.
std::optional<QChar> latinLetter(const QKeyEvent &event);
/// The letter printed on the key of `latin` (A..Z) in the layout of `language`.
QChar shown(QChar latin, QLocale::Language language);
/// Text typed in the wrong layout, key by key in the other one: «rfkmrekznjh» from «калькулятор».
QString inOtherLayout(const QString &text);

} // namespace KeyPosition

/// Watches which layout the person types in. Owned by MainWindow; only looks at key events.
class KeyboardLayout : public QObject
{
    Q_OBJECT

public:
    explicit KeyboardLayout(QObject *parent = nullptr);

    /// Ukrainian, Russian or, for any Latin layout, English.
    QLocale::Language language() const { return m_language; }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void set(QLocale::Language language);

    QLocale::Language m_language = QLocale::English;
};

} // namespace spilno::pages
