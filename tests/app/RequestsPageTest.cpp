// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/RequestsPage.h"
#include "app/pages/ActionRegistry.h"
#include "app/pages/requests/CityBook.h"
#include "app/pages/requests/RequestActions.h"
#include "app/pages/requests/RequestFilterBar.h"
#include "app/pages/requests/RequestModel.h"
#include "app/pages/requests/StepPanel.h"
#include "app/widgets/Button.h"
#include "app/widgets/Chip.h"
#include "app/widgets/Label.h"
#include "app/widgets/SearchField.h"
#include "app/widgets/StateStack.h"
#include "core/records/request/RequestMachine.h"
#include "tests/app/RequestTown.h"

#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>

using namespace spilno;
using namespace Qt::StringLiterals;
using records::request::State;
using widgets::StateStack;

namespace {

/// Types letters of any alphabet.
void type(QWidget *widget, const QString &text)
{
    for (const QChar letter : text) {
        for (const QEvent::Type kind : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(kind, 0, Qt::NoModifier, QString(letter));
            QApplication::sendEvent(widget, &event);
        }
    }
}

} // namespace

/// The page of requests as a clerk uses it: its four states, the keyboard alone, steps, comments.
class RequestsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void loadsThenShowsTheListAndTheFirstRequest();
    void theChosenRowStaysMarkedWhileOthersArrive();
    void whileACityArrivesTheFirstRequestIsShown();
    void whatWasLoadedUnseenIsChosenWhenSeen();
    void homeAndEndGoThroughAllRows();
    void aRequestFarFromTheOnesReadIsFoundInTheList();
    void tabFindsTheChipsWhereTheyStand();
    void saysThatTheListIsEmptyAndThatNothingWasFound();
    void saysWhatIsWrongAndTriesAgain();
    void theKeyboardAloneOpensAnswersAndComesBack();
    void aStepThatNeedsASentenceAsksForIt();
    void aStepWithoutNeedsIsTakenAtOnce();
    void aDuplicateNeedsTheNumberOfAnotherRequest();
    void hostileLengthsNeitherFitNorBreakTheWindow();
    void placesLeadBackToARequestAndAFilter();
    void belowSomeWidthTheDetailTakesThePlaceOfTheList();

private:
    void open(QSize size = {1200, 700});
    QString detailText() const;
    widgets::Button *button(const QString &text) const;
    pages::StepPanel *panel() const { return m_page->findChild<pages::StepPanel *>(); }
    QPlainTextEdit *panelText() const { return panel()->findChild<QPlainTextEdit *>(); }
    bool showsState(StateStack::State state) const;

    std::unique_ptr<demonstration::RequestTown> m_town;
    std::unique_ptr<pages::ActionRegistry> m_registry;
    std::unique_ptr<pages::RequestActions> m_actions;
    std::unique_ptr<pages::RequestsPage> m_page;
};

void RequestsPageTest::init()
{
    m_town = std::make_unique<demonstration::RequestTown>();
    m_registry = std::make_unique<pages::ActionRegistry>();
    m_actions = std::make_unique<pages::RequestActions>(*m_registry, [](const QString &) {});
}

void RequestsPageTest::cleanup()
{
    m_page.reset();
    m_actions.reset();
    m_registry.reset();
    m_town.reset();
}

void RequestsPageTest::open(QSize size)
{
    m_town->sync();
    m_page = std::make_unique<pages::RequestsPage>(
        *m_town->context, pages::CityBook::of(*m_town->context), m_actions.get(),
        m_town->city.folder.filePath(u"photos"_s));
    m_registry->setPage(pages::RequestActions::listPage());
    m_page->resize(size);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

/// All that the detail says.
QString RequestsPageTest::detailText() const
{
    QStringList all;
    const auto labels = m_page->detail()->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            all.append(label->text());
    }
    return all.join(u'\n');
}

widgets::Button *RequestsPageTest::button(const QString &text) const
{
    const auto buttons = m_page->findChildren<widgets::Button *>();
    for (widgets::Button *button : buttons) {
        if (button->isVisible() && button->text() == text)
            return button;
    }
    return nullptr;
}

