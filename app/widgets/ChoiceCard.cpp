// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/ChoiceCard.h"

#include "app/style/ColourRole.h"
#include "app/style/Icons.h"
#include "app/style/Shapes.h"
#include "app/style/Spacing.h"
#include "app/style/Typography.h"
#include "app/widgets/EnterPresses.h"

#include <QEvent>
#include <QPainter>

namespace spilno::widgets {

using style::ColourRole;
using style::TextRole;
using style::Typography::scaled;

namespace {

constexpr int kChoicePad = style::Spacing::L;
constexpr int kIcon = 22;
constexpr int kGap = 2;
constexpr int kTall = 10'000;

QRect measured(TextRole role, const QString &text, const QRect &room)
{
    return QFontMetrics(style::Typography::font(role))
        .boundingRect(room, Qt::AlignLeft | Qt::TextWordWrap, text);
}

} // namespace

ChoiceCard::ChoiceCard(const QString &icon, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
{
    setFocusPolicy(Qt::StrongFocus);
    new EnterPresses(this);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    style::Typography::follow(this, TextRole::Strong);
}

void ChoiceCard::setWords(const QString &title, const QString &explanation)
{
    setText(title);
    m_explanation = explanation;
    setAccessibleName(title);
    setAccessibleDescription(explanation);
    updateGeometry();
    update();
}

QRect ChoiceCard::titleRect(int width) const
{
    const int left = kChoicePad + scaled(kIcon) + kChoicePad;
    const QRect room(left, style::Spacing::M, qMax(40, width - left - kChoicePad), kTall);
    return measured(TextRole::Strong, text(), room);
}

QRect ChoiceCard::explanationRect(int width) const
{
    const QRect title = titleRect(width);
    if (m_explanation.isEmpty())
        return QRect(title.left(), title.bottom() + 1, 0, 0);
    const QRect room(
        title.left(), title.bottom() + 1 + kGap, qMax(40, width - title.left() - kChoicePad),
        kTall);
    return measured(TextRole::Secondary, m_explanation, room);
}

int ChoiceCard::heightForWidth(int width) const
{
    const QRect last = explanationRect(width);
    return last.top() + last.height() + style::Spacing::M;
}

QSize ChoiceCard::sizeHint() const
{
    const int wide = scaled(440);
    return {wide, heightForWidth(wide)};
}

QSize ChoiceCard::minimumSizeHint() const
{
    const int narrow = scaled(220);
    return {narrow, style::Size::Control};
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const style::Colours &colours = style::Colours::of(palette());
    const bool lit = underMouse() && isEnabled();
    style::paintBox(
        painter, rect(), style::Radius::Card,
        colours(lit || isDown() ? ColourRole::AccentSoft : ColourRole::Raised),
        colours(lit ? ColourRole::Accent : ColourRole::ControlLine));
    if (hasFocus())
        style::paintFocusRing(painter, rect(), style::Radius::Card, colours(ColourRole::Accent));
    const int icon = scaled(kIcon);
    const QRect title = titleRect(width());
    const QRect explanation = explanationRect(width());
    style::Icons::paint(
        painter, m_icon, QRectF(kChoicePad, (height() - icon) / 2.0, icon, icon),
        colours(ColourRole::Accent));
    painter.setPen(colours(isEnabled() ? ColourRole::Text : ColourRole::Muted));
    painter.setFont(style::Typography::font(TextRole::Strong));
    painter.drawText(title, Qt::AlignLeft | Qt::TextWordWrap, text());
    painter.setPen(colours(ColourRole::Muted));
    painter.setFont(style::Typography::font(TextRole::Secondary));
    painter.drawText(explanation, Qt::AlignLeft | Qt::TextWordWrap, m_explanation);
}

void ChoiceCard::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace spilno::widgets
