// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/map/MapCamera.h"

#include <algorithm>
#include <cmath>

namespace spilno::widgets {

void MapCamera::setSize(const QSizeF &size)
{
    m_size = size.expandedTo(QSizeF(1, 1));
}

double MapCamera::zoom() const
{
    return std::log2(m_scale / kTilePixels);
}

void MapCamera::setCentre(const QPointF &world)
{
    m_centre = {std::clamp(world.x(), 0.0, 1.0), std::clamp(world.y(), 0.0, 1.0)};
}

void MapCamera::setZoom(double zoom)
{
    m_scale = kTilePixels * std::exp2(std::clamp(zoom, kZoomMin, kZoomMax));
}

void MapCamera::fit(const QRectF &world, double margin)
{
    const double width = std::max(1.0, m_size.width() - 2 * margin);
    const double height = std::max(1.0, m_size.height() - 2 * margin);
    const double smallest = 1e-9; // a point has no size
    const double scale = std::min(
        width / std::max(world.width(), smallest), height / std::max(world.height(), smallest));
    setZoom(std::log2(scale / kTilePixels));
    setCentre(world.center());
}

void MapCamera::pan(const QPointF &pixels)
{
    setCentre(m_centre + pixels / m_scale);
}

void MapCamera::zoomAbout(const QPointF &anchor, double factor)
{
    const QPointF held = toWorld(anchor);
    setZoom(std::log2(m_scale * factor / kTilePixels));
    setCentre(m_centre + held - toWorld(anchor));
}

QPointF MapCamera::toScreen(const QPointF &world) const
{
    return (world - m_centre) * m_scale + QPointF(m_size.width() / 2, m_size.height() / 2);
}

QPointF MapCamera::toWorld(const QPointF &screen) const
{
    return m_centre + (screen - QPointF(m_size.width() / 2, m_size.height() / 2)) / m_scale;
}

QRectF MapCamera::visible() const
{
    return {toWorld({0, 0}), toWorld({m_size.width(), m_size.height()})};
}

QTransform MapCamera::transform() const
{
    const QPointF origin = toScreen({0, 0});
    return {m_scale, 0, 0, m_scale, origin.x(), origin.y()};
}

double MapCamera::pixelsPerMetre() const
{
    return m_scale / MapProjection::metresAcross(m_centre.y());
}

} // namespace spilno::widgets
