// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/WindowActions.h"

#include "app/pages/ActionRegistry.h"
#include "app/shell/CommandPalette.h"
#include "app/shell/MainWindow.h"

namespace spilno::shell {

using pages::ActionGroup;

namespace {

void addMoves(MainWindow &window, pages::ActionRegistry &actions)
{
    actions.add(
        {QStringLiteral("go.back"),
         ActionGroup::Go,
         [] { return MainWindow::tr("Back"); },
         QStringLiteral("arrow-left"),
         QKeySequence(Qt::ALT | Qt::Key_Left),
         {},
         {},
         [&window] {
             return !window.isCovered() && !window.isLocked() && window.history().canGoBack();
         },
         [&window] { window.goBack(); }});
    actions.add(
        {QStringLiteral("go.forward"),
         ActionGroup::Go,
         [] { return MainWindow::tr("Forward"); },
         QStringLiteral("arrow-right"),
         QKeySequence(Qt::ALT | Qt::Key_Right),
         {},
         {},
         [&window] {
             return !window.isCovered() && !window.isLocked() && window.history().canGoForward();
         },
         [&window] { window.goForward(); }});
}

} // namespace

void addWindowActions(MainWindow &window, pages::ActionRegistry &actions)
{
    const auto unlocked = [&window] { return !window.isLocked() && !window.isCovered(); };
    actions.add(
        {QStringLiteral("window.create"),
         ActionGroup::Window,
         [] { return MainWindow::tr("Create"); },
         QStringLiteral("plus"),
         QKeySequence(Qt::CTRL | Qt::Key_N),
         {},
         {},
         [&window, &actions] {
             return !window.isLocked() && !window.isCovered() &&
                    !actions.ids(ActionGroup::Create).isEmpty();
         },
         [&window] { window.showCreateMenu(); }});
    actions.add(
        {QStringLiteral("window.palette"),
         ActionGroup::Window,
         [] { return MainWindow::tr("Find anything"); },
         QStringLiteral("search"),
         QKeySequence(Qt::CTRL | Qt::Key_K),
         {},
         {},
         unlocked,
         [&window] { window.commandPalette().popUp(); }});
    actions.add(
        {QStringLiteral("window.find"),
         ActionGroup::Window,
         [] { return MainWindow::tr("Find on this page"); },
         QStringLiteral("list-filter"),
         QKeySequence(Qt::CTRL | Qt::Key_F),
         {},
         {},
         unlocked,
         [&window] { window.find(); }});
    actions.add(
        {QStringLiteral("window.lock"),
         ActionGroup::Window,
         [] { return MainWindow::tr("Lock"); },
         QStringLiteral("lock"),
         QKeySequence(Qt::CTRL | Qt::Key_L),
         {},
         {},
         [&window] { return window.canLock() && !window.isLocked() && !window.isCovered(); },
         [&window] { window.lock(); }});
    actions.add(
        {QStringLiteral("window.quit"),
         ActionGroup::Window,
         [] { return MainWindow::tr("Quit"); },
         QStringLiteral("log-out"),
         QKeySequence(Qt::CTRL | Qt::Key_Q),
         {},
         {},
         {},
         [&window] { window.close(); }});
    addMoves(window, actions);
}

} // namespace spilno::shell
