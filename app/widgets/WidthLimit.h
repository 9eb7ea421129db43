// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QLayout;
class QWidget;
QT_END_NAMESPACE

namespace spilno::widgets {

/// Keeps a widget no wider than a number of pixels at 100 % text, and wider in proportion when the
/// person makes the text larger, at once. Owned by the widget.
class WidthLimit : public QObject
{
    Q_OBJECT

public:
    WidthLimit(QWidget &widget, int logicalPixels);

    /// A limited widget at the leading edge, for the column of a page. Layouts ask for heights at
    /// the full width and forget about limits: put in directly, sentences that wrap would get the
    /// room of shorter lines.
    [[nodiscard]] static QLayout *column(QWidget &widget, int logicalPixels);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();

    QWidget &m_widget;
    int m_logicalPixels;
};

} // namespace spilno::widgets
