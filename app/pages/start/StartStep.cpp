// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/start/StartStep.h"

#include "app/style/Spacing.h"
#include "app/widgets/Button.h"
#include "app/widgets/Label.h"
#include "app/widgets/MessageBar.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace spilno::pages {

using style::Spacing::L;
using style::Spacing::M;
using style::Spacing::S;

StartStep::StartStep(QWidget *parent)
    : QWidget(parent)
    , m_title(new widgets::Label({}, style::TextRole::PageTitle))
    , m_explanation(new widgets::Label({}, style::TextRole::Body, style::ColourRole::Muted))
    , m_problem(new widgets::MessageBar)
    , m_content(new QWidget)
    , m_body(new QVBoxLayout(m_content))
    , m_buttons(new QHBoxLayout)
{
    m_title->setWordWrap(true);
    m_explanation->setWordWrap(true);
    m_explanation->hide();
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(M);
    m_buttons->setSpacing(S);
    m_buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(M);
    column->addWidget(m_title);
    column->addWidget(m_explanation);
    column->addWidget(m_problem);
    column->addSpacing(M - S);
    column->addWidget(m_content);
    column->addSpacing(L - S);
    column->addLayout(m_buttons);
    column->addStretch(1);
}

void StartStep::setWords(const QString &title, const QString &explanation)
{
    m_title->setText(title);
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
    setAccessibleName(title);
}

void StartStep::showProblem(const QString &sentence)
{
    setReady();
    if (sentence.isEmpty())
        m_problem->dismiss();
    else
        m_problem->showMessage(widgets::Tone::Negative, sentence);
}

void StartStep::setBusy(const QString &words)
{
    m_busy = words;
    m_problem->dismiss();
    m_content->setEnabled(false);
    if (m_back)
        m_back->setEnabled(false);
    if (m_forward) {
        m_forward->setEnabled(false);
        m_forward->setText(words);
    }
}

void StartStep::setReady()
{
    m_busy.clear();
    m_content->setEnabled(true);
    if (m_back)
        m_back->setEnabled(true);
    if (m_forward)
        m_forward->setEnabled(true);
    if (m_translated)
        retranslate();
}

widgets::Button *StartStep::forward()
{
    if (!m_forward) {
        m_forward = new widgets::Button({}, style::ButtonKind::Primary);
        m_buttons->addWidget(m_forward);
    }
    return m_forward;
}

void StartStep::addBack()
{
    m_back = new widgets::Button({}, style::ButtonKind::Quiet);
    m_back->setIconName(QStringLiteral("arrow-left"));
    m_buttons->insertWidget(0, m_back);
    connect(m_back, &widgets::Button::clicked, this, &StartStep::backRequested);
}

void StartStep::addButton(widgets::Button *button)
{
    m_buttons->insertWidget(m_buttons->count() - (m_forward ? 1 : 0), button);
    if (m_forward)
        setTabOrder(button, m_forward);
}

void StartStep::keyPressEvent(QKeyEvent *event)
{
    // Of a field that has no use for Enter itself: what is filled in goes on.
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const auto *field = qobject_cast<QLineEdit *>(focusWidget());
    if (enter && m_forward && (field || (event->modifiers() & Qt::ControlModifier)))
        m_forward->click();
    else
        QWidget::keyPressEvent(event);
}

void StartStep::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_translated) {
        m_translated = true;
        if (m_back)
            m_back->setText(tr("Back"));
        retranslate();
    }
    begin();
}

void StartStep::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange || !m_translated)
        return;
    if (m_back)
        m_back->setText(tr("Back"));
    retranslate();
}

} // namespace spilno::pages
