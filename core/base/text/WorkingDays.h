// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QtCore/QByteArray>
#include <QtCore/QDate>
#include <QtCore/QList>
#include <QtCore/QSet>
#include <QtCore/QTimeZone>

#include <optional>

namespace spilno::base {

/// A stretch of time in which a term does not run. Without an end it is still open.
struct Pause
{
    qint64 fromMs = 0;
    std::optional<qint64> toMs;
};

/// Saturday and Sunday, 1 being Monday.
[[nodiscard]] inline QSet<int> weekend()
{
    QSet<int> days;
    days << 6 << 7;
    return days;
}

/// The rule a city publishes: where its clock stands and which days are worked.
struct WorkingRule
{
    QByteArray zoneId = "Europe/Kyiv"; ///< IANA name.
    QSet<int> restDays = weekend();    ///< Days of the week without work, 1 = Monday.
    QSet<QDate> holidays;              ///< Days without work whatever the weekday.
    QSet<QDate> workedDays;            ///< Days worked although the two above say otherwise.
};

/// Counts working days by a city's rule. A plain value made from data of the log, so that every
/// replica finds the same term; it reads no wall clock. Any thread. Times are milliseconds since
/// 1970 UTC, dates are dates of the city.
class WorkingDays
{
public:
    /// InvalidArgument: unknown zone, a day of the week outside 1..7, or no working day at all.
    [[nodiscard]] static Result<WorkingDays> make(const WorkingRule &rule);

    [[nodiscard]] bool isWorkingDay(QDate day) const;

    /// The n-th working day after `day` (n < 0: before it); for n = 0 `day` itself, or the next
    /// working day if it is a day of rest. Limited to ±10,000 days: beyond it an invalid date.
    [[nodiscard]] QDate add(QDate day, int count) const;

    /// Working days after `from` up to and including `to`; negative when `to` is earlier.
    [[nodiscard]] int between(QDate from, QDate to) const;

    /// The city's date at a moment.
    [[nodiscard]] QDate dateAt(qint64 timeMs) const;

    /// The first moment after the city's day, whatever the change of summer time does.
    [[nodiscard]] qint64 endOfDayMs(QDate day) const;

    /// When a term of `count` working days that began at `startMs` is over: the end of its last
    /// day. The day of the start does not count; a day at whose end a pause holds does not count.
    /// Nothing while an open pause keeps the term from ending.
    [[nodiscard]] std::optional<qint64> deadlineMs(
        qint64 startMs, int count, const QList<Pause> &pauses = {}) const;

    /// Working days of the term used up at `nowMs`, by the same counting.
    [[nodiscard]] int elapsedDays(
        qint64 startMs, qint64 nowMs, const QList<Pause> &pauses = {}) const;

private:
    WorkingDays(const WorkingRule &rule, const QTimeZone &zone);
    [[nodiscard]] bool isCounted(QDate day, const QList<Pause> &pauses) const;

    WorkingRule m_rule;
    QTimeZone m_zone;
};

} // namespace spilno::base
