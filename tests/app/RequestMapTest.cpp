// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/ActionRegistry.h"
#include "app/pages/CityMap.h"
#include "app/pages/requests/CityBook.h"
#include "app/pages/requests/EditRequestDialog.h"
#include "app/pages/requests/NewRequestForm.h"
#include "app/pages/requests/NewRequestPage.h"
#include "app/pages/requests/PlaceCard.h"
#include "app/pages/requests/PointField.h"
#include "app/pages/requests/RequestActions.h"
#include "app/pages/requests/RequestMapPanel.h"
#include "app/pages/requests/RequestModel.h"
#include "app/pages/requests/RequestPlace.h"
#include "app/pages/requests/RequestsPage.h"
#include "app/pages/requests/RequestSubmission.h"
#include "app/pages/requests/StepPanel.h"
#include "app/style/Typography.h"
#include "app/widgets/Button.h"
#include "app/widgets/map/MapView.h"
#include "app/widgets/StateStack.h"
#include "core/import/MapLayerImport.h"
#include "core/records/request/RequestMachine.h"
#include "tests/app/RequestTown.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>

#include <cmath>

using namespace spilno;
using namespace Qt::StringLiterals;
using pages::RequestPlace;
using widgets::GeoPoint;
using widgets::MapMark;
using widgets::MapProjection::toWorld;

namespace {

wire::Value at(double latitude, double longitude)
{
    return RequestPlace::toStored({latitude, longitude});
}

} // namespace

/// Maps as a clerk meets them: in the detail of a request, in the form, beside the list.
class RequestMapTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aRequestShowsItsPointAndTheDistrict();
    void withoutLayersASentenceSaysSo();
    void thePointOfARequestIsPickedKeptAndSigned();
    void aRoundedPlaceIsPublicOnlyRounded();
    void thePointOfARequestIsCorrected();
    void whatACategoryKeepsFromThePublicIsNotEdited();
    void theMapShowsWhatTheFilterFindsAndTheListFollowsIt();
    void theMapComesAndGoesAndThatIsRemembered();
    void withLittleRoomTheDetailTakesThePlaceOfTheMap();
    void atLargeTextOneThingIsShownAtATime();
    void whatIsWrittenTakesTheRoomOfTheMap();

private:
    void addLayer();
    void openList(QSize size);
    /// The dialog for one who may write everything; fills draft when something is to be signed.
    std::unique_ptr<pages::EditRequestDialog> edit(
        const base::EntityId &request, std::optional<replica::Draft> &draft);
    widgets::MapView *map() const { return m_page->mapPanel()->map(); }

    std::unique_ptr<demonstration::RequestTown> m_town;
    std::unique_ptr<pages::ActionRegistry> m_registry;
    std::unique_ptr<pages::RequestActions> m_actions;
    std::unique_ptr<pages::RequestsPage> m_page;
    std::unique_ptr<pages::NewRequestPage> m_form;
};

void RequestMapTest::init()
{
    m_town = std::make_unique<demonstration::RequestTown>();
    m_registry = std::make_unique<pages::ActionRegistry>();
    m_actions = std::make_unique<pages::RequestActions>(*m_registry, [](const QString &) {});
}

void RequestMapTest::cleanup()
{
    style::Typography::setTextPercent(100);
    m_page.reset();
    m_form.reset();
    m_actions.reset();
    m_registry.reset();
    m_town.reset();
}

std::unique_ptr<pages::EditRequestDialog> RequestMapTest::edit(
    const base::EntityId &request, std::optional<replica::Draft> &draft)
{
    const auto facts = pages::RequestFacts::read(*m_town->city.owner.replica, request);
    if (!facts || !*facts)
        qFatal("the request cannot be read");
    pages::RequestRights rights;
    rights.author = rights.staff = rights.registrar = true;
    auto dialog = std::make_unique<pages::EditRequestDialog>(
        *m_town->context, **facts, rights, pages::CityBook::of(*m_town->context));
    connect(
        dialog.get(), &pages::EditRequestDialog::edited, this,
        [&draft](const replica::Draft &edited) { draft = edited; });
    return dialog;
}

