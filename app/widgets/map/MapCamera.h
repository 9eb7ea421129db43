// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/map/MapProjection.h"

#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace spilno::widgets {

/// Which part of the world a map shows, and how large: the one place that knows world from screen.
/// A value; it never leaves the world and never zooms beyond a room or the globe.
class MapCamera
{
public:
    /// Pixels of the world's width at zoom 0, as raster tiles have it.
    static constexpr double kTilePixels = 256;
    static constexpr double kZoomMin = 1;
    static constexpr double kZoomMax = 20;

    void setSize(const QSizeF &size);
    [[nodiscard]] QSizeF size() const { return m_size; }
    [[nodiscard]] QPointF centre() const { return m_centre; }
    [[nodiscard]] double zoom() const;
    /// Pixels of the world's width.
    [[nodiscard]] double scale() const { return m_scale; }

    void setCentre(const QPointF &world);
    void setZoom(double zoom);
    /// Shows all of `world` with a margin in pixels around it.
    void fit(const QRectF &world, double margin);
    /// Moves what is seen by pixels: positive shows what lies east and south.
    void pan(const QPointF &pixels);
    /// Larger (factor above 1) or smaller; what stands under `anchor` stays there.
    void zoomAbout(const QPointF &anchor, double factor);

    [[nodiscard]] QPointF toScreen(const QPointF &world) const;
    [[nodiscard]] QPointF toWorld(const QPointF &screen) const;
    /// The part of the world that is seen.
    [[nodiscard]] QRectF visible() const;
    /// From world to screen, for a painter.
    [[nodiscard]] QTransform transform() const;
    /// The pixels that stand for a metre at the centre.
    [[nodiscard]] double pixelsPerMetre() const;

    friend bool operator==(const MapCamera &, const MapCamera &) = default;

private:
    QPointF m_centre{0.5, 0.5};
    double m_scale = kTilePixels * 2;
    QSizeF m_size{1, 1};
};

} // namespace spilno::widgets
