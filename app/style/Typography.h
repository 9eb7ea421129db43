// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>

QT_BEGIN_NAMESPACE
class QPainter;
class QWidget;
QT_END_NAMESPACE

namespace spilno::style {

/// Steps of the type scale; the number is the size in logical pixels at 100 %.
enum class TextRole {
    Caption,         ///< 11.5, names of groups
    Secondary,       ///< 12.5
    SecondaryStrong, ///< 12.5 semibold, badges and table heads
    Body,            ///< 14
    Strong,          ///< 14 semibold
    CardTitle,       ///< 16 bold
    PageTitle,       ///< 22 bold
    Display,         ///< 30 bold
};

/// Fonts by role, all derived from the application font, so that one QApplication::setFont
/// rescales the window. Free functions, GUI thread.
namespace Typography {

/// Sets the application font: Inter where installed, otherwise the system's; 100..200 percent.
void setTextPercent(int percent);
/// The percentage in force, from the application font.
int textPercent();
/// `logicalPixels` at 100 % scaled to the present text size.
int scaled(int logicalPixels);

QFont font(TextRole role);
/// Gives `widget` the font of `role` now and after every setTextPercent().
void follow(QWidget *widget, TextRole role);

/// Draws `text` with every digit in a cell of equal width, so that numbers stand in columns
/// (Qt before 6.7 can not ask a font for its tabular figures).
void drawTabular(
    QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text);
/// Width drawTabular needs, in logical pixels.
qreal tabularWidth(const QFont &font, const QString &text);

} // namespace Typography
} // namespace spilno::style
