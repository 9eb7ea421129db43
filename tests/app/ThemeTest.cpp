// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/Theme.h"
#include "app/settings/Appearance.h"
#include "app/style/AppStyle.h"
#include "app/style/ColourRole.h"
#include "app/style/Icons.h"
#include "app/style/Typography.h"
#include "app/widgets/Button.h"
#include "app/widgets/Card.h"
#include "app/widgets/Label.h"
#include "app/widgets/RoundedCorners.h"

#include <QApplication>
#include <QListWidget>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace spilno;
using style::ColourRole;

/// A change of theme, text size or language reaches widgets that exist already.
class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangeOfThemeIsAChangeOfPalette();
    void theTableIsFoundFromAnyPaletteOfIt();
    void labelsKeepTheirRoleThroughAChange();
    void textGrowsWithTheChosenPercentage();
    void numbersStandInEqualCells();
    void iconsTakeTheColourTheyArePaintedIn();
    void everyIconCanBeDrawn();
    void aChoiceOutOfRangeReadsAsItsDefault();
    void choicesAreKept();
    void aScrollBarInACardStandsOnTheCard();
    void aScrollBarLeavesTheCornersRound();
};

void ThemeTest::aChangeOfThemeIsAChangeOfPalette()
{
    style::Theme theme;
    QSignalSpy changed(&theme, &style::Theme::changed);
    theme.setMode(style::ThemeMode::Dark);
    QCOMPARE(
        QApplication::palette().color(QPalette::Window),
        style::Colours::dark()(ColourRole::Background));
    theme.setMode(style::ThemeMode::Light);
    QCOMPARE(
        QApplication::palette().color(QPalette::Window),
        style::Colours::light()(ColourRole::Background));
    QCOMPARE(changed.count(), 2);
    theme.setMode(style::ThemeMode::Light);
    QCOMPARE(changed.count(), 2);
}

void ThemeTest::theTableIsFoundFromAnyPaletteOfIt()
{
    for (const style::Colours *colours : {&style::Colours::light(), &style::Colours::dark()}) {
        QCOMPARE(&style::Colours::of(colours->palette()), colours);
        QApplication::setPalette(colours->palette());
        QWidget rail;
        rail.setPalette(colours->railPalette());
        QCOMPARE(&style::Colours::of(rail.palette()), colours);
    }
}

void ThemeTest::labelsKeepTheirRoleThroughAChange()
{
    style::Theme theme;
    theme.setMode(style::ThemeMode::Light);
    QWidget window;
    widgets::Label muted(QStringLiteral("x"), style::TextRole::Body, ColourRole::Muted, &window);
    widgets::Label plain(QStringLiteral("x"), style::TextRole::Body, ColourRole::Text, &window);
    widgets::Label later(QStringLiteral("x"), style::TextRole::Body, ColourRole::Warning, &window);
    later.hide();
    window.show();
    theme.setMode(style::ThemeMode::Dark);
    later.show();
    QApplication::processEvents(); // the toolkit tells widgets by the event loop
    QCOMPARE(
        later.palette().color(QPalette::WindowText), style::Colours::dark()(ColourRole::Warning));
    QCOMPARE(
        muted.palette().color(QPalette::WindowText), style::Colours::dark()(ColourRole::Muted));
    QCOMPARE(plain.palette().color(QPalette::WindowText), style::Colours::dark()(ColourRole::Text));
}

void ThemeTest::textGrowsWithTheChosenPercentage()
{
    style::Typography::setTextPercent(100);
    widgets::Label title(QStringLiteral("x"), style::TextRole::PageTitle);
    widgets::Button button(QStringLiteral("x"), style::ButtonKind::Primary);
    button.setKind(style::ButtonKind::Quiet);
    const double before = title.font().pointSizeF();
    const double buttonBefore = button.font().pointSizeF();
    style::Typography::setTextPercent(200);
    QCOMPARE(style::Typography::textPercent(), 200);
    QCOMPARE(title.font().pointSizeF(), before * 2);
    QCOMPARE(button.font().pointSizeF(), buttonBefore * 2);
    QCOMPARE(button.font().weight(), QFont::Normal);
    style::Typography::setTextPercent(900);
    QCOMPARE(style::Typography::textPercent(), 200);
    style::Typography::setTextPercent(100);
    QCOMPARE(title.font().pointSizeF(), before);
}

void ThemeTest::numbersStandInEqualCells()
{
    const QFont font = style::Typography::font(style::TextRole::Body);
    QCOMPARE(
        style::Typography::tabularWidth(font, QStringLiteral("1111")),
        style::Typography::tabularWidth(font, QStringLiteral("8888")));
}

