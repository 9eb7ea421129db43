// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QKeyEvent;
class QWidget;
QT_END_NAMESPACE

namespace spilno::pages {
class ActionRegistry;
}

namespace spilno::shell {

/// Turns keys into registered actions by key position: single letters while a list of the window
/// has the focus, and Ctrl with a letter in layouts where the toolkit finds no match itself.
/// Owned by MainWindow.
class LetterShortcuts : public QObject
{
    Q_OBJECT

public:
    /// A widget that is not an item view but takes letters all the same (a map) has this
    /// property set to true.
    static constexpr char TakesLetters[] = "spilnoTakesLetters";

    LetterShortcuts(pages::ActionRegistry &actions, QWidget *window);

    void setLettersOn(bool on) { m_lettersOn = on; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool act(const QKeyEvent &event);

    pages::ActionRegistry &m_actions;
    QWidget *m_window;
    bool m_lettersOn = true;
};

} // namespace spilno::shell
