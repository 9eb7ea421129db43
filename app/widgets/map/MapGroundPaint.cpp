// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/ColourRole.h"
#include "app/style/Typography.h"
#include "app/widgets/map/MapGround.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace spilno::widgets {

using records::maplayer::MapGeometry;
using style::ColourRole;

namespace {

constexpr double kDotPixels = 3;

struct Strokes
{
    QColor fill;
    QColor line;
    double width = 1;
};

Strokes strokesOf(MapGround::Kind kind, const style::Colours &colour, double zoom)
{
    using Kind = MapGround::Kind;
    switch (kind) {
    case Kind::Districts:
        return {colour(ColourRole::Raised), colour(ColourRole::Line), 1.25};
    case Kind::Boundary:
        return {colour(ColourRole::Raised), colour(ColourRole::ControlLine), 1.5};
    case Kind::Streets:
        return {{}, colour(ColourRole::Line), std::clamp((zoom - 11) * 0.75, 0.75, 5.0)};
    case Kind::Water:
        return {colour(ColourRole::AccentSoft), colour(ColourRole::AccentSoft), 1.5};
    case Kind::Green:
        return {colour(ColourRole::PositiveSoft), colour(ColourRole::PositiveSoft), 1};
    case Kind::Places:
        break;
    }
    return {colour(ColourRole::Muted), colour(ColourRole::Muted), 1};
}

} // namespace

void MapGround::paintShapes(
    QPainter &painter, const MapCamera &camera, const QPalette &palette) const
{
    const style::Colours &colour = style::Colours::of(palette);
    const QRectF visible = camera.visible();
    const double zoom = camera.zoom();
    const auto level = static_cast<std::size_t>(
        std::lower_bound(kLevelZooms.begin(), kLevelZooms.end(), zoom) - kLevelZooms.begin());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QTransform onScreen = painter.transform();
    const QTransform inWorld = camera.transform() * onScreen;
    for (const Shape &shape : m_shapes) {
        if (!shape.bounds.intersects(visible))
            continue;
        const Strokes strokes = strokesOf(shape.kind, colour, zoom);
        if (shape.geometry == MapGeometry::Points) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour(ColourRole::Muted));
            for (const QPolygonF &points : shape.exact) {
                for (const QPointF &point : points)
                    painter.drawEllipse(camera.toScreen(point), kDotPixels, kDotPixels);
            }
            continue;
        }
        const bool isArea = shape.geometry == MapGeometry::Area && strokes.fill.isValid();
        QPen pen(strokes.line, strokes.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        pen.setCosmetic(true);
        painter.setPen(pen);
        painter.setBrush(isArea ? QBrush(strokes.fill) : QBrush(Qt::NoBrush));
        painter.setTransform(inWorld);
        painter.drawPath(shape.paths[level]);
        painter.setTransform(onScreen);
    }
    painter.restore();
}

void MapGround::paintNames(
    QPainter &painter, const MapCamera &camera, const QPalette &palette) const
{
    const style::Colours &colour = style::Colours::of(palette);
    painter.save();
    painter.setFont(style::Typography::font(style::TextRole::Caption));
    const QFontMetricsF metrics(painter.font());
    // The largest first: where two names meet, the smaller one gives way.
    std::vector<const NameSpot *> order;
    const QRectF visible = camera.visible();
    for (const NameSpot &spot : m_spots) {
        if (spot.area > 0 && visible.contains(spot.at))
            order.push_back(&spot);
    }
    std::sort(order.begin(), order.end(), [](const NameSpot *a, const NameSpot *b) {
        return a->area > b->area;
    });
    std::vector<QRectF> taken;
    for (const NameSpot *spot : order) {
        const QString text = m_names[spot->name].shown();
        QRectF box = metrics.boundingRect(text);
        box.moveCenter(camera.toScreen(spot->at));
        const bool fits = box.width() <= spot->bounds.width() * camera.scale() * 0.95;
        const QRectF wide = box.adjusted(-4, -2, 4, 2);
        const bool isFree = std::none_of(taken.begin(), taken.end(), [&wide](const QRectF &other) {
            return other.intersects(wide);
        });
        if (text.isEmpty() || !fits || !isFree)
            continue;
        taken.push_back(wide);
        painter.setPen(colour(ColourRole::Muted));
        painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, text);
    }
    painter.restore();
}

} // namespace spilno::widgets