/// Two districts beside each other, 30.4 to 30.5 and 30.5 to 30.6 east.
void RequestMapTest::addLayer()
{
    const QByteArray json =
        "{'type':'FeatureCollection','features':[{'type':'Feature','properties':{'name':'Podil'},"
        "'geometry':{'type':'Polygon','coordinates':[[[30.4,50.4],[30.5,50.4],[30.5,50.5],"
        "[30.4,50.5]]]}},{'type':'Feature','properties':{'name':'Obolon'},'geometry':{'type':"
        "'Polygon','coordinates':[[[30.5,50.4],[30.6,50.4],[30.6,50.5],[30.5,50.5]]]}}]}";
    const auto read = import::GeoJsonReader::read(QByteArray(json).replace('\'', '"'));
    QVERIFY(!read.fault);
    import::MapLayerWords words;
    words.name = u"Districts"_s;
    words.attribution = u"The city"_s;
    test::TestPerson &owner = m_town->city.owner;
    QVERIFY(import::MapLayerImport::write(
        *owner.replica, owner.identity->person, m_town->city.random, words, read.layer.bytes));
    m_town->city.sync(owner);
}

void RequestMapTest::openList(QSize size)
{
    m_town->sync();
    m_page = std::make_unique<pages::RequestsPage>(
        *m_town->context, pages::CityBook::of(*m_town->context), m_actions.get(), QString());
    m_registry->setPage(pages::RequestActions::listPage());
    m_page->resize(size);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_VERIFY(m_page->states()->state() == widgets::StateStack::State::Content);
    QTRY_VERIFY(pages::CityMap::of(*m_town->context).isLoaded());
}

void RequestMapTest::aRequestShowsItsPointAndTheDistrict()
{
    addLayer();
    const auto placed = m_town->report(u"Яма"_s, {{u"point"_s, at(50.45, 30.55)}});
    const auto somewhere = m_town->report(
        u"Десь"_s, {{u"point"_s, at(50.45, 30.55)}, {u"default_point"_s, wire::Value(true)}});
    const auto nowhere = m_town->report(u"Ніде"_s);
    openList({1300, 800});
    const auto *card = m_page->detail()->findChild<pages::PlaceCard *>();
    // The page has chosen by itself what to show first.
    QTRY_VERIFY(!m_page->detail()->request().isNull());
    m_page->detail()->showRequest(placed);
    QTRY_VERIFY(card->isVisible());
    QTRY_COMPARE(card->words(), u"Obolon · 50.45000, 30.55000"_s);
    QCOMPARE(card->map()->marks().markers().size(), std::size_t{1});
    QVERIFY(card->map()->camera().visible().contains(toWorld({50.45, 30.55})));
    QVERIFY(card->map()->note().isEmpty());
    for (const auto &without : {somewhere, nowhere}) {
        m_page->detail()->showRequest(without);
        QTRY_VERIFY(!card->isVisible());
    }
}

void RequestMapTest::withoutLayersASentenceSaysSo()
{
    m_town->report(u"Яма"_s, {{u"point"_s, at(50.45, 30.55)}});
    openList({1300, 800});
    const auto *card = m_page->detail()->findChild<pages::PlaceCard *>();
    QTRY_VERIFY(card->isVisible());
    QCOMPARE(card->map()->note(), pages::CityMap::sentenceWithoutLayers());
    // Nobody asked for a map of nothing; who does gets the marks on an empty ground.
    QVERIFY(!m_page->isMapShown());
    m_page->toggleMap();
    QTRY_COMPARE(map()->marks().markers().size(), std::size_t{1});
    QCOMPARE(map()->note(), pages::CityMap::sentenceWithoutLayers());
    QVERIFY(map()->camera().visible().contains(toWorld({50.45, 30.55})));
}

