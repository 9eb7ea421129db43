// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/map/MapCamera.h"
#include "core/records/maplayer/MapFeatures.h"
#include "core/records/maplayer/MapLayerRule.h"

#include <QPainterPath>
#include <QPolygonF>
#include <QStringList>

#include <array>
#include <optional>

QT_BEGIN_NAMESPACE
class QPainter;
class QPalette;
QT_END_NAMESPACE

namespace spilno::widgets {

/// The layers under everything else on a map, projected and thinned out once, then painted at any
/// zoom. Made on any thread, never changed after that, shared by all maps of a city.
class MapGround
{
public:
    using Kind = records::maplayer::Kind;

    /// A layer as the city has it; the lowest comes first.
    struct Layer
    {
        Kind kind = Kind::Districts;
        QString attribution;
        records::maplayer::MapFeatures features;
    };
    /// A name in the languages of the city.
    struct Name
    {
        QString text;
        QString ukrainian; ///< Empty: the same.
        [[nodiscard]] QString shown() const;
    };

    explicit MapGround(const std::vector<Layer> &layers);

    [[nodiscard]] bool isEmpty() const { return m_shapes.empty(); }
    /// The part of the world that has something.
    [[nodiscard]] QRectF bounds() const { return m_bounds; }
    /// Whom to thank for the layers, each once.
    [[nodiscard]] QStringList attributions() const { return m_attributions; }
    /// The district that a point lies in; empty outside of all.
    [[nodiscard]] QString districtAt(const QPointF &world) const;

    void paint(QPainter &painter, const MapCamera &camera, const QPalette &palette) const;

private:
    /// For zooms up to these, and one exact one.
    static constexpr std::array<double, 3> kLevelZooms{9, 12, 15};
    static constexpr std::size_t kLevels = kLevelZooms.size() + 1;

    struct Shape
    {
        Kind kind = Kind::Districts;
        records::maplayer::MapGeometry geometry = records::maplayer::MapGeometry::Points;
        std::size_t name = 0;
        QRectF bounds;
        std::vector<QPolygonF> exact;
        std::array<QPainterPath, kLevels> paths;
    };
    /// Where a name stands: in the middle of the largest area that has it.
    struct NameSpot
    {
        std::size_t name = 0;
        QPointF at;
        QRectF bounds;
        double area = 0;
    };

    void addShape(const records::maplayer::MapShape &source, Kind kind, std::size_t name);
    [[nodiscard]] static bool contains(const Shape &shape, const QPointF &world);
    void paintShapes(QPainter &painter, const MapCamera &camera, const QPalette &palette) const;
    void paintNames(QPainter &painter, const MapCamera &camera, const QPalette &palette) const;

    std::vector<Name> m_names;
    std::vector<Shape> m_shapes;
    std::vector<NameSpot> m_spots; ///< By name; without an area: no spot.
    QStringList m_attributions;
    QRectF m_bounds;
};

} // namespace spilno::widgets
