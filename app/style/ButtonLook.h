// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyleOptionButton>
#include <QStyleOptionToolButton>

QT_BEGIN_NAMESPACE
class QPainter;
class QWidget;
QT_END_NAMESPACE

namespace spilno::style {

/// What a push button stands for on its page. At most one Primary a page, one Create a window.
enum class ButtonKind { Secondary, Primary, Quiet, Danger, Create };

/// Painting and measuring of push and tool buttons for AppStyle. A plain QPushButton is
/// Secondary, a dialog's default button Primary; widgets::Button names its kind itself.
namespace ButtonLook {

/// Dynamic properties AppStyle reads: an int of ButtonKind, and the key shown at the right.
inline constexpr char KindProperty[] = "spilnoButtonKind";
inline constexpr char KeyProperty[] = "spilnoKeyHint";

void drawPanel(const QStyleOptionButton &option, QPainter &painter, const QWidget *widget);
void drawLabel(const QStyleOptionButton &option, QPainter &painter, const QWidget *widget);
/// The size of the whole button but for the least height, which AppStyle knows.
QSize size(const QStyleOptionButton &option, const QWidget *widget);
void drawToolPanel(const QStyleOption &option, QPainter &painter);

} // namespace ButtonLook
} // namespace spilno::style
