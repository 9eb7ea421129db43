// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/GeoJsonReader.h"
#include "core/base/Limits.h"

#include <QtCore/QFile>
#include <QtTest/QtTest>

using namespace spilno;
using namespace spilno::import;
using namespace spilno::records::maplayer;

namespace {

QByteArray feature(const QByteArray &geometry, const QByteArray &properties = "{}")
{
    return "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":" +
           properties + ",\"geometry\":" + geometry + "}]}";
}

GeoJsonReader::Outcome readGeometry(const QByteArray &geometry)
{
    return GeoJsonReader::read(feature(geometry));
}

const QByteArray kSquare =
    "{\"type\":\"Polygon\",\"coordinates\":[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}";

} // namespace

class GeoJsonReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAreaIsReadWithItsHolesAndWithoutTheClosingPoint()
    {
        const auto read =
            readGeometry("{\"type\":\"Polygon\",\"coordinates\":[[[30,50],[31,50],[31,51],[30,50]],"
                         "[[30.1,50.1],[30.2,50.1],[30.2,50.2],[30.1,50.1]]]}");
        QVERIFY(!read.fault);
        const MapShape shape = read.layer.features.at(0).shapes.at(0);
        QCOMPARE(shape.geometry, MapGeometry::Area);
        QCOMPARE(shape.paths.size(), std::size_t{2});
        QCOMPARE(shape.paths[0].size(), std::size_t{3});
        QVERIFY((shape.paths[0][1] == MapPosition{50'000'000, 31'000'000}));
    }

    void everyGeometryOfTheStandardIsRead_data()
    {
        QTest::addColumn<QByteArray>("geometry");
        QTest::addColumn<int>("shapes");
        QTest::addColumn<int>("positions");
        const auto row = [](const char *name, const char *geometry, int shapes, int positions) {
            QTest::newRow(name) << QByteArray(geometry) << shapes << positions;
        };
        row("point", "{\"type\":\"Point\",\"coordinates\":[30,50,120]}", 1, 1);
        row("points", "{\"type\":\"MultiPoint\",\"coordinates\":[[30,50],[31,50]]}", 1, 2);
        row("line", "{\"type\":\"LineString\",\"coordinates\":[[30,50],[30,50],[31,50]]}", 1, 2);
        row("lines", "{\"type\":\"MultiLineString\",\"coordinates\":[[[1,2],[3,4]],[[5,6],[7,8]]]}",
            1, 4);
        row("areas",
            "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[1,0],[1,1],[0,0]]],"
            "[[[5,5],[6,5],[6,6],[5,5]]]]}",
            2, 6);
        row("collection",
            "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":["
            "1,2]},"
            "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}]}",
            2, 3);
    }

    void everyGeometryOfTheStandardIsRead()
    {
        QFETCH(QByteArray, geometry);
        QFETCH(int, shapes);
        QFETCH(int, positions);
        for (const QByteArray &file : {feature(geometry), geometry}) { // also bare
            const auto read = GeoJsonReader::read(file);
            QVERIFY(!read.fault);
            QCOMPARE(read.layer.features.at(0).shapes.size(), static_cast<std::size_t>(shapes));
            QCOMPARE(positionCount(read.layer.features), static_cast<std::size_t>(positions));
        }
    }

    void namesComeFromTheUsualPropertiesInBothLanguages()
    {
        const auto read = GeoJsonReader::read(feature(
            kSquare, "{\"name\":\"Поділ\",\"name:en\":\"Podil\",\"name:uk\":\"Поділ\",\"osm\":7}"));
        QCOMPARE(read.layer.features.at(0).name, QStringLiteral("Podil"));
        QCOMPARE(read.layer.features.at(0).nameUk, QStringLiteral("Поділ"));
        const QByteArray long300(300, 'x');
        const auto other = GeoJsonReader::read(
            feature(kSquare, "{\"label\":\"a\\nb\\u202e " + long300 + "\"}"),
            QStringLiteral("label"));
        const QString name = other.layer.features.at(0).name;
        QVERIFY(name.startsWith(QStringLiteral("a b x")));
        QCOMPARE(name.toUtf8().size(), qsizetype{limits::kMapNameBytesMax});
    }

    /// Was cut letter by letter, each time measured anew: a file at its size limit took hours.
    void aNameOfMillionsOfLettersIsCutAtOnce()
    {
        for (const char *letter : {"x", "ї", "𝕊"}) {
            const auto read = GeoJsonReader::read(
                feature(kSquare, "{\"name\":\"a" + QByteArray(letter).repeated(3'000'000) + "\"}"));
            QVERIFY(!read.fault);
            const QString name = read.layer.features.at(0).name;
            QVERIFY(name.toUtf8().size() <= limits::kMapNameBytesMax);
            QVERIFY(name.toUtf8().size() > limits::kMapNameBytesMax - 4);
            QCOMPARE(QString::fromUtf8(name.toUtf8()), name); // no half of a letter is left
        }
    }

    void whatIsNoMapIsRefused_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("fault");
        const auto row = [](const char *name, const QByteArray &file, GeoJsonFault fault) {
            QTest::newRow(name) << file << static_cast<int>(fault);
        };
        row("nothing", {}, GeoJsonFault::NotJson);
        row("a picture", QByteArray("\xff\xd8\xff\xe0\0\x10JFIF", 10), GeoJsonFault::NotJson);
        row("cut", feature(kSquare).chopped(3), GeoJsonFault::NotJson);
        row("a list", "[1,2]", GeoJsonFault::NotGeoJson);
        row("another object", "{\"a\":1}", GeoJsonFault::NotGeoJson);
        row("features that are none", "{\"type\":\"FeatureCollection\",\"features\":[7]}",
            GeoJsonFault::NotGeoJson);
        row("no features", "{\"type\":\"FeatureCollection\",\"features\":[]}", GeoJsonFault::Empty);
        row("no geometry", feature("null"), GeoJsonFault::Empty);
        row("a ring of nothing",
            feature("{\"type\":\"Polygon\",\"coordinates\":[[[3,5],[3,5],[3,5],[3,5]]]}"),
            GeoJsonFault::Empty);
        row("an unknown geometry", feature("{\"type\":\"Circle\",\"coordinates\":[1,2]}"),
            GeoJsonFault::BadGeometry);
        row("text for numbers", feature("{\"type\":\"Point\",\"coordinates\":[\"1\",\"2\"]}"),
            GeoJsonFault::BadGeometry);
        row("one number", feature("{\"type\":\"Point\",\"coordinates\":[1]}"),
            GeoJsonFault::BadGeometry);
        row("metres", feature("{\"type\":\"Point\",\"coordinates\":[3397000,6525000]}"),
            GeoJsonFault::OutOfRange);
        row("latitude first", feature("{\"type\":\"Point\",\"coordinates\":[42.3,-171.0]}"),
            GeoJsonFault::OutOfRange);
        row("beyond doubles", feature("{\"type\":\"Point\",\"coordinates\":[1e400,1]}"),
            GeoJsonFault::NotJson);
        row("deep", QByteArray(5000, '[') + QByteArray(5000, ']'), GeoJsonFault::TooDeep);
        row("another system",
            "{\"type\":\"FeatureCollection\",\"crs\":{\"properties\":{\"name\":\"EPSG:3857\"}},"
            "\"features\":[]}",
            GeoJsonFault::OtherSystem);
    }

    void whatIsNoMapIsRefused()
    {
        QFETCH(QByteArray, file);
        QFETCH(int, fault);
        const auto read = GeoJsonReader::read(file);
        QVERIFY(read.fault.has_value());
        QCOMPARE(static_cast<int>(*read.fault), fault);
        QVERIFY(read.layer.features.empty() && read.layer.bytes.isEmpty());
    }

    void bracketsInsideOfTextAreNoDepth()
    {
        const auto read = GeoJsonReader::read(
            feature(kSquare, "{\"name\":\"" + QByteArray(150, '[') + "\\\"{\"}"));
        QVERIFY(!read.fault);
    }

    void whatIsTooMuchIsRefused()
    {
        QByteArray line = "{\"type\":\"LineString\",\"coordinates\":[";
        for (int i = 0; i <= limits::kMapPositionsMax; ++i)
            line += i % 2 == 0 ? "[1,1]," : "[2,2],";
        line.chop(1);
        QCOMPARE(*readGeometry(line + "]}").fault, GeoJsonFault::TooManyPositions);
        QByteArray many = "{\"type\":\"FeatureCollection\",\"features\":[";
        for (int i = 0; i <= limits::kMapFeaturesMax; ++i)
            many += "{},";
        many.chop(1);
        QCOMPARE(*GeoJsonReader::read(many + "]}").fault, GeoJsonFault::TooManyFeatures);
        const QByteArray large(limits::kGeoJsonBytesMax + 1, ' ');
        QCOMPARE(*GeoJsonReader::read(large).fault, GeoJsonFault::TooManyBytes);
    }

    void theNeighbourhoodsOfBostonFitOnePart()
    {
        QFile file(
            QStringLiteral(SPILNO_SOURCE_DIR "/resources/demo/boston-neighborhoods.geojson"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto read = GeoJsonReader::read(file.readAll());
        QVERIFY(!read.fault);
        QCOMPARE(read.layer.features.size(), std::size_t{25});
        QCOMPARE(read.layer.features.front().name, QStringLiteral("Roslindale"));
        QVERIFY(positionCount(read.layer.features) > 10'000);
        QVERIFY(read.layer.bytes.size() <= limits::kMapPartBytesMax);
        const auto again = decodeMapFeatures(base::view(read.layer.bytes));
        QVERIFY(again && *again == read.layer.features);
    }
};

QTEST_GUILESS_MAIN(GeoJsonReaderTest)
#include "GeoJsonReaderTest.moc"
