// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

namespace spilno::widgets {

/// A position in degrees of WGS 84.
struct GeoPoint
{
    double latitude = 0;
    double longitude = 0;
};

/// Web Mercator on the unit square, the world: x grows eastwards from 180° W, y southwards from
/// 85.05° N. Pure functions.
namespace MapProjection {

/// The world ends here; what lies nearer to a pole is drawn at its edge.
inline constexpr double kLatitudeMax = 85.0511287798066;
/// Length of the equator.
inline constexpr double kEquatorMetres = 40'075'016.685578;

[[nodiscard]] QPointF toWorld(const GeoPoint &position);
[[nodiscard]] GeoPoint toGeo(const QPointF &world);
/// How many metres the width of the world stands for at a height of it.
[[nodiscard]] double metresAcross(double worldY);

} // namespace MapProjection
} // namespace spilno::widgets
