// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text/Normalise.h"

#include <QtTest/QtTest>

using namespace spilno::base;

class NormaliseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyApostropheIsOne()
    {
        const QString expected = QStringLiteral("п'ять");
        for (const char16_t sign : u"'’ʼ`‘´′ʹ＇") {
            if (sign != 0)
                QCOMPARE(searchText(QString(u"П" + QString(QChar(sign)) + u"ЯТЬ")), expected);
        }
    }

    void composedAndDecomposedLettersAreEqual()
    {
        QCOMPARE(searchText(u"\u0438\u0306\u0456\u0308"), QStringLiteral("йї"));
        QCOMPARE(displayText(u"\u0418\u0306"), QStringLiteral("Й"));
    }

    void invisibleSignsAndStressAreDropped()
    {
        QCOMPARE(
            searchText(u"ві\u00ADкно\u200B \u202Eза\u0301мок\uFEFF"),
            QStringLiteral("вікно замок"));
    }

    void spacesAndDashesAreOneKind()
    {
        QCOMPARE(
            searchText(u"  Івано\u2013Франківськ\t\u00A0 вул. "),
            QStringLiteral("івано-франківськ вул."));
    }

    void searchTextIsStable_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("apostrophe and dash") << QStringLiteral("Об’єкт — №7");
        QTest::newRow("mark after a hidden sign") << QStringLiteral("и\u00AD\u0306");
        QTest::newRow("sharp s and ligature") << QStringLiteral("Straße ﬁ İI");
        QTest::newRow("lone surrogate") << QString(QChar(0xD800));
    }
    void searchTextIsStable()
    {
        QFETCH(QString, text);
        const QString once = searchText(text);
        QCOMPARE(searchText(once), once);
    }

    void displayTextKeepsWhatPeopleTyped()
    {
        QCOMPARE(
            displayText(u"Під’їзд №3\r\nдвері\rзламано\t!"),
            QStringLiteral("Під’їзд №3\nдвері\nзламано\t!"));
    }

    void displayTextDropsWhatDeceives()
    {
        QCOMPARE(displayText(u"a\u202Eb\u2066c\u0007d"), QStringLiteral("abcd"));
        QCOMPARE(displayText(QString(QString(QChar(0xDC00)) + u'x')), QStringLiteral("\uFFFDx"));
    }
};

QTEST_GUILESS_MAIN(NormaliseTest)
#include "NormaliseTest.moc"
