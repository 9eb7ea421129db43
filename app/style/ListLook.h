// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyleOptionHeader>
#include <QStyleOptionMenuItem>
#include <QStyleOptionTab>
#include <QStyleOptionViewItem>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace spilno::style::ListLook {

/// Painting of rows, table heads, menus, tabs and scroll bars for AppStyle and for delegates.

/// The ground of one row or cell: hover, selection with its accent bar at the leading edge, and
/// the line under it.
void drawRow(const QStyleOptionViewItem &option, QPainter &painter, bool lineBelow);
void drawHeader(const QStyleOption &option, QPainter &painter);
void drawHeaderLabel(const QStyleOptionHeader &option, QPainter &painter);
void drawMenuItem(const QStyleOptionMenuItem &option, QPainter &painter);
QSize menuItemSize(const QStyleOptionMenuItem &option);
void drawTab(const QStyleOptionTab &option, QPainter &painter);
void drawTabLabel(const QStyleOptionTab &option, QPainter &painter);
/// What a scroll bar stands on: the ground of the view it belongs to; nothing where that view lets
/// the card or frame behind it show through.
QBrush groundBehind(const QWidget *bar, const QPalette &palette);
/// `handle` is the slider of a scroll bar; there are no buttons.
void drawScrollBar(
    const QStyleOption &option, QPainter &painter, const QRect &handle, bool upright);

} // namespace spilno::style::ListLook
