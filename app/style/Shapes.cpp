// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/Shapes.h"

#include "app/style/Spacing.h"

#include <QPainter>

#include <algorithm>

namespace spilno::style {

void paintBox(
    QPainter &painter,
    const QRectF &rect,
    double radius,
    const QColor &fill,
    const QColor &outline,
    double outlineWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    QRectF box = rect;
    if (outline.isValid()) {
        painter.setPen(QPen(outline, outlineWidth));
        const double half = outlineWidth / 2;
        box.adjust(half, half, -half, -half);
    } else {
        painter.setPen(Qt::NoPen);
    }
    const double corner = std::min({radius, box.height() / 2, box.width() / 2});
    painter.drawRoundedRect(box, corner, corner);
    painter.restore();
}

void paintFocusRing(QPainter &painter, const QRectF &rect, double radius, const QColor &colour)
{
    paintBox(painter, rect, radius, {}, colour, Size::FocusRing);
}

} // namespace spilno::style
