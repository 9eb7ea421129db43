// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/SyncStatusItem.h"

#include "app/style/ColourRole.h"
#include "app/style/Shapes.h"
#include "app/style/Spacing.h"
#include "app/style/Typography.h"
#include "app/widgets/Badge.h"
#include "app/widgets/EnterPresses.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QTimer>

namespace spilno::widgets {

using style::ColourRole;

namespace {

constexpr int MarkSide = 10;
constexpr int SideMargin = style::Spacing::S;

int mark()
{
    return style::Typography::scaled(MarkSide);
}

QString when(const QDateTime &then, const QDateTime &now)
{
    const QLocale locale;
    if (then.date() == now.date())
        return locale.toString(then.time(), QStringLiteral("HH:mm"));
    return locale.toString(then, QStringLiteral("d MMM HH:mm"));
}

Tone toneOf(const SyncStatus &status)
{
    switch (status.link) {
    case SyncStatus::Link::Online:
        return status.waiting > 0 ? Tone::Informative : Tone::Positive;
    case SyncStatus::Link::Connecting:
        return Tone::Informative;
    case SyncStatus::Link::Offline:
        return Tone::Warning;
    case SyncStatus::Link::Refused:
        break;
    }
    return Tone::Negative;
}

} // namespace

SyncStatusItem::SyncStatusItem(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    new EnterPresses(this);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    style::Typography::follow(this, style::TextRole::Body);
    auto *minute = new QTimer(this);
    connect(minute, &QTimer::timeout, this, &SyncStatusItem::refresh);
    minute->start(60'000);
    refresh();
}

void SyncStatusItem::setStatus(const SyncStatus &status)
{
    m_status = status;
    refresh();
}

QString SyncStatusItem::words(const SyncStatus &status, const QDateTime &now)
{
    const QString waiting = tr("%Ln change(s) waiting", nullptr, status.waiting);
    const auto joined = [&](const QString &first) {
        return status.waiting > 0 ? QStringLiteral("%1 · %2").arg(first, waiting) : first;
    };
    switch (status.link) {
    case SyncStatus::Link::Online:
        if (status.waiting > 0)
            return joined(tr("Sending"));
        return QStringLiteral("%1 · %2").arg(
            tr("All sent"), !status.lastContact.isValid() || status.lastContact.secsTo(now) < 90
                                ? tr("just now")
                                : when(status.lastContact, now));
    case SyncStatus::Link::Connecting:
        return joined(tr("Connecting"));
    case SyncStatus::Link::Offline:
        return joined(
            status.lastContact.isValid()
                ? tr("No connection since %1").arg(when(status.lastContact, now))
                : tr("No connection yet"));
    case SyncStatus::Link::Refused:
        break;
    }
    return joined(tr("The city refused some changes"));
}

QSize SyncStatusItem::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {
        metrics.horizontalAdvance(text()) + mark() + 3 * SideMargin + 2,
        qMax(style::Size::Control, metrics.height() + 2 * SideMargin)};
}

QSize SyncStatusItem::minimumSizeHint() const
{
    return {mark() + 4 * SideMargin, sizeHint().height()};
}

void SyncStatusItem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const style::Colours &colours = style::Colours::of(palette());
    if (underMouse())
        style::paintBox(painter, rect(), style::Radius::Control, colours(ColourRole::Sunk));
    if (hasFocus())
        style::paintFocusRing(painter, rect(), style::Radius::Control, colours(ColourRole::Accent));
    const Tone tone = toneOf(m_status);
    const int side = mark();
    const QRectF box(SideMargin, (height() - side) / 2.0, side, side);
    // A filled circle in the pictures; offline it is a gold diamond, refused a triangle.
    const QColor ink =
        colours(tone == Tone::Warning ? ColourRole::Gold : BadgeLook::textRole(tone));
    BadgeLook::paintMark(painter, box, tone == Tone::Positive ? Tone::Informative : tone, ink);
    const QRect room = rect().adjusted(2 * SideMargin + side, 0, -SideMargin, 0);
    painter.setPen(colours(ColourRole::Muted));
    painter.drawText(
        room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
}

void SyncStatusItem::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

bool SyncStatusItem::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip)
        setToolTip(text());
    return QAbstractButton::event(event);
}

void SyncStatusItem::refresh()
{
    const QString sentence = words(m_status, QDateTime::currentDateTime());
    setAccessibleName(sentence);
    if (sentence != text()) {
        setText(sentence);
        updateGeometry();
    }
    update();
}

} // namespace spilno::widgets