bool RequestsPageTest::showsState(StateStack::State state) const
{
    return m_page->states()->state() == state;
}

void RequestsPageTest::loadsThenShowsTheListAndTheFirstRequest()
{
    m_town->report(
        u"Яма на дорозі"_s, {{u"address"_s, wire::Value(u"вул. Мечникова, 16"_s)},
                             {u"category"_s, wire::Value(m_town->potholes.toByteArray())},
                             {u"text"_s, wire::Value(u"Глибока, біля переходу"_s)}});
    m_town->sync();
    m_page = std::make_unique<pages::RequestsPage>(
        *m_town->context, pages::CityBook::of(*m_town->context), m_actions.get(), QString());
    QVERIFY(showsState(StateStack::State::Loading));
    m_page->resize(1200, 700);
    m_page->show();
    QTRY_VERIFY(showsState(StateStack::State::Content));
    QTRY_VERIFY2(detailText().contains(u"Глибока, біля переходу"_s), qPrintable(detailText()));
    QTRY_VERIFY(detailText().contains(u"Potholes"_s));
    QVERIFY(detailText().contains(u"Registered"_s));
    QVERIFY(m_page->detail()->facts()->history.size() == 1);
}

void RequestsPageTest::theChosenRowStaysMarkedWhileOthersArrive()
{
    open();
    QTRY_VERIFY(m_page->model()->rowCount() == 0 && !m_page->model()->isLoading());
    m_town->reportMany(1);
    m_town->sync();
    QTRY_COMPARE(m_page->model()->rowCount(), 1);
    // Something is always chosen where a detail stands beside the list.
    QTRY_VERIFY(!m_page->detail()->request().isNull());
    for (const int more : {1, 30, 200}) {
        const int before = m_page->model()->rowCount();
        m_town->city.clock.advance(1000);
        m_town->reportMany(more);
        m_town->sync();
        QTRY_COMPARE(m_page->model()->rowCount(), before + more);
        QCOMPARE(m_page->table()->currentIndex().row(), before + more - 1);
        const QItemSelectionModel *chosen = m_page->table()->selectionModel();
        QVERIFY(chosen->isRowSelected(m_page->table()->currentIndex().row()));
    }
}

void RequestsPageTest::whileACityArrivesTheFirstRequestIsShown()
{
    open();
    sync::SyncStatus status;
    status.phase = sync::SyncPhase::CatchingUp;
    m_town->context->setSyncStatus(status);
    const auto more = [this](int count) {
        m_town->city.clock.advance(1000);
        m_town->reportMany(count);
        m_town->sync();
    };
    more(1);
    QTRY_VERIFY(!m_page->detail()->request().isNull());
    more(30);
    QTRY_COMPARE(m_page->model()->rowCount(), 31);
    QTRY_COMPARE(m_page->table()->currentIndex().row(), 0);
    QTRY_COMPARE(
        m_page->detail()->request().toHex(),
        m_page->table()->currentIndex().data(pages::RequestModel::EntityRole).toString());
    // What a person chose stays theirs.
    QTest::keyClick(m_page->table(), Qt::Key_Down);
    QTRY_COMPARE(m_page->table()->currentIndex().row(), 1);
    more(5);
    QTRY_COMPARE(m_page->model()->rowCount(), 36);
    QCOMPARE(m_page->table()->currentIndex().row(), 6);
}

void RequestsPageTest::whatWasLoadedUnseenIsChosenWhenSeen()
{
    m_town->reportMany(3);
    open({500, 700}); // as behind the steps of the first run
    QTRY_COMPARE(m_page->model()->rowCount(), 3);
    m_page->table()->setCurrentIndex({});
    m_page->resize(1200, 700);
    QTRY_COMPARE(m_page->table()->currentIndex().row(), 0);
    QTRY_VERIFY(!m_page->detail()->request().isNull());
}

