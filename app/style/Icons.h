// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace spilno::style {

/// The one icon set: lucide strokes from resources/icons, tinted when they are painted, so that
/// an icon follows the palette. GUI thread.
namespace Icons {

/// An icon by its lucide name ("house"). It takes the colour of the palette; where AppStyle
/// draws it (buttons, menus) the colour of the text beside it. Unknown name: asserts.
QIcon icon(const QString &name);
/// The lucide name behind `icon`, or empty for a picture that must not be tinted.
QString nameOf(const QIcon &icon);
/// Paints one icon in `rect` in one colour.
void paint(QPainter &painter, const QString &name, const QRectF &rect, const QColor &colour);
/// Paints any icon: tinted when it is one of ours, as it is otherwise.
void paint(QPainter &painter, const QIcon &icon, const QRectF &rect, const QColor &colour);
/// The names of all shipped icons.
QStringList names();

} // namespace Icons
} // namespace spilno::style
