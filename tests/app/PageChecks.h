// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/style/ColourRole.h"
#include "app/widgets/Button.h"
#include "app/widgets/Chip.h"
#include "app/widgets/ElidedLabel.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QHash>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSet>
#include <QStringList>
#include <QTest>

#include <algorithm>

/// What every page is checked for, whatever it shows.
namespace spilno::test {

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

/// A field that stands partly outside of what it is laid out in, or an empty text.
inline QString cutField(const QWidget &widget)
{
    const bool isField = widget.inherits("QLineEdit") || widget.inherits("QPlainTextEdit") ||
                         widget.inherits("QComboBox");
    const QWidget *around = widget.parentWidget();
    if (!isField || around == nullptr || around->layout() == nullptr)
        return {};
    // As far up as layouts go: a row may have what it needs in a section that does not.
    QRect place = widget.rect();
    place.moveTopLeft(widget.mapTo(around, QPoint(0, 0)));
    while (around != nullptr && around->layout() != nullptr) {
        if (!around->rect().contains(place))
            return QStringLiteral("%1 is cut by %2 pixels")
                .arg(widget.accessibleName())
                .arg(place.bottom() - around->rect().bottom());
        place.moveTopLeft(around->mapToParent(place.topLeft()));
        around = around->parentWidget();
    }
    return {};
}

inline QStringList clippedOn(const QWidget &page, const QWidget &window)
{
    QStringList found;
    const auto widgets = page.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible())
            continue;
        QString problem = clipped(*widget);
        if (problem.isEmpty())
            problem = cutField(*widget);
        const QRect place(widget->mapTo(&window, QPoint(0, 0)), widget->size());
        if (problem.isEmpty() && qobject_cast<const QAbstractButton *>(widget) &&
            place.right() > window.width())
            problem = QStringLiteral("%1 stands outside").arg(widget->accessibleName());
        if (!problem.isEmpty())
            found.append(problem);
    }
    return found;
}

/// The visible widgets below `root` that Tab can reach.
inline QList<QWidget *> focusableIn(const QWidget &root)
{
    QList<QWidget *> found;
    const auto all = root.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) &&
            !widget->focusProxy() && widget->window() == root.window())
            found.append(widget);
    }
    return found;
}

/// Those of them that a screen reader could not name.
inline QStringList namelessIn(const QWidget &root)
{
    QStringList found;
    const auto all = focusableIn(root);
    for (QWidget *widget : all) {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (interface == nullptr || interface->text(QAccessible::Name).trimmed().isEmpty())
            found.append(
                QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') +
                widget->objectName());
    }
    return found;
}

/// The visible labels whose text is too faint on what is really painted behind it: the ground is
/// the commonest colour of the label's place in a picture of the window.
inline QStringList faintIn(QWidget &window)
{
    constexpr double LeastRatio = 4.5;
    const QImage picture = window.grab().toImage();
    const double scale = picture.devicePixelRatio();
    QStringList found;
    const auto labels = window.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        const QRect place(label->mapTo(&window, QPoint(0, 0)), label->size());
        const QRect shown = place & label->visibleRegion().boundingRect().translated(
                                        label->mapTo(&window, QPoint(0, 0)));
        if (!label->isVisible() || !label->isEnabled() || label->text().isEmpty() ||
            shown.isEmpty())
            continue;
        QHash<QRgb, int> counts;
        for (int y = shown.top(); y <= shown.bottom(); ++y) {
            for (int x = shown.left(); x <= shown.right(); ++x)
                ++counts[picture.pixel(int(x * scale), int(y * scale))];
        }
        const auto ground = std::max_element(counts.cbegin(), counts.cend());
        const QColor ink = label->palette().color(label->foregroundRole());
        const double ratio = style::contrast(ink, QColor(ground.key()));
        if (ratio < LeastRatio)
            found.append(QStringLiteral("«%1» %2").arg(label->text()).arg(ratio, 0, 'f', 2));
    }
    return found;
}

/// The visible buttons that are hard to hit.
inline QStringList smallTargetsIn(const QWidget &window)
{
    constexpr int LeastSide = 24;
    QStringList found;
    const auto buttons = window.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        // The clear button inside a line edit repeats what Esc does.
        if (!button->isVisible() || button->window() != &window ||
            qobject_cast<const QLineEdit *>(button->parentWidget()) ||
            qobject_cast<const QAbstractItemView *>(button->parentWidget()))
            continue;
        if (button->width() < LeastSide || button->height() < LeastSide)
            found.append(QStringLiteral("%1 %2x%3")
                             .arg(button->text() + button->accessibleName())
                             .arg(button->width())
                             .arg(button->height()));
    }
    return found;
}

/// Where Tab does not get to, or that it does not come round. The window is active.
inline QStringList beyondTab(const QWidget &window)
{
    constexpr int StepsMost = 300;
    const QList<QWidget *> widgets = focusableIn(window);
    if (widgets.isEmpty())
        return {QStringLiteral("nothing has the focus")};
    widgets.first()->setFocus(Qt::TabFocusReason);
    QWidget *const start = QApplication::focusWidget();
    if (start == nullptr)
        return {QStringLiteral("nothing takes the focus")};
    QSet<QWidget *> reached;
    reached.insert(start);
    bool cameBack = false;
    for (int step = 0; step < StepsMost && !cameBack; ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        cameBack = QApplication::focusWidget() == start;
        reached.insert(QApplication::focusWidget());
    }
    QStringList found;
    if (!cameBack)
        found.append(QStringLiteral("Tab does not come round"));
    for (QWidget *widget : widgets) {
        // Of a group of radio buttons Tab reaches the chosen one, arrows the others.
        const auto *radio = qobject_cast<const QRadioButton *>(widget);
        if ((radio != nullptr && !radio->isChecked()) || reached.contains(widget))
            continue;
        found.append(
            QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') +
            widget->accessibleName());
    }
    return found;
}

} // namespace spilno::test
