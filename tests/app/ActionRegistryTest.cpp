// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/DemonstrationWindow.h"

#include "app/shell/CommandPalette.h"
#include "app/shell/FuzzyMatch.h"

#include <QAction>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace spilno;
using pages::ActionGroup;
using pages::ActionRegistry;

/// Keys reach registered actions by their place on the keyboard, whatever the layout.
class ActionRegistryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondActionWithTheSameIdOrKeyIsReported();
    void theSameLetterMayStandOnTwoPages();
    void everyLetterIsFoundByItsUkrainianKey();
    void cyrillicKeysRunTheActionsOfAFocusedList();
    void lettersDoNothingInATextFieldOrWhenSwitchedOff();
    void controlWithACyrillicLetterWorks();
    void theShownLetterFollowsTheLayout();
    void whenDecidesWhetherAnActionRuns();
    void wordsAreFoundInTheWrongLayoutAndWithoutApostrophe();
    void thePaletteFindsActionsAndDropsLateAnswers();
    void backAndForwardReturnToPages();
    void lockingHidesThePageAndKeepsIt();
    void aToastRunsItsUndoOnlyWhenAsked();

private:
    static void press(
        QWidget *target, int key, const QString &text, Qt::KeyboardModifiers modifiers = {});
};

namespace {

pages::ActionSpec spec(const QString &id, QChar letter = {}, const QString &page = {})
{
    return {id, ActionGroup::Page, [id] { return id; }, {}, {}, letter, page, {}, [] {}};
}

/// Keeps the question open until the test answers it.
class SlowSource : public shell::PaletteSource
{
public:
    void search(const QString &, Answer answer) override { answers.append(std::move(answer)); }

    QList<Answer> answers;
};

} // namespace

void ActionRegistryTest::press(
    QWidget *target, int key, const QString &text, Qt::KeyboardModifiers modifiers)
{
    QKeyEvent down(QEvent::KeyPress, key, modifiers, text);
    QApplication::sendEvent(target, &down);
}

void ActionRegistryTest::aSecondActionWithTheSameIdOrKeyIsReported()
{
    ActionRegistry actions;
    pages::ActionSpec first = spec(QStringLiteral("one"), QChar(u'R'));
    first.keys = QKeySequence(Qt::CTRL | Qt::Key_J);
    QAction *action = actions.add(first);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("one")));
    QCOMPARE(actions.add(first), action);
    pages::ActionSpec second = spec(QStringLiteral("two"), QChar(u'r'));
    second.keys = first.keys;
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("key")));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("letter")));
    actions.add(second);
    QCOMPARE(actions.problems().size(), 3);
    QCOMPARE(actions.byLetter(QChar(u'R')), action);
    QVERIFY(actions.action(QStringLiteral("two"))->shortcut().isEmpty());
}

void ActionRegistryTest::theSameLetterMayStandOnTwoPages()
{
    ActionRegistry actions;
    QAction *one = actions.add(spec(QStringLiteral("a.x"), QChar(u'R'), QStringLiteral("a")));
    QAction *other = actions.add(spec(QStringLiteral("b.x"), QChar(u'R'), QStringLiteral("b")));
    QVERIFY(actions.problems().isEmpty());
    actions.setPage(QStringLiteral("a"));
    QCOMPARE(actions.byLetter(QChar(u'R')), one);
    actions.setPage(QStringLiteral("b"));
    QCOMPARE(actions.byLetter(QChar(u'R')), other);
    QVERIFY(!one->isEnabled());
}

void ActionRegistryTest::everyLetterIsFoundByItsUkrainianKey()
{
    QSet<QChar> shown;
    for (char16_t letter = u'A'; letter <= u'Z'; ++letter) {
        const QChar key = pages::KeyPosition::shown(letter, QLocale::Ukrainian);
        QCOMPARE(key.script(), QChar::Script_Cyrillic);
        shown.insert(key);
        const QKeyEvent event(
            QEvent::KeyPress, key.unicode(), Qt::NoModifier, QString(key.toLower()));
        QCOMPARE(pages::KeyPosition::latinLetter(event), std::optional(QChar(letter)));
    }
    QCOMPARE(shown.size(), 26);
    QCOMPARE(pages::KeyPosition::shown(u'R', QLocale::Ukrainian), QChar(u'К'));
    QCOMPARE(pages::KeyPosition::shown(u'S', QLocale::Ukrainian), QChar(u'І'));
    QCOMPARE(pages::KeyPosition::shown(u'M', QLocale::Ukrainian), QChar(u'Ь'));
    QCOMPARE(pages::KeyPosition::shown(u'N', QLocale::Ukrainian), QChar(u'Т'));
}

