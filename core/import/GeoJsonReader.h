// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/maplayer/MapFeatures.h"

#include <QtCore/QString>

#include <cstdint>
#include <optional>

namespace spilno::import {

/// Why a file is no map layer.
enum class GeoJsonFault : std::uint8_t {
    NotJson,
    NotGeoJson,   ///< JSON, but no feature, collection or geometry.
    TooManyBytes, ///< Of the file, or of the layer made of it.
    TooManyFeatures,
    TooManyPositions,
    TooDeep,
    OutOfRange,  ///< A coordinate that is no longitude or latitude in degrees.
    BadGeometry, ///< A geometry of an unknown kind or without its coordinates.
    OtherSystem, ///< Another coordinate reference system than WGS 84.
    Empty,       ///< Nothing to draw in it.
};

/// What stands in a GeoJSON file.
struct GeoJsonLayer
{
    records::maplayer::MapFeatures features;
    qsizetype leftOut = 0; ///< Features without a geometry, or that shrink to nothing.
    QByteArray bytes;      ///< encodeMapFeatures(features)
};

/// Reads GeoJSON (RFC 7946) as a map layer: positions to 1e-6 degrees, names from the usual
/// properties, everything else left out. The file may be hostile: size, depth, numbers of things
/// and ranges are checked. Pure, any thread.
class GeoJsonReader
{
public:
    struct Outcome
    {
        GeoJsonLayer layer;
        std::optional<GeoJsonFault> fault; ///< Then the layer is empty.
        qsizetype feature = -1;            ///< Where the fault is, from 0; -1: in the whole.
    };

    /// nameField: the property with the names; empty for the usual ones (name:en, name, Name, …).
    [[nodiscard]] static Outcome read(const QByteArray &json, const QString &nameField = {});
};

} // namespace spilno::import
