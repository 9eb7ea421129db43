// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/ListLook.h"

#include "app/style/ColourRole.h"
#include "app/style/Icons.h"
#include "app/style/Shapes.h"
#include "app/style/Spacing.h"
#include "app/style/Typography.h"

#include <QAbstractScrollArea>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace spilno::style::ListLook {
namespace {

constexpr int AccentBar = 3;
constexpr int MenuInset = 4;

/// Whether this is one of several cells of a row: the pointer is over one of them only, and a lone
/// shaded cell looks like a hole.
bool isCell(const QStyleOptionViewItem &option)
{
    return qobject_cast<const QTableView *>(option.widget) != nullptr;
}

/// Whether the cell stands first in its row; a table view does not say so in the option.
bool isLeading(const QStyleOptionViewItem &option)
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    if (table)
        return table->horizontalHeader()->visualIndex(option.index.column()) == 0;
    return option.viewItemPosition == QStyleOptionViewItem::Beginning ||
           option.viewItemPosition == QStyleOptionViewItem::OnlyOne ||
           option.viewItemPosition == QStyleOptionViewItem::Invalid;
}

} // namespace

void drawRow(const QStyleOptionViewItem &option, QPainter &painter, bool lineBelow)
{
    const Colours &colours = Colours::of(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter.fillRect(option.rect, colours(ColourRole::AccentSoft));
    else if ((option.state & QStyle::State_MouseOver) && !isCell(option))
        painter.fillRect(option.rect, colours(ColourRole::Sunk));
    else if (option.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, option.backgroundBrush);
    if (lineBelow) {
        painter.fillRect(
            QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
            colours(ColourRole::Line));
    }
    if (selected && isLeading(option)) {
        const int x = option.direction == Qt::RightToLeft ? option.rect.right() - AccentBar + 1
                                                          : option.rect.left();
        painter.fillRect(
            QRect(x, option.rect.top(), AccentBar, option.rect.height()),
            colours(ColourRole::Accent));
    }
}

void drawHeader(const QStyleOption &option, QPainter &painter)
{
    const Colours &colours = Colours::of(option.palette);
    painter.fillRect(option.rect, colours(ColourRole::Sunk));
    painter.fillRect(
        QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
        colours(ColourRole::Line));
}

void drawHeaderLabel(const QStyleOptionHeader &option, QPainter &painter)
{
    const Colours &colours = Colours::of(option.palette);
    painter.save();
    painter.setFont(Typography::font(TextRole::SecondaryStrong));
    painter.setPen(
        colours(option.state & QStyle::State_MouseOver ? ColourRole::Text : ColourRole::Muted));
    QRect room = option.rect;
    if (option.sortIndicator != QStyleOptionHeader::None) {
        const QString arrow = option.sortIndicator == QStyleOptionHeader::SortUp
                                  ? QStringLiteral("chevron-up")
                                  : QStringLiteral("chevron-down");
        QRectF box(0, 0, 14, 14);
        box.moveCenter(QRectF(room).center());
        const int text = painter.fontMetrics().horizontalAdvance(option.text);
        box.moveLeft(qMin(room.left() + text + Spacing::Xs, room.right() - 14));
        Icons::paint(painter, arrow, box, colours(ColourRole::Muted));
        room.setRight(room.right() - 16);
    }
    const Qt::Alignment alignment =
        (option.textAlignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter;
    painter.drawText(
        room, int(alignment) | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(option.text, Qt::ElideRight, room.width()));
    painter.restore();
}

void drawMenuItem(const QStyleOptionMenuItem &option, QPainter &painter)
{
    const Colours &colours = Colours::of(option.palette);
    const QRect rect = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(
            QRect(rect.left() + MenuInset, rect.center().y(), rect.width() - 2 * MenuInset, 1),
            colours(ColourRole::Line));
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    if ((option.state & QStyle::State_Selected) && enabled) {
        paintBox(
            painter, rect.adjusted(MenuInset, 0, -MenuInset, 0), Radius::Badge,
            colours(ColourRole::AccentSoft));
        painter.fillRect(
            QRectF(rect.left() + MenuInset, rect.top() + 7, 2, rect.height() - 14),
            colours(ColourRole::Accent));
    }
    const QColor text = colours(enabled ? ColourRole::Text : ColourRole::ControlLine);
    const int iconLeft = rect.left() + MenuInset + Spacing::S;
    QRectF icon(iconLeft, rect.top() + (rect.height() - Size::Icon) / 2.0, Size::Icon, Size::Icon);
    if (option.checked)
        Icons::paint(painter, QStringLiteral("check"), icon, colours(ColourRole::Accent));
    else if (!option.icon.isNull())
        Icons::paint(painter, option.icon, icon, enabled ? colours(ColourRole::Muted) : text);
    const QStringList parts = option.text.split(QLatin1Char('\t'));
    const QRect room =
        rect.adjusted(MenuInset + 2 * Spacing::S + Size::Icon + 2, 0, -MenuInset - Spacing::M, 0);
    painter.setPen(text);
    painter.setFont(option.font);
    const int flags = Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine;
    painter.drawText(room, flags | Qt::AlignLeft, parts.value(0));
    if (parts.size() > 1) {
        painter.setPen(colours(enabled ? ColourRole::Muted : ColourRole::ControlLine));
        painter.drawText(room, flags | Qt::AlignRight, parts.value(1));
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        QRectF arrow(room.right() - 14, rect.top() + (rect.height() - 16) / 2.0, 16, 16);
        Icons::paint(painter, QStringLiteral("chevron-right"), arrow, colours(ColourRole::Muted));
    }
}

QSize menuItemSize(const QStyleOptionMenuItem &option)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {10, 9};
    const QFontMetrics metrics(option.font);
    const QStringList parts = option.text.split(QLatin1Char('\t'));
    int width = metrics.size(Qt::TextShowMnemonic, parts.value(0)).width();
    if (parts.size() > 1)
        width += Spacing::Xl + metrics.horizontalAdvance(parts.value(1));
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += Spacing::Xl;
    width += 2 * MenuInset + 2 * Spacing::S + Size::Icon + Spacing::M + Spacing::Xs;
    return {width, metrics.height() + 2 * Spacing::S - 2};
}

void drawTab(const QStyleOptionTab &option, QPainter &painter)
{
    const Colours &colours = Colours::of(option.palette);
    const QRect rect = option.rect;
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours(ColourRole::Line));
    if (option.state & QStyle::State_Selected) {
        painter.fillRect(
            QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), colours(ColourRole::Accent));
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Selected)) {
        paintFocusRing(
            painter, rect.adjusted(2, 4, -2, -5), Radius::Badge, colours(ColourRole::Accent));
    }
}

