// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"
#include "core/base/Result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <compare>
#include <cstdint>
#include <vector>

/// What the bytes of a map layer say, and the one form they have. Pure functions, any thread.
namespace spilno::records::maplayer {

/// A position in 1e-6 degrees of WGS 84: 11 cm.
struct MapPosition
{
    std::int32_t latitude = 0;
    std::int32_t longitude = 0;
    friend auto operator<=>(const MapPosition &, const MapPosition &) = default;
};

inline constexpr std::int32_t kLatitudeMax = 90'000'000;
inline constexpr std::int32_t kLongitudeMax = 180'000'000;

enum class MapGeometry : std::uint8_t { Points = 0, Lines = 1, Area = 2 };

using MapPath = std::vector<MapPosition>;

/// Points: each path is one or more of them. Lines: each path has two positions or more. Area: the
/// first path is its outline, the others are holes; each has three or more and closes by itself.
struct MapShape
{
    MapGeometry geometry = MapGeometry::Points;
    std::vector<MapPath> paths;
    friend bool operator==(const MapShape &, const MapShape &) = default;
};

struct MapFeature
{
    QString name;
    QString nameUk; ///< Empty: the same.
    std::vector<MapShape> shapes;
    friend bool operator==(const MapFeature &, const MapFeature &) = default;
};

using MapFeatures = std::vector<MapFeature>;

/// The number of positions of all shapes.
[[nodiscard]] std::size_t positionCount(const MapFeatures &features);

/// The features must be within the limits and well formed, as decodeMapFeatures() gives them.
[[nodiscard]] QByteArray encodeMapFeatures(const MapFeatures &features);

/// LimitExceeded, UnsupportedVersion, Malformed. Nothing is taken that encodes differently.
[[nodiscard]] base::Result<MapFeatures> decodeMapFeatures(base::ByteView bytes);

} // namespace spilno::records::maplayer
