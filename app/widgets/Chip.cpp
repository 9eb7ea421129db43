// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/Chip.h"

#include "app/style/ColourRole.h"
#include "app/style/Icons.h"
#include "app/style/Shapes.h"
#include "app/style/Spacing.h"
#include "app/style/Typography.h"
#include "app/widgets/EnterPresses.h"

#include <QLocale>
#include <QPainter>

namespace spilno::widgets {

using style::ColourRole;
namespace Typography = style::Typography;

namespace {

constexpr int ChipPadding = 13;
constexpr int IconSide = 15;

QFont fontOf(bool checked)
{
    QFont font = Typography::font(style::TextRole::Secondary);
    font.setPointSizeF(font.pointSizeF() * 1.04);
    font.setWeight(checked ? QFont::DemiBold : QFont::Medium);
    return font;
}

} // namespace

Chip::Chip(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    new EnterPresses(this);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setCount(int count)
{
    m_count = count;
    setAccessibleName(shownText());
    updateGeometry();
    update();
}

void Chip::setOpens(const QString &icon)
{
    m_opens = true;
    setCheckable(false);
    setIcon(style::Icons::icon(icon));
    updateGeometry();
}

QString Chip::shownText() const
{
    if (m_count < 0)
        return text();
    return QStringLiteral("%1 · %2").arg(text(), QLocale().toString(m_count));
}

QSize Chip::sizeHint() const
{
    // The bold width, so that checking a chip moves nothing.
    const QFontMetrics metrics(fontOf(true));
    const int icon = this->icon().isNull() ? 0 : Typography::scaled(IconSide) + 6;
    return {
        metrics.horizontalAdvance(shownText()) + 2 * ChipPadding + icon,
        qMax(29, metrics.height() + style::Spacing::M)};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const style::Colours &colours = style::Colours::of(palette());
    const bool on = isChecked();
    const double radius = height() / 2.0;
    QColor fill = colours(on ? ColourRole::AccentSoft : ColourRole::Raised);
    if (m_opens)
        fill = QColor();
    if (underMouse() && isEnabled() && !on)
        fill = colours(ColourRole::Sunk);
    const QColor outline = colours(on ? ColourRole::Accent : ColourRole::Line);
    if (m_opens) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colours(ColourRole::Line), 1, Qt::DashLine));
        painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    } else {
        style::paintBox(painter, rect(), radius, fill, outline);
    }
    if (hasFocus())
        style::paintFocusRing(painter, rect(), radius, colours(ColourRole::Accent));
    const QColor ink = isEnabled() ? colours(on ? ColourRole::Accent : ColourRole::Text)
                                   : colours(ColourRole::ControlLine);
    QRect room = rect();
    if (!icon().isNull()) {
        const int side = Typography::scaled(IconSide);
        const QRectF box(ChipPadding, (height() - side) / 2.0, side, side);
        style::Icons::paint(painter, icon(), box, ink);
        room.setLeft(side + 6);
    }
    painter.setFont(fontOf(on));
    painter.setPen(ink);
    painter.drawText(room, Qt::AlignCenter | Qt::TextSingleLine, shownText());
}

} // namespace spilno::widgets
