// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/PassphraseDialog.h"

#include "app/pages/start/PassphraseRows.h"
#include "app/session/Passphrase.h"
#include "app/session/Sentences.h"
#include "app/session/WhenDone.h"
#include "app/widgets/Button.h"
#include "app/widgets/FormRow.h"
#include "app/widgets/MessageBar.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace spilno::shell {

using pages::PassphraseRows;
using widgets::Button;

PassphraseDialog::PassphraseDialog(session::Session &session, QWidget *parent)
    : ScrollDialog(
          session.hasPassphrase() ? tr("Change the passphrase") : tr("Set a passphrase"), parent)
    , m_session(session)
    , m_message(new widgets::MessageBar)
    , m_old(new QLineEdit)
    , m_oldRow(new widgets::FormRow(tr("Present passphrase"), m_old))
    , m_fresh(new PassphraseRows(
          session.hasPassphrase() ? PassphraseRows::Purpose::Change
                                  : PassphraseRows::Purpose::First))
    , m_change(new Button(
          session.hasPassphrase() ? tr("Change") : tr("Set"), style::ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_old->setEchoMode(QLineEdit::Password);
    m_old->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_oldRow->setVisible(session.hasPassphrase());
    m_fresh->retranslate();
    body()->addWidget(m_message);
    body()->addWidget(m_oldRow);
    body()->addWidget(m_fresh);
    body()->addStretch(1);
    auto *cancel = new Button(tr("Cancel"));
    buttons()->addButton(m_change, QDialogButtonBox::ActionRole);
    buttons()->addButton(cancel, QDialogButtonBox::RejectRole);
    m_change->setDefault(true);
    connect(m_change, &Button::clicked, this, &PassphraseDialog::submit);
    connect(m_old, &QLineEdit::textEdited, this, [this] { m_oldRow->setError({}); });
}

void PassphraseDialog::submit()
{
    if (QWidget *wrong = m_fresh->check()) {
        wrong->setFocus(Qt::OtherFocusReason);
        return;
    }
    crypto::SecretBytes old = session::passphraseBytes(m_old->text());
    m_old->clear();
    setBusy(true);
    session::whenDone(
        this, m_session.changePassphrase(std::move(old), m_fresh->take()),
        [this](const base::Result<> &changed) { answered(changed); });
}

void PassphraseDialog::answered(const base::Result<> &changed)
{
    setBusy(false);
    if (changed) {
        accept();
        return;
    }
    const QString sentence = session::Sentences::error(changed.error());
    if (changed.error().code == base::ErrorCode::WrongPassphrase && !m_oldRow->isHidden()) {
        m_oldRow->setError(sentence);
        m_old->setFocus(Qt::OtherFocusReason);
    } else {
        m_message->showMessage(widgets::Tone::Negative, sentence);
    }
}

void PassphraseDialog::setBusy(bool busy)
{
    m_oldRow->setEnabled(!busy);
    m_fresh->setEnabled(!busy);
    m_change->setEnabled(!busy);
}

} // namespace spilno::shell
