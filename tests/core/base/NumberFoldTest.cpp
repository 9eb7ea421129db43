// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text/NumberFold.h"

#include <QtTest/QtTest>

using namespace spilno::base;

class NumberFoldTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyWayToTypeANumberIsOneNumber_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        const QString number = QStringLiteral("Ш7-0412");
        for (const char16_t *typed :
             {u"Ш7-0412", u"ш7-0412", u"W7-0412", u"w7 412", u"№ Ш7–0412", u"#Ш7—0412", u"Ш 7 0412",
              u"Ш7/0412", u"Ш-7-0412", u" Ш7.0412 ", u"Ш7-О412", u"ш7-o4l2", u"Ш7-00000412"})
            QTest::addRow("%s", qUtf8Printable(QString::fromUtf16(typed)))
                << QString::fromUtf16(typed) << number;
        QTest::newRow("Latin twins") << QStringLiteral("HB-31") << QStringLiteral("НВ-0031");
        QTest::newRow("long counter") << QStringLiteral("А-1234567") << QStringLiteral("А-1234567");
        QTest::newRow("letters only, no separator")
            << QStringLiteral("Ш0412") << QStringLiteral("Ш-0412");
    }
    void everyWayToTypeANumberIsOneNumber()
    {
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        QCOMPARE(canonicalRequestNumber(typed).value_or(QString()), expected);
    }

    void aMissingSeparatorGivesAllReadingsLikeliestFirst()
    {
        QCOMPARE(
            requestNumberReadings(u"Ш71412"),
            QStringList({QStringLiteral("Ш7-1412"), QStringLiteral("Ш-71412")}));
        QVERIFY(!canonicalRequestNumber(u"Ш71412"));
    }

    void otherTextIsNoNumber_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char16_t *typed :
             {u"", u"-", u"0412", u"Ш7", u"Ш7-", u"Ш7-0000", u"ШШШШ-0412", u"Ш7777-0412", u"Ш7-abc",
              u"Ш7-1234567890", u"Ш7+0412", u"яма на дорозі", u"Ы7-0412", u"№"})
            QTest::addRow("'%s'", qUtf8Printable(QString::fromUtf16(typed)))
                << QString::fromUtf16(typed);
        QTest::newRow("very long") << QString(1000, u'Ш');
    }
    void otherTextIsNoNumber()
    {
        QFETCH(QString, typed);
        QVERIFY2(
            requestNumberReadings(typed).isEmpty(),
            qUtf8Printable(requestNumberReadings(typed).join(u' ')));
    }

    void whatIsGrantedIsReadBack()
    {
        for (const QChar letter : kNumberPrefixLetters) {
            const QString prefix = QString(letter) + u'7';
            QCOMPARE(canonicalPrefix(prefix).value_or(QString()), prefix);
            const QString number = requestNumber(prefix, 42);
            QCOMPARE(canonicalRequestNumber(number).value_or(QString()), number);
        }
    }
};

QTEST_GUILESS_MAIN(NumberFoldTest)
#include "NumberFoldTest.moc"
