// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Backoff.h"
#include "tests/core/sync/TestCity.h"

#include <QtTest/QtTest>

using spilno::sync::Backoff;
using spilno::test::SeededRandom;

class BackoffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void boundsDoubleUpToTheLongest();
    void waitsFillTheWholeRange();
    void contactBeginsSmallAgain();
};

void BackoffTest::boundsDoubleUpToTheLongest()
{
    SeededRandom random(1);
    Backoff backoff(random, 100, 1000);
    QList<qint64> bounds;
    for (int i = 0; i < 100; ++i) {
        const qint64 bound = backoff.boundMs();
        if (i < 6)
            bounds.append(bound);
        const qint64 wait = backoff.nextMs();
        QVERIFY(wait >= 0 && wait <= bound);
    }
    QCOMPARE(bounds, QList<qint64>({100, 200, 400, 800, 1000, 1000}));
    QCOMPARE(backoff.boundMs(), 1000);
}

void BackoffTest::waitsFillTheWholeRange()
{
    SeededRandom random(2);
    int low = 0;
    int high = 0;
    for (int i = 0; i < 1000; ++i) {
        Backoff backoff(random, 1000, 1000);
        const qint64 wait = backoff.nextMs();
        low += wait < 250 ? 1 : 0;
        high += wait > 750 ? 1 : 0;
    }
    QVERIFY2(low > 180 && low < 320, qPrintable(QString::number(low)));
    QVERIFY2(high > 180 && high < 320, qPrintable(QString::number(high)));
}

void BackoffTest::contactBeginsSmallAgain()
{
    SeededRandom random(3);
    Backoff backoff(random, 100, 100'000);
    for (int i = 0; i < 5; ++i)
        (void)backoff.nextMs();
    QCOMPARE(backoff.boundMs(), 3200);
    backoff.reset();
    QCOMPARE(backoff.boundMs(), 100);
}

QTEST_APPLESS_MAIN(BackoffTest)
#include "BackoffTest.moc"