void drawTabLabel(const QStyleOptionTab &option, QPainter &painter)
{
    const Colours &colours = Colours::of(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter.save();
    painter.setFont(Typography::font(TextRole::Strong));
    const ColourRole role = !(option.state & QStyle::State_Enabled) ? ColourRole::ControlLine
                            : selected                              ? ColourRole::Accent
                            : hovered                               ? ColourRole::Text
                                                                    : ColourRole::Muted;
    painter.setPen(colours(role));
    painter.drawText(
        option.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, option.text);
    painter.restore();
}

QBrush groundBehind(const QWidget *bar, const QPalette &palette)
{
    const QWidget *holder = bar ? bar->parentWidget() : nullptr;
    const auto *area =
        holder ? qobject_cast<QAbstractScrollArea *>(holder->parentWidget()) : nullptr;
    if (!area)
        return palette.brush(QPalette::Base);
    if (!area->viewport()->autoFillBackground())
        return Qt::NoBrush;
    return area->viewport()->palette().brush(area->viewport()->backgroundRole());
}

void drawScrollBar(const QStyleOption &option, QPainter &painter, const QRect &handle, bool upright)
{
    const Colours &colours = Colours::of(option.palette);
    if (!(option.state & QStyle::State_Enabled) || handle.isEmpty())
        return;
    const bool active = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const double inset = active ? 2 : 3;
    const QRectF box = upright ? QRectF(handle).adjusted(inset, 2, -inset, -2)
                               : QRectF(handle).adjusted(2, inset, -2, -inset);
    paintBox(painter, box, 5, colours(active ? ColourRole::Muted : ColourRole::ControlLine));
}

} // namespace spilno::style::ListLook
