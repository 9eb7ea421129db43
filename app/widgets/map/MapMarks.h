// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QPointF>
#include <QRectF>

#include <array>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QPainter;
class QPalette;
QT_END_NAMESPACE

namespace spilno::widgets {

class MapCamera;

/// What a mark on a map says, by colour and by shape.
enum class MapMark {
    Current, ///< goes its way: a disc
    Waiting, ///< somebody has to answer: a diamond
    Late,    ///< a triangle
    Done,    ///< a small square
};
inline constexpr std::size_t kMapMarks = 4;

struct MapMarker
{
    qint64 id = 0;
    QPointF world;
    MapMark mark = MapMark::Current;
    friend bool operator==(const MapMarker &, const MapMarker &) = default;
};

/// The marks of one map: painting, hit test and the way from one to the next. Where many lie on
/// one spot only the first is painted, which nobody can see. A value, GUI thread.
class MapMarks
{
public:
    /// The first is painted on top.
    void setMarkers(std::vector<MapMarker> markers);
    [[nodiscard]] const std::vector<MapMarker> &markers() const { return m_markers; }
    [[nodiscard]] const MapMarker *find(qint64 id) const;
    [[nodiscard]] bool isEmpty() const { return m_markers.empty(); }
    /// The part of the world that the marks take up; null without any.
    [[nodiscard]] QRectF bounds() const;

    void paint(
        QPainter &painter,
        const MapCamera &camera,
        const QPalette &palette,
        std::optional<qint64> current) const;
    /// The mark nearest to a place on the screen, within reach of a finger or a shaking hand.
    [[nodiscard]] const MapMarker *at(const QPointF &screen, const MapCamera &camera) const;
    /// The nearest mark of those seen that lies in a direction (a unit step on the screen) of
    /// another place on the screen; nullptr: none.
    [[nodiscard]] const MapMarker *next(
        const QPointF &from,
        const QPointF &direction,
        const MapCamera &camera,
        std::optional<qint64> except) const;

    /// One mark alone, its middle at `at`, as a legend shows it.
    static void paintMark(
        QPainter &painter, const QPointF &at, MapMark mark, const QPalette &palette);

private:
    std::vector<MapMarker> m_markers;
};

} // namespace spilno::widgets
