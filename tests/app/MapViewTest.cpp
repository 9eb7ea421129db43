// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/map/MapView.h"
#include "app/style/ColourRole.h"
#include "app/widgets/Button.h"
#include "tests/support/SeededRandom.h"

#include <QAccessible>
#include <QApplication>
#include <QElapsedTimer>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace spilno;
using namespace spilno::widgets;
using namespace Qt::StringLiterals;
using records::maplayer::MapGeometry;
using Kind = records::maplayer::Kind;

namespace {

/// Two squares of a tenth of a degree side by side, the western one with a hole.
MapGround::Layer districts()
{
    MapGround::Layer layer;
    layer.attribution = u"© OpenStreetMap contributors, ODbL"_s;
    const auto square = [](int west, int south, int side) {
        return records::maplayer::MapPath{
            {south, west}, {south, west + side}, {south + side, west + side}, {south + side, west}};
    };
    layer.features = {
        {u"Podil"_s,
         u"Поділ"_s,
         {{MapGeometry::Area,
           {square(30'400'000, 50'400'000, 100'000), square(30'440'000, 50'440'000, 20'000)}}}},
        {u"Obolon"_s, {}, {{MapGeometry::Area, {square(30'500'000, 50'400'000, 100'000)}}}}};
    return layer;
}

QPointF world(double latitude, double longitude)
{
    return MapProjection::toWorld({latitude, longitude});
}

double distance(const QPointF &a, const QPointF &b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

} // namespace

/// Projection and camera by their properties; the widget driven by mouse and keys.
class MapViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }
    void theProjectionComesBackAndKeepsItsOrder();
    void aMetreIsAMetreAtEveryLatitude();
    void zoomingHoldsWhatIsUnderTheAnchor();
    void whatIsFittedIsSeen();
    void theDistrictOfAPointIsFoundButNotInAHole();
    void sharedBordersStayTogetherWhenThinnedOut();
    void arrowsMoveAndHomeShowsTheWhole();
    void plusAndMinusZoomInEveryLayout();
    void theWheelLeavesAPageThatScrollsAlone();
    void draggingMovesAndAClickChoosesTheNearestMark();
    void controlAndArrowsWalkFromMarkToMark();
    void aPointIsPickedByClickAndByKeys();
    void theAttributionIsPainted();
    void aScreenReaderLearnsWhatTheMapShows();
    void twelveThousandMarksArePaintedQuickly();

private:
    std::unique_ptr<MapView> m_view;
};

void MapViewTest::init()
{
    m_view = std::make_unique<MapView>();
    m_view->resize(400, 300);
    m_view->setGround(std::make_shared<const MapGround>(std::vector{districts()}));
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->setFocus();
}

void MapViewTest::theProjectionComesBackAndKeepsItsOrder()
{
    QCOMPARE(world(0, 0), QPointF(0.5, 0.5));
    QVERIFY(std::abs(world(85.0511287798066, 0).y()) < 1e-9);
    double lastY = 1.1;
    for (double latitude = -85; latitude <= 85; latitude += 0.37) {
        const QPointF at = world(latitude, latitude * 2);
        QVERIFY(at.y() < lastY); // north is up
        lastY = at.y();
        const GeoPoint back = MapProjection::toGeo(at);
        QVERIFY(std::abs(back.latitude - latitude) < 1e-9);
        QVERIFY(std::abs(back.longitude - latitude * 2) < 1e-9);
    }
    // The poles are drawn at the edge, not beyond.
    for (const double latitude : {90.0, -90.0}) {
        const double y = world(latitude, 180).y();
        QVERIFY(y >= 0 && y <= 1);
    }
}

void MapViewTest::aMetreIsAMetreAtEveryLatitude()
{
    for (const double latitude : {0.0, 42.36, 50.45, 69.0}) {
        MapCamera camera;
        camera.setZoom(15);
        camera.setCentre(world(latitude, 30));
        // A hundredth of a degree of latitude is 1,113 m on the sphere of the projection.
        const double pixels = distance(
            camera.toScreen(world(latitude - 0.005, 30)),
            camera.toScreen(world(latitude + 0.005, 30)));
        QVERIFY(std::abs(pixels / camera.pixelsPerMetre() - 1113.19) < 1);
    }
}

void MapViewTest::zoomingHoldsWhatIsUnderTheAnchor()
{
    MapCamera camera;
    camera.setSize({640, 480});
    camera.setCentre(world(50.45, 30.52));
    camera.setZoom(12);
    for (int i = 0; i < 50; ++i) {
        const QPointF anchor(13 * i % 640, 29 * i % 480);
        const QPointF held = camera.toWorld(anchor);
        camera.zoomAbout(anchor, i % 2 == 0 ? 1.7 : 0.4);
        QVERIFY(distance(camera.toScreen(held), anchor) < 1e-3);
        QVERIFY(camera.zoom() >= MapCamera::kZoomMin && camera.zoom() <= MapCamera::kZoomMax);
        camera.setCentre(world(50.45, 30.52));
        camera.setZoom(12);
    }
    camera.zoomAbout({0, 0}, 1e9);
    QCOMPARE(camera.zoom(), MapCamera::kZoomMax);
    camera.pan({1e12, -1e12});
    QCOMPARE(camera.centre(), QPointF(1, 0)); // the world ends there
}

void MapViewTest::whatIsFittedIsSeen()
{
    for (const QSizeF size : {QSizeF(100, 800), QSizeF(800, 100), QSizeF(1, 1)}) {
        MapCamera camera;
        camera.setSize(size);
        const QRectF box(world(50.5, 30.4), world(50.4, 30.6));
        camera.fit(box, 0);
        QVERIFY(camera.visible().adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(box));
        camera.fit({world(50, 30), QSizeF(0, 0)}, 16); // a point alone
        QCOMPARE(camera.zoom(), MapCamera::kZoomMax);
    }
}

void MapViewTest::theDistrictOfAPointIsFoundButNotInAHole()
{
    const MapGround &ground = *m_view->ground();
    QCOMPARE(ground.districtAt(world(50.41, 30.41)), u"Podil"_s);
    QCOMPARE(ground.districtAt(world(50.45, 30.55)), u"Obolon"_s);
    QCOMPARE(ground.districtAt(world(50.45, 30.45)), QString()); // the hole
    QCOMPARE(ground.districtAt(world(50.55, 30.45)), QString());
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::Ukrainian));
    QCOMPARE(ground.districtAt(world(50.41, 30.41)), u"Поділ"_s);
    QCOMPARE(ground.districtAt(world(50.45, 30.55)), u"Obolon"_s);
    QLocale::setDefault(before);
}

void MapViewTest::sharedBordersStayTogetherWhenThinnedOut()
{
    // Far out, where both areas are a few pixels: no background may show between them.
    m_view->setMarkers({});
    m_view->showPlace(world(50.45, 30.5), 9);
    const QImage picture = m_view->grab().toImage();
    const QColor ground = style::Colours::of(m_view->palette())(style::ColourRole::Sunk);
    for (int x = 195; x <= 205; ++x)
        QVERIFY(picture.pixelColor(x, 150) != ground);
    QCOMPARE(picture.pixelColor(20, 150), ground);
}

void MapViewTest::arrowsMoveAndHomeShowsTheWhole()
{
    const MapCamera whole = m_view->camera();
    QVERIFY(whole.visible().contains(m_view->ground()->bounds()));
    QVERIFY(!m_view->isMoved());
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QVERIFY(m_view->camera().centre().x() > whole.centre().x());
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QVERIFY(m_view->camera().centre().y() > whole.centre().y());
    QVERIFY(m_view->isMoved());
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->camera(), whole);
    QVERIFY(!m_view->isMoved());
}

void MapViewTest::plusAndMinusZoomInEveryLayout()
{
    const double before = m_view->camera().zoom();
    QSignalSpy settled(m_view.get(), &MapView::settled);
    for (const int key : {Qt::Key_Plus, Qt::Key_Equal, Qt::Key_PageUp})
        QTest::keyClick(m_view.get(), static_cast<Qt::Key>(key));
    QVERIFY(m_view->camera().zoom() > before + 1.5);
    for (const int key : {Qt::Key_Minus, Qt::Key_Underscore, Qt::Key_PageDown})
        QTest::keyClick(m_view.get(), static_cast<Qt::Key>(key));
    QVERIFY(std::abs(m_view->camera().zoom() - before) < 1e-6);
    QTRY_COMPARE(settled.count(), 1); // six moves, one rest
    const auto buttons = m_view->findChildren<Button *>();
    QCOMPARE(buttons.size(), 3);
    for (const Button *button : buttons)
        QVERIFY(button->accessibleName().size() > 3);
    buttons.first()->click();
    QVERIFY(m_view->camera().zoom() > before);
}

void MapViewTest::theWheelLeavesAPageThatScrollsAlone()
{
    const double before = m_view->camera().zoom();
    const auto turn = [this](Qt::KeyboardModifiers modifiers) {
        QWheelEvent event(
            {200, 150}, m_view->mapToGlobal(QPoint(200, 150)), {}, {0, 120}, Qt::NoButton,
            modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_view.get(), &event);
        return event.isAccepted();
    };
    m_view->setWheelNeedsFocus(true);
    m_view->clearFocus();
    QVERIFY(!turn(Qt::NoModifier));
    QCOMPARE(m_view->camera().zoom(), before);
    QVERIFY(turn(Qt::ControlModifier));
    QVERIFY(m_view->camera().zoom() > before);
    m_view->setFocus();
    QVERIFY(turn(Qt::NoModifier));
}

void MapViewTest::draggingMovesAndAClickChoosesTheNearestMark()
{
    m_view->setMarkers(
        {{7, world(50.45, 30.45), MapMark::Late}, {8, world(50.45, 30.55), MapMark::Current}});
    QSignalSpy chosen(m_view.get(), &MapView::markerChosen);
    QSignalSpy opened(m_view.get(), &MapView::markerOpened);
    const QPoint at = m_view->camera().toScreen(world(50.45, 30.45)).toPoint();
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at + QPoint(5, 4));
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toLongLong(), 7);
    QVERIFY(m_view->current() == 7);
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, at);
    QCOMPARE(opened.count(), 1);
    const QPointF centre = m_view->camera().centre();
    chosen.clear();
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, at);
    QTest::mouseMove(m_view.get(), at + QPoint(60, 0));
    QTest::mouseMove(m_view.get(), at + QPoint(80, 0));
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, at + QPoint(80, 0));
    QVERIFY(m_view->camera().centre().x() < centre.x());
    QCOMPARE(chosen.count(), 0); // a drag is no click
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(3, 200));
    QCOMPARE(chosen.count(), 0); // nothing there
}

