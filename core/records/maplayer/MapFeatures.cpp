// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/maplayer/MapFeatures.h"

#include "core/base/Limits.h"
#include "core/wire/Cbor.h"

#include <cstdlib>

namespace spilno::records::maplayer {

namespace {

constexpr int kVarintBits = 7;
constexpr int kVarintBytesMax = 5;

/// A small number of either sign, seven bits a byte, the lowest first.
void putDifference(QByteArray &out, std::int64_t value)
{
    auto rest =
        static_cast<std::uint64_t>(value < 0 ? -value * 2 - 1 : value * 2); // 0, -1, 1, -2, …
    do {
        const auto low = static_cast<char>(rest & 0x7f);
        rest >>= kVarintBits;
        out.append(static_cast<char>(rest != 0 ? low | static_cast<char>(0x80) : low));
    } while (rest != 0);
}

bool takeDifference(base::ByteView &bytes, std::int64_t *value)
{
    std::uint64_t raw = 0;
    for (int i = 0; i < kVarintBytesMax && !bytes.empty(); ++i) {
        const std::uint8_t byte = bytes.front();
        bytes = bytes.subspan(1);
        raw |= std::uint64_t{byte & 0x7fU} << (i * kVarintBits);
        if ((byte & 0x80) != 0)
            continue;
        if (byte == 0 && i > 0)
            return false; // has a shorter form
        *value = (raw & 1) != 0 ? -static_cast<std::int64_t>(raw / 2) - 1
                                : static_cast<std::int64_t>(raw / 2);
        return true;
    }
    return false;
}

QByteArray pathBytes(const MapPath &path)
{
    QByteArray bytes;
    MapPosition last;
    for (const MapPosition &position : path) {
        putDifference(bytes, std::int64_t{position.latitude} - last.latitude);
        putDifference(bytes, std::int64_t{position.longitude} - last.longitude);
        last = position;
    }
    return bytes;
}

std::size_t positionsMin(MapGeometry geometry)
{
    return static_cast<std::size_t>(geometry) + 1;
}

/// The decoder's state: how much of the limits is left.
struct Budget
{
    std::size_t positions = limits::kMapPositionsMax;
    std::size_t paths = limits::kMapPathsMax;
};

bool readPath(wire::CborReader &reader, MapGeometry geometry, Budget &budget, MapPath &path)
{
    base::ByteView bytes = reader.bytes();
    std::int64_t latitude = 0;
    std::int64_t longitude = 0;
    while (!bytes.empty()) {
        std::int64_t north = 0;
        std::int64_t east = 0;
        if (budget.positions == 0 || !takeDifference(bytes, &north) ||
            !takeDifference(bytes, &east))
            return false;
        latitude += north;
        longitude += east;
        if (std::abs(latitude) > kLatitudeMax || std::abs(longitude) > kLongitudeMax)
            return false;
        --budget.positions;
        path.push_back({static_cast<std::int32_t>(latitude), static_cast<std::int32_t>(longitude)});
    }
    return path.size() >= positionsMin(geometry);
}

bool readShape(wire::CborReader &reader, Budget &budget, MapShape &shape)
{
    reader.array(2);
    shape.geometry =
        static_cast<MapGeometry>(reader.number(static_cast<std::uint64_t>(MapGeometry::Area)));
    const std::uint64_t count = reader.array();
    if (!reader.ok() || count == 0)
        return false;
    for (std::uint64_t i = 0; i < count; ++i) {
        if (budget.paths == 0)
            return false;
        --budget.paths;
        MapPath path;
        if (!readPath(reader, shape.geometry, budget, path) || !reader.ok())
            return false;
        shape.paths.push_back(std::move(path));
    }
    return true;
}

bool readFeature(wire::CborReader &reader, Budget &budget, MapFeature &feature)
{
    reader.array(3);
    feature.name = reader.string(limits::kMapNameBytesMax);
    feature.nameUk = reader.string(limits::kMapNameBytesMax);
    const std::uint64_t count = reader.array();
    if (!reader.ok() || count == 0)
        return false;
    for (std::uint64_t i = 0; i < count; ++i) {
        MapShape shape;
        if (!readShape(reader, budget, shape))
            return false;
        feature.shapes.push_back(std::move(shape));
    }
    return true;
}

} // namespace

std::size_t positionCount(const MapFeatures &features)
{
    std::size_t count = 0;
    for (const MapFeature &feature : features) {
        for (const MapShape &shape : feature.shapes) {
            for (const MapPath &path : shape.paths)
                count += path.size();
        }
    }
    return count;
}

QByteArray encodeMapFeatures(const MapFeatures &features)
{
    QByteArray out;
    wire::CborWriter writer(out);
    writer.array(2).number(1).array(features.size());
    for (const MapFeature &feature : features) {
        writer.array(3).text(feature.name).text(feature.nameUk).array(feature.shapes.size());
        for (const MapShape &shape : feature.shapes) {
            writer.array(2).number(static_cast<std::uint64_t>(shape.geometry));
            writer.array(shape.paths.size());
            for (const MapPath &path : shape.paths) {
                const QByteArray bytes = pathBytes(path);
                writer.bytes(base::view(bytes));
            }
        }
    }
    return out;
}

base::Result<MapFeatures> decodeMapFeatures(base::ByteView bytes)
{
    if (bytes.size() > static_cast<std::size_t>(limits::kMapLayerBytesMax))
        return base::failure(
            base::ErrorCode::LimitExceeded, QStringLiteral("a map layer is too large"));
    wire::CborReader reader(bytes);
    SPILNO_TRY(reader.openVersioned(2, "map layer"));
    const std::uint64_t count = reader.array();
    if (reader.ok() && count > static_cast<std::uint64_t>(limits::kMapFeaturesMax))
        return base::failure(
            base::ErrorCode::LimitExceeded, QStringLiteral("a map layer has too many features"));
    MapFeatures features;
    Budget budget;
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
        MapFeature feature;
        if (!readFeature(reader, budget, feature))
            reader.fail();
        else
            features.push_back(std::move(feature));
    }
    SPILNO_TRY(reader.conclude("map layer"));
    return features;
}

} // namespace spilno::records::maplayer
