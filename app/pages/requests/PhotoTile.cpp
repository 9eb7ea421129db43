// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/PhotoTile.h"

#include "app/style/ColourRole.h"
#include "app/style/Icons.h"
#include "app/style/Shapes.h"
#include "app/style/Spacing.h"
#include "app/style/Typography.h"
#include "app/widgets/EnterPresses.h"

#include <QPainter>
#include <QPainterPath>

namespace spilno::pages {

using style::ColourRole;

PhotoTile::PhotoTile(const QString &name, QWidget *parent)
    : QAbstractButton(parent)
{
    setAccessibleName(name);
    setToolTip(name);
    setFocusPolicy(Qt::TabFocus);
    new widgets::EnterPresses(this);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PhotoTile::setImage(const QImage &image)
{
    m_image = image;
    update();
}

QSize PhotoTile::sizeHint() const
{
    return {style::Typography::scaled(84), style::Typography::scaled(58)};
}

void PhotoTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const style::Colours &colours = style::Colours::of(palette());
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    style::paintBox(
        painter, box, style::Radius::Badge, colours(ColourRole::Sunk), colours(ColourRole::Line));
    if (m_image.isNull()) {
        const double side = style::Typography::scaled(22);
        style::Icons::paint(
            painter, QStringLiteral("image"),
            QRectF(0, 0, side, side).translated(box.center() - QPointF(side / 2, side / 2)),
            colours(ColourRole::Muted));
    } else {
        QPainterPath path;
        path.addRoundedRect(box, style::Radius::Badge, style::Radius::Badge);
        painter.setClipPath(path);
        // Fills the tile; what stands over is cut evenly.
        const QSizeF size =
            QSizeF(m_image.size()).scaled(box.size(), Qt::KeepAspectRatioByExpanding);
        QRectF target({}, size);
        target.moveCenter(box.center());
        painter.drawImage(target, m_image);
        painter.setClipping(false);
    }
    if (hasFocus())
        style::paintFocusRing(painter, rect(), style::Radius::Badge, colours(ColourRole::Accent));
}

} // namespace spilno::pages
