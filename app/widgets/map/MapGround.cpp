// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/map/MapGround.h"

#include <QLocale>

#include <cmath>

namespace spilno::widgets {

using records::maplayer::MapGeometry;
using records::maplayer::MapPath;

namespace {

constexpr double kMicrodegrees = 1e6;
constexpr double kThinningPixels = 0.75;

QPolygonF projected(const MapPath &path)
{
    QPolygonF polygon;
    polygon.reserve(static_cast<qsizetype>(path.size()));
    for (const auto &position : path)
        polygon.append(MapProjection::toWorld(
            {position.latitude / kMicrodegrees, position.longitude / kMicrodegrees}));
    return polygon;
}

/// Every point moved to the middle of its cell, neighbours in one cell made one: a border that two
/// areas share stays the same for both, and the cost is one look at each point whatever they form.
QPolygonF thinned(const QPolygonF &polygon, double cell)
{
    QPolygonF thin;
    for (const QPointF &point : polygon) {
        const QPointF middle(
            (std::floor(point.x() / cell) + 0.5) * cell,
            (std::floor(point.y() / cell) + 0.5) * cell);
        if (thin.isEmpty() || thin.constLast() != middle)
            thin.append(middle);
    }
    return thin;
}

QPainterPath pathOf(const std::vector<QPolygonF> &polygons, MapGeometry geometry, double cell)
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const QPolygonF &polygon : polygons) {
        path.addPolygon(cell > 0 ? thinned(polygon, cell) : polygon);
        if (geometry == MapGeometry::Area)
            path.closeSubpath();
    }
    return path;
}

/// Twice the signed area, and its middle.
double area(const QPolygonF &ring, QPointF *middle)
{
    double sum = 0;
    QPointF weighted;
    // Differences to the first point: the world is wide and the ring is small.
    const QPointF origin = ring.constFirst();
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPointF a = ring[i] - origin;
        const QPointF b = ring[(i + 1) % ring.size()] - origin;
        const double cross = a.x() * b.y() - b.x() * a.y();
        sum += cross;
        weighted += (a + b) * cross;
    }
    *middle = sum == 0 ? origin : origin + weighted / (3 * sum);
    return std::abs(sum);
}

} // namespace

QString MapGround::Name::shown() const
{
    const bool inUkrainian = QLocale().language() == QLocale::Ukrainian;
    return inUkrainian && !ukrainian.isEmpty() ? ukrainian : text;
}

MapGround::MapGround(const std::vector<Layer> &layers)
{
    for (const Layer &layer : layers) {
        if (!layer.attribution.isEmpty() && !m_attributions.contains(layer.attribution))
            m_attributions.append(layer.attribution);
        for (const auto &feature : layer.features) {
            m_names.push_back({feature.name, feature.nameUk});
            m_spots.push_back({m_names.size() - 1, {}, {}, 0});
            for (const auto &shape : feature.shapes)
                addShape(shape, layer.kind, m_names.size() - 1);
        }
    }
}

void MapGround::addShape(const records::maplayer::MapShape &source, Kind kind, std::size_t name)
{
    Shape shape;
    shape.kind = kind;
    shape.geometry = source.geometry;
    shape.name = name;
    for (const MapPath &path : source.paths) {
        shape.exact.push_back(projected(path));
        // A line may lie level and a point has no size: united() would leave both out.
        const QRectF box = shape.exact.back().boundingRect().adjusted(-1e-12, -1e-12, 1e-12, 1e-12);
        shape.bounds = shape.bounds.isNull() ? box : shape.bounds.united(box);
    }
    m_bounds = m_bounds.isNull() ? shape.bounds : m_bounds.united(shape.bounds);
    if (shape.geometry != MapGeometry::Points) {
        for (std::size_t level = 0; level < kLevels; ++level) {
            const double cell =
                level < kLevelZooms.size()
                    ? kThinningPixels / MapCamera::kTilePixels / std::exp2(kLevelZooms[level])
                    : 0;
            shape.paths[level] = pathOf(shape.exact, shape.geometry, cell);
        }
    }
    if (shape.geometry == MapGeometry::Area && kind == Kind::Districts) {
        QPointF middle;
        const double size = area(shape.exact.front(), &middle);
        if (size > m_spots[name].area)
            m_spots[name] = {name, middle, shape.bounds, size};
    }
    m_shapes.push_back(std::move(shape));
}

bool MapGround::contains(const Shape &shape, const QPointF &world)
{
    bool inside = false;
    for (const QPolygonF &ring : shape.exact) {
        for (qsizetype i = 0, last = ring.size() - 1; i < ring.size(); last = i++) {
            const QPointF &a = ring[i];
            const QPointF &b = ring[last];
            const bool crosses = (a.y() > world.y()) != (b.y() > world.y());
            if (crosses &&
                world.x() < (b.x() - a.x()) * (world.y() - a.y()) / (b.y() - a.y()) + a.x())
                inside = !inside;
        }
    }
    return inside;
}

QString MapGround::districtAt(const QPointF &world) const
{
    for (const Shape &shape : m_shapes) {
        if (shape.kind == Kind::Districts && shape.geometry == MapGeometry::Area &&
            shape.bounds.contains(world) && contains(shape, world))
            return m_names[shape.name].shown();
    }
    return {};
}

void MapGround::paint(QPainter &painter, const MapCamera &camera, const QPalette &palette) const
{
    paintShapes(painter, camera, palette);
    paintNames(painter, camera, palette);
}

} // namespace spilno::widgets
