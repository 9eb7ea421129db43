// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/WidthLimit.h"
#include "tests/app/DemonstrationWindow.h"
#include "tests/app/PageChecks.h"

#include <QLabel>
#include <QTest>
#include <QVBoxLayout>

using namespace spilno;
using test::clippedOn;

/// No sentence is cut off at the sizes people really have.
class ClippedLabelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsClipped_data();
    void nothingIsClipped();
    void theLockScreenGrowsWithItsText();
    void aLimitedColumnHasRoomForTheLinesOfItsOwnWidth();
    void theTestSeesAClippedLabel();
    void theTestSeesAFaintLabel();
    void aButtonKeepsRoomForAKeyThatComesLater();
};

void ClippedLabelTest::nothingIsClipped_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    QTest::addColumn<bool>("ukrainian");
    for (const bool ukrainian : {true, false}) {
        const char *language = ukrainian ? "uk" : "en";
        QTest::addRow("1366x768 %s", language) << QSize(1366, 768) << 100 << ukrainian;
        QTest::addRow("1024x560 %s", language) << QSize(1024, 560) << 100 << ukrainian;
        QTest::addRow("1366x768 200 %s", language) << QSize(1366, 768) << 200 << ukrainian;
    }
}

void ClippedLabelTest::nothingIsClipped()
{
    QFETCH(QSize, size);
    QFETCH(int, percent);
    QFETCH(bool, ukrainian);
    demonstration::Window demonstration;
    demonstration.appearance.setLanguage(
        ukrainian ? settings::Language::Ukrainian : settings::Language::English);
    demonstration.window.show();
    // The text grows while pages exist, as it does for a person in the settings.
    for (const QString &page : demonstration.window.pageIds())
        demonstration.window.showPage(page);
    demonstration.appearance.setTextPercent(percent);
    demonstration.window.resize(size);
    QTest::qWait(50);
    QCOMPARE(demonstration.window.size(), size);
    QStringList found;
    for (const QString &page : demonstration.window.pageIds()) {
        demonstration.window.showPage(page);
        // Layouts inside layouts settle by posted events.
        const bool settled = QTest::qWaitFor(
            [&] { return clippedOn(demonstration.window, demonstration.window).isEmpty(); }, 1000);
        if (!settled)
            found += clippedOn(demonstration.window, demonstration.window);
    }
    found.removeDuplicates();
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void ClippedLabelTest::theLockScreenGrowsWithItsText()
{
    demonstration::Window demonstration;
    demonstration.appearance.setLanguage(settings::Language::Ukrainian);
    QWidget &lock = demonstration.window.lockScreen();
    demonstration.window.resize(1366, 768);
    demonstration.window.show();
    demonstration.window.lock();
    QVERIFY(lock.isVisible());
    demonstration.appearance.setTextPercent(200);
    const auto clipped = [&] { return clippedOn(lock, demonstration.window); };
    QTRY_COMPARE_WITH_TIMEOUT(clipped(), QStringList(), 1000);
    demonstration.appearance.setTextPercent(100);
}

void ClippedLabelTest::aLimitedColumnHasRoomForTheLinesOfItsOwnWidth()
{
    QWidget window;
    auto *page = new QVBoxLayout(&window);
    auto *column = new QWidget;
    auto *inside = new QVBoxLayout(column);
    auto *words = new QLabel(QStringLiteral("a sentence that takes three lines ").repeated(3));
    words->setWordWrap(true);
    auto *field = new QLineEdit;
    field->setFixedHeight(30);
    inside->addWidget(words);
    inside->addWidget(field);
    page->addLayout(widgets::WidthLimit::column(*column, 200));
    const int wide = 900;
    window.resize(wide, page->minimumHeightForWidth(wide));
    window.show();
    QVERIFY(column->width() < 300);
    QCOMPARE(clippedOn(window, window), QStringList());
    QVERIFY(words->height() >= 3 * words->fontMetrics().height());
}

void ClippedLabelTest::theTestSeesAClippedLabel()
{
    QWidget window;
    QLabel label(QStringLiteral("a sentence that is longer than its room"), &window);
    window.resize(300, 200);
    label.setGeometry(0, 0, 40, 20);
    window.show();
    QCOMPARE(clippedOn(window, window).size(), 1);
}

void ClippedLabelTest::theTestSeesAFaintLabel()
{
    QWidget window;
    window.resize(300, 200);
    QLabel label(QStringLiteral("a faint sentence"), &window);
    label.resize(label.sizeHint());
    QPalette palette = window.palette();
    palette.setColor(QPalette::Window, Qt::white);
    palette.setColor(QPalette::WindowText, Qt::lightGray);
    window.setPalette(palette);
    window.show();
    QCOMPARE(test::faintIn(window).size(), 1);
    palette.setColor(QPalette::WindowText, Qt::black);
    window.setPalette(palette);
    QCOMPARE(test::faintIn(window), QStringList());
}

void ClippedLabelTest::aButtonKeepsRoomForAKeyThatComesLater()
{
    widgets::Button button(QStringLiteral("Answer"));
    const int before = button.sizeHint().width();
    button.setKeyHint(QStringLiteral("R"));
    QVERIFY(button.sizeHint().width() > before);
}

QTEST_MAIN(ClippedLabelTest)
#include "ClippedLabelTest.moc"
