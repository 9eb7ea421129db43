// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/Label.h"

#include "app/style/Spacing.h"

#include <QEvent>

namespace spilno::widgets {

Label::Label(
    const QString &text,
    style::TextRole role,
    style::ColourRole colour,
    QWidget *parent)
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
    QPalette own = palette();
    own.setColor(QPalette::WindowText, wanted);
    setPalette(own);
}

void Label::applyColumn()
{
    setMaximumWidth(
        m_column ? fontMetrics().averageCharWidth() * style::Size::TextColumnCharacters
                 : QWIDGETSIZE_MAX);
}

} // namespace spilno::widgets
