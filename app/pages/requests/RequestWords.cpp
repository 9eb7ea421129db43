// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/RequestWords.h"

#include "core/records/Registry.h"
#include "core/records/request/RequestMachine.h"

#include <QHash>
#include <QLocale>

#include <algorithm>

namespace spilno::pages {

using records::request::State;
using widgets::Tone;

namespace {

const records::RecordType &requestType()
{
    return *records::Registry::standard().type(QStringLiteral("request"));
}

QString recordWord(const char *label)
{
    return label == nullptr ? QString() : QCoreApplication::translate("records", label);
}

Tone toneOf(State state)
{
    switch (state) {
    case State::NeedsInformation:
    case State::PassedOn:
        return Tone::Warning;
    case State::Assigned:
    case State::InProgress:
        return Tone::Informative;
    case State::DoneWaiting:
    case State::Closed:
        return Tone::Positive;
    case State::Refused:
        return Tone::Negative;
    default:
        return Tone::Neutral;
    }
}

QString clock(const QDateTime &moment)
{
    return QLocale().toString(moment.time(), QStringLiteral("HH:mm"));
}

} // namespace

RequestWords::Mark RequestWords::state(std::uint32_t state)
{
    // A list has room for a short word; the whole one stands in the form's type.
    if (state == static_cast<std::uint32_t>(State::DoneWaiting))
        return {tr("To be confirmed"), toneOf(State::DoneWaiting)};
    if (state == static_cast<std::uint32_t>(State::PassedOn))
        return {tr("Passed on"), toneOf(State::PassedOn)};
    if (state == static_cast<std::uint32_t>(State::ClosedUnconfirmed))
        return {tr("Unconfirmed"), toneOf(State::ClosedUnconfirmed)};
    if (state == static_cast<std::uint32_t>(State::NeedsInformation))
        return {tr("Needs details"), toneOf(State::NeedsInformation)};
    const records::State *known = requestType().machine.state(state);
    return {
        known == nullptr ? tr("Unknown state") : recordWord(known->label),
        toneOf(static_cast<State>(state))};
}

bool RequestWords::isOpen(std::uint32_t state)
{
    const records::State *known = requestType().machine.state(state);
    return known == nullptr || known->open;
}

QString RequestWords::step(const QString &name)
{
    for (const records::Step &step : requestType().machine.steps) {
        if (step.name == name)
            return recordWord(step.label);
    }
    return name;
}

QString RequestWords::stepDone(const QString &name)
{
    // Impersonal forms: they say nothing about who a person is.
    const QHash<QString, QString> words{
        {QStringLiteral("ask"), tr("Information asked for")},
        {QStringLiteral("assign"), tr("Assigned")},
        {QStringLiteral("start"), tr("Work started")},
        {QStringLiteral("finish"), tr("Reported as done")},
        {QStringLiteral("refuse"), tr("Refused")},
        {QStringLiteral("duplicate"), tr("Marked as duplicate")},
        {QStringLiteral("pass_on"), tr("Passed to another body")},
        {QStringLiteral("return"), tr("Returned to the queue")},
        {QStringLiteral("resume"), tr("Work resumed")},
        {QStringLiteral("close_unconfirmed"), tr("Closed without confirmation")},
        {QStringLiteral("restore"), tr("Taken up again")},
        {QStringLiteral("close"), tr("Closed as imported")},
        {QStringLiteral("reply"), tr("Information given")},
        {QStringLiteral("confirm"), tr("Confirmed as done")},
        {QStringLiteral("reopen"), tr("Reopened")}};
    return words.value(name, step(name));
}

QString RequestWords::field(const QString &name)
{
    const records::FieldDescriptor *known = requestType().field(name);
    return known == nullptr ? name : recordWord(known->label);
}

RequestWords::Span RequestWords::Span::of(qint64 ms)
{
    const qint64 minutes = ms / 60'000;
    const int hours = static_cast<int>(minutes / 60);
    const int days = hours / 24;
    if (minutes < 60)
        return {Unit::Minutes, static_cast<int>(minutes)};
    if (hours < 48)
        return {Unit::Hours, hours};
    if (days < 100)
        return {Unit::Days, days};
    return days < 2 * 365 ? Span{Unit::Months, days * 12 / 365} : Span{Unit::Years, days / 365};
}

QString RequestWords::overdueBy(const Span &span)
{
    switch (span.unit) {
    case Span::Unit::Minutes:
        return tr("Overdue by %n min", nullptr, span.count);
    case Span::Unit::Hours:
        return tr("Overdue by %n h", nullptr, span.count);
    case Span::Unit::Days:
        return tr("Overdue by %n day(s)", nullptr, span.count);
    case Span::Unit::Months:
        return tr("Overdue by %n month(s)", nullptr, span.count);
    case Span::Unit::Years:
        break;
    }
    return tr("Overdue by %n year(s)", nullptr, span.count);
}

QString RequestWords::ago(const Span &span)
{
    switch (span.unit) {
    case Span::Unit::Minutes:
        return tr("%n min ago", "of a term that is over", span.count);
    case Span::Unit::Hours:
        return tr("%n h ago", "of a term that is over", span.count);
    case Span::Unit::Days:
        return tr("%n day(s) ago", "of a term that is over", span.count);
    case Span::Unit::Months:
        return tr("%n month(s) ago", "of a term that is over", span.count);
    case Span::Unit::Years:
        break;
    }
    return tr("%n year(s) ago", "of a term that is over", span.count);
}

RequestWords::Mark RequestWords::dueInList(
    const replica::Record &record, qint64 nowMs, const QTimeZone &zone)
{
    Mark mark = due(record, nowMs, zone);
    const qint64 target = record.value(QStringLiteral("target")).toInteger();
    if (mark.text.isEmpty())
        return mark;
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs, zone).date();
    if (target <= nowMs)
        mark.text = ago(Span::of(nowMs - target));
    else if (today.daysTo(QDateTime::fromMSecsSinceEpoch(target - 1, zone).date()) == 1)
        mark.text = tr("Tomorrow"); // the hour is in the detail
    return mark;
}

