// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Limits.h"
#include "core/import/MapLayerImport.h"
#include "tests/support/TestCity.h"

#include <QtTest/QtTest>

using namespace spilno;
using namespace spilno::test;
using import::MapLayerImport;
using import::MapLayerWords;
using replica::ReplicaDatabase;

namespace {

MapLayerWords words()
{
    MapLayerWords words;
    words.name = QStringLiteral("Neighbourhoods");
    words.attribution = QStringLiteral("City of Boston, PDDL");
    return words;
}

replica::Query all(const char *type)
{
    replica::Query query;
    query.type = QString::fromLatin1(type);
    query.orderBy = QStringLiteral("created");
    query.descending = false;
    query.limit = 100;
    return query;
}

/// The parts of a layer put together.
QByteArray bytesOf(const ReplicaDatabase &database, const base::EntityId &layer)
{
    replica::Query query = all("map_part");
    query.where = {
        {QStringLiteral("layer"), replica::Condition::Operator::Equal,
         wire::Value(layer.toByteArray())}};
    query.orderBy = QStringLiteral("place");
    const auto page = database.list(query);
    QByteArray bytes;
    for (const replica::Record &part : page->items)
        bytes += part.value(QStringLiteral("bytes")).toBytes();
    return bytes;
}

replica::Draft requestAt(const base::ScopeId &scope, const QString &title, qint64 lat, qint64 lon)
{
    replica::Draft draft;
    draft.type = QStringLiteral("request");
    draft.scope = scope;
    draft.fields = {
        {QStringLiteral("title"), wire::Value(title)},
        {QStringLiteral("point"), wire::Value::List{wire::Value(lat), wire::Value(lon)}}};
    return draft;
}

} // namespace

/// Map layers and places on the way through a city.
class MapImportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLayerOfManyPartsReachesEverybodyAndReplacesTheOneOfItsName()
    {
        TestCity city;
        TestPerson reader = city.join();
        const QByteArray large(5 * limits::kMapPartBytesMax + 7, 'm');
        const auto first = MapLayerImport::write(
            *city.owner.replica, city.owner.identity->person, city.random, words(), large);
        QVERIFY(first.has_value());
        QCOMPARE(first->parts, 6);
        QCOMPARE(first->replaced, 0);
        QVERIFY(!first->changes.isEmpty());
        city.sync(city.owner);
        city.sync(reader);
        QCOMPARE(bytesOf(*reader.replica, first->layer), large);
        const auto second = MapLayerImport::write(
            *city.owner.replica, city.owner.identity->person, city.random, words(), "new");
        QVERIFY(second.has_value());
        QCOMPARE(second->replaced, 1);
        city.sync(city.owner);
        city.sync(reader);
        const auto layers = reader.replica->list(all("map_layer"));
        QCOMPARE(layers->items.size(), std::size_t{2});
        for (const replica::Record &layer : layers->items)
            QCOMPARE(
                layer.value(QStringLiteral("retired")).toBoolean(), layer.entity == first->layer);
        QCOMPARE(bytesOf(*reader.replica, second->layer), QByteArray("new"));
    }

    void whoHasNoRoleMakesNoLayer()
    {
        TestCity city;
        TestPerson anybody = city.join();
        const auto written = MapLayerImport::write(
            *anybody.replica, anybody.identity->person, city.random, words(), "x");
        QVERIFY(!written);
        QCOMPARE(written.error().code, base::ErrorCode::NotPermitted);
    }

    void placesAreThoseOfTheBoxWithOnesOwnPendingOnes()
    {
        TestCity city;
        const base::ScopeId scope = city.makeScope(QStringLiteral("District"));
        TestPerson person = city.join();
        const QString title = QStringLiteral("x");
        QVERIFY(person.replica->submit({requestAt(scope, title, 423'000'000, -710'000'000)}));
        QVERIFY(person.replica->submit({requestAt(scope, title, 424'000'000, -711'000'000)}));
        QVERIFY(person.replica->submit({requestAt(scope, title, 504'000'000, 305'000'000)}));
        city.sync(person);
        const auto moved = person.replica->submit(
            {requestAt(scope, title, 423'500'000, -710'500'000)}); // not sent yet
        QVERIFY(moved.has_value());
        replica::Query query = all("request");
        const auto places = [&] { return person.replica->places(query, QStringLiteral("target")); };
        QCOMPARE(places()->items.size(), std::size_t{4});
        QCOMPARE(places()->all, 4);
        query.box = {420'000'000, -720'000'000, 430'000'000, -700'000'000};
        QCOMPARE(places()->items.size(), std::size_t{3});
        QCOMPARE(places()->items.front().latitude, 423'000'000);
        QCOMPARE(places()->items.front().longitude, -710'000'000);
        QCOMPARE(places()->items.front().state, std::uint32_t{1});
        query.limit = 2;
        QCOMPARE(places()->items.size(), std::size_t{2});
        QCOMPARE(places()->all, 3);
        QVERIFY(!person.replica->places(all("body"), QStringLiteral("target")));
    }
};

QTEST_GUILESS_MAIN(MapImportTest)
#include "MapImportTest.moc"
