// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/Label.h"

#include "app/style/Spacing.h"

#include <QEvent>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace spilno::widgets {

Label::Label(const QString &text, style::TextRole role, style::ColourRole colour, QWidget *parent)
    : QLabel(text, parent)
    , m_colour(colour)
{
    setTextFormat(Qt::PlainText);
    style::Typography::follow(this, role);
    applyColour();
}

void Label::setColourRole(style::ColourRole colour)
{
    m_colour = colour;
    applyColour();
}

void Label::setColumn(bool column)
{
    m_column = column;
    setWordWrap(column);
    applyColumn();
}

int Label::heightForWidth(int width) const
{
    if (!m_column)
        return QLabel::heightForWidth(width);
    QTextLayout layout;
    return int(std::ceil(layOut(layout, qMin(width, maximumWidth()))));
}

QSize Label::sizeHint() const
{
    if (!m_column)
        return QLabel::sizeHint();
    const int width = qMin(maximumWidth(), fontMetrics().horizontalAdvance(text()) + 2);
    return {width, heightForWidth(width)};
}

void Label::paintEvent(QPaintEvent *event)
{
    if (!m_column) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    QTextLayout layout;
    layOut(layout, width());
    layout.draw(&painter, {0, 0});
}

void Label::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColour();
    else if (event->type() == QEvent::FontChange && m_column)
        applyColumn();
}

void Label::applyColour()
{
    const QColor wanted = style::Colours::of(palette())(m_colour);
    if (m_colour == style::ColourRole::Text && !testAttribute(Qt::WA_SetPalette))
        return;
    if (palette().color(QPalette::WindowText) == wanted)
        return;
    QPalette own;
    own.setColor(QPalette::WindowText, wanted);
    setPalette(own);
}

qreal Label::layOut(QTextLayout &layout, int width) const
{
    constexpr qreal LineHeight = 1.45;
    QString lines = text();
    layout.setText(lines.replace(QLatin1Char('\n'), QChar::LineSeparator));
    layout.setFont(font());
    layout.beginLayout();
    qreal y = 0;
    const qreal step = QFontInfo(font()).pixelSize() * LineHeight;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y + (step - line.height()) / 2});
        y += step;
    }
    layout.endLayout();
    return y;
}

void Label::applyColumn()
{
    setMaximumWidth(
        m_column ? fontMetrics().averageCharWidth() * style::Size::TextColumnCharacters
                 : QWIDGETSIZE_MAX);
}

} // namespace spilno::widgets
