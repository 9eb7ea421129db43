// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/FormSection.h"

#include "app/style/Spacing.h"
#include "app/widgets/Card.h"
#include "app/widgets/Label.h"

#include <QVBoxLayout>

namespace spilno::widgets {

FormSection::FormSection(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(title))
    , m_explanation(new Label({}, style::TextRole::Secondary, style::ColourRole::Muted))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    m_card->body()->setSpacing(style::Spacing::M);
    m_explanation->setWordWrap(true);
    m_explanation->hide();
    m_card->body()->addWidget(m_explanation);
}

void FormSection::setTitle(const QString &title)
{
    m_card->setTitle(title);
}

void FormSection::setExplanation(const QString &explanation)
{
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
}

FormRow *FormSection::addRow(const QString &label, QWidget *field, FormRow::Need need)
{
    auto *row = new FormRow(label, field, need);
    m_card->body()->addWidget(row);
    return row;
}

void FormSection::addField(QWidget *field)
{
    m_card->body()->addWidget(field);
}

} // namespace spilno::widgets