RequestWords::Mark RequestWords::due(
    const replica::Record &record, qint64 nowMs, const QTimeZone &zone)
{
    const qint64 target = record.value(QStringLiteral("target")).toInteger();
    if (target <= 0 || !isOpen(record.state))
        return {};
    if (target <= nowMs)
        return {overdueBy(Span::of(nowMs - target)), Tone::Negative};
    // A term ends with its last day: the last moment of it is what people mean.
    const QDateTime last = QDateTime::fromMSecsSinceEpoch(target - 1, zone);
    const bool wholeDay = last.time() >= QTime(23, 59);
    const qint64 days = QDateTime::fromMSecsSinceEpoch(nowMs, zone).date().daysTo(last.date());
    if (days == 0)
        return {wholeDay ? tr("Today") : tr("Today until %1").arg(clock(last)), Tone::Warning};
    if (days == 1)
        return {
            wholeDay ? tr("Tomorrow") : tr("Tomorrow until %1").arg(clock(last)), Tone::Neutral};
    if (days <= 60)
        return {tr("%n day(s) left", nullptr, static_cast<int>(days)), Tone::Neutral};
    return {QLocale().toString(last.date(), QLocale::ShortFormat), Tone::Neutral};
}

QString RequestWords::longestDue()
{
    const QStringList texts{
        ago({Span::Unit::Months, 22}), ago({Span::Unit::Days, 88}),
        tr("%n day(s) left", nullptr, 58), tr("Today until %1").arg(QStringLiteral("18:58"))};
    return *std::max_element(texts.begin(), texts.end(), [](const QString &a, const QString &b) {
        return a.size() < b.size();
    });
}

QString RequestWords::moment(qint64 ms, qint64 nowMs, const QTimeZone &zone)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(ms, zone);
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs, zone).date();
    if (moment.date() == today)
        return clock(moment);
    const QString day = moment.date().year() == today.year()
                            ? QLocale().toString(moment.date(), QStringLiteral("d MMMM"))
                            : QLocale().toString(moment.date(), QStringLiteral("d MMM yyyy"));
    return tr("%1, %2", "day, time").arg(day, clock(moment));
}

QString RequestWords::wholeMoment(qint64 ms, const QTimeZone &zone)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(ms, zone);
    return tr("%1, %2", "day, time")
        .arg(QLocale().toString(moment.date(), QStringLiteral("d MMMM yyyy")), clock(moment));
}

QString RequestWords::source(int number)
{
    const QStringList words{
        tr("telephone"), tr("at the desk"), tr("in the program"),    tr("at a kiosk"),
        tr("web page"),  tr("imported"),    tr("in some other way"),
    };
    return words.value(number);
}

QString RequestWords::stillChecking()
{
    return tr("The newest is shown first. Its signatures are valid; its place in the city's log is "
              "checked as the log comes in. You can work with it already.");
}

QString RequestWords::number(const replica::Record &record)
{
    const QString own = record.value(QStringLiteral("number")).toText();
    if (!own.isEmpty())
        return own;
    // Imported requests keep the number they had.
    return record.value(QStringLiteral("external_id")).toText();
}

QString RequestWords::joined(QStringList parts, const QString &between)
{
    parts.removeAll(QString());
    return parts.join(between);
}

} // namespace spilno::pages