void RequestMapTest::thePointOfARequestIsPickedKeptAndSigned()
{
    addLayer();
    m_town->sync();
    const auto open = [this] {
        m_form = std::make_unique<pages::NewRequestPage>(
            *m_town->context, pages::CityBook::of(*m_town->context),
            m_town->city.folder.filePath(u"drafts"_s), m_town->city.folder.filePath(u"photos"_s));
        m_form->resize(900, 700);
        m_form->show();
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
        QTRY_VERIFY(pages::CityBook::of(*m_town->context).isLoaded());
        QTRY_VERIFY(m_form->findChild<pages::PointField *>()->isUsable());
    };
    open();
    auto *field = m_form->findChild<pages::PointField *>();
    QTRY_VERIFY(field->isVisible());
    QVERIFY(!field->point());
    QTest::mouseClick(
        field->map(), Qt::LeftButton, {},
        field->map()->camera().toScreen(toWorld({50.45, 30.45})).toPoint());
    QVERIFY(field->point().has_value());
    QVERIFY(field->words().startsWith(u"Podil"_s));
    // The keys alone: eastwards over the border, and set.
    field->map()->setFocus();
    QTest::keyClick(field->map(), Qt::Key_Home);
    QTest::keyClick(field->map(), Qt::Key_Plus);
    QTest::keyClick(field->map(), Qt::Key_Right);
    QTest::keyClick(field->map(), Qt::Key_Return);
    QVERIFY2(field->words().startsWith(u"Obolon"_s), qPrintable(field->words()));
    QTest::keyClick(field->map(), Qt::Key_Delete);
    QVERIFY(!field->point());
    QVERIFY(!field->clearButton()->isVisible());
    QTest::keyClick(field->map(), Qt::Key_Return);
    const GeoPoint chosen = *field->point();
    // A power cut: the draft has it.
    m_form.reset();
    open();
    field = m_form->findChild<pages::PointField *>();
    QTRY_VERIFY(field->point().has_value());
    QCOMPARE(field->point()->longitude, chosen.longitude);
    auto *form = m_form->findChild<pages::NewRequestForm *>();
    pages::RequestDraft draft = form->draft();
    draft.title = u"Яма"_s;
    draft.category = m_town->potholes;
    draft.scope = m_town->scope;
    const pages::RequestSubmission submission(
        draft, {}, *m_town->context, pages::CityBook::of(*m_town->context));
    const auto drafts = submission.drafts({});
    const auto &fields = drafts.front().fields;
    const auto point = std::find_if(
        fields.begin(), fields.end(), [](const auto &each) { return each.first == u"point"_s; });
    QVERIFY(point != fields.end());
    QVERIFY(point->second == RequestPlace::toStored(chosen));
}

void RequestMapTest::aRoundedPlaceIsPublicOnlyRounded()
{
    const GeoPoint exact{50.450123, 30.523456};
    for (const int metres : {10, 200, 5000}) {
        const GeoPoint shown = RequestPlace::rounded(exact, metres);
        const double north = (shown.latitude - exact.latitude) * 111'320;
        const double east = (shown.longitude - exact.longitude) * 111'320 * std::cos(0.8806);
        QVERIFY(std::abs(north) <= metres / 2.0 + 1);
        QVERIFY(std::abs(east) <= metres / 2.0 * 1.1 + 1);
        // Everybody in the square gets the same point: nothing of the exact one is left.
        const GeoPoint other = RequestPlace::rounded(
            {shown.latitude + metres * 3e-6, shown.longitude - metres * 3e-6}, metres);
        QCOMPARE(other.latitude, shown.latitude);
        QCOMPARE(other.longitude, shown.longitude);
    }
}

void RequestMapTest::thePointOfARequestIsCorrected()
{
    addLayer();
    const auto request = m_town->report(
        u"Яма"_s, {{u"point"_s, at(50.45, 30.55)}, {u"default_point"_s, wire::Value(true)}});
    openList({1300, 800});
    std::optional<replica::Draft> draft;
    const auto dialog = edit(request, draft);
    dialog->open();
    QVERIFY(dialog->pointField() != nullptr);
    QVERIFY(!dialog->pointField()->point()); // it stood for «somewhere»
    dialog->pointField()->map()->setFocus();
    QTest::keyClick(dialog->pointField()->map(), Qt::Key_Return);
    const auto chosen = dialog->pointField()->point();
    QVERIFY(chosen.has_value());
    dialog->accept();
    QVERIFY(draft.has_value());
    QCOMPARE(draft->entity, request);
    QCOMPARE(draft->fields.size(), 2);
    QVERIFY(draft->fields[0].second == RequestPlace::toStored(*chosen));
    QCOMPARE(draft->fields[1].first, u"default_point"_s);
    QVERIFY(!draft->fields[1].second.toBoolean());
    draft.reset();
    edit(request, draft)->accept();
    QVERIFY(!draft); // nothing was touched, nothing is signed
}

