// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/LockScreen.h"

#include "app/style/Spacing.h"
#include "app/widgets/Avatar.h"
#include "app/widgets/Button.h"
#include "app/widgets/Card.h"
#include "app/widgets/FormRow.h"
#include "app/widgets/Label.h"
#include "app/widgets/WidthLimit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>

namespace spilno::shell {

using style::Spacing::L;
using style::Spacing::M;
using style::Spacing::Xl;

LockScreen::LockScreen(QWidget *parent)
    : QWidget(parent)
    , m_avatar(new widgets::Avatar({}, 56))
    , m_title(new widgets::Label({}, style::TextRole::PageTitle))
    , m_name(new widgets::Label({}, style::TextRole::Body, style::ColourRole::Muted))
    , m_passphrase(new QLineEdit)
    , m_row(new widgets::FormRow({}, m_passphrase))
    , m_unlock(new widgets::Button({}, style::ButtonKind::Primary))
{
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    auto *card = new widgets::Card;
    card->body()->setContentsMargins(Xl, Xl, Xl, Xl);
    card->body()->setSpacing(M);
    auto *head = new QHBoxLayout;
    head->setSpacing(L);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    m_name->setWordWrap(true);
    words->addWidget(m_title);
    words->addWidget(m_name);
    head->addWidget(m_avatar);
    head->addLayout(words, 1);
    card->body()->addLayout(head);
    card->body()->addWidget(m_row);
    card->body()->addWidget(m_unlock);
    new widgets::WidthLimit(*card, 400);
    card->setMinimumWidth(280);

    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget;
    auto *grid = new QGridLayout(inside);
    grid->setRowStretch(0, 1);
    grid->setRowStretch(2, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(2, 1);
    grid->addWidget(card, 1, 1);
    area->setWidget(inside);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);

    connect(m_unlock, &widgets::Button::clicked, this, &LockScreen::submit);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &LockScreen::submit);
    connect(m_passphrase, &QLineEdit::textEdited, this, [this] { m_row->setError({}); });
    retranslate();
}

void LockScreen::setProfile(const QString &name)
{
    m_avatar->setName(name);
    m_avatar->setVisible(!name.isEmpty());
    m_name->setText(name);
    m_name->setVisible(!name.isEmpty());
}

void LockScreen::arm()
{
    m_passphrase->clear();
    m_row->setError({});
    setChecking(false);
    m_passphrase->setFocus(Qt::OtherFocusReason);
}

void LockScreen::refuse(const QString &sentence)
{
    setChecking(false);
    m_passphrase->clear();
    m_passphrase->setFocus(Qt::OtherFocusReason);
    m_row->setError(
        sentence.isEmpty() ? tr("This is not the passphrase. Check the keyboard layout and Caps "
                                "Lock.")
                           : sentence);
}

void LockScreen::setChecking(bool checking)
{
    m_passphrase->setEnabled(!checking);
    m_unlock->setEnabled(!checking);
    m_unlock->setText(checking ? tr("Checking…") : tr("Unlock"));
}

void LockScreen::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LockScreen::submit()
{
    const QString passphrase = m_passphrase->text();
    m_passphrase->clear();
    Q_EMIT unlockRequested(passphrase);
}

void LockScreen::retranslate()
{
    m_title->setText(tr("Locked"));
    m_row->setLabel(tr("Passphrase"));
    m_row->setHint(tr("Your drafts are kept."));
    m_unlock->setText(m_unlock->isEnabled() ? tr("Unlock") : tr("Checking…"));
    setAccessibleName(tr("Locked"));
}

} // namespace spilno::shell
