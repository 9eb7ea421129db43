// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/Tour.h"
#include "tests/app/DemonstrationWindow.h"

#include <QImage>
#include <QTest>

using namespace spilno;

/// A tour writes one picture a page in the asked size; SPILNO_TOUR keeps them for the eye.
class ShellTourTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesAPictureOfEveryPageInTheAskedLook_data();
    void savesAPictureOfEveryPageInTheAskedLook();
    void saysWhyAFolderCanNotBeMade();
    void waitsForWhatIsOnItsWay();
};

void ShellTourTest::savesAPictureOfEveryPageInTheAskedLook_data()
{
    using settings::Language;
    using style::ThemeMode;
    QTest::addColumn<int>("language");
    QTest::addColumn<int>("theme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("text");
    const auto row = [](const char *name, Language language, ThemeMode theme, QSize size,
                        int text) {
        QTest::newRow(name) << int(language) << int(theme) << size << text;
    };
    row("uk-light", Language::Ukrainian, ThemeMode::Light, {1280, 800}, 100);
    row("uk-dark", Language::Ukrainian, ThemeMode::Dark, {1280, 800}, 100);
    row("en-light-1366", Language::English, ThemeMode::Light, {1366, 768}, 100);
    row("uk-light-1024", Language::Ukrainian, ThemeMode::Light, {1024, 560}, 100);
    row("uk-light-200", Language::Ukrainian, ThemeMode::Light, {1366, 768}, 200);
}

void ShellTourTest::savesAPictureOfEveryPageInTheAskedLook()
{
    QFETCH(int, language);
    QFETCH(int, theme);
    QFETCH(QSize, size);
    QFETCH(int, text);
    demonstration::Window demonstration;
    QTemporaryDir temporary;
    const QString kept = qEnvironmentVariable("SPILNO_TOUR");
    const QString folder =
        kept.isEmpty() ? temporary.path()
                       : kept + QLatin1Char('/') + QString::fromLatin1(QTest::currentDataTag());
    shell::Tour tour(demonstration.window, demonstration.appearance);
    const auto outcome = tour.run(
        folder, {static_cast<settings::Language>(language), static_cast<style::ThemeMode>(theme),
                 size, text});
    QCOMPARE(outcome.problem, QString());
    QCOMPARE(outcome.files.size(), demonstration.window.pageIds().size());
    QSet<QByteArray> different;
    for (const QString &file : outcome.files) {
        const QImage picture(file);
        QCOMPARE(picture.size(), size * demonstration.window.devicePixelRatioF());
        different.insert(
            QByteArray(reinterpret_cast<const char *>(picture.constBits()), picture.sizeInBytes()));
    }
    QCOMPARE(different.size(), outcome.files.size());
}

void ShellTourTest::saysWhyAFolderCanNotBeMade()
{
    demonstration::Window demonstration;
    QTemporaryDir temporary;
    QFile file(temporary.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    shell::Tour tour(demonstration.window, demonstration.appearance);
    const auto outcome = tour.run(file.fileName() + QStringLiteral("/below"), {});
    QVERIFY(!outcome.problem.isEmpty());
    QVERIFY(outcome.files.isEmpty());
}

void ShellTourTest::waitsForWhatIsOnItsWay()
{
    int asked = 0;
    QVERIFY(shell::Tour::wait([&asked] { return ++asked > 2; }, 10'000));
    QCOMPARE(asked, 4);                                    // twice in vain, then ready, and said so
    QVERIFY(!shell::Tour::wait([] { return false; }, 60)); // it does not wait for ever
}

QTEST_MAIN(ShellTourTest)
#include "ShellTourTest.moc"
