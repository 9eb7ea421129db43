// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/RequestTable.h"

#include "app/pages/requests/RequestModel.h"
#include "app/style/ColourRole.h"
#include "app/style/Shapes.h"
#include "app/style/Spacing.h"

#include <QPainter>

namespace spilno::pages {

RequestTable::RequestTable(QWidget *parent)
    : QTableView(parent)
{
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrap(false);
}

QModelIndex RequestTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int rows = model()->rowCount();
    if (rows == 0)
        return {};
    int row = std::max(0, currentIndex().row());
    if (action == MoveHome)
        row = 0;
    else if (action == MoveEnd)
        row = rows - 1;
    else if (
        action == MoveUp || action == MoveDown || action == MovePageUp || action == MovePageDown)
        row = QTableView::moveCursor(action, modifiers).row();
    return model()->index(row, RequestModel::TitleColumn);
}

void RequestTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    const QModelIndex current = currentIndex();
    if (!current.isValid() || !hasFocus() || !window()->testAttribute(Qt::WA_KeyboardFocusChange))
        return;
    const QRect row(
        0, rowViewportPosition(current.row()), viewport()->width(), rowHeight(current.row()));
    QPainter painter(viewport());
    style::paintFocusRing(
        painter, row.adjusted(1, 1, -1, -2), style::Radius::Badge,
        style::Colours::of(palette())(style::ColourRole::Accent));
}

} // namespace spilno::pages
