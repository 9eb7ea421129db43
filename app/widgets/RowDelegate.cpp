// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/RowDelegate.h"

#include "app/style/Icons.h"
#include "app/style/ListLook.h"
#include "app/style/Shapes.h"
#include "app/style/Spacing.h"
#include "app/style/Typography.h"
#include "app/widgets/Avatar.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QTableView>
#include <QToolTip>

namespace spilno::widgets {

using style::ColourRole;
using style::TextRole;
using style::Spacing::M;
using style::Spacing::S;
namespace Typography = style::Typography;

namespace {

constexpr int RowMargin = style::Spacing::M;

QStyleOptionViewItem ground(
    const QStyleOptionViewItem &given, const QModelIndex &index, QPainter &painter)
{
    QStyleOptionViewItem option = given;
    option.index = index;
    style::ListLook::drawRow(option, painter, true);
    // A cell is not what has the focus: a table paints the ring around its row.
    const bool whole = qobject_cast<const QTableView *>(option.widget) == nullptr &&
                       (option.viewItemPosition == QStyleOptionViewItem::Invalid ||
                        option.viewItemPosition == QStyleOptionViewItem::OnlyOne);
    if (whole && (option.state & QStyle::State_HasFocus) &&
        (option.state & QStyle::State_KeyboardFocusChange)) {
        style::paintFocusRing(
            painter, option.rect.adjusted(1, 1, -1, -2), style::Radius::Badge,
            style::Colours::of(option.palette)(ColourRole::Accent));
    }
    return option;
}

/// The text the badge of `index` shows and its tone.
std::pair<QString, Tone> badgeOf(const QModelIndex &index)
{
    return {
        index.data(BadgeTextRole).toString(), static_cast<Tone>(index.data(BadgeToneRole).toInt())};
}

/// Paints what stands at the right and returns the room that is left.
QRect paintTrailing(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, QRect room)
{
    const auto [badge, tone] = badgeOf(index);
    if (!badge.isEmpty()) {
        const QSize size = BadgeLook::size(badge, tone);
        const QPoint at(
            room.right() - size.width() + 1, room.top() + (room.height() - size.height()) / 2);
        BadgeLook::paint(
            painter, at, badge, tone, option.palette, option.state & QStyle::State_Selected);
        room.setRight(at.x() - S);
    }
    const QString note = index.data(TrailingRole).toString();
    if (!note.isEmpty()) {
        painter.setFont(Typography::font(TextRole::Secondary));
        painter.setPen(style::Colours::of(option.palette)(ColourRole::Muted));
        Typography::drawTabular(painter, room, Qt::AlignRight, note);
        room.setRight(room.right() - int(Typography::tabularWidth(painter.font(), note)) - S);
    }
    return room;
}

/// Paints the avatar or icon and returns the room that is left.
QRect paintLeading(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, QRect room)
{
    const QString person = index.data(AvatarNameRole).toString();
    const QString icon = index.data(IconNameRole).toString();
    if (person.isEmpty() && icon.isEmpty())
        return room;
    const int side = Typography::scaled(person.isEmpty() ? style::Size::Icon : 32);
    const QRectF box(room.left(), room.top() + (room.height() - side) / 2.0, side, side);
    if (person.isEmpty()) {
        style::Icons::paint(
            painter, icon, box, style::Colours::of(option.palette)(ColourRole::Muted));
    } else {
        Avatar::paint(painter, box, person);
    }
    room.setLeft(room.left() + side + M);
    return room;
}

} // namespace

RowDelegate::RowDelegate(Lines lines, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_lines(lines)
{
}

int RowDelegate::rowHeight() const
{
    const QFontMetrics first(Typography::font(TextRole::Strong));
    if (m_lines == Lines::One)
        return qMax(style::Size::Control, first.height() + 2 * S);
    const QFontMetrics second(Typography::font(TextRole::Secondary));
    return first.height() + second.height() + S + 6;
}

void RowDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    painter->save();
    const QStyleOptionViewItem option = ground(given, index, *painter);
    const style::Colours &colours = style::Colours::of(option.palette);
    QRect room = option.rect.adjusted(RowMargin, 0, -RowMargin, -1);
    room = paintTrailing(*painter, option, index, room);
    room = paintLeading(*painter, option, index, room);
    const QString second =
        m_lines == Lines::Two ? index.data(SecondLineRole).toString() : QString();
    const QFont strong =
        Typography::font(m_lines == Lines::Two ? TextRole::Strong : TextRole::Body);
    const QFont quiet = Typography::font(TextRole::Secondary);
    const int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine;
    const int firstHeight = QFontMetrics(strong).height();
    const int secondHeight = second.isEmpty() ? 0 : QFontMetrics(quiet).height();
    const int top = room.top() + (room.height() - firstHeight - secondHeight) / 2;
    const auto line = [&](const QFont &font, ColourRole role, int y, int height,
                          const QString &text) {
        painter->setFont(font);
        painter->setPen(colours(role));
        painter->drawText(
            QRect(room.left(), y, room.width(), height), flags,
            QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width()));
    };
    line(strong, ColourRole::Text, top, firstHeight, index.data(Qt::DisplayRole).toString());
    if (!second.isEmpty())
        line(quiet, ColourRole::Muted, top + firstHeight, secondHeight, second);
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFontMetrics metrics(Typography::font(TextRole::Strong));
    const int width = metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString());
    return {width + 2 * RowMargin, rowHeight()};
}

bool RowDelegate::helpEvent(
    QHelpEvent *event,
    QAbstractItemView *view,
    const QStyleOptionViewItem &option,
    const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid() ||
        !index.data(Qt::ToolTipRole).toString().isEmpty())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString first = index.data(Qt::DisplayRole).toString();
    const QString second = index.data(SecondLineRole).toString();
    const int room = option.rect.width() - 2 * RowMargin;
    const bool cut =
        QFontMetrics(Typography::font(TextRole::Strong)).horizontalAdvance(first) > room ||
        QFontMetrics(Typography::font(TextRole::Secondary)).horizontalAdvance(second) > room;
    if (cut)
        QToolTip::showText(
            event->globalPos(), second.isEmpty() ? first : first + QLatin1Char('\n') + second,
            view);
    else
        QToolTip::hideText();
    return true;
}

void BadgeDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    painter->save();
    const QStyleOptionViewItem option = ground(given, index, *painter);
    const QRect room = option.rect.adjusted(RowMargin, 0, -RowMargin, -1);
    const auto [badge, tone] = badgeOf(index);
    if (badge.isEmpty()) {
        painter->setFont(Typography::font(TextRole::Body));
        painter->setPen(style::Colours::of(option.palette)(ColourRole::Muted));
        painter->setClipRect(option.rect); // a number that is too long hides nothing beside it
        Typography::drawTabular(
            *painter, room, Qt::AlignLeft, index.data(Qt::DisplayRole).toString());
    } else {
        const QSize size = BadgeLook::size(badge, tone);
        BadgeLook::paint(
            *painter, {room.left(), room.top() + (room.height() - size.height()) / 2}, badge, tone,
            option.palette, option.state & QStyle::State_Selected);
    }
    painter->restore();
}

QSize BadgeDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto [badge, tone] = badgeOf(index);
    if (!badge.isEmpty())
        return BadgeLook::size(badge, tone).grownBy({RowMargin, S, RowMargin, S});
    const QFont font = Typography::font(TextRole::Body);
    const qreal width = Typography::tabularWidth(font, index.data(Qt::DisplayRole).toString());
    return {int(width) + 2 * RowMargin + 1, QFontMetrics(font).height() + 2 * S};
}

} // namespace spilno::widgets