/// Was offered: the exact address of a rounded or sealed place could be written for all to see.
void RequestMapTest::whatACategoryKeepsFromThePublicIsNotEdited()
{
    addLayer();
    const auto category = [this](const QString &name, qint64 publication, qint64 metres) {
        replica::Draft draft;
        draft.type = u"category"_s;
        draft.fields = {
            {u"name"_s, wire::Value(name)},
            {u"body"_s, wire::Value(m_town->roads.toByteArray())},
            {u"publication"_s, wire::Value(publication)},
            {u"round_m"_s, wire::Value(metres)}};
        return m_town->addByOwner({draft}).front();
    };
    const auto rounded = category(u"Trees"_s, 2, 200);
    const auto sealed = category(u"Violence"_s, 3, 0);
    const auto reported = [this](const base::EntityId &of) {
        return m_town->report(u"Тут"_s, {{u"category"_s, wire::Value(of.toByteArray())}});
    };
    const auto requests = {reported(m_town->potholes), reported(rounded), reported(sealed)};
    openList({1300, 800});
    QTRY_VERIFY(pages::CityBook::of(*m_town->context).category(sealed) != nullptr);
    std::optional<replica::Draft> draft;
    QList<qsizetype> texts;
    QList<bool> points;
    for (const auto &request : requests) {
        const auto dialog = edit(request, draft);
        texts.append(
            dialog->findChildren<QLineEdit *>().size() +
            dialog->findChildren<QPlainTextEdit *>().size());
        points.append(dialog->pointField() != nullptr);
        if (request == *(requests.begin() + 1)) {
            dialog->open();
            dialog->pointField()->setPoint(GeoPoint{50.450123, 30.523456});
            dialog->accept();
        }
    }
    QVERIFY(draft.has_value());
    const auto signedFields = draft->fields;
    draft.reset();
    // The category is read anew while the dialog stands open, and then a sealed one is chosen.
    const auto open = edit(*requests.begin(), draft);
    open->open();
    Q_EMIT m_town->context->cityChanged();
    open->pointField()->setPoint(GeoPoint{50.45, 30.52});
    const auto choices = open->findChildren<QComboBox *>();
    QVERIFY(!choices.isEmpty());
    choices.front()->setCurrentIndex(choices.front()->findText(u"Violence"_s));
    QCOMPARE(choices.front()->currentText(), u"Violence"_s);
    open->accept();
    QVERIFY(open->isVisible() && !draft); // the place would tell what is sealed
    open->pointField()->setPoint(std::nullopt);
    open->accept();
    QVERIFY(draft && draft->fields.size() == 1);
    QCOMPARE(draft->fields[0].first, u"category"_s);
    draft->fields = signedFields;
    // Title, text, address and district; no address; the district alone.
    QCOMPARE(texts, (QList<qsizetype>{4, 3, 1}));
    QCOMPARE(points, (QList<bool>{true, true, false}));
    QVERIFY(draft && draft->fields.size() == 1);
    QVERIFY(
        draft->fields[0].second ==
        RequestPlace::toStored(RequestPlace::rounded({50.450123, 30.523456}, 200)));
}

void RequestMapTest::theMapShowsWhatTheFilterFindsAndTheListFollowsIt()
{
    addLayer();
    const auto first = m_town->report(u"Перше"_s, {{u"point"_s, at(50.45, 30.42)}});
    const auto second = m_town->report(
        u"Друге"_s, {{u"point"_s, at(50.45, 30.58)}, {u"target"_s, wire::Value(qint64{1000})}});
    m_town->report(
        u"Десь"_s, {{u"point"_s, at(50.45, 30.5)}, {u"default_point"_s, wire::Value(true)}});
    openList({1300, 800});
    QTRY_COMPARE(map()->marks().markers().size(), std::size_t{2});
    QVERIFY(m_page->mapPanel()->sentence().startsWith(u"2 "_s));
    QVERIFY(m_page->detail()->isVisible() && m_page->table()->isVisible());
    const QPoint there = map()->camera().toScreen(toWorld({50.45, 30.58})).toPoint();
    QTest::mouseClick(map(), Qt::LeftButton, {}, there);
    QTRY_COMPARE(m_page->detail()->request(), second);
    QTRY_VERIFY(map()->currentName().contains(u"Друге"_s));
    QCOMPARE(map()->marks().find(*map()->current())->mark, MapMark::Late);
    // And back: what is chosen in the list is marked.
    m_page->table()->setCurrentIndex(m_page->model()->index(m_page->model()->rowOf(first), 0));
    QTRY_VERIFY(map()->currentName().contains(u"Перше"_s));
    // Closer to one of them only that one is read.
    map()->showPlace(toWorld({50.45, 30.58}), 16);
    QTRY_VERIFY(m_page->mapPanel()->sentence().startsWith(u"1 "_s));
    // A new request comes by itself.
    map()->showWhole();
    m_town->report(u"Третє"_s, {{u"point"_s, at(50.42, 30.45)}});
    m_town->sync();
    QTRY_COMPARE(map()->marks().markers().size(), std::size_t{3});
}