void MapViewTest::controlAndArrowsWalkFromMarkToMark()
{
    std::vector<MapMarker> grid;
    for (int i = 0; i < 9; ++i)
        grid.push_back({i, world(50.48 - 0.03 * (i / 3), 30.45 + 0.05 * (i % 3)), MapMark::Done});
    m_view->setMarkers(grid);
    QSignalSpy opened(m_view.get(), &MapView::markerOpened);
    const auto walk = [this](Qt::Key key) {
        QTest::keyClick(m_view.get(), key, Qt::ControlModifier);
        return m_view->current().value_or(-1);
    };
    QVERIFY(walk(Qt::Key_Left) >= 0); // the one nearest to the middle
    m_view->setCurrent(4);
    QCOMPARE(walk(Qt::Key_Right), 5);
    QCOMPARE(walk(Qt::Key_Right), 5); // the last one that way
    QCOMPARE(walk(Qt::Key_Up), 2);
    QCOMPARE(walk(Qt::Key_Left), 1);
    QCOMPARE(walk(Qt::Key_Left), 0);
    QCOMPARE(walk(Qt::Key_Down), 3);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().toLongLong(), 3);
}

void MapViewTest::aPointIsPickedByClickAndByKeys()
{
    m_view->setPicking(true);
    QSignalSpy picked(m_view.get(), &MapView::picked);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(100, 200));
    QCOMPARE(picked.count(), 1);
    QVERIFY(distance(picked[0][0].toPointF(), m_view->camera().toWorld(QPointF(100, 200))) < 1e-9);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(picked.count(), 2);
    QCOMPARE(picked[1][0].toPointF(), m_view->camera().centre());
}

