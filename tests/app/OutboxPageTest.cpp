// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/outbox/OutboxPage.h"
#include "app/records/ChangeWords.h"
#include "app/widgets/Button.h"
#include "app/widgets/ConfirmDialog.h"
#include "app/widgets/RowDelegate.h"
#include "app/widgets/StateStack.h"
#include "tests/app/CityFixture.h"

#include <QListView>
#include <QSignalSpy>
#include <QtTest/QTest>

using namespace spilno;
using pages::OutboxModel;
using widgets::StateStack;

/// What of the person's work has not reached the city, and what they can do about it.
class OutboxPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysThatEverythingIsSent();
    void showsWhatWaitsOnThisComputer();
    void saysInWordsWhyTheCityRefused();
    void discardsWhatWasRefused();
    void whatHadNoEffectIsShownOnceItIsUnlocked();
    void sendsARefusedChangeAgain();

private:
    void refuseAll();
    void show();
    [[nodiscard]] QString text(int row, int role = Qt::DisplayRole) const;
    [[nodiscard]] widgets::Button *button(const QString &text) const;
    /// Presses a button of the question that is open.
    void answer(const QString &text);

    std::unique_ptr<test::CityFixture> m_city;
    std::unique_ptr<pages::OutboxPage> m_page;
    QListView *m_list = nullptr;
};

void OutboxPageTest::init()
{
    m_city = std::make_unique<test::CityFixture>();
}

void OutboxPageTest::cleanup()
{
    m_page.reset();
    m_city.reset();
}

void OutboxPageTest::refuseAll()
{
    auto &replica = *m_city->person.replica;
    const auto runs = replica.pendingRuns(1 << 20);
    QVERIFY(runs && !runs->empty());
    QVERIFY(replica.refuse(runs->front().feed, 0, QStringLiteral("no-right")));
}

void OutboxPageTest::show()
{
    m_page = std::make_unique<pages::OutboxPage>(m_city->open());
    m_page->resize(1000, 600);
    m_page->show();
    m_list = m_page->findChild<QListView *>();
    auto *states = m_page->findChild<StateStack *>();
    QTRY_VERIFY(states->state() != StateStack::State::Loading);
}

QString OutboxPageTest::text(int row, int role) const
{
    return m_list->model()->index(row, 0).data(role).toString();
}

widgets::Button *OutboxPageTest::button(const QString &text) const
{
    const auto buttons = m_page->findChildren<widgets::Button *>();
    for (widgets::Button *one : buttons) {
        if (one->text() == text)
            return one;
    }
    return nullptr;
}

void OutboxPageTest::answer(const QString &text)
{
    const auto open = [this] { return m_page->findChild<widgets::ConfirmDialog *>(); };
    QTRY_VERIFY(open() != nullptr);
    const auto buttons = open()->findChildren<widgets::Button *>();
    for (widgets::Button *each : buttons) {
        if (each->text() == text)
            each->click();
    }
    QTRY_VERIFY(open() == nullptr);
}

void OutboxPageTest::saysThatEverythingIsSent()
{
    show();
    QCOMPARE(m_page->findChild<StateStack *>()->state(), StateStack::State::Empty);
}

void OutboxPageTest::showsWhatWaitsOnThisComputer()
{
    m_city->write(m_city->person, QStringLiteral("Яма на дорозі"));
    show();
    QCOMPARE(m_list->model()->rowCount(), 1);
    QVERIFY(text(0).contains(QStringLiteral("Яма на дорозі")));
    QCOMPARE(text(0, widgets::BadgeTextRole), OutboxModel::tr("On this computer"));
    QVERIFY(!button(pages::OutboxPage::tr("Discard"))->isVisible());
}

void OutboxPageTest::saysInWordsWhyTheCityRefused()
{
    m_city->write(m_city->person, QStringLiteral("Яма на дорозі"));
    refuseAll();
    show();
    QCOMPARE(text(0, widgets::BadgeTextRole), OutboxModel::tr("Refused"));
    const QString sentence = records::ChangeWords::reason(QStringLiteral("no-right"));
    QVERIFY(text(0, widgets::SecondLineRole).contains(sentence));
    QVERIFY(text(0, Qt::AccessibleTextRole).contains(sentence));
}

void OutboxPageTest::whatHadNoEffectIsShownOnceItIsUnlocked()
{
    // Of another's request nobody else changes the title.
    const auto request = m_city->write(m_city->city.owner, QStringLiteral("Яма"));
    m_city->city.sync(m_city->city.owner);
    m_city->city.pull(*m_city->person.replica);
    m_city->edit(m_city->person, request, QStringLiteral("Яма біля школи"));
    m_city->city.sync(m_city->person);
    session::SessionContext &context = m_city->open();
    m_city->replica->setIdentity(nullptr); // as the window starts
    context.setIdentity(nullptr);
    m_page = std::make_unique<pages::OutboxPage>(context);
    m_page->show();
    auto *states = m_page->findChild<widgets::StateStack *>();
    QTRY_COMPARE(states->state(), widgets::StateStack::State::Empty);
    m_city->replica->setIdentity(m_city->person.identity);
    context.setIdentity(m_city->person.identity);
    QTRY_COMPARE(states->state(), widgets::StateStack::State::Content);
    QCOMPARE(m_page->findChild<QListView *>()->model()->rowCount(), 1);
}

void OutboxPageTest::discardsWhatWasRefused()
{
    m_city->write(m_city->person, QStringLiteral("Яма на дорозі"));
    refuseAll();
    show();
    QSignalSpy counted(m_page.get(), &pages::Page::countChanged);
    QTRY_VERIFY(button(pages::OutboxPage::tr("Discard"))->isVisible());
    // The first answer is no, and nothing is gone.
    button(pages::OutboxPage::tr("Discard"))->click();
    answer(pages::OutboxPage::tr("Keep it"));
    QTest::qWait(50);
    QCOMPARE(m_list->model()->rowCount(), 1);
    button(pages::OutboxPage::tr("Discard"))->click();
    answer(pages::OutboxPage::tr("Discard"));
    QTRY_COMPARE(m_list->model()->rowCount(), 0);
    QCOMPARE(counted.last().first().toInt(), 0);
}

void OutboxPageTest::sendsARefusedChangeAgain()
{
    m_city->write(m_city->person, QStringLiteral("Яма на дорозі"));
    refuseAll();
    show();
    QTRY_VERIFY(button(pages::OutboxPage::tr("Try again"))->isVisible());
    button(pages::OutboxPage::tr("Try again"))->click();
    QTRY_COMPARE(text(0, widgets::BadgeTextRole), OutboxModel::tr("On this computer"));
    QCOMPARE(m_list->model()->rowCount(), 1);
    QVERIFY(text(0).contains(QStringLiteral("Яма на дорозі")));
}

QTEST_MAIN(OutboxPageTest)
#include "OutboxPageTest.moc"
