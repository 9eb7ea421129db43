// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/conflicts/ConflictsPage.h"
#include "app/widgets/Button.h"
#include "app/widgets/StateStack.h"
#include "tests/app/CityFixture.h"

#include <QListView>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QtTest/QTest>

using namespace spilno;
using widgets::StateStack;

/// Both versions are there, and a decision ends the conflict.
class ConflictsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysThatThereAreNone();
    void showsBothVersionsWithTheirAuthors();
    void whatIsMineIsCountedOnceItIsUnlocked();
    void choosingAVersionEndsTheConflict();
    void oneTextOutOfBothEndsTheConflict();

private:
    void makeConflict();
    void show();
    [[nodiscard]] QList<QRadioButton *> versions() const;
    [[nodiscard]] QString shownTitle();

    std::unique_ptr<test::CityFixture> m_city;
    base::EntityId m_request;
    std::unique_ptr<pages::ConflictsPage> m_page;
};

void ConflictsPageTest::init()
{
    m_city = std::make_unique<test::CityFixture>();
}

void ConflictsPageTest::cleanup()
{
    m_page.reset();
    m_city.reset();
}

void ConflictsPageTest::makeConflict()
{
    // The same author on two devices of the test: the same identity in two replicas that do not
    // see each other's edit.
    test::TestPerson other;
    other.identity = m_city->person.identity;
    m_request = m_city->write(m_city->person, QStringLiteral("Яма"));
    m_city->city.sync(m_city->person);
    other.replica = m_city->city.openReplica(QStringLiteral("second"));
    other.replica->setIdentity(other.identity);
    m_city->city.pull(*other.replica);
    m_city->edit(m_city->person, m_request, QStringLiteral("Яма на Липській"));
    m_city->edit(other, m_request, QStringLiteral("Яма біля школи"));
    m_city->city.sync(m_city->person);
    m_city->city.sync(other);
    m_city->city.sync(m_city->person);
}

void ConflictsPageTest::show()
{
    m_page = std::make_unique<pages::ConflictsPage>(m_city->open());
    m_page->resize(1100, 700);
    m_page->show();
    auto *states = m_page->findChild<StateStack *>();
    QTRY_VERIFY(states->state() != StateStack::State::Loading);
}

QList<QRadioButton *> ConflictsPageTest::versions() const
{
    return m_page->findChildren<QRadioButton *>();
}

QString ConflictsPageTest::shownTitle()
{
    auto future = m_city->replica->record(QStringLiteral("request"), m_request);
    future.waitForFinished();
    const auto record = future.result();
    return record && *record ? (*record)->value(QStringLiteral("title")).toText() : QString();
}

void ConflictsPageTest::saysThatThereAreNone()
{
    show();
    QCOMPARE(m_page->findChild<StateStack *>()->state(), StateStack::State::Empty);
}

void ConflictsPageTest::showsBothVersionsWithTheirAuthors()
{
    makeConflict();
    show();
    QCOMPARE(m_page->findChild<QListView *>()->model()->rowCount(), 1);
    // Two versions, and one text out of both.
    QTRY_COMPARE(versions().size(), 3);
    const QStringList names{versions().at(0)->accessibleName(), versions().at(1)->accessibleName()};
    QVERIFY(names.join(QLatin1Char('|')).contains(QStringLiteral("Яма на Липській")));
    QVERIFY(names.join(QLatin1Char('|')).contains(QStringLiteral("Яма біля школи")));
}

void ConflictsPageTest::whatIsMineIsCountedOnceItIsUnlocked()
{
    makeConflict();
    session::SessionContext &context = m_city->open();
    m_city->replica->setIdentity(nullptr); // as the window starts
    context.setIdentity(nullptr);
    m_page = std::make_unique<pages::ConflictsPage>(context);
    QSignalSpy counted(m_page.get(), &pages::Page::countChanged);
    m_page->show();
    QTRY_COMPARE(counted.count(), 1);
    QCOMPARE(counted.last().first().toInt(), 0);
    m_city->replica->setIdentity(m_city->person.identity);
    context.setIdentity(m_city->person.identity);
    QTRY_COMPARE(counted.count(), 2);
    QCOMPARE(counted.last().first().toInt(), 1);
}

void ConflictsPageTest::choosingAVersionEndsTheConflict()
{
    makeConflict();
    show();
    QTRY_COMPARE(versions().size(), 3);
    QRadioButton *wanted = nullptr;
    for (QRadioButton *version : versions()) {
        if (version->accessibleName().contains(QStringLiteral("Липській")))
            wanted = version;
    }
    QVERIFY(wanted);
    wanted->click();
    const auto buttons = m_page->findChildren<widgets::Button *>();
    for (widgets::Button *button : buttons) {
        if (button->kind() == style::ButtonKind::Primary)
            button->click();
    }
    QTRY_COMPARE(m_page->findChild<QListView *>()->model()->rowCount(), 0);
    QCOMPARE(shownTitle(), QStringLiteral("Яма на Липській"));
}

void ConflictsPageTest::oneTextOutOfBothEndsTheConflict()
{
    makeConflict();
    show();
    QTRY_COMPARE(versions().size(), 3);
    versions().last()->click();
    auto *text = m_page->findChild<QPlainTextEdit *>();
    QVERIFY(text->isVisible());
    QVERIFY(text->toPlainText().contains(QStringLiteral("Яма біля школи")));
    text->setPlainText(QStringLiteral("Яма на Липській біля школи"));
    const auto buttons = m_page->findChildren<widgets::Button *>();
    for (widgets::Button *button : buttons) {
        if (button->kind() == style::ButtonKind::Primary)
            button->click();
    }
    QTRY_COMPARE(m_page->findChild<QListView *>()->model()->rowCount(), 0);
    QCOMPARE(shownTitle(), QStringLiteral("Яма на Липській біля школи"));
}

QTEST_MAIN(ConflictsPageTest)
#include "ConflictsPageTest.moc"
