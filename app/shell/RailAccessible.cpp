// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/RailAccessible.h"

#include "app/shell/RailButton.h"

namespace spilno::shell {

namespace {

QAccessibleInterface *makeForRail(const QString &, QObject *object)
{
    auto *button = qobject_cast<RailButton *>(object);
    return button != nullptr ? new RailAccessible(button) : nullptr;
}

} // namespace

RailAccessible::RailAccessible(RailButton *button)
    : QAccessibleWidget(button, QAccessible::PageTab)
{
}

void RailAccessible::install()
{
    static const bool once = [] {
        QAccessible::installFactory(makeForRail);
        return true;
    }();
    Q_UNUSED(once)
}

RailButton &RailAccessible::button() const
{
    return *static_cast<RailButton *>(widget());
}

QAccessible::State RailAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.selectable = true;
    state.selected = button().isChecked();
    return state;
}

QStringList RailAccessible::actionNames() const
{
    return QStringList(pressAction()) + QAccessibleWidget::actionNames();
}

void RailAccessible::doAction(const QString &name)
{
    if (name == pressAction())
        button().click();
    else
        QAccessibleWidget::doAction(name);
}

} // namespace spilno::shell
