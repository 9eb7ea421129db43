// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/Badge.h"
#include "core/replica/Record.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace spilno::pages {

/// What requests are called in the person's language. Pure functions, GUI thread.
class RequestWords
{
    Q_DECLARE_TR_FUNCTIONS(spilno::pages::RequestWords)

public:
    /// A few words with the tone of their badge.
    struct Mark
    {
        QString text;
        widgets::Tone tone = widgets::Tone::Neutral;
    };

    static Mark state(std::uint32_t state);
    static bool isOpen(std::uint32_t state);
    /// The name of a step on a button.
    static QString step(const QString &name);
    /// The same as a thing that happened, in a history.
    static QString stepDone(const QString &name);
    /// The name of a field of requests on a form.
    static QString field(const QString &name);
    /// What became of the term; empty without one or when the request is closed.
    static Mark due(const replica::Record &record, qint64 nowMs, const QTimeZone &zone);
    /// The same with fewer words, for a column that says what it is about.
    static Mark dueInList(const replica::Record &record, qint64 nowMs, const QTimeZone &zone);
    /// As wide as dueInList() gets.
    static QString longestDue();
    /// A moment in the city's zone: «09:31» today, «21 November, 09:31», with the year before that.
    static QString moment(qint64 ms, qint64 nowMs, const QTimeZone &zone);
    /// The same with the day and the year always, for print.
    static QString wholeMoment(qint64 ms, const QTimeZone &zone);
    /// How the report came, by the number of its choice.
    static QString source(int number);
    /// What it means that a record is shown before the log has come so far.
    static QString stillChecking();
    /// The number or, before it has one, a word for that.
    static QString number(const replica::Record &record);
    /// The parts that are not empty, with `between` in between.
    static QString joined(QStringList parts, const QString &between);

private:
    /// How long ago, in the unit people would use.
    struct Span
    {
        enum class Unit : std::uint8_t { Minutes, Hours, Days, Months, Years };
        Unit unit = Unit::Minutes;
        int count = 0;
        static Span of(qint64 ms);
    };

    static QString overdueBy(const Span &span);
    static QString ago(const Span &span);
};

} // namespace spilno::pages
