// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/GeoJsonReader.h"

#include "core/base/Limits.h"
#include "core/base/text/Normalise.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <cmath>

namespace spilno::import {

using namespace Qt::StringLiterals;
using namespace records::maplayer;

namespace {

constexpr int kCollectionDepthMax = 4;
constexpr double kMicrodegrees = 1e6;

/// Depth of brackets outside of strings: known before the file is given to a parser.
bool isTooDeep(const QByteArray &json)
{
    int depth = 0;
    bool inText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char sign = json[i];
        if (inText) {
            if (sign == '\\')
                ++i;
            else if (sign == '"')
                inText = false;
        } else if (sign == '"') {
            inText = true;
        } else if (sign == '[' || sign == '{') {
            if (++depth > limits::kGeoJsonDepthMax)
                return true;
        } else if (sign == ']' || sign == '}') {
            --depth;
        }
    }
    return false;
}

/// Names may be of any length and say anything: one line, cut at a whole character.
QString nameOf(const QJsonObject &properties, const QStringList &fields)
{
    for (const QString &field : fields) {
        QString name = base::displayText(properties.value(field).toString()).simplified();
        // A letter has a byte at least: what is far too long is cut at once, the rest by letters.
        name.truncate(limits::kMapNameBytesMax);
        if (!name.isEmpty() && name.back().isHighSurrogate())
            name.chop(1);
        while (name.toUtf8().size() > limits::kMapNameBytesMax)
            name.chop(name.back().isLowSurrogate() ? 2 : 1);
        if (!name.isEmpty())
            return name;
    }
    return {};
}

/// Reads one file; the first fault ends everything.
class Reading
{
public:
    explicit Reading(const QString &nameField)
        : m_names(
              nameField.isEmpty()
                  ? QStringList{u"name:en"_s, u"name"_s, u"Name"_s, u"NAME"_s, u"title"_s}
                  : QStringList{nameField})
    {
    }

    void readFile(const QJsonObject &root)
    {
        if (usesOtherSystem(root))
            return stop(GeoJsonFault::OtherSystem);
        const QString type = root.value(u"type"_s).toString();
        if (type == u"FeatureCollection" && root.value(u"features"_s).isArray())
            readCollection(root.value(u"features"_s).toArray());
        else if (type == u"Feature")
            readFeature(root, {});
        else if (root.contains(u"coordinates"_s) || root.contains(u"geometries"_s))
            readFeature(QJsonObject{{u"geometry"_s, root}}, {});
        else
            stop(GeoJsonFault::NotGeoJson);
    }

    bool hasStopped() const { return m_outcome.fault.has_value(); }

    GeoJsonReader::Outcome take()
    {
        if (!hasStopped() && m_outcome.layer.features.empty())
            m_outcome.fault = GeoJsonFault::Empty;
        if (!hasStopped()) {
            m_outcome.layer.bytes = encodeMapFeatures(m_outcome.layer.features);
            if (m_outcome.layer.bytes.size() > limits::kMapLayerBytesMax)
                m_outcome.fault = GeoJsonFault::TooManyBytes;
        }
        if (hasStopped())
            m_outcome.layer = {};
        return std::move(m_outcome);
    }

private:
    void stop(GeoJsonFault fault)
    {
        if (!hasStopped())
            m_outcome.fault = fault;
    }

    /// Files from before RFC 7946 may name a system; the two names of WGS 84 are fine.
    static bool usesOtherSystem(const QJsonObject &root)
    {
        const QString name = root.value(u"crs"_s)
                                 .toObject()
                                 .value(u"properties"_s)
                                 .toObject()
                                 .value(u"name"_s)
                                 .toString();
        return !name.isEmpty() && !name.contains(u"CRS84"_s) && !name.endsWith(u":4326"_s);
    }

    void readCollection(const QJsonArray &features)
    {
        if (features.size() > limits::kMapFeaturesMax)
            return stop(GeoJsonFault::TooManyFeatures);
        for (qsizetype i = 0; i < features.size() && !hasStopped(); ++i) {
            const QJsonValue feature = features.at(i);
            if (!feature.isObject())
                stop(GeoJsonFault::NotGeoJson);
            else
                readFeature(
                    feature.toObject(), feature.toObject().value(u"properties"_s).toObject());
            if (hasStopped())
                m_outcome.feature = i;
        }
    }

    void readFeature(const QJsonObject &object, const QJsonObject &properties)
    {
        MapFeature feature;
        feature.name = nameOf(properties, m_names);
        feature.nameUk = nameOf(properties, {u"name:uk"_s, u"name_uk"_s});
        if (feature.name.isEmpty())
            feature.name = feature.nameUk;
        if (feature.nameUk == feature.name)
            feature.nameUk.clear();
        const QJsonValue geometry = object.value(u"geometry"_s);
        if (geometry.isObject())
            readGeometry(geometry.toObject(), 0, feature.shapes);
        else if (!geometry.isNull())
            stop(GeoJsonFault::BadGeometry);
        if (hasStopped())
            return;
        if (feature.shapes.empty())
            ++m_outcome.layer.leftOut;
        else
            m_outcome.layer.features.push_back(std::move(feature));
    }

