// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/Badge.h"

#include "app/style/Icons.h"
#include "app/style/Shapes.h"
#include "app/style/Spacing.h"
#include "app/style/Typography.h"

#include <QFontMetrics>
#include <QPainter>

namespace spilno::widgets {

using style::ColourRole;
using style::TextRole;
namespace Typography = style::Typography;

namespace BadgeLook {
namespace {

constexpr int BadgePadding = 8;
constexpr int MarkGap = 5;

int markSide(const QFontMetrics &metrics)
{
    return metrics.xHeight() + 1;
}

} // namespace

ColourRole textRole(Tone tone)
{
    switch (tone) {
    case Tone::Informative:
        return ColourRole::Accent;
    case Tone::Positive:
        return ColourRole::Positive;
    case Tone::Warning:
        return ColourRole::Warning;
    case Tone::Negative:
        return ColourRole::Negative;
    case Tone::Neutral:
        break;
    }
    return ColourRole::Muted;
}

ColourRole groundRole(Tone tone)
{
    switch (tone) {
    case Tone::Informative:
        return ColourRole::AccentSoft;
    case Tone::Positive:
        return ColourRole::PositiveSoft;
    case Tone::Warning:
        return ColourRole::WarningSoft;
    case Tone::Negative:
        return ColourRole::NegativeSoft;
    case Tone::Neutral:
        break;
    }
    return ColourRole::Sunk;
}

QSize size(const QString &text, Tone tone)
{
    const QFontMetrics metrics(Typography::font(TextRole::SecondaryStrong));
    const int mark = tone == Tone::Neutral ? 0 : markSide(metrics) + Typography::scaled(MarkGap);
    return {metrics.horizontalAdvance(text) + 2 * BadgePadding + mark, metrics.height() + 5};
}

void paintMark(QPainter &painter, const QRectF &box, Tone tone, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const QPointF middle = box.center();
    switch (tone) {
    case Tone::Informative:
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5));
        break;
    case Tone::Warning:
        painter.drawPolygon(QPolygonF(
            {{middle.x(), box.top()},
             {box.right(), middle.y()},
             {middle.x(), box.bottom()},
             {box.left(), middle.y()}}));
        break;
    case Tone::Negative:
        painter.drawPolygon(QPolygonF(
            {{middle.x(), box.top()}, {box.right(), box.bottom()}, {box.left(), box.bottom()}}));
        break;
    case Tone::Positive: {
        QPen pen(colour, 1.75);
        pen.setCapStyle(Qt::RoundCap);
        pen.setJoinStyle(Qt::RoundJoin);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF(
            {{box.left(), middle.y()},
             {box.left() + box.width() * 0.38, box.bottom() - 1},
             {box.right(), box.top() + 1}}));
        break;
    }
    case Tone::Neutral:
        break;
    }
    painter.restore();
}

void paint(
    QPainter &painter,
    const QPoint &at,
    const QString &text,
    Tone tone,
    const QPalette &palette,
    bool outlined)
{
    const style::Colours &colours = style::Colours::of(palette);
    const QRect box(at, size(text, tone));
    const QColor ink = colours(textRole(tone));
    style::paintBox(
        painter, box, style::Radius::Badge, colours(groundRole(tone)),
        outlined ? colours(ColourRole::Line) : QColor());
    painter.save();
    painter.setFont(Typography::font(TextRole::SecondaryStrong));
    int left = box.left() + BadgePadding;
    if (tone != Tone::Neutral) {
        const int side = markSide(painter.fontMetrics());
        paintMark(
            painter, QRectF(left, box.top() + (box.height() - side) / 2.0, side, side), tone, ink);
        left += side + Typography::scaled(MarkGap);
    }
    painter.setPen(ink);
    painter.drawText(
        QRect(left, box.top(), box.right() - left, box.height()),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip, text);
    painter.restore();
}

} // namespace BadgeLook

Badge::Badge(const QString &text, Tone tone, QWidget *parent)
    : QLabel(text, parent)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    Typography::follow(this, TextRole::SecondaryStrong);
}

void Badge::setTone(Tone tone)
{
    m_tone = tone;
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return BadgeLook::size(text(), m_tone);
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    BadgeLook::paint(painter, {0, 0}, text(), m_tone, palette());
}

} // namespace spilno::widgets
