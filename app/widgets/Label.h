// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/style/ColourRole.h"
#include "app/style/Typography.h"

#include <QLabel>

QT_BEGIN_NAMESPACE
class QTextLayout;
QT_END_NAMESPACE

namespace spilno::widgets {

/// Text in a role of the type scale and a colour role; follows text size and theme by itself.
/// Content that may come from other people is always plain text, never markup.
class Label : public QLabel
{
    Q_OBJECT

public:
    explicit Label(
        const QString &text = {},
        style::TextRole role = style::TextRole::Body,
        style::ColourRole colour = style::ColourRole::Text,
        QWidget *parent = nullptr);

    void setColourRole(style::ColourRole colour);
    style::ColourRole colourRole() const { return m_colour; }
    /// Running text: wraps, has air between its lines, and never grows wider than a comfortable
    /// column.
    void setColumn(bool column);

    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyColour();
    void applyColumn();
    /// Breaks the text into lines of `width`, with air between them; returns the height.
    qreal layOut(QTextLayout &layout, int width) const;

    style::ColourRole m_colour;
    bool m_column = false;
};

} // namespace spilno::widgets