    void readGeometry(const QJsonObject &geometry, int depth, std::vector<MapShape> &shapes)
    {
        const QString type = geometry.value(u"type"_s).toString();
        if (type == u"GeometryCollection") {
            if (depth >= kCollectionDepthMax)
                return stop(GeoJsonFault::TooDeep);
            const QJsonArray parts = geometry.value(u"geometries"_s).toArray();
            for (const QJsonValue &part : parts)
                readGeometry(part.toObject(), depth + 1, shapes);
            return;
        }
        const QJsonValue coordinates = geometry.value(u"coordinates"_s);
        if (!coordinates.isArray())
            return stop(GeoJsonFault::BadGeometry);
        const QJsonArray list = coordinates.toArray();
        if (type == u"Point")
            addShape(MapGeometry::Points, QJsonArray{QJsonArray{list}}, shapes);
        else if (type == u"MultiPoint")
            addShape(MapGeometry::Points, QJsonArray{list}, shapes);
        else if (type == u"LineString")
            addShape(MapGeometry::Lines, QJsonArray{list}, shapes);
        else if (type == u"MultiLineString")
            addShape(MapGeometry::Lines, list, shapes);
        else if (type == u"Polygon")
            addShape(MapGeometry::Area, list, shapes);
        else if (type == u"MultiPolygon")
            addAreas(list, shapes);
        else
            stop(GeoJsonFault::BadGeometry);
    }

    void addAreas(const QJsonArray &areas, std::vector<MapShape> &shapes)
    {
        for (const QJsonValue &area : areas) {
            if (!area.isArray())
                return stop(GeoJsonFault::BadGeometry);
            addShape(MapGeometry::Area, area.toArray(), shapes);
        }
    }

    /// paths: arrays of positions.
    void addShape(MapGeometry geometry, const QJsonArray &paths, std::vector<MapShape> &shapes)
    {
        MapShape shape;
        shape.geometry = geometry;
        for (const QJsonValue &value : paths) {
            MapPath path = readPath(value, geometry);
            if (hasStopped())
                return;
            const bool isOutline = geometry == MapGeometry::Area && shape.paths.empty();
            if (path.size() > static_cast<std::size_t>(geometry)) {
                if (m_paths++ >= limits::kMapPathsMax)
                    return stop(GeoJsonFault::TooManyPositions);
                shape.paths.push_back(std::move(path));
            } else if (isOutline) {
                return; // the holes of nothing are nothing
            }
        }
        if (!shape.paths.empty())
            shapes.push_back(std::move(shape));
    }

    MapPath readPath(const QJsonValue &value, MapGeometry geometry)
    {
        MapPath path;
        if (!value.isArray()) {
            stop(GeoJsonFault::BadGeometry);
            return path;
        }
        const QJsonArray positions = value.toArray();
        if (m_positions + positions.size() > limits::kMapPositionsMax) {
            stop(GeoJsonFault::TooManyPositions);
            return path;
        }
        m_positions += positions.size();
        for (const QJsonValue &each : positions) {
            const auto position = readPosition(each);
            if (!position)
                return path;
            if (path.empty() || path.back() != *position || geometry == MapGeometry::Points)
                path.push_back(*position);
        }
        if (geometry == MapGeometry::Area) {
            while (path.size() > 1 && path.front() == path.back())
                path.pop_back();
        }
        return path;
    }

    std::optional<MapPosition> readPosition(const QJsonValue &value)
    {
        const QJsonArray pair = value.toArray();
        if (pair.size() < 2 || !pair.at(0).isDouble() || !pair.at(1).isDouble()) {
            stop(GeoJsonFault::BadGeometry);
            return std::nullopt;
        }
        const double longitude = pair.at(0).toDouble() * kMicrodegrees;
        const double latitude = pair.at(1).toDouble() * kMicrodegrees;
        // Written so that what is no number fails, too.
        if (!(std::abs(longitude) <= kLongitudeMax && std::abs(latitude) <= kLatitudeMax)) {
            stop(GeoJsonFault::OutOfRange);
            return std::nullopt;
        }
        return MapPosition{
            static_cast<std::int32_t>(std::lround(latitude)),
            static_cast<std::int32_t>(std::lround(longitude))};
    }

    QStringList m_names;
    GeoJsonReader::Outcome m_outcome;
    qsizetype m_positions = 0;
    int m_paths = 0;
};

} // namespace

GeoJsonReader::Outcome GeoJsonReader::read(const QByteArray &json, const QString &nameField)
{
    const auto fault = [](GeoJsonFault kind) {
        Outcome outcome;
        outcome.fault = kind;
        return outcome;
    };
    if (json.size() > limits::kGeoJsonBytesMax)
        return fault(GeoJsonFault::TooManyBytes);
    if (isTooDeep(json))
        return fault(GeoJsonFault::TooDeep);
    QJsonParseError problem;
    const bool hasMark = json.startsWith("\xef\xbb\xbf");
    const QJsonDocument document = QJsonDocument::fromJson(hasMark ? json.mid(3) : json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return fault(GeoJsonFault::NotJson);
    if (!document.isObject())
        return fault(GeoJsonFault::NotGeoJson);
    Reading reading(nameField);
    reading.readFile(document.object());
    return reading.take();
}

} // namespace spilno::import
