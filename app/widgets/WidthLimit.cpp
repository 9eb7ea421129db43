// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/WidthLimit.h"

#include "app/style/Typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QWidget>

namespace spilno::widgets {

WidthLimit::WidthLimit(QWidget &widget, int logicalPixels)
    : QObject(&widget)
    , m_widget(widget)
    , m_logicalPixels(logicalPixels)
{
    widget.installEventFilter(this);
    apply();
}

QLayout *WidthLimit::column(QWidget &widget, int logicalPixels)
{
    new WidthLimit(widget, logicalPixels);
    auto *beside = new QHBoxLayout;
    beside->addWidget(&widget, 1);
    beside->addStretch(0);
    return beside;
}

bool WidthLimit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        apply();
    return QObject::eventFilter(watched, event);
}

void WidthLimit::apply()
{
    m_widget.setMaximumWidth(style::Typography::scaled(m_logicalPixels));
}

} // namespace spilno::widgets