void ActionRegistryTest::cyrillicKeysRunTheActionsOfAFocusedList()
{
    demonstration::Window demonstration;
    demonstration.window.show();
    demonstration.window.showPage(QStringLiteral("dispatch"));
    auto *page = static_cast<demonstration::QueuePage *>(
        demonstration.window.page(QStringLiteral("dispatch")));
    QVERIFY(QTest::qWaitForWindowActive(&demonstration.window));
    page->table()->setFocus();
    press(page->table(), 0x041A, QStringLiteral("к"));
    press(page->table(), 0x0406, QStringLiteral("і"));
    press(page->table(), 0x0422, QStringLiteral("т"));
    press(page->table(), Qt::Key_R, QStringLiteral("r"));
    QCOMPARE(
        demonstration.ran, QStringList(
                               {QStringLiteral("reply"), QStringLiteral("state"),
                                QStringLiteral("create"), QStringLiteral("reply")}));
}

void ActionRegistryTest::lettersDoNothingInATextFieldOrWhenSwitchedOff()
{
    demonstration::Window demonstration;
    demonstration.window.show();
    QVERIFY(QTest::qWaitForWindowActive(&demonstration.window));
    auto *field = demonstration.window.page(QStringLiteral("cabinet"))->findChild<QLineEdit *>();
    field->setFocus();
    press(field, 0x0422, QStringLiteral("т"));
    QCOMPARE(field->text(), QStringLiteral("т"));
    demonstration.window.showPage(QStringLiteral("dispatch"));
    auto *page = static_cast<demonstration::QueuePage *>(
        demonstration.window.page(QStringLiteral("dispatch")));
    page->table()->setFocus();
    demonstration.settings.setLetterShortcuts(false);
    press(page->table(), 0x041A, QStringLiteral("к"));
    QCOMPARE(demonstration.ran, QStringList());
    demonstration.settings.setLetterShortcuts(true);
    press(page->table(), 0x041A, QStringLiteral("к"));
    QCOMPARE(demonstration.ran, QStringList(QStringLiteral("reply")));
}

void ActionRegistryTest::controlWithACyrillicLetterWorks()
{
    demonstration::Window demonstration;
    demonstration.window.show();
    QVERIFY(QTest::qWaitForWindowActive(&demonstration.window));
    auto *field = demonstration.window.page(QStringLiteral("cabinet"))->findChild<QLineEdit *>();
    field->setFocus();
    press(field, 0x041B, {}, Qt::ControlModifier); // Л stands where K does
    QVERIFY(demonstration.window.commandPalette().isVisible());
    demonstration.window.commandPalette().reject();
}

void ActionRegistryTest::theShownLetterFollowsTheLayout()
{
    demonstration::Window demonstration;
    demonstration.window.show();
    QVERIFY(QTest::qWaitForWindowActive(&demonstration.window));
    const QString id = QStringLiteral("requests.reply");
    QSignalSpy changed(&demonstration.actions, &ActionRegistry::keysChanged);
    auto *field = demonstration.window.page(QStringLiteral("cabinet"))->findChild<QLineEdit *>();
    field->setFocus();
    press(field, 0x0407, QStringLiteral("ї"));
    QCOMPARE(demonstration.actions.keyText(id), QStringLiteral("К"));
    press(field, Qt::Key_Q, QStringLiteral("q"));
    QCOMPARE(demonstration.actions.keyText(id), QStringLiteral("R"));
    QCOMPARE(changed.count(), 2);
    QCOMPARE(
        demonstration.actions.keyText(QStringLiteral("window.palette")), QStringLiteral("Ctrl K"));
}

void ActionRegistryTest::whenDecidesWhetherAnActionRuns()
{
    ActionRegistry actions;
    bool allowed = false;
    int runs = 0;
    pages::ActionSpec one = spec(QStringLiteral("one"), QChar(u'R'));
    one.when = [&] { return allowed; };
    one.run = [&] { ++runs; };
    QAction *action = actions.add(one);
    QVERIFY(!action->isEnabled());
    QCOMPARE(actions.byLetter(QChar(u'R')), nullptr);
    allowed = true;
    actions.refresh();
    action->trigger();
    QCOMPARE(runs, 1);
    allowed = false; // nobody called refresh: it must not run all the same
    action->trigger();
    QCOMPARE(runs, 1);
}

void ActionRegistryTest::wordsAreFoundInTheWrongLayoutAndWithoutApostrophe()
{
    using shell::FuzzyMatch::score;
    const QString name = QStringLiteral("Об’єднати звернення");
    QVERIFY(score(name, QStringLiteral("об'єдн")) > 0);
    QVERIFY(score(name, QStringLiteral("звер")) > score(name, QStringLiteral("овз")));
    QVERIFY(score(name, QStringLiteral("pdth")) > 0); // «звер» typed on a Latin layout
    QVERIFY(score(QStringLiteral("Settings"), QStringLiteral("ыуеештпы")) == 0);
    QCOMPARE(score(name, QStringLiteral("петиція")), 0);
}

