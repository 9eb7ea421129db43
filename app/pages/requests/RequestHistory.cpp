// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/RequestHistory.h"

#include "app/pages/requests/CityBook.h"
#include "app/pages/requests/RequestWords.h"
#include "app/records/ChangeWords.h"
#include "app/style/Icons.h"
#include "app/style/Spacing.h"
#include "app/widgets/Badge.h"
#include "app/widgets/Label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace spilno::pages {

using replica::HistoryItem;
using style::ColourRole;
using style::TextRole;
using style::Spacing::L;
using style::Spacing::M;
using style::Spacing::S;
using style::Spacing::Xs;

namespace {

constexpr int kShownEdit = 120; ///< Letters of an edited value shown in the history.

wire::Value written(const HistoryItem &item, const char *field)
{
    for (const auto &[name, value] : item.fields) {
        if (name == QLatin1String(field))
            return value;
    }
    return {};
}

/// The sentence that went with a change.
QString quoteOf(const HistoryItem &item)
{
    for (const char *field : {"reason", "answer", "note"}) {
        const QString text = written(item, field).toText();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

/// Names of the fields an edit touched, with the new value where it is short.
QString editOf(const HistoryItem &item)
{
    QStringList parts;
    for (const auto &[name, value] : item.fields) {
        const bool quoted = name == QLatin1String("note") || name == QLatin1String("answer") ||
                            name == QLatin1String("reason");
        const QString text = value.toText().simplified();
        parts.append(
            quoted || text.isEmpty() || text.size() > kShownEdit
                ? RequestWords::field(name)
                : RequestHistory::tr("%1: %2").arg(RequestWords::field(name), text));
    }
    return parts.isEmpty() ? RequestHistory::tr("Changed")
                           : RequestHistory::tr("Changed: %1").arg(parts.join(u", "));
}

QString stepOf(const HistoryItem &item, const RequestFacts &facts, const CityBook &book)
{
    const QString done = RequestWords::stepDone(item.step);
    if (item.step == QLatin1String("assign")) {
        const bool present =
            written(item, "assignee") == facts.request.value(QStringLiteral("assignee"));
        if (present && !facts.assigneeName.isEmpty())
            return RequestHistory::tr("%1: %2").arg(done, facts.assigneeName);
    }
    if (item.step == QLatin1String("pass_on")) {
        const QByteArray bytes = written(item, "body").toBytes();
        const auto body = base::EntityId::fromBytes(base::view(bytes));
        const QString name = body ? book.bodyName(*body) : QString();
        if (!name.isEmpty())
            return RequestHistory::tr("%1: %2").arg(done, name);
    }
    return done;
}

QString placeUnchecked()
{
    return RequestHistory::tr("Signature valid, checked on this computer. Its place in the city's "
                              "log is still being checked.");
}

HistoryEntry entryOf(const HistoryItem &item, const RequestFacts &facts, const CityBook &book)
{
    HistoryEntry entry;
    entry.ms = item.writtenMs;
    entry.who = item.personName.isEmpty()
                    ? RequestHistory::tr("Person %1").arg(item.person.toHex().left(8))
                    : item.personName;
    const bool creates = !written(item, "title").isEmpty() && item.step.isEmpty() &&
                         item.op == facts.history.front().op;
    if (creates) {
        const wire::Value source = written(item, "source");
        entry.what = source.isInteger()
                         ? RequestHistory::tr("Registered · %1")
                               .arg(RequestWords::source(static_cast<int>(source.toInteger())))
                         : RequestHistory::tr("Registered");
    } else {
        entry.what = item.step.isEmpty() ? editOf(item) : stepOf(item, facts, book);
        entry.quote = quoteOf(item);
    }
    using Standing = HistoryEntry::Standing;
    if (item.pending) {
        entry.standing = Standing::Pending;
        entry.explanation =
            RequestHistory::tr("Signed on this computer; the city has not received it yet.");
    } else if (item.preview) {
        entry.standing = Standing::Checking;
        entry.explanation = placeUnchecked();
    } else if (!item.verdict.isEmpty() && item.verdict != QLatin1String("soft")) {
        entry.standing = Standing::Void;
        entry.explanation = records::ChangeWords::reason(item.verdict);
    } else if (item.erased) {
        entry.standing = Standing::Erased;
        entry.explanation =
            RequestHistory::tr("The author took the words back. That something stood here stays.");
    } else {
        entry.explanation =
            RequestHistory::tr("Signature valid, checked on this computer. Device %1, place %2 "
                               "in the log of the district or department.")
                .arg(item.device.toHex().left(16), QLocale().toString(item.position));
        if (item.verdict == QLatin1String("soft"))
            entry.explanation += QLatin1Char('\n') + records::ChangeWords::reason(item.verdict);
    }
    return entry;
}

HistoryEntry entryOfComment(const replica::Record &comment)
{
    HistoryEntry entry;
    entry.ms = comment.createdMs;
    entry.who = comment.authorName.isEmpty()
                    ? RequestHistory::tr("Person %1").arg(comment.author.toHex().left(8))
                    : comment.authorName;
    const bool answer = comment.value(QStringLiteral("kind")).toInteger() == 1;
    entry.what = answer ? RequestHistory::tr("Answer") : RequestHistory::tr("Comment");
    entry.quote = comment.value(QStringLiteral("text")).toText();
    if (comment.pending) {
        entry.standing = HistoryEntry::Standing::Pending;
        entry.explanation =
            RequestHistory::tr("Signed on this computer; the city has not received it yet.");
    } else if (comment.preview) {
        entry.standing = HistoryEntry::Standing::Checking;
        entry.explanation = placeUnchecked();
    } else {
        entry.explanation = RequestHistory::tr("Signature valid, checked on this computer.");
    }
    return entry;
}

/// A small icon with a name for screen readers and the whole story in its tooltip.
class StandingMark : public QWidget
{
public:
    StandingMark(const QString &icon, ColourRole role, const QString &name, const QString &story)
        : m_icon(icon)
        , m_role(role)
    {
        setAccessibleName(name);
        setAccessibleDescription(story);
        setToolTip(story);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const int side = style::Typography::scaled(16);
        return {side, side};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        style::Icons::paint(painter, m_icon, rect(), style::Colours::of(palette())(m_role));
    }

private:
    QString m_icon;
    ColourRole m_role;
};

} // namespace

QList<HistoryEntry> HistoryEntry::of(const RequestFacts &facts, const CityBook &book)
{
    QList<HistoryEntry> entries;
    for (const HistoryItem &item : facts.history)
        entries.append(entryOf(item, facts, book));
    for (const replica::Record &comment : facts.comments)
        entries.append(entryOfComment(comment));
    std::stable_sort(
        entries.begin(), entries.end(), [](const auto &a, const auto &b) { return a.ms < b.ms; });
    return entries;
}

RequestHistory::RequestHistory(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(L, 0, 0, 0);
    m_column->setSpacing(M);
}

void RequestHistory::setEntries(
    const QList<HistoryEntry> &entries, qint64 nowMs, const QTimeZone &zone)
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const HistoryEntry &entry : entries)
        m_column->addWidget(makeEntry(entry, nowMs, zone));
}