void RequestsPageTest::homeAndEndGoThroughAllRows()
{
    m_town->reportMany(300);
    open();
    QTRY_COMPARE(m_page->model()->rowCount(), 300);
    QTableView *table = m_page->table();
    table->setFocus();
    const auto at = [table](int key) -> QPoint {
        QTest::keyClick(table, Qt::Key(key));
        return {table->currentIndex().column(), table->currentIndex().row()};
    };
    const int title = pages::RequestModel::TitleColumn;
    QCOMPARE(at(Qt::Key_End), QPoint(title, 299)); // went to the last cell of the row
    QVERIFY(table->selectionModel()->isRowSelected(299));
    QCOMPARE(at(Qt::Key_Left), QPoint(title, 299));
    QCOMPARE(at(Qt::Key_Up), QPoint(title, 298));
    QCOMPARE(at(Qt::Key_Home), QPoint(title, 0));
    QCOMPARE(at(Qt::Key_Right), QPoint(title, 0));
    QVERIFY(at(Qt::Key_PageDown).y() > 3);
}

void RequestsPageTest::aRequestFarFromTheOnesReadIsFoundInTheList()
{
    const base::EntityId first = m_town->report(u"Найперше"_s);
    m_town->city.clock.advance(1000);
    m_town->reportMany(400);
    open();
    QTRY_COMPARE(m_page->model()->rowCount(), 401);
    m_page->goTo(first.toHex()); // as from the receipt or the palette
    QTRY_COMPARE(m_page->table()->currentIndex().row(), 400);
    QTRY_COMPARE(m_page->detail()->request(), first);
    const QRect row = m_page->table()->visualRect(m_page->table()->currentIndex());
    QVERIFY(m_page->table()->viewport()->rect().contains(row)); // the list stood elsewhere
}

void RequestsPageTest::tabFindsTheChipsWhereTheyStand()
{
    m_town->reportMany(3);
    open();
    QTRY_VERIFY(m_page->model()->rowCount() > 0);
    Q_EMIT m_town->context->rolesChanged(); // makes the chips anew
    widgets::Button *create = button(pages::RequestsPage::tr("New request"));
    QVERIFY(create != nullptr);
    create->setFocus();
    const auto chips = m_page->filterBar()->findChildren<widgets::Chip *>();
    QVERIFY(chips.size() > 3);
    QTRY_VERIFY(chips.last()->isVisible());
    for (const widgets::Chip *chip : chips) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), chip); // they came last on the page
    }
    // Enter presses what has the focus; it opens the choices, and Tab goes on there.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(qobject_cast<QComboBox *>(QApplication::focusWidget()) != nullptr);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QCOMPARE(QApplication::focusWidget(), chips.last());
}

void RequestsPageTest::saysThatTheListIsEmptyAndThatNothingWasFound()
{
    open();
    QTRY_VERIFY(showsState(StateStack::State::Empty));
    QSignalSpy asked(m_page.get(), &pages::Page::pageRequested);
    Q_EMIT m_page->states()->acted();
    QCOMPARE(asked.takeFirst().at(0).toString(), pages::RequestActions::newPage());
    m_town->report(u"Яма"_s);
    m_town->sync();
    QTRY_VERIFY(showsState(StateStack::State::Content));
    auto *search = m_page->findChild<widgets::SearchField *>();
    QVERIFY(m_page->findRequested());
    QTRY_VERIFY(search->hasFocus());
    type(search, u"такого немає"_s);
    QTRY_VERIFY(showsState(StateStack::State::Empty));
    Q_EMIT m_page->states()->acted(); // show all
    QTRY_VERIFY(showsState(StateStack::State::Content));
    QVERIFY(search->text().isEmpty());
}

void RequestsPageTest::saysWhatIsWrongAndTriesAgain()
{
    m_town->report(u"Яма"_s);
    open();
    QTRY_VERIFY(showsState(StateStack::State::Content));
    Q_EMIT m_page->model()->failed({base::ErrorCode::Corrupt, {}});
    QVERIFY(showsState(StateStack::State::Error));
    Q_EMIT m_page->states()->retried();
    QVERIFY(showsState(StateStack::State::Loading));
    QTRY_VERIFY(showsState(StateStack::State::Content));
}

