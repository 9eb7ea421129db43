// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/RequestPlace.h"

#include "app/pages/requests/RequestWords.h"
#include "core/records/request/RequestMachine.h"

#include <cmath>
#include <numbers>

namespace spilno::pages {

using records::request::State;
using widgets::GeoPoint;
using widgets::MapMark;

namespace {

constexpr double kStored = 1e7;
constexpr double kMetresADegree = 111'320;
constexpr double kDegree = std::numbers::pi / 180;

double middleOfCell(double value, double cell)
{
    return (std::floor(value / cell) + 0.5) * cell;
}

} // namespace

std::optional<GeoPoint> RequestPlace::of(const replica::Record &request)
{
    const wire::Value value = request.value(QStringLiteral("point"));
    const wire::Value::List &point = value.toList();
    if (point.size() != 2 || request.value(QStringLiteral("default_point")).toBoolean())
        return std::nullopt;
    return fromStored(point[0].toInteger(), point[1].toInteger());
}

GeoPoint RequestPlace::fromStored(qint64 latitude, qint64 longitude)
{
    return {static_cast<double>(latitude) / kStored, static_cast<double>(longitude) / kStored};
}

wire::Value RequestPlace::toStored(const GeoPoint &point)
{
    return wire::Value::List{
        wire::Value(static_cast<qint64>(std::llround(point.latitude * kStored))),
        wire::Value(static_cast<qint64>(std::llround(point.longitude * kStored)))};
}

GeoPoint RequestPlace::rounded(const GeoPoint &point, int metres)
{
    const double high = metres / kMetresADegree;
    const double latitude = std::clamp(middleOfCell(point.latitude, high), -90.0, 90.0);
    // Of the row of squares, not of the point: all points of a square get the same width.
    const double wide = high / std::max(0.01, std::cos(latitude * kDegree));
    return {latitude, std::clamp(middleOfCell(point.longitude, wide), -180.0, 180.0)};
}

wire::Value RequestPlace::publicOf(const GeoPoint &point, int metres)
{
    return toStored(metres == 0 ? point : rounded(point, metres));
}

QString RequestPlace::coordinates(const GeoPoint &point)
{
    return QString::number(point.latitude, 'f', 5) + QStringLiteral(", ") +
           QString::number(point.longitude, 'f', 5);
}

MapMark RequestPlace::mark(std::uint32_t state, qint64 targetMs, qint64 nowMs)
{
    if (!RequestWords::isOpen(state))
        return MapMark::Done;
    if (targetMs > 0 && targetMs < nowMs)
        return MapMark::Late;
    const bool waits = state == static_cast<std::uint32_t>(State::NeedsInformation) ||
                       state == static_cast<std::uint32_t>(State::DoneWaiting);
    return waits ? MapMark::Waiting : MapMark::Current;
}

QString RequestPlace::markName(MapMark mark)
{
    switch (mark) {
    case MapMark::Current:
        return tr("Open");
    case MapMark::Waiting:
        return tr("Waits for an answer");
    case MapMark::Late:
        return tr("Overdue");
    case MapMark::Done:
        break;
    }
    return tr("Closed");
}

} // namespace spilno::pages
