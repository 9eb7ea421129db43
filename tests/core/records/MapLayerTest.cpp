// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Limits.h"
#include "core/records/maplayer/MapFeatures.h"
#include "core/records/maplayer/MapLayerRule.h"
#include "tests/support/RecordBench.h"

#include <QtTest/QtTest>

using namespace spilno;
using namespace spilno::records;
using namespace spilno::records::maplayer;
using namespace spilno::test;

namespace {

RecordBench::Fields layerFields(qint64 parts, qint64 size)
{
    return {
        {"name", text("Райони")},
        {"attribution", text("© OpenStreetMap contributors, ODbL")},
        {"kind", number(0)},
        {"parts", number(parts)},
        {"size", number(size)}};
}

RecordBench::Fields partFields(const base::EntityId &layer, qint64 place)
{
    return {
        {"layer", idValue(layer)},
        {"place", number(place)},
        {"bytes", wire::Value(QByteArray("abc"))}};
}

const MapFeatures kTwo{
    {QStringLiteral("Podil"),
     QStringLiteral("Поділ"),
     {{MapGeometry::Area, {{{50'460'000, 30'510'000}, {50'470'000, 30'520'000}, {0, 0}}}}}},
    {QString(),
     QString(),
     {{MapGeometry::Points, {{{-kLatitudeMax, -kLongitudeMax}, {kLatitudeMax, kLongitudeMax}}}},
      {MapGeometry::Lines, {{{1, 1}, {2, -2}}}}}}};

} // namespace

class MapLayerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLayerIsMadeByARegistrarOrByStaffInTheNameOfTheirBody()
    {
        RecordBench bench;
        const auto body = bench.newId<base::EntityId>();
        const auto clerk = bench.newPersonWith(Role::Clerk, body);
        auto fields = layerFields(1, 3);
        const auto fold = [&bench, &fields](const RecordBench::Actor &actor) {
            return bench.fold(bench.creation(actor, bench.rules, "map_layer", fields));
        };
        QCOMPARE(fold(bench.newPerson()), Verdict::NoRight);
        QCOMPARE(fold(clerk), Verdict::NoRight); // in nobody's name
        QCOMPARE(fold(bench.newPersonWith(Role::Registrar, {})), Verdict::Applied);
        fields.push_back({"body", idValue(body)});
        QCOMPARE(fold(clerk), Verdict::Applied);
        QCOMPARE(fold(bench.newPersonWith(Role::Member, body)), Verdict::NoRight);
    }

    void aLayerIsWithinTheLimits()
    {
        RecordBench bench;
        const auto fold = [&bench](qint64 parts, qint64 size) {
            return bench.fold(
                bench.creation(bench.owner(), bench.rules, "map_layer", layerFields(parts, size)));
        };
        QCOMPARE(fold(0, 1), Verdict::BadField);
        QCOMPARE(fold(limits::kMapLayerPartsMax + 1, 1), Verdict::BadField);
        QCOMPARE(fold(1, limits::kMapPartBytesMax + 1), Verdict::BadField);
        QCOMPARE(fold(limits::kMapLayerPartsMax, limits::kMapLayerBytesMax), Verdict::Applied);
    }

    void onlyWhoMadeTheLayerFillsItsPlacesAndEachOnce()
    {
        RecordBench bench;
        const auto layer =
            bench.make(bench.owner(), bench.rules, "map_layer", layerFields(2, 100'000));
        const auto fold =
            [&bench](const RecordBench::Actor &actor, const base::EntityId &of, qint64 place) {
                return bench.fold(
                    bench.creation(actor, bench.rules, "map_part", partFields(of, place)));
            };
        QCOMPARE(fold(bench.newPersonWith(Role::Registrar, {}), layer, 0), Verdict::NoRight);
        QCOMPARE(fold(bench.owner(), bench.newId<base::EntityId>(), 0), Verdict::UnknownRecord);
        QCOMPARE(fold(bench.owner(), layer, 2), Verdict::BadField);
        QCOMPARE(fold(bench.owner(), layer, -1), Verdict::BadField);
        QCOMPARE(fold(bench.owner(), layer, 0), Verdict::Applied);
        QCOMPARE(fold(bench.owner(), layer, 0), Verdict::Taken);
        QCOMPARE(fold(bench.owner(), layer, 1), Verdict::Applied);
    }

    void featuresComeBackAsTheyWere()
    {
        const QByteArray bytes = encodeMapFeatures(kTwo);
        const auto back = decodeMapFeatures(base::view(bytes));
        QVERIFY(back.has_value());
        QVERIFY(*back == kTwo);
        QCOMPARE(positionCount(*back), std::size_t{7});
    }

    void everyCutAndMostTurnedBitsAreRefusedAndNothingHasTwoForms()
    {
        const QByteArray bytes = encodeMapFeatures(kTwo);
        for (qsizetype length = 0; length < bytes.size(); ++length) {
            const QByteArray cut = bytes.first(length);
            QVERIFY(!decodeMapFeatures(base::view(cut)));
        }
        for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
            QByteArray turned = bytes;
            turned[bit / 8] = static_cast<char>(turned[bit / 8] ^ (1 << (bit % 8)));
            const auto read = decodeMapFeatures(base::view(turned));
            if (read)
                QCOMPARE(encodeMapFeatures(*read), turned);
        }
    }

    void whatIsTooMuchIsRefused()
    {
        const QByteArray large(limits::kMapLayerBytesMax + 1, '\0');
        QCOMPARE(decodeMapFeatures(base::view(large)).error().code, base::ErrorCode::LimitExceeded);
        // A path of more positions than a layer may have, each of two bytes.
        MapFeatures many{{QString(), QString(), {{MapGeometry::Lines, {MapPath()}}}}};
        many[0].shapes[0].paths[0].resize(limits::kMapPositionsMax + 1);
        const QByteArray bytes = encodeMapFeatures(many);
        QVERIFY(bytes.size() < limits::kMapLayerBytesMax);
        QCOMPARE(decodeMapFeatures(base::view(bytes)).error().code, base::ErrorCode::Malformed);
    }
};

QTEST_GUILESS_MAIN(MapLayerTest)
#include "MapLayerTest.moc"