void ActionRegistryTest::thePaletteFindsActionsAndDropsLateAnswers()
{
    demonstration::Window demonstration;
    demonstration.appearance.setLanguage(settings::Language::Ukrainian);
    demonstration.window.show();
    QApplication::processEvents(); // a change of language is posted to the window
    shell::CommandPalette &palette = demonstration.window.commandPalette();
    SlowSource people;
    palette.addSource(&people);
    palette.popUp();
    auto *line = palette.findChild<QLineEdit *>();
    line->setText(QStringLiteral("диспет"));
    QCOMPARE(palette.shownTitles().value(0), QStringLiteral("Диспетчерська"));
    line->setText(QStringLiteral("кабінет"));
    QCOMPARE(people.answers.size(), 2);
    people.answers[0]({{QStringLiteral("late"), {}, QStringLiteral("users"), {}, 500, {}}});
    QVERIFY(!palette.shownTitles().contains(QStringLiteral("late")));
    int opened = 0;
    people.answers[1](
        {{QStringLiteral("Марія"), {}, QStringLiteral("users"), {}, 500, [&] { ++opened; }}});
    QCOMPARE(palette.shownTitles().value(0), QStringLiteral("Марія"));
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(opened, 1);
    QVERIFY(!palette.isVisible());
    palette.removeSource(&people);
}

void ActionRegistryTest::backAndForwardReturnToPages()
{
    demonstration::Window demonstration;
    shell::MainWindow &window = demonstration.window;
    QCOMPARE(window.currentPage(), QStringLiteral("cabinet"));
    window.showPage(QStringLiteral("feed"));
    window.showPage(QStringLiteral("dispatch"));
    demonstration.actions.refresh();
    demonstration.actions.action(QStringLiteral("go.back"))->trigger();
    demonstration.actions.action(QStringLiteral("go.back"))->trigger();
    QCOMPARE(window.currentPage(), QStringLiteral("cabinet"));
    QVERIFY(!demonstration.actions.action(QStringLiteral("go.back"))->isEnabled());
    demonstration.actions.action(QStringLiteral("go.forward"))->trigger();
    QCOMPARE(window.currentPage(), QStringLiteral("feed"));
    QVERIFY(!window.showPage(QStringLiteral("nowhere")));
    QCOMPARE(window.currentPage(), QStringLiteral("feed"));
}

void ActionRegistryTest::lockingHidesThePageAndKeepsIt()
{
    demonstration::Window demonstration;
    shell::MainWindow &window = demonstration.window;
    window.show();
    pages::Page *page = window.page(QStringLiteral("cabinet"));
    auto *field = page->findChild<QLineEdit *>();
    field->setText(QStringLiteral("half a sentence"));
    QSignalSpy asked(&window.lockScreen(), &shell::LockScreen::unlockRequested);
    demonstration.actions.action(QStringLiteral("window.lock"))->trigger();
    QVERIFY(window.isLocked());
    QVERIFY(!page->isVisible());
    QVERIFY(!demonstration.actions.action(QStringLiteral("go.feed"))->isEnabled());
    auto *passphrase = window.lockScreen().findChild<QLineEdit *>();
    QTest::keyClicks(passphrase, QStringLiteral("secret"));
    QTest::keyClick(passphrase, Qt::Key_Return);
    QCOMPARE(asked.value(0).value(0).toString(), QStringLiteral("secret"));
    QVERIFY(passphrase->text().isEmpty());
    window.lockScreen().refuse();
    QVERIFY(window.isLocked());
    window.unlock();
    QVERIFY(page->isVisible());
    QCOMPARE(field->text(), QStringLiteral("half a sentence"));
}

void ActionRegistryTest::aToastRunsItsUndoOnlyWhenAsked()
{
    demonstration::Window demonstration;
    demonstration.window.show();
    QStringList told;
    const auto say = [&](const QString &word) { return [&told, word] { told.append(word); }; };
    demonstration.window.showToast(
        QStringLiteral("sent"), QStringLiteral("Undo"), say(QStringLiteral("undo 1")),
        say(QStringLiteral("done 1")));
    demonstration.window.showToast(
        QStringLiteral("sent"), QStringLiteral("Undo"), say(QStringLiteral("undo 2")),
        say(QStringLiteral("done 2")));
    QCOMPARE(told, QStringList(QStringLiteral("done 1")));
    const auto buttons = demonstration.window.findChildren<widgets::Button *>();
    for (widgets::Button *button : buttons) {
        if (button->text() == QStringLiteral("Undo"))
            button->click();
    }
    QCOMPARE(told, QStringList({QStringLiteral("done 1"), QStringLiteral("undo 2")}));
}

QTEST_MAIN(ActionRegistryTest)
#include "ActionRegistryTest.moc"
