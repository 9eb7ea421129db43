// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text/EditDistance.h"

#include <QtTest/QtTest>

using namespace spilno::base;

class EditDistanceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mistakesAreCounted_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<int>("distance");
        const auto row = [](const char *name, const char16_t *one, const char16_t *other,
                            int distance) {
            QTest::newRow(name) << QString::fromUtf16(one) << QString::fromUtf16(other) << distance;
        };
        row("equal", u"вулиця", u"вулиця", 0);
        row("changed", u"вулиця", u"вулица", 1);
        row("missing", u"вулиця", u"вулця", 1);
        row("added", u"вулиця", u"вуулиця", 1);
        row("swapped", u"вулиця", u"вуилця", 1);
        row("swapped at the ends", u"вулиця", u"увлияц", 2);
        row("empty", u"", u"дім", 3);
        row("all different", u"дім", u"сад", 3);
        row("longer by three", u"дім", u"дімдім", 3);
    }
    void mistakesAreCounted()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(int, distance);
        QCOMPARE(editDistance(one, other, 5), distance);
        QCOMPARE(editDistance(other, one, 5), distance);
    }

    void countingStopsAboveTheLimit()
    {
        QCOMPARE(editDistance(u"дім", u"сад", 1), 2);
        QCOMPARE(editDistance(u"дім", u"дімдімдім", 2), 3);
        QCOMPARE(editDistance(u"вулиця", u"вуилця", 0), 1);
    }
};

QTEST_GUILESS_MAIN(EditDistanceTest)
#include "EditDistanceTest.moc"
