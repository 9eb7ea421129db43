// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/DatePattern.h"

#include <QtCore/QDateTime>
#include <QtTest/QtTest>

using namespace spilno::import;

class DatePatternTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void datesAreReadInTheirZone_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("utc");
        const auto row = [](const char *pattern, const char *text, const char *zone,
                            const char *utc) {
            QTest::newRow(text) << QString::fromLatin1(pattern) << QString::fromLatin1(text)
                                << QByteArray(zone) << QString::fromLatin1(utc);
        };
        const char *us = "MM/dd/yyyy hh:mm:ss AP";
        row(us, "01/16/2015 08:30:00 AM", "America/New_York", "2015-01-16T13:30:00Z");
        row(us, "07/01/2015 12:00:01 AM", "America/New_York", "2015-07-01T04:00:01Z");
        row(us, "7/1/2015 12:00:01 PM", "America/New_York", "2015-07-01T16:00:01Z");
        row("dd.MM.yyyy H:mm", "29.02.2024 7:05", "Europe/Kyiv", "2024-02-29T05:05:00Z");
        row("yyyy-MM-ddTHH:mm:ss.zzz", "2015-07-01T06:51:56.243", "UTC",
            "2015-07-01T06:51:56.243Z");
        row("dd.MM.yyyy", "01.06.2026", "Europe/Kyiv", "2026-05-31T21:00:00Z");
    }
    void datesAreReadInTheirZone()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QFETCH(QByteArray, zone);
        QFETCH(QString, utc);
        const auto date = DatePattern::parse(pattern);
        QVERIFY(date);
        const auto time = date->read(text, QTimeZone(zone));
        QVERIFY(time);
        const auto format = *time % 1000 == 0 ? Qt::ISODate : Qt::ISODateWithMs;
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(*time, Qt::UTC).toString(format), utc);
    }

    void otherTextIsNoDate()
    {
        const auto date = DatePattern::parse(QStringLiteral("MM/dd/yyyy hh:mm:ss AP"));
        for (const QStringView text :
             {QStringView(u""), QStringView(u"13/16/2015 08:30:00 AM"),
              QStringView(u"02/30/2015 08:30:00 AM"), QStringView(u"01/16/2015 13:30:00 AM"),
              QStringView(u"01/16/2015 08:30:00"), QStringView(u"01/16/2015 08:30:00 AM x"),
              QStringView(u"01/16/15 08:30:00 AM"), QStringView(u"01/16/2015 08:61:00 AM"),
              QStringView(u"2015-01-16")})
            QVERIFY2(!date->read(text, QTimeZone::utc()), qUtf8Printable(text.toString()));
    }

    void unusablePatternsAreRefused()
    {
        for (const char *pattern : {"", "yyyy", "dd.MM", "dd.MM.yyyy Q", "ddd MMM yyyy GMT"})
            QVERIFY2(!DatePattern::parse(QString::fromLatin1(pattern)), pattern);
    }
};

QTEST_GUILESS_MAIN(DatePatternTest)
#include "DatePatternTest.moc"
