// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text/WorkingDays.h"

#include <QtCore/QDateTime>
#include <QtTest/QtTest>

using namespace spilno::base;

class WorkingDaysTest : public QObject
{
    Q_OBJECT

    static WorkingDays calendar()
    {
        WorkingRule rule;
        rule.holidays = {QDate(2026, 12, 25), QDate(2026, 12, 28)};
        rule.workedDays = {QDate(2026, 12, 26)};
        return *WorkingDays::make(rule);
    }

    static qint64 kyivMs(const QString &text)
    {
        QDateTime time = QDateTime::fromString(text, Qt::ISODate);
        time.setTimeZone(QTimeZone("Europe/Kyiv"));
        return time.toMSecsSinceEpoch();
    }

private Q_SLOTS:
    void weekendsAndHolidaysAreLeftOut()
    {
        const WorkingDays days = calendar();
        QVERIFY(days.isWorkingDay(QDate(2026, 12, 24)));
        QVERIFY(!days.isWorkingDay(QDate(2026, 12, 25)));
        QVERIFY(days.isWorkingDay(QDate(2026, 12, 26))); // a Saturday worked instead
        QVERIFY(!days.isWorkingDay(QDate(2026, 12, 27)));
        QVERIFY(!days.isWorkingDay(QDate()));
    }

    void addingCountsWorkingDaysBothWays()
    {
        const WorkingDays days = calendar();
        QCOMPARE(days.add(QDate(2026, 12, 24), 2), QDate(2026, 12, 29));
        QCOMPARE(days.add(QDate(2026, 12, 29), -2), QDate(2026, 12, 24));
        QCOMPARE(days.add(QDate(2026, 12, 27), 0), QDate(2026, 12, 29));
        QVERIFY(!days.add(QDate(2026, 12, 27), 20'000).isValid());
    }

    void betweenIsTheOppositeOfAdd()
    {
        const WorkingDays days = calendar();
        const QDate from(2026, 11, 23);
        for (int count = 1; count < 60; ++count) {
            QCOMPARE(days.between(from, days.add(from, count)), count);
            QCOMPARE(days.between(days.add(from, count), from), -count);
        }
    }

    void aTermEndsWithItsLastDayInTheCity()
    {
        const auto deadline =
            calendar().deadlineMs(kyivMs(QStringLiteral("2026-11-23T23:30:00")), 3);
        QCOMPARE(deadline.value_or(0), kyivMs(QStringLiteral("2026-11-27T00:00:00")));
    }

    void aTermOverSummerTimeEndsAtMidnight()
    {
        const WorkingDays days = calendar();
        const auto deadline = days.deadlineMs(kyivMs(QStringLiteral("2026-03-27T12:00:00")), 1);
        QCOMPARE(deadline.value_or(0), kyivMs(QStringLiteral("2026-03-31T00:00:00")));
        QCOMPARE(
            days.endOfDayMs(QDate(2026, 3, 29)) - days.endOfDayMs(QDate(2026, 3, 28)),
            23 * 3'600'000LL);
    }

    void aPauseMovesTheEndAndAnOpenOneTakesItAway()
    {
        const WorkingDays days = calendar();
        const qint64 start = kyivMs(QStringLiteral("2026-11-23T10:00:00"));
        const Pause closed = {
            kyivMs(QStringLiteral("2026-11-24T10:00:00")),
            kyivMs(QStringLiteral("2026-11-26T09:00:00"))};
        QCOMPARE(
            days.deadlineMs(start, 3, {closed}).value_or(0),
            kyivMs(QStringLiteral("2026-12-01T00:00:00")));
        const Pause open = {kyivMs(QStringLiteral("2026-11-24T10:00:00")), std::nullopt};
        QVERIFY(!days.deadlineMs(start, 3, {open}));
        QCOMPARE(days.elapsedDays(start, kyivMs(QStringLiteral("2026-12-10T10:00:00")), {open}), 0);
    }

    void elapsedDaysReachTheTermAtTheDeadline()
    {
        const WorkingDays days = calendar();
        const qint64 start = kyivMs(QStringLiteral("2026-12-21T10:00:00"));
        const qint64 deadline = *days.deadlineMs(start, 5);
        QCOMPARE(days.elapsedDays(start, deadline - 1), 4);
        QCOMPARE(days.elapsedDays(start, deadline), 5);
    }

    void unusableRulesAreRefused()
    {
        WorkingRule rule;
        rule.zoneId = "Europe/Atlantis";
        QCOMPARE(WorkingDays::make(rule).error().code, ErrorCode::InvalidArgument);
        rule = {};
        rule.restDays = {1, 2, 3, 4, 5, 6, 7};
        QVERIFY(!WorkingDays::make(rule));
        rule.restDays = {0};
        QVERIFY(!WorkingDays::make(rule));
    }
};

QTEST_GUILESS_MAIN(WorkingDaysTest)
#include "WorkingDaysTest.moc"
