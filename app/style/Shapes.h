// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace spilno::style {

/// A filled box with round corners and a crisp outline inside `rect`; an invalid colour leaves
/// the fill or the outline out.
void paintBox(
    QPainter &painter,
    const QRectF &rect,
    double radius,
    const QColor &fill,
    const QColor &outline = {},
    double outlineWidth = 1);

/// The focus ring: FocusRing pixels, just inside `rect`.
void paintFocusRing(QPainter &painter, const QRectF &rect, double radius, const QColor &colour);

} // namespace spilno::style
