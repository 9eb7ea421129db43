// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/FieldLook.h"

#include "app/style/ColourRole.h"
#include "app/style/Icons.h"
#include "app/style/Shapes.h"
#include "app/style/Spacing.h"
#include "app/style/Typography.h"

#include <QPainter>

namespace spilno::style::FieldLook {
namespace {

QColor outlineOf(const QStyleOption &option)
{
    const Colours &colours = Colours::of(option.palette);
    if (!(option.state & QStyle::State_Enabled))
        return colours(ColourRole::Line);
    return colours(
        option.state & QStyle::State_MouseOver ? ColourRole::Muted : ColourRole::ControlLine);
}

bool showsFocus(const QStyleOption &option)
{
    return (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Enabled);
}

} // namespace

void drawFrame(const QStyleOption &option, QPainter &painter, bool readOnly, bool invalid)
{
    const Colours &colours = Colours::of(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const QColor fill = colours(readOnly || !enabled ? ColourRole::Sunk : ColourRole::Raised);
    QColor outline = invalid ? colours(ColourRole::Negative) : outlineOf(option);
    double width = invalid ? 1.5 : 1;
    if (showsFocus(option)) {
        outline = colours(invalid ? ColourRole::Negative : ColourRole::Accent);
        width = Size::FocusRing;
    }
    paintBox(painter, option.rect, Radius::Control, fill, outline, width);
}

void drawCheckBox(const QStyleOption &option, QPainter &painter)
{
    const Colours &colours = Colours::of(option.palette);
    const bool marked = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
    if (!marked) {
        paintBox(painter, box, 4, colours(ColourRole::Raised), outlineOf(option), 1.5);
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    paintBox(painter, box, 4, colours(enabled ? ColourRole::Accent : ColourRole::ControlLine));
    const QColor mark = colours(enabled ? ColourRole::OnAccent : ColourRole::Raised);
    if (option.state & QStyle::State_NoChange) {
        painter.fillRect(QRectF(box.left() + 4, box.center().y() - 1, box.width() - 8, 2), mark);
    } else {
        Icons::paint(painter, QStringLiteral("check"), box.adjusted(1, 1, -1, -1), mark);
    }
}

void drawRadioButton(const QStyleOption &option, QPainter &painter)
{
    const Colours &colours = Colours::of(option.palette);
    const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const bool on = option.state & QStyle::State_On;
    const bool enabled = option.state & QStyle::State_Enabled;
    const QColor mark = colours(enabled ? ColourRole::Accent : ColourRole::ControlLine);
    paintBox(
        painter, box, box.height() / 2, colours(ColourRole::Raised), on ? mark : outlineOf(option),
        1.5);
    if (on) {
        const double inset = box.height() * 0.27;
        paintBox(painter, box.adjusted(inset, inset, -inset, -inset), box.height(), mark);
    }
}

void drawChevron(
    const QStyleOption &option, QPainter &painter, const QString &name, const QRect &rect)
{
    const int side = qMin(Typography::scaled(16), qMin(rect.width(), rect.height()));
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(rect).center());
    const bool enabled = option.state & QStyle::State_Enabled;
    Icons::paint(
        painter, name, box,
        Colours::of(option.palette)(enabled ? ColourRole::Muted : ColourRole::ControlLine));
}

void drawSlider(
    const QStyleOption &option, QPainter &painter, const QRect &groove, const QRect &handle)
{
    const Colours &colours = Colours::of(option.palette);
    QRectF bar(groove.left(), groove.center().y() - 2, groove.width(), 5);
    paintBox(painter, bar, 3, colours(ColourRole::ControlLine));
    bar.setRight(handle.center().x());
    paintBox(painter, bar, 3, colours(ColourRole::Accent));
    QRectF knob(0, 0, 18, 18);
    knob.moveCenter(QRectF(handle).center());
    paintBox(painter, knob, 9, colours(ColourRole::Raised), colours(ColourRole::Accent), 2);
    if (showsFocus(option))
        paintFocusRing(painter, knob.adjusted(-4, -4, 4, 4), 13, colours(ColourRole::Accent));
}

} // namespace spilno::style::FieldLook