void ThemeTest::iconsTakeTheColourTheyArePaintedIn()
{
    QImage image(48, 48, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    style::Icons::paint(painter, QStringLiteral("square-check"), QRectF(0, 0, 48, 48), Qt::red);
    painter.end();
    int inked = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            if (colour.alpha() < 255)
                continue;
            ++inked;
            QCOMPARE(colour, QColor(Qt::red));
        }
    }
    QVERIFY(inked > 50);
}

void ThemeTest::everyIconCanBeDrawn()
{
    const QStringList names = style::Icons::names();
    QVERIFY(names.size() > 40);
    for (const QString &name : names) {
        const QIcon icon = style::Icons::icon(name);
        QCOMPARE(style::Icons::nameOf(icon), name);
        const QImage image = icon.pixmap(32, 32).toImage();
        bool drawn = false;
        for (int y = 0; y < image.height() && !drawn; ++y) {
            for (int x = 0; x < image.width() && !drawn; ++x)
                drawn = image.pixelColor(x, y).alpha() > 200;
        }
        QVERIFY2(drawn, qPrintable(name));
    }
}

void ThemeTest::aChoiceOutOfRangeReadsAsItsDefault()
{
    QTemporaryDir folder;
    QSettings store(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    store.setValue(QStringLiteral("look/textPercent"), 1000);
    store.setValue(QStringLiteral("look/theme"), QStringLiteral("pink"));
    store.setValue(QStringLiteral("lock/idleMinutes"), -3);
    const settings::Settings settings(store);
    QCOMPARE(settings.textPercent(), 100);
    QCOMPARE(settings.theme(), style::ThemeMode::System);
    QCOMPARE(settings.idleLockMinutes(), 15);
}

void ThemeTest::choicesAreKept()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("s.ini"));
    {
        QSettings store(file, QSettings::IniFormat);
        settings::Settings settings(store);
        settings.setLanguage(settings::Language::Ukrainian);
        settings.setTheme(style::ThemeMode::Dark);
        settings.setTextPercent(150);
        settings.setLetterShortcuts(false);
        settings.setIdleLockMinutes(0);
    }
    QSettings store(file, QSettings::IniFormat);
    const settings::Settings settings(store);
    QCOMPARE(settings.language(), settings::Language::Ukrainian);
    QCOMPARE(settings.theme(), style::ThemeMode::Dark);
    QCOMPARE(settings.textPercent(), 150);
    QCOMPARE(settings.letterShortcuts(), false);
    QCOMPARE(settings.idleLockMinutes(), 0);
}

void ThemeTest::aScrollBarInACardStandsOnTheCard()
{
    style::Theme theme;
    theme.setMode(style::ThemeMode::Dark);
    style::AppStyle look;
    widgets::Card card;
    card.setFlush();
    auto *area = new QScrollArea;
    auto *inside = new QWidget;
    inside->setMinimumSize(100, 900);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(inside);
    area->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    card.body()->addWidget(area);
    card.resize(300, 200);
    card.show();
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    QScrollBar *bar = area->verticalScrollBar();
    bar->setStyle(&look);
    QTRY_VERIFY(bar->isVisible());
    const QPoint below = bar->mapTo(&card, QPoint(1, bar->height() * 2 / 3));
    const QImage picture = card.grab().toImage();
    const style::Colours &colours = style::Colours::of(card.palette());
    QCOMPARE(picture.pixelColor(below), colours(style::ColourRole::Raised)); // was the window's
}

void ThemeTest::aScrollBarLeavesTheCornersRound()
{
    style::Theme theme;
    theme.setMode(style::ThemeMode::Dark);
    QWidget window;
    auto *list = new QListWidget(&window);
    list->setGeometry(10, 10, 200, 150);
    new widgets::RoundedCorners(list);
    window.resize(220, 170);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    for (int i = 0; i < 40; ++i)
        list->addItem(QString::number(i));
    QTRY_VERIFY(list->verticalScrollBar()->isVisible());
    QCoreApplication::processEvents();
    const QColor ground = window.palette().color(QPalette::Window);
    const auto corner = [&window](int x, int y) -> QColor {
        return window.grab().toImage().pixelColor(x, y);
    };
    QTRY_COMPARE(corner(208, 11), ground); // was the square end of the scroll bar
    list->resize(190, 140);
    QTRY_COMPARE(corner(198, 148), ground);
}

QTEST_MAIN(ThemeTest)
#include "ThemeTest.moc"
