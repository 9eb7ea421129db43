// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/ButtonLook.h"

#include "app/style/ColourRole.h"
#include "app/style/Icons.h"
#include "app/style/Shapes.h"
#include "app/style/Spacing.h"
#include "app/style/Typography.h"

#include <QPainter>
#include <QVariant>
#include <QWidget>

namespace spilno::style::ButtonLook {
namespace {

constexpr int SidePadding = 14;
constexpr int KeyGap = 12;

struct Ink
{
    QColor fill;
    QColor outline;
    QColor text;
    QColor key;
};

QColor mixed(const QColor &one, const QColor &other, double part)
{
    return QColor::fromRgbF(
        float(one.redF() * (1 - part) + other.redF() * part),
        float(one.greenF() * (1 - part) + other.greenF() * part),
        float(one.blueF() * (1 - part) + other.blueF() * part));
}

ButtonKind kindOf(const QStyleOptionButton &option, const QWidget *widget)
{
    const QVariant kind = widget ? widget->property(KindProperty) : QVariant();
    if (kind.isValid())
        return static_cast<ButtonKind>(kind.toInt());
    if (option.features & QStyleOptionButton::Flat)
        return ButtonKind::Quiet;
    return option.features & QStyleOptionButton::DefaultButton ? ButtonKind::Primary
                                                               : ButtonKind::Secondary;
}

QString keyOf(const QWidget *widget)
{
    return widget ? widget->property(KeyProperty).toString() : QString();
}

Ink inkOf(const QStyleOptionButton &option, const QWidget *widget)
{
    const Colours &colours = Colours::of(option.palette);
    const bool hovered = option.state & QStyle::State_MouseOver;
    const bool pressed = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const double shade = pressed ? 0.16 : hovered ? 0.08 : 0.0;
    const QColor text = colours(ColourRole::Text);
    const ButtonKind kind = kindOf(option, widget);
    if (!(option.state & QStyle::State_Enabled)) {
        const QColor ground = kind == ButtonKind::Quiet ? QColor() : colours(ColourRole::Sunk);
        return {ground, {}, colours(ColourRole::ControlLine), colours(ColourRole::ControlLine)};
    }
    switch (kind) {
    case ButtonKind::Primary: {
        const QColor on = colours(ColourRole::OnAccent);
        return {mixed(colours(ColourRole::Accent), text, shade), {}, on, on};
    }
    case ButtonKind::Create: {
        const QColor on = colours(ColourRole::OnGold);
        return {mixed(colours(ColourRole::Gold), Qt::white, shade * 2), {}, on, on};
    }
    case ButtonKind::Danger: {
        const QColor red = colours(ColourRole::Negative);
        return {
            mixed(colours(ColourRole::Raised), colours(ColourRole::NegativeSoft), shade * 6), red,
            red, red};
    }
    case ButtonKind::Quiet: {
        // On the rail the palette's own text colour counts, so it is taken from there.
        const QColor ground = option.palette.color(QPalette::Window);
        const QColor own = option.palette.color(
            option.text.isEmpty() && shade == 0.0 ? QPalette::PlaceholderText
                                                  : QPalette::ButtonText);
        return {
            shade > 0 ? mixed(ground, own, shade) : QColor(),
            {},
            own,
            option.palette.color(QPalette::PlaceholderText)};
    }
    case ButtonKind::Secondary:
        break;
    }
    return {
        mixed(colours(ColourRole::Raised), text, shade), colours(ColourRole::Line), text,
        colours(ColourRole::Muted)};
}

QSize iconSize(const QStyleOptionButton &option)
{
    return option.icon.isNull() ? QSize(0, 0) : option.iconSize;
}

} // namespace

void drawPanel(const QStyleOptionButton &option, QPainter &painter, const QWidget *widget)
{
    const Ink ink = inkOf(option, widget);
    const bool focused = (option.state & QStyle::State_HasFocus) &&
                         (option.state & QStyle::State_KeyboardFocusChange);
    const QRectF rect = option.rect;
    if (!focused) {
        if (ink.fill.isValid() || ink.outline.isValid())
            paintBox(painter, rect, Radius::Control, ink.fill, ink.outline);
        return;
    }
    const QColor ring =
        option.palette.color(QPalette::Window) == Colours::of(option.palette)(ColourRole::Rail)
            ? Colours::of(option.palette)(ColourRole::OnRail)
            : Colours::of(option.palette)(ColourRole::Accent);
    paintBox(painter, rect.adjusted(4, 4, -4, -4), Radius::Control - 3, ink.fill, ink.outline);
    paintFocusRing(painter, rect, Radius::Control, ring);
}

void drawLabel(const QStyleOptionButton &option, QPainter &painter, const QWidget *widget)
{
    const Ink ink = inkOf(option, widget);
    const QString key = keyOf(widget);
    const QFontMetrics metrics = option.fontMetrics;
    const QSize icon = iconSize(option);
    const bool create = kindOf(option, widget) == ButtonKind::Create;
    const int gap = !option.icon.isNull() && !option.text.isEmpty() ? Spacing::S : 0;
    const int keyWidth = key.isEmpty() ? 0 : metrics.horizontalAdvance(key) + KeyGap;
    const QRect room = option.rect.adjusted(Spacing::S, 0, -Spacing::S, 0);
    const int textWidth = qMin(
        metrics.size(Qt::TextShowMnemonic, option.text).width(),
        qMax(0, room.width() - icon.width() - gap - keyWidth));
    const int total = icon.width() + gap + textWidth + keyWidth;
    // The Create button reads from the left and keeps its key at the far right.
    const bool spread = create && !option.text.isEmpty();
    int x = spread ? option.rect.left() + SidePadding - 1
                   : room.left() + qMax(0, (room.width() - total) / 2);
    if (!option.icon.isNull()) {
        const QRectF box(
            x, option.rect.top() + (option.rect.height() - icon.height()) / 2.0, icon.width(),
            icon.height());
        Icons::paint(painter, option.icon, box, ink.text);
        x += icon.width() + gap;
    }
    painter.setPen(ink.text);
    painter.drawText(
        QRect(x, option.rect.top(), textWidth + 1, option.rect.height()),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
        metrics.elidedText(option.text, Qt::ElideRight, textWidth, Qt::TextShowMnemonic));
    if (!key.isEmpty()) {
        QFont font = painter.font();
        font.setWeight(QFont::Medium);
        painter.setFont(font);
        painter.setPen(ink.key);
        const int keyX = spread ? option.rect.right() - SidePadding + 2 - keyWidth + KeyGap
                                : x + textWidth + KeyGap;
        painter.drawText(
            QRect(keyX, option.rect.top(), keyWidth + 2, option.rect.height()),
            Qt::AlignLeft | Qt::AlignVCenter, key);
    }
}

QSize size(const QStyleOptionButton &option, const QWidget *widget)
{
    const QString key = keyOf(widget);
    const QSize icon = iconSize(option);
    const QSize text = option.text.isEmpty()
                           ? QSize(0, 0)
                           : option.fontMetrics.size(Qt::TextShowMnemonic, option.text);
    int width = icon.width() + text.width();
    if (icon.width() > 0 && text.width() > 0)
        width += Spacing::S;
    if (!key.isEmpty())
        width += KeyGap + option.fontMetrics.horizontalAdvance(key);
    const int padding = text.width() > 0 ? 2 * SidePadding + 2 : 2 * Spacing::S;
    return {width + padding, qMax(icon.height(), option.fontMetrics.height()) + Spacing::S};
}

void drawToolPanel(const QStyleOption &option, QPainter &painter)
{
    const bool pressed = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered =
        (option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled);
    if (pressed || hovered) {
        const QColor own = option.palette.color(QPalette::ButtonText);
        paintBox(
            painter, option.rect, Radius::Control,
            mixed(option.palette.color(QPalette::Window), own, pressed ? 0.16 : 0.08));
    }
    if ((option.state & QStyle::State_HasFocus) &&
        (option.state & QStyle::State_KeyboardFocusChange)) {
        paintFocusRing(painter, option.rect, Radius::Control, option.palette.color(QPalette::Link));
    }
}

} // namespace spilno::style::ButtonLook
