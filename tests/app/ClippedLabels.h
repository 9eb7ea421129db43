// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/Button.h"
#include "app/widgets/Chip.h"
#include "app/widgets/ElidedLabel.h"

#include <QAbstractButton>
#include <QLabel>

/// Finds words that a window cuts off; for tests.
namespace spilno::demonstration {

/// What is cut of `widget`, or an empty text.
inline QString clipped(const QWidget &widget)
{
    QSize needed;
    QString text;
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        text = label->text();
        if (qobject_cast<const widgets::ElidedLabel *>(label)) {
            // May elide, but never lose its height.
            needed = QSize(0, label->fontMetrics().height());
        } else if (label->wordWrap()) {
            needed = QSize(0, label->heightForWidth(label->width()));
        } else {
            needed = label->sizeHint();
        }
    } else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
        const bool fixed = qobject_cast<const widgets::Button *>(button) ||
                           qobject_cast<const widgets::Chip *>(button) ||
                           button->inherits("QCheckBox") || button->inherits("QRadioButton");
        if (!fixed)
            return {};
        text = button->text();
        needed = button->sizeHint();
    }
    if (text.isEmpty() || (widget.width() >= needed.width() && widget.height() >= needed.height()))
        return {};
    return QStringLiteral("«%1» has %2x%3 and needs %4x%5")
        .arg(text)
        .arg(widget.width())
        .arg(widget.height())
        .arg(needed.width())
        .arg(needed.height());
}

/// What is cut of the visible words of `page`, one line each.
inline QStringList clippedOn(const QWidget &page, const QWidget &window)
{
    QStringList found;
    const auto widgets = page.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible())
            continue;
        QString problem = clipped(*widget);
        const QRect place(widget->mapTo(&window, QPoint(0, 0)), widget->size());
        if (problem.isEmpty() && qobject_cast<const QAbstractButton *>(widget) &&
            place.right() > window.width())
            problem = QStringLiteral("%1 stands outside").arg(widget->accessibleName());
        if (!problem.isEmpty())
            found.append(problem);
    }
    return found;
}

} // namespace spilno::demonstration