void RequestMapTest::theMapComesAndGoesAndThatIsRemembered()
{
    addLayer();
    m_town->report(u"Перше"_s, {{u"point"_s, at(50.45, 30.42)}});
    openList({1300, 800});
    QTRY_VERIFY(m_page->mapPanel()->isVisible()); // the city has a map, and nobody said no
    QSignalSpy toggled(m_page.get(), &pages::RequestsPage::mapToggled);
    m_page->mapButton()->click();
    QVERIFY(!m_page->mapPanel()->isVisible());
    QVERIFY(!m_page->mapButton()->isChecked());
    QCOMPARE(toggled.count(), 1);
    QCOMPARE(toggled.first().first().toBool(), false);
    m_page->table()->setFocus();
    QAction *action = m_registry->action(u"requests.map"_s);
    QVERIFY(action != nullptr);
    action->trigger();
    QVERIFY(m_page->mapPanel()->isVisible());
    m_page->setMapWanted(false);
    QVERIFY(!m_page->mapPanel()->isVisible());
}

void RequestMapTest::withLittleRoomTheDetailTakesThePlaceOfTheMap()
{
    addLayer();
    m_town->report(u"Перше"_s, {{u"point"_s, at(50.45, 30.42)}});
    openList({960, 500}); // a window of 1024x560
    QTRY_VERIFY(m_page->mapPanel()->isVisible());
    QVERIFY(m_page->table()->isVisible() && !m_page->detail()->isVisible());
    m_page->table()->setFocus();
    QTRY_VERIFY(m_page->table()->currentIndex().isValid());
    QTest::keyClick(m_page->table(), Qt::Key_Return);
    QTRY_VERIFY(m_page->detail()->isVisible());
    QVERIFY(!m_page->mapPanel()->isVisible() && m_page->table()->isVisible());
    QTest::keyClick(m_page->detail(), Qt::Key_Escape);
    QTRY_VERIFY(m_page->mapPanel()->isVisible());
    QVERIFY(!m_page->detail()->isVisible());
}

void RequestMapTest::atLargeTextOneThingIsShownAtATime()
{
    style::Typography::setTextPercent(200);
    addLayer();
    m_town->report(u"Перше"_s, {{u"point"_s, at(50.45, 30.42)}});
    m_town->sync();
    openList({960, 500});
    // Who opens the page looks for the list: the map took its place without being asked.
    QTRY_VERIFY(m_page->table()->isVisible());
    QVERIFY(!m_page->mapPanel()->isVisible() && !m_page->detail()->isVisible());
    QTRY_VERIFY(m_page->states()->width() > 900); // was beside nothing
    QSignalSpy toggled(m_page.get(), &pages::RequestsPage::mapToggled);
    m_page->mapButton()->click();
    QTRY_VERIFY(m_page->mapPanel()->isVisible());
    QVERIFY(!m_page->table()->isVisible());
    QTRY_COMPARE(map()->marks().markers().size(), std::size_t{1});
    map()->setFocus();
    QTest::keyClick(map(), Qt::Key_Right, Qt::ControlModifier);
    QTest::keyClick(map(), Qt::Key_Return);
    QTRY_VERIFY(m_page->detail()->isVisible());
    QVERIFY(!m_page->mapPanel()->isVisible());
    QTest::keyClick(m_page->detail(), Qt::Key_Escape);
    QTRY_VERIFY(m_page->mapPanel()->isVisible());
    QTRY_VERIFY(map()->hasFocus());
    m_page->mapButton()->click();
    QVERIFY(m_page->table()->isVisible());
    QCOMPARE(toggled.count(), 0); // of the wide window nothing was said
}

void RequestMapTest::whatIsWrittenTakesTheRoomOfTheMap()
{
    addLayer();
    m_town->report(u"Перше"_s, {{u"point"_s, at(50.45, 30.42)}});
    openList({1150, 690}); // a window of 1366x768
    QTRY_VERIFY(m_page->mapPanel()->isVisible() && m_page->detail()->isVisible());
    QTRY_VERIFY(m_page->detail()->canAnswer());
    m_page->detail()->answer();
    const auto *text = m_page->detail()->findChild<QPlainTextEdit *>();
    QTRY_VERIFY(text->isVisible());
    QTRY_VERIFY(!m_page->mapPanel()->isVisible());
    QTRY_COMPARE(text->visibleRegion().boundingRect().height(), text->height()); // was one line
    QTest::keyClick(m_page->detail()->findChild<pages::StepPanel *>(), Qt::Key_Escape);
    QTRY_VERIFY(m_page->mapPanel()->isVisible());
}

QTEST_MAIN(RequestMapTest)
#include "RequestMapTest.moc"
