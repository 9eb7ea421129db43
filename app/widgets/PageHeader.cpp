// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/PageHeader.h"

#include "app/style/Spacing.h"
#include "app/widgets/ElidedLabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace spilno::widgets {

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new Label(title, style::TextRole::PageTitle))
    , m_trail(new ElidedLabel({}, style::TextRole::Secondary, style::ColourRole::Muted))
    , m_row(new QHBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::Spacing::Xs);
    m_trail->hide();
    column->addWidget(m_trail);
    m_row->setSpacing(style::Spacing::M);
    m_title->setMinimumHeight(style::Size::Control);
    m_row->addWidget(m_title);
    m_row->addStretch(1);
    column->addLayout(m_row);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::setTrail(const QString &trail)
{
    m_trail->setText(trail);
    m_trail->setVisible(!trail.isEmpty());
}

void PageHeader::addBeside(QWidget *widget)
{
    m_row->insertWidget(m_beside++, widget, 0, Qt::AlignVCenter);
}

void PageHeader::addAction(QWidget *widget)
{
    m_row->addWidget(widget, 0, Qt::AlignVCenter);
}

} // namespace spilno::widgets
