// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/map/MapMarks.h"

#include "app/style/ColourRole.h"
#include "app/style/Typography.h"
#include "app/widgets/map/MapCamera.h"

#include <QPainter>
#include <QPolygonF>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace spilno::widgets {

using style::ColourRole;
namespace Typography = style::Typography;

namespace {

constexpr double kRadius = 6; ///< Of the disc; the others look as large.
constexpr double kHalo = 15;
constexpr double kReach = 14;
constexpr double kSpot = 3; ///< Marks nearer than this to another of the same kind are one.

double scaled(double pixels)
{
    // Half as fast as the text: the map keeps its room.
    return pixels * (1 + (Typography::textPercent() - 100) / 200.0);
}

ColourRole fillOf(MapMark mark)
{
    switch (mark) {
    case MapMark::Current:
        return ColourRole::Accent;
    case MapMark::Waiting:
        return ColourRole::Gold;
    case MapMark::Late:
        return ColourRole::Negative;
    case MapMark::Done:
        break;
    }
    return ColourRole::Muted;
}

void paintShape(
    QPainter &painter, const QPointF &at, MapMark mark, const QPalette &palette, double size)
{
    const style::Colours &colour = style::Colours::of(palette);
    const double r = scaled(kRadius) * size;
    // Gold is no colour for a shape on white by itself: its edge is.
    const ColourRole edge = mark == MapMark::Waiting ? ColourRole::Warning : ColourRole::Raised;
    painter.setPen(QPen(colour(edge), 1.5));
    painter.setBrush(colour(fillOf(mark)));
    switch (mark) {
    case MapMark::Current:
        painter.drawEllipse(at, r, r);
        break;
    case MapMark::Waiting:
        painter.drawPolygon(QPolygonF(
            {at + QPointF(0, -r * 1.2), at + QPointF(r * 1.2, 0), at + QPointF(0, r * 1.2),
             at + QPointF(-r * 1.2, 0)}));
        break;
    case MapMark::Late:
        painter.drawPolygon(QPolygonF(
            {at + QPointF(0, -r * 1.25), at + QPointF(r * 1.25, r), at + QPointF(-r * 1.25, r)}));
        break;
    case MapMark::Done:
        painter.drawRect(QRectF(at - QPointF(r, r) * 0.65, QSizeF(r, r) * 1.3));
        break;
    }
}

/// A mark as a picture, to be painted thousands of times.
QPixmap picture(MapMark mark, const QPalette &palette, double pixelRatio)
{
    const double side = std::ceil(scaled(kRadius) * 3);
    QPixmap pixmap(QSizeF(side, side).toSize() * pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paintShape(painter, {side / 2, side / 2}, mark, palette, 1);
    return pixmap;
}

} // namespace

void MapMarks::setMarkers(std::vector<MapMarker> markers)
{
    m_markers = std::move(markers);
}

const MapMarker *MapMarks::find(qint64 id) const
{
    const auto found = std::find_if(
        m_markers.begin(), m_markers.end(), [id](const MapMarker &each) { return each.id == id; });
    return found == m_markers.end() ? nullptr : &*found;
}

QRectF MapMarks::bounds() const
{
    if (m_markers.empty())
        return {};
    QPointF low = m_markers.front().world;
    QPointF high = low;
    for (const MapMarker &marker : m_markers) {
        low = {std::min(low.x(), marker.world.x()), std::min(low.y(), marker.world.y())};
        high = {std::max(high.x(), marker.world.x()), std::max(high.y(), marker.world.y())};
    }
    return {low, high};
}

void MapMarks::paint(
    QPainter &painter,
    const MapCamera &camera,
    const QPalette &palette,
    std::optional<qint64> current) const
{
    std::array<QPixmap, kMapMarks> pictures;
    const double ratio = painter.device()->devicePixelRatioF();
    for (std::size_t i = 0; i < kMapMarks; ++i)
        pictures[i] = picture(static_cast<MapMark>(i), palette, ratio);
    const double margin = pictures[0].deviceIndependentSize().width() / 2;
    const QRectF seen = QRectF(QPointF(), camera.size()).adjusted(-margin, -margin, margin, margin);
    const auto columns = static_cast<qint64>(camera.size().width() / kSpot) + 16;
    QSet<qint64> taken;
    for (auto marker = m_markers.rbegin(); marker != m_markers.rend(); ++marker) {
        const QPointF at = camera.toScreen(marker->world);
        if (!seen.contains(at))
            continue;
        const auto kind = static_cast<std::size_t>(marker->mark);
        const auto spot = (static_cast<qint64>(std::floor(at.y() / kSpot)) * columns +
                           static_cast<qint64>(std::floor(at.x() / kSpot))) *
                              static_cast<qint64>(kMapMarks) +
                          static_cast<qint64>(kind);
        const auto before = taken.size();
        taken.insert(spot);
        if (taken.size() != before)
            painter.drawPixmap(at - QPointF(margin, margin), pictures[kind]);
    }
    const MapMarker *chosen = current ? find(*current) : nullptr;
    if (chosen == nullptr)
        return;
    const QPointF at = camera.toScreen(chosen->world);
    QColor halo = style::Colours::of(palette)(ColourRole::Accent);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(halo, 2));
    halo.setAlpha(56);
    painter.setBrush(halo);
    painter.drawEllipse(at, scaled(kHalo), scaled(kHalo));
    paintShape(painter, at, chosen->mark, palette, 1.25);
    painter.restore();
}

const MapMarker *MapMarks::at(const QPointF &screen, const MapCamera &camera) const
{
    const MapMarker *nearest = nullptr;
    double best = scaled(kReach);
    for (const MapMarker &marker : m_markers) {
        const QPointF way = camera.toScreen(marker.world) - screen;
        const double distance = std::hypot(way.x(), way.y());
        if (distance < best) {
            best = distance;
            nearest = &marker;
        }
    }
    return nearest;
}

const MapMarker *MapMarks::next(
    const QPointF &from,
    const QPointF &direction,
    const MapCamera &camera,
    std::optional<qint64> except) const
{
    const QRectF seen(QPointF(), camera.size());
    const MapMarker *nearest = nullptr;
    double best = 0;
    for (const MapMarker &marker : m_markers) {
        const QPointF at = camera.toScreen(marker.world);
        const QPointF way = at - from;
        const double along = QPointF::dotProduct(way, direction);
        const double aside = std::abs(way.x() * direction.y() - way.y() * direction.x());
        // A quarter of the circle each way, so that four keys reach everything.
        if (marker.id == except || !seen.contains(at) || along < 0.5 || aside > along)
            continue;
        const double cost = along + aside;
        if (nearest == nullptr || cost < best) {
            best = cost;
            nearest = &marker;
        }
    }
    return nearest;
}

void MapMarks::paintMark(
    QPainter &painter, const QPointF &at, MapMark mark, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintShape(painter, at, mark, palette, 1);
    painter.restore();
}

} // namespace spilno::widgets
