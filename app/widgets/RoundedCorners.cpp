// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/RoundedCorners.h"

#include "app/style/ColourRole.h"
#include "app/style/Shapes.h"
#include "app/style/Spacing.h"

#include <QAbstractScrollArea>
#include <QChildEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

namespace spilno::widgets {

RoundedCorners::RoundedCorners(QWidget *view)
    : QWidget(view)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(view->rect());
    view->installEventFilter(this);
    // A scroll bar that comes lies on top and would be a square corner.
    if (auto *area = qobject_cast<QAbstractScrollArea *>(view))
        area->verticalScrollBar()->installEventFilter(this);
    raise();
}

bool RoundedCorners::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show) {
        setGeometry(parentWidget()->rect());
        raise();
        // The view lays its scroll bars out after this, and raises them.
        QMetaObject::invokeMethod(this, &QWidget::raise, Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

void RoundedCorners::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QWidget *behind = parentWidget()->parentWidget();
    const QPalette palette = behind ? behind->palette() : this->palette();
    QPainterPath corners;
    corners.addRect(rect());
    QPainterPath inside;
    inside.addRoundedRect(QRectF(rect()), style::Radius::Card, style::Radius::Card);
    painter.fillPath(corners - inside, palette.color(QPalette::Window));
    style::paintBox(
        painter, rect(), style::Radius::Card, {},
        style::Colours::of(palette)(style::ColourRole::Line));
}

} // namespace spilno::widgets
