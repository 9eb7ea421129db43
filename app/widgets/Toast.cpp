// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/Toast.h"

#include "app/style/Shapes.h"
#include "app/style/Spacing.h"
#include "app/widgets/Button.h"
#include "app/widgets/Label.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace spilno::widgets {

using style::Spacing::L;
using style::Spacing::S;
using style::Spacing::Xl;

Toast::Toast(QWidget *parent)
    : QFrame(parent)
    , m_text(new Label)
    , m_action(new Button({}))
    , m_close(Button::iconOnly(QStringLiteral("x"), tr("Dismiss")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(L, S, S, S);
    row->setSpacing(S);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    connect(m_action, &Button::clicked, this, [this] {
        m_timer.stop();
        hide();
        runOnce(m_undo);
    });
    connect(m_close, &Button::clicked, this, &Toast::expire);
    m_timer.setSingleShot(true);
    m_timer.setInterval(ShownMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const QWidget *focus = window()->focusWidget();
        if (underMouse() || (focus && isAncestorOf(focus)))
            m_timer.start();
        else
            expire();
    });
    parent->installEventFilter(this);
    hide();
}

void Toast::showText(
    const QString &text,
    const QString &action,
    std::function<void()> undo,
    std::function<void()> done)
{
    if (m_timer.isActive())
        expire();
    m_undo = std::move(undo);
    m_done = std::move(done);
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text);
    place();
    show();
    raise();
    m_timer.start();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const style::Colours &colours = style::Colours::of(palette());
    style::paintBox(
        painter, rect(), style::Radius::Card, colours(style::ColourRole::Raised),
        colours(style::ColourRole::ControlLine));
}

void Toast::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_close->setIconOnlyName(tr("Dismiss"));
}

void Toast::place()
{
    const int width = qMin(sizeHint().width(), parentWidget()->width() - 2 * L);
    const int height = sizeHint().height();
    setGeometry(
        (parentWidget()->width() - width) / 2, parentWidget()->height() - height - Xl, width,
        height);
}

void Toast::expire()
{
    m_timer.stop();
    hide();
    runOnce(m_done);
}

void Toast::runOnce(std::function<void()> &chosen)
{
    const auto run = std::move(chosen);
    m_undo = {};
    m_done = {};
    if (run)
        run();
}

} // namespace spilno::widgets
