// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/RailButton.h"
#include "app/widgets/Chip.h"
#include "app/widgets/ChipRow.h"
#include "tests/app/DemonstrationWindow.h"

#include <QAccessible>
#include <QCheckBox>
#include <QKeyEvent>
#include <QRadioButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace spilno;

/// What a person with a keyboard or a screen reader meets on every page.
class AccessibilityWalkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyFocusableWidgetHasAName_data();
    void everyFocusableWidgetHasAName();
    void tabReachesEverythingAndComesBack_data();
    void tabReachesEverythingAndComesBack();
    void enterPressesEveryButton_data();
    void enterPressesEveryButton();
    void targetsAreLargeEnough_data();
    void targetsAreLargeEnough();
    void noActionClashesWithAnother();
    void theRailAndChipsActForAScreenReader();

private:
    void addPages();
    QList<QWidget *> focusable() const;
    void show();

    std::unique_ptr<demonstration::Window> m_demonstration;
};

void AccessibilityWalkTest::init()
{
    m_demonstration.reset();
    m_demonstration = std::make_unique<demonstration::Window>();
    m_demonstration->appearance.setLanguage(settings::Language::Ukrainian);
}

void AccessibilityWalkTest::addPages()
{
    QTest::addColumn<QString>("page");
    const QStringList pages = demonstration::Window().window.pageIds();
    for (const QString &page : pages)
        QTest::newRow(qPrintable(page)) << page;
    QTest::newRow("lock") << QStringLiteral("lock");
}

void AccessibilityWalkTest::show()
{
    QFETCH(QString, page);
    m_demonstration->window.resize(1366, 768);
    m_demonstration->window.show();
    if (page == QStringLiteral("lock"))
        m_demonstration->window.lock();
    else
        QVERIFY(m_demonstration->window.showPage(page));
    QVERIFY(QTest::qWaitForWindowActive(&m_demonstration->window));
}

QList<QWidget *> AccessibilityWalkTest::focusable() const
{
    QList<QWidget *> found;
    const auto widgets = m_demonstration->window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool inWindow = widget->window() == &m_demonstration->window;
        const bool reachable = widget->isVisible() && widget->isEnabled() &&
                               (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
        if (inWindow && reachable)
            found.append(widget);
    }
    return found;
}

void AccessibilityWalkTest::everyFocusableWidgetHasAName_data()
{
    addPages();
}

void AccessibilityWalkTest::everyFocusableWidgetHasAName()
{
    show();
    const QList<QWidget *> widgets = focusable();
    QVERIFY(!widgets.isEmpty());
    for (QWidget *widget : widgets) {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(interface);
        QVERIFY2(
            !interface->text(QAccessible::Name).trimmed().isEmpty(),
            qPrintable(
                QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') +
                widget->objectName()));
    }
}

void AccessibilityWalkTest::tabReachesEverythingAndComesBack_data()
{
    addPages();
}

void AccessibilityWalkTest::tabReachesEverythingAndComesBack()
{
    show();
    const QList<QWidget *> widgets = focusable();
    widgets.first()->setFocus(Qt::TabFocusReason);
    QWidget *const start = QApplication::focusWidget();
    QSet<QWidget *> reached{start};
    bool cameBack = false;
    for (int step = 0; step < 300 && !cameBack; ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        cameBack = QApplication::focusWidget() == start;
        reached.insert(QApplication::focusWidget());
    }
    QVERIFY(cameBack);
    for (QWidget *widget : widgets) {
        // Of a group of radio buttons Tab reaches the chosen one, arrows the others.
        const auto *radio = qobject_cast<QRadioButton *>(widget);
        if (radio && !radio->isChecked())
            continue;
        QVERIFY2(
            reached.contains(widget), qPrintable(
                                          QString::fromLatin1(widget->metaObject()->className()) +
                                          QLatin1Char(' ') + widget->accessibleName()));
    }
}

void AccessibilityWalkTest::enterPressesEveryButton_data()
{
    addPages();
}

void AccessibilityWalkTest::enterPressesEveryButton()
{
    show();
    int pressed = 0;
    const QList<QWidget *> widgets = focusable();
    for (QWidget *widget : widgets) {
        auto *button = qobject_cast<QAbstractButton *>(widget);
        // What is ticked or picked is ticked with Space, everywhere.
        if (!button || qobject_cast<QCheckBox *>(button) || qobject_cast<QRadioButton *>(button))
            continue;
        const QSignalBlocker nothingFollows(button);
        const bool checked = button->isChecked();
        QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        enter.ignore();
        QVERIFY(QApplication::sendEvent(button, &enter));
        QVERIFY2(
            enter.isAccepted() || checked != button->isChecked(),
            qPrintable(button->text() + button->accessibleName()));
        button->setChecked(checked);
        ++pressed;
    }
    QVERIFY(pressed > 0);
}

void AccessibilityWalkTest::targetsAreLargeEnough_data()
{
    addPages();
}

void AccessibilityWalkTest::targetsAreLargeEnough()
{
    show();
    const auto buttons = m_demonstration->window.findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (!button->isVisible() || button->window() != &m_demonstration->window)
            continue;
        // The clear button inside a line edit repeats what Esc does.
        if (qobject_cast<QLineEdit *>(button->parentWidget()) ||
            qobject_cast<QAbstractItemView *>(button->parentWidget()))
            continue;
        QVERIFY2(
            button->width() >= 24 && button->height() >= 24,
            qPrintable(QStringLiteral("%1 %2x%3")
                           .arg(
                               button->text() + button->accessibleName(),
                               QString::number(button->width()),
                               QString::number(button->height()))));
    }
}

void AccessibilityWalkTest::noActionClashesWithAnother()
{
    QCOMPARE(m_demonstration->actions.problems(), QStringList());
}

void AccessibilityWalkTest::theRailAndChipsActForAScreenReader()
{
    shell::MainWindow &window = m_demonstration->window;
    window.show();
    window.showPage(QStringLiteral("cabinet"));
    const auto toggle = [](QWidget *widget) {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        interface->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    };
    const QString name = m_demonstration->actions.action(QStringLiteral("go.dispatch"))->text();
    const auto rail = window.findChildren<shell::RailButton *>();
    const auto entry = std::find_if(
        rail.begin(), rail.end(), [&name](const auto *one) { return one->text() == name; });
    QVERIFY(entry != rail.end());
    QAccessibleInterface *tab = QAccessible::queryAccessibleInterface(*entry);
    QCOMPARE(tab->role(), QAccessible::PageTab); // was a tick box
    QVERIFY(tab->state().selectable && !tab->state().selected);
    tab->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(window.currentPage(), QStringLiteral("dispatch"));
    QVERIFY(tab->state().selected);

    widgets::ChipRow row;
    row.addChip(QStringLiteral("open"), QStringLiteral("Open"));
    row.addChip(QStringLiteral("closed"), QStringLiteral("Closed"));
    row.setChosen(QStringLiteral("open"));
    QSignalSpy chosen(&row, &widgets::ChipRow::chosenChanged);
    toggle(row.chip(QStringLiteral("closed")));
    QCOMPARE(row.chosen(), QStringList(QStringLiteral("closed")));
    QCOMPARE(chosen.size(), 1);
    row.chip(QStringLiteral("closed"))->click(); // one of them is always on
    QCOMPARE(row.chosen(), QStringList(QStringLiteral("closed")));
    row.chip(QStringLiteral("open"))->click();
    QCOMPARE(row.chosen(), QStringList(QStringLiteral("open")));
}

QTEST_MAIN(AccessibilityWalkTest)
#include "AccessibilityWalkTest.moc"
