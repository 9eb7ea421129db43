// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/MessageBar.h"

#include "app/style/Icons.h"
#include "app/style/Shapes.h"
#include "app/style/Spacing.h"
#include "app/widgets/Button.h"
#include "app/widgets/Label.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace spilno::widgets {

using style::Spacing::M;
using style::Spacing::S;

namespace {

QString iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Positive:
        return QStringLiteral("circle-check");
    case Tone::Warning:
        return QStringLiteral("triangle-alert");
    case Tone::Negative:
        return QStringLiteral("circle-alert");
    case Tone::Neutral:
    case Tone::Informative:
        break;
    }
    return QStringLiteral("info");
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new Label)
    , m_action(new Button({}))
    , m_close(Button::iconOnly(QStringLiteral("x"), tr("Dismiss")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(M + style::Typography::scaled(style::Size::Icon) + S, S, S, S);
    row->setSpacing(S);
    m_text->setWordWrap(true);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    connect(m_action, &Button::clicked, this, &MessageBar::acted);
    connect(m_close, &Button::clicked, this, &MessageBar::dismiss);
    hide();
}

void MessageBar::showMessage(Tone tone, const QString &text, const QString &action)
{
    m_tone = tone;
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text);
    show();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::dismiss()
{
    hide();
    Q_EMIT dismissed();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const style::Colours &colours = style::Colours::of(palette());
    const QColor ink = colours(BadgeLook::textRole(m_tone));
    style::paintBox(
        painter, rect(), style::Radius::Control, colours(BadgeLook::groundRole(m_tone)), ink);
    const int side = style::Typography::scaled(style::Size::Icon);
    const QRectF icon(M, (height() - side) / 2.0, side, side);
    style::Icons::paint(painter, iconOf(m_tone), icon, ink);
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange && layout())
        layout()->setContentsMargins(M + style::Typography::scaled(style::Size::Icon) + S, S, S, S);
    if (event->type() == QEvent::LanguageChange)
        m_close->setIconOnlyName(tr("Dismiss"));
}

} // namespace spilno::widgets
