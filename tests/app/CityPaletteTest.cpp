// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/RequestActions.h"
#include "app/shell/CityPaletteSource.h"
#include "tests/app/RequestTown.h"

using namespace spilno;
using namespace Qt::StringLiterals;
using shell::PaletteItem;

/// What the palette finds of a city beside pages and actions.
class CityPaletteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAndPeopleAreFoundAndOpened();
    void onlyTheNewestQuestionIsAnswered();
    void oneLetterAsksForNothing();
};

void CityPaletteTest::requestsAndPeopleAreFoundAndOpened()
{
    demonstration::RequestTown town;
    const base::EntityId pit =
        town.report(u"Яма на дорозі"_s, {{u"address"_s, wire::Value(u"вул. Мечникова, 16"_s)}});
    town.report(u"Не світить ліхтар"_s);
    town.sync();
    QString page;
    QVariant place;
    shell::CityPaletteSource source(*town.context, [&](const QString &to, const QVariant &at) {
        page = to;
        place = at;
    });
    QList<PaletteItem> found;
    const auto take = [&found](const QList<PaletteItem> &items) { found = items; };
    source.search(u"яма"_s, take);
    QTRY_COMPARE(found.size(), 1);
    QCOMPARE(found.first().title, u"Яма на дорозі"_s);
    QVERIFY(found.first().secondLine.contains(u"вул. Мечникова, 16"_s));
    QVERIFY(found.first().score > 0);
    found.first().run();
    QCOMPARE(page, pages::RequestActions::listPage());
    QCOMPARE(place.toString(), pit.toHex());

    source.search(u"Коваль"_s, take);
    QTRY_COMPARE(found.value(0).title, u"Оксана Коваль"_s);
    found.first().run();
    QCOMPARE(page, u"people"_s);
}

void CityPaletteTest::onlyTheNewestQuestionIsAnswered()
{
    demonstration::RequestTown town;
    town.report(u"Яма на дорозі"_s);
    town.report(u"Не світить ліхтар"_s);
    town.sync();
    shell::CityPaletteSource source(*town.context, [](const QString &, const QVariant &) {});
    QStringList answered;
    for (const QString &typed : {u"ям"_s, u"яма"_s, u"ліх"_s, u"ліхтар"_s})
        source.search(typed, [&answered, typed](const QList<PaletteItem> &items) {
            answered.append(typed + QString::number(items.size()));
        });
    QTRY_COMPARE(answered, QStringList{u"ліхтар1"_s});
}

void CityPaletteTest::oneLetterAsksForNothing()
{
    demonstration::RequestTown town;
    shell::CityPaletteSource source(*town.context, [](const QString &, const QVariant &) {});
    bool answered = false;
    source.search(u"я"_s, [&answered](const QList<PaletteItem> &) { answered = true; });
    QTest::qWait(100);
    QVERIFY(!answered);
}

QTEST_MAIN(CityPaletteTest)
#include "CityPaletteTest.moc"