void RequestsPageTest::theKeyboardAloneOpensAnswersAndComesBack()
{
    m_town->report(u"Перше"_s);
    m_town->report(u"Друге"_s);
    open();
    m_page->onShown();
    QTRY_VERIFY(m_page->table()->hasFocus());
    QTRY_VERIFY(m_page->table()->currentIndex().isValid());
    QTRY_VERIFY(detailText().contains(u"Друге"_s));
    QTest::keyClick(m_page->table(), Qt::Key_Down);
    QTRY_VERIFY(detailText().contains(u"Перше"_s));
    QTest::keyClick(m_page->table(), Qt::Key_Return);
    QTRY_VERIFY(m_page->detail()->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(m_page->table()->hasFocus());
    QVERIFY(m_registry->byLetter(u'R'));
    m_registry->byLetter(u'R')->trigger();
    QTRY_VERIFY(panelText()->hasFocus());
    type(panelText(), u"Бригада виїхала"_s);
    QTest::keyClick(panelText(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!panel()->isOpen());
    QTRY_VERIFY(m_page->table()->hasFocus()); // it went to the rail
    QTRY_VERIFY2(detailText().contains(u"Бригада виїхала"_s), qPrintable(detailText()));
    QVERIFY(detailText().contains(u"Not sent yet"_s));
    m_town->sync();
    QTRY_VERIFY(!detailText().contains(u"Not sent yet"_s));
}

void RequestsPageTest::aStepThatNeedsASentenceAsksForIt()
{
    const auto request = m_town->report(u"Яма"_s);
    open();
    QTRY_VERIFY(m_page->detail()->canStep());
    const auto rights = pages::RequestRights::of(
        m_page->detail()->facts()->request, *m_town->context,
        pages::CityBook::of(*m_town->context));
    QVERIFY(rights.staff);
    QVERIFY(!rights.author);
    const auto &machine = records::Registry::standard().type(u"request"_s)->machine;
    QVERIFY(panel()->openStep(
        *m_page->detail()->facts(),
        *machine.step(static_cast<std::uint32_t>(State::Registered), u"refuse"_s)));
    QVERIFY(panelText()->isVisible());
    QTest::keyClick(panelText(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(panel()->isOpen()); // nothing was written
    QCOMPARE(m_town->record(request)->state, static_cast<std::uint32_t>(State::Registered));
    type(panelText(), u"Це приватна дорога"_s);
    QTest::keyClick(panelText(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_town->record(request)->state, static_cast<std::uint32_t>(State::Refused));
    QTRY_VERIFY(detailText().contains(u"Це приватна дорога"_s));
    m_town->sync();
    const auto record = m_town->record(request);
    QVERIFY(!record->pending);
    QCOMPARE(record->state, static_cast<std::uint32_t>(State::Refused));
    QCOMPARE(record->value(u"reason"_s).toText(), u"Це приватна дорога"_s);
}

void RequestsPageTest::aStepWithoutNeedsIsTakenAtOnce()
{
    const auto request = m_town->report(u"Яма"_s);
    open();
    QTRY_VERIFY(button(u"Assign"_s));
    button(u"Assign"_s)->click();
    QTRY_VERIFY(panel()->isOpen());
    auto *ok = panel()->findChild<widgets::Button *>();
    ok->click();
    QTRY_COMPARE(m_town->record(request)->state, static_cast<std::uint32_t>(State::Assigned));
    QTRY_VERIFY(detailText().contains(u"Оксана Коваль"_s));
    QTRY_VERIFY(button(u"Start work"_s));
    button(u"Start work"_s)->click();
    QVERIFY(!panel()->isOpen());
    QTRY_COMPARE(m_town->record(request)->state, static_cast<std::uint32_t>(State::InProgress));
    m_town->sync();
    QCOMPARE(m_town->record(request)->state, static_cast<std::uint32_t>(State::InProgress));
}

void RequestsPageTest::aDuplicateNeedsTheNumberOfAnotherRequest()
{
    const auto original = m_town->replica->submit(
        {m_town->request(u"Перша"_s, {{u"number"_s, wire::Value(u"Ш7-0001"_s)}})});
    QVERIFY(original.result());
    m_town->sync();
    const auto request = m_town->report(u"Та сама"_s);
    open();
    m_page->goTo(request.toHex());
    QTRY_VERIFY(m_page->detail()->canStep() && m_page->detail()->request() == request);
    const auto &machine = records::Registry::standard().type(u"request"_s)->machine;
    QVERIFY(panel()->openStep(
        *m_page->detail()->facts(),
        *machine.step(static_cast<std::uint32_t>(State::Registered), u"duplicate"_s)));
    auto *number = panel()->findChild<QLineEdit *>();
    type(number, u"Ш7-0999"_s);
    QTest::keyClick(number, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(detailText().contains(u"No request with this number"_s));
    number->clear();
    type(number, u"w7 1"_s);
    QTest::keyClick(number, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_town->record(request)->state, static_cast<std::uint32_t>(State::Duplicate));
    QTRY_VERIFY(detailText().contains(u"Ш7-0001 · Перша"_s));
}

void RequestsPageTest::hostileLengthsNeitherFitNorBreakTheWindow()
{
    const QString endless = QString(300, u'Щ');
    m_town->report(
        endless, {{u"address"_s, wire::Value(QString(300, u'w'))},
                  {u"text"_s, wire::Value(u"рядок\n"_s.repeated(2000))}});
    open({1024, 560});
    QTRY_VERIFY(m_page->detail()->facts());
    QCOMPARE(m_page->width(), 1024);
    QVERIFY(m_page->minimumSizeHint().width() <= 1024);
    m_registry->byLetter(u'R')->trigger();
    panelText()->setPlainText(QString(20'000, u'ї'));
    QTest::keyClick(panelText(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(panel()->isOpen());
    QVERIFY2(detailText().contains(u"Too long by"_s), qPrintable(detailText().right(400)));
    QCOMPARE(m_page->width(), 1024);
}

void RequestsPageTest::placesLeadBackToARequestAndAFilter()
{
    const auto first = m_town->report(u"Перше"_s);
    m_town->report(u"Друге"_s);
    open();
    QTRY_VERIFY(m_page->detail()->facts());
    QSignalSpy left(m_page.get(), &pages::Page::placeLeft);
    auto *search = m_page->findChild<widgets::SearchField *>();
    type(search, u"Перше"_s);
    QTRY_COMPARE(m_page->model()->rowCount(), 1);
    QTRY_COMPARE(m_page->detail()->request(), first);
    QCOMPARE(left.count(), 1);
    const QVariant found = m_page->place();
    m_page->goTo(left.takeFirst().at(0));
    QTRY_COMPARE(m_page->model()->rowCount(), 2);
    QVERIFY(search->text().isEmpty());
    m_page->goTo(found);
    QTRY_COMPARE(m_page->model()->rowCount(), 1);
    QCOMPARE(search->text(), u"Перше"_s);
    QTRY_COMPARE(m_page->detail()->request(), first);
}

void RequestsPageTest::belowSomeWidthTheDetailTakesThePlaceOfTheList()
{
    m_town->report(u"Яма"_s);
    open({620, 560});
    QTRY_VERIFY(showsState(StateStack::State::Content));
    QVERIFY(m_page->states()->isVisible());
    QVERIFY(!m_page->detail()->isVisible());
    m_page->table()->setCurrentIndex(m_page->model()->index(0, 1));
    QTRY_VERIFY(m_page->model()->record(0));
    QTest::keyClick(m_page->table(), Qt::Key_Return);
    QTRY_VERIFY(m_page->detail()->isVisible());
    QVERIFY(!m_page->states()->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(m_page->table()->hasFocus());
    QVERIFY(!m_page->detail()->isVisible());
}

QTEST_MAIN(RequestsPageTest)
#include "RequestsPageTest.moc"
