// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/LetterShortcuts.h"

#include "app/pages/ActionRegistry.h"
#include "app/pages/KeyPosition.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QKeyEvent>

namespace spilno::shell {

LetterShortcuts::LetterShortcuts(pages::ActionRegistry &actions, QWidget *window)
    : QObject(window)
    , m_actions(actions)
    , m_window(window)
{
    QApplication::instance()->installEventFilter(this);
}

bool LetterShortcuts::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        // Only where the key is really meant for: not once more for each parent it bubbles to.
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (widget && widget->window() == m_window && widget == QApplication::focusWidget() &&
            act(*static_cast<QKeyEvent *>(event)))
            return true;
    }
    return QObject::eventFilter(watched, event);
}

bool LetterShortcuts::act(const QKeyEvent &event)
{
    const auto letter = pages::KeyPosition::latinLetter(event);
    if (!letter)
        return false;
    QAction *action = nullptr;
    const Qt::KeyboardModifiers modifiers = event.modifiers();
    if (modifiers & Qt::ControlModifier) {
        // A Latin key was matched by the toolkit already, if it has a match.
        if (event.key() > 0x7F)
            action = m_actions.byControlLetter(*letter, modifiers);
    } else if (m_lettersOn && !(modifiers & (Qt::AltModifier | Qt::MetaModifier))) {
        const QWidget *focus = QApplication::focusWidget();
        if (qobject_cast<const QAbstractItemView *>(focus) ||
            focus->property(TakesLetters).toBool())
            action = m_actions.byLetter(*letter);
    }
    if (!action)
        return false;
    action->trigger();
    return true;
}

} // namespace spilno::shell