QWidget *RequestHistory::makeEntry(const HistoryEntry &entry, qint64 nowMs, const QTimeZone &zone)
{
    using Standing = HistoryEntry::Standing;
    auto *widget = new QWidget;
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    const bool quiet = entry.standing != Standing::Signed;
    auto *what = new widgets::Label(
        entry.what, TextRole::Strong, quiet ? ColourRole::Muted : ColourRole::Text);
    what->setWordWrap(true);
    column->addWidget(what);
    if (!entry.quote.isEmpty()) {
        auto *quote = new widgets::Label(entry.quote, TextRole::Body);
        quote->setColumn(true);
        quote->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(quote);
    }
    auto *row = new QHBoxLayout;
    row->setSpacing(Xs + 2);
    auto *meta = new widgets::Label(
        RequestWords::joined(
            {RequestWords::moment(entry.ms, nowMs, zone), entry.who}, QStringLiteral(" · ")),
        TextRole::Secondary, ColourRole::Muted);
    meta->setWordWrap(true);
    meta->setToolTip(RequestWords::wholeMoment(entry.ms, zone));
    // As wide as its words, so that the mark follows them; a wrapping label asks for less.
    const int width = QFontMetrics(meta->font()).horizontalAdvance(meta->text()) + 2;
    meta->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    meta->setMaximumWidth(width);
    row->addWidget(meta, 1000, Qt::AlignVCenter);
    if (entry.standing == Standing::Signed)
        row->addWidget(
            new StandingMark(
                QStringLiteral("badge-check"), ColourRole::Positive, tr("Signature valid"),
                entry.explanation),
            0, Qt::AlignVCenter);
    row->addStretch(1);
    column->addLayout(row);
    if (quiet) {
        const QString words = entry.standing == Standing::Pending    ? tr("Not sent yet")
                              : entry.standing == Standing::Checking ? tr("Still checking")
                              : entry.standing == Standing::Void     ? tr("Had no effect")
                                                                     : tr("Words taken back");
        auto *badge = new widgets::Badge(
            words, entry.standing == Standing::Void       ? widgets::Tone::Negative
                   : entry.standing == Standing::Checking ? widgets::Tone::Informative
                                                          : widgets::Tone::Neutral);
        badge->setToolTip(entry.explanation);
        badge->setAccessibleDescription(entry.explanation);
        column->addWidget(badge, 0, Qt::AlignLeft);
    }
    if (entry.standing == Standing::Void) {
        auto *why = new widgets::Label(entry.explanation, TextRole::Secondary, ColourRole::Muted);
        why->setWordWrap(true);
        column->addWidget(why);
    }
    widget->setAccessibleName(
        RequestWords::joined({entry.what, entry.quote, meta->text()}, QStringLiteral(". ")));
    return widget;
}

void RequestHistory::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, 2, height()), style::Colours::of(palette())(ColourRole::Line));
}

} // namespace spilno::pages
