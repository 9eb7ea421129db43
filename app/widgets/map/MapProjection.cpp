// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/map/MapProjection.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace spilno::widgets {

namespace {

constexpr double kPi = std::numbers::pi;

} // namespace

QPointF MapProjection::toWorld(const GeoPoint &position)
{
    const double latitude = std::clamp(position.latitude, -kLatitudeMax, kLatitudeMax);
    const double angle = latitude * kPi / 180;
    const double y = 0.5 - std::asinh(std::tan(angle)) / (2 * kPi);
    return {(position.longitude + 180) / 360, std::clamp(y, 0.0, 1.0)};
}

GeoPoint MapProjection::toGeo(const QPointF &world)
{
    const double angle = std::atan(std::sinh((0.5 - world.y()) * 2 * kPi));
    return {angle * 180 / kPi, world.x() * 360 - 180};
}

double MapProjection::metresAcross(double worldY)
{
    const double latitude = toGeo({0.5, worldY}).latitude * kPi / 180;
    return kEquatorMetres * std::cos(latitude);
}

} // namespace spilno::widgets
