// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/Card.h"

#include "app/style/Shapes.h"
#include "app/style/Spacing.h"
#include "app/widgets/Label.h"

#include <QPainter>
#include <QVBoxLayout>

namespace spilno::widgets {

using style::Spacing::L;
using style::Spacing::M;
using style::Spacing::S;

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_body(new QVBoxLayout(this))
{
    m_body->setContentsMargins(L, L, L, L);
    m_body->setSpacing(S);
    if (!title.isEmpty())
        setTitle(title);
}

void Card::setTitle(const QString &title)
{
    if (!m_title) {
        m_title = new Label({}, style::TextRole::CardTitle);
        m_title->setWordWrap(true);
        m_titleRow = new QHBoxLayout;
        m_titleRow->setSpacing(M);
        m_titleRow->addWidget(m_title, 1);
        m_body->insertLayout(0, m_titleRow);
    }
    m_title->setText(title);
    setAccessibleName(title);
}

void Card::addToTitle(QWidget *widget)
{
    if (!m_titleRow)
        setTitle(QString());
    m_titleRow->addWidget(widget, 0, Qt::AlignTop);
}

void Card::setFlush()
{
    m_body->setContentsMargins(1, 1, 1, 1);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const style::Colours &colours = style::Colours::of(palette());
    style::paintBox(
        painter, rect(), style::Radius::Card, colours(style::ColourRole::Raised),
        colours(style::ColourRole::Line));
}

} // namespace spilno::widgets
