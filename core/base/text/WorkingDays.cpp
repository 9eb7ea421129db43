// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text/WorkingDays.h"

#include <QtCore/QDateTime>

#include <algorithm>
#include <cstdlib>

namespace spilno::base {

namespace {

constexpr int kCountMax = 10'000;
/// No calendar of holidays keeps a working day away for longer than this.
constexpr int kRestStretchMax = 3'660;

} // namespace

Result<WorkingDays> WorkingDays::make(const WorkingRule &rule)
{
    const QTimeZone zone(rule.zoneId);
    if (!zone.isValid()) {
        return failure(
            ErrorCode::InvalidArgument,
            QStringLiteral("unknown time zone '%1'").arg(QString::fromLatin1(rule.zoneId)));
    }
    for (const int day : rule.restDays) {
        if (day < 1 || day > 7)
            return failure(
                ErrorCode::InvalidArgument, QStringLiteral("no weekday has number %1").arg(day));
    }
    if (rule.restDays.size() == 7)
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a week without working days"));
    return WorkingDays(rule, zone);
}

WorkingDays::WorkingDays(const WorkingRule &rule, const QTimeZone &zone)
    : m_rule(rule)
    , m_zone(zone)
{
}

bool WorkingDays::isWorkingDay(QDate day) const
{
    if (!day.isValid())
        return false;
    if (m_rule.workedDays.contains(day))
        return true;
    return !m_rule.restDays.contains(day.dayOfWeek()) && !m_rule.holidays.contains(day);
}

QDate WorkingDays::add(QDate day, int count) const
{
    if (!day.isValid() || std::abs(count) > kCountMax)
        return {};
    const int step = count < 0 ? -1 : 1;
    int rest = 0;
    if (count == 0) {
        while (!isWorkingDay(day) && ++rest < kRestStretchMax)
            day = day.addDays(1);
        return rest < kRestStretchMax ? day : QDate();
    }
    for (int left = std::abs(count); left > 0;) {
        day = day.addDays(step);
        if (isWorkingDay(day)) {
            --left;
            rest = 0;
        } else if (++rest >= kRestStretchMax) {
            return {};
        }
    }
    return day;
}

int WorkingDays::between(QDate from, QDate to) const
{
    if (!from.isValid() || !to.isValid())
        return 0;
    if (to < from)
        return -between(to, from);
    int count = 0;
    for (QDate day = from.addDays(1); day <= to && count < kCountMax; day = day.addDays(1))
        count += isWorkingDay(day) ? 1 : 0;
    return count;
}

QDate WorkingDays::dateAt(qint64 timeMs) const
{
    return QDateTime::fromMSecsSinceEpoch(timeMs, m_zone).date();
}

qint64 WorkingDays::endOfDayMs(QDate day) const
{
    return day.addDays(1).startOfDay(m_zone).toMSecsSinceEpoch();
}

bool WorkingDays::isCounted(QDate day, const QList<Pause> &pauses) const
{
    if (!isWorkingDay(day))
        return false;
    const qint64 endMs = endOfDayMs(day);
    return std::none_of(pauses.begin(), pauses.end(), [endMs](const Pause &pause) {
        return pause.fromMs < endMs && (!pause.toMs || *pause.toMs >= endMs);
    });
}

std::optional<qint64> WorkingDays::deadlineMs(
    qint64 startMs, int count, const QList<Pause> &pauses) const
{
    QDate day = dateAt(startMs);
    if (!day.isValid() || count < 0 || count > kCountMax)
        return std::nullopt;
    int rest = 0;
    for (int left = count; left > 0;) {
        day = day.addDays(1);
        if (isCounted(day, pauses)) {
            --left;
            rest = 0;
        } else if (++rest >= kRestStretchMax) {
            return std::nullopt;
        }
    }
    return endOfDayMs(day);
}

int WorkingDays::elapsedDays(qint64 startMs, qint64 nowMs, const QList<Pause> &pauses) const
{
    int count = 0;
    const QDate last = dateAt(nowMs);
    for (QDate day = dateAt(startMs).addDays(1); day < last && count < kCountMax;
         day = day.addDays(1))
        count += isCounted(day, pauses) ? 1 : 0;
    return count;
}

} // namespace spilno::base