void MapViewTest::theAttributionIsPainted()
{
    m_view->setMarkers({});
    const QRect corner(220, 270, 180, 30);
    const QImage with = m_view->grab(corner).toImage();
    MapGround::Layer unnamed = districts();
    unnamed.attribution.clear();
    m_view->setGround(std::make_shared<const MapGround>(std::vector{unnamed}));
    QVERIFY(m_view->grab(corner).toImage() != with);
}

void MapViewTest::aScreenReaderLearnsWhatTheMapShows()
{
    m_view->setAccessibleName(u"Map"_s);
    m_view->setMarkers({{1, world(50.45, 30.45), MapMark::Late}});
    m_view->setCurrent(1);
    m_view->setCurrentName(u"Ш7-0412, overdue"_s);
    const QAccessibleInterface *map = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(map != nullptr);
    QCOMPARE(map->text(QAccessible::Name), u"Map"_s);
    QCOMPARE(map->text(QAccessible::Value), u"Ш7-0412, overdue"_s);
    QVERIFY(map->text(QAccessible::Description).contains(u"ODbL"_s));
    QVERIFY(map->text(QAccessible::Help).contains(u"Home"_s));
    QVERIFY(map->state().focusable);
}

void MapViewTest::twelveThousandMarksArePaintedQuickly()
{
    support::SeededRandom random(7);
    std::vector<MapMarker> many;
    const auto part = [&random] { return static_cast<double>(random.next() % 10'000) / 10'000; };
    for (int i = 0; i < 12'000; ++i)
        many.push_back(
            {i, world(50.4 + part() * 0.1, 30.4 + part() * 0.2),
             static_cast<MapMark>(i % static_cast<int>(kMapMarks))});
    m_view->setMarkers(std::move(many));
    m_view->resize(1000, 700);
    (void)m_view->grab();
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 5; ++i)
        (void)m_view->grab();
    const auto each = timer.elapsed() / 5;
    QVERIFY2(each < 250, qPrintable(u"%1 ms a frame"_s.arg(each)));
    qInfo("%lld ms a frame", static_cast<long long>(each));
}

QTEST_MAIN(MapViewTest)
#include "MapViewTest.moc"
