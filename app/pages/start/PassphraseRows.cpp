// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/start/PassphraseRows.h"

#include "app/session/Passphrase.h"
#include "app/style/Spacing.h"
#include "app/widgets/FormRow.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace spilno::pages {

PassphraseRows::PassphraseRows(Purpose purpose, QWidget *parent)
    : QWidget(parent)
    , m_purpose(purpose)
    , m_first(new QLineEdit)
    , m_second(new QLineEdit)
    , m_firstRow(new widgets::FormRow({}, m_first))
    , m_secondRow(new widgets::FormRow({}, m_second))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::Spacing::M);
    for (QLineEdit *field : {m_first, m_second}) {
        field->setEchoMode(QLineEdit::Password);
        field->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    }
    column->addWidget(m_firstRow);
    column->addWidget(m_secondRow);
    connect(m_first, &QLineEdit::textEdited, this, [this] { m_firstRow->setError({}); });
    connect(m_second, &QLineEdit::textEdited, this, [this] { m_secondRow->setError({}); });
}

QWidget *PassphraseRows::check()
{
    const bool tooShort = m_first->text().size() < LeastLetters;
    const bool differs = m_first->text() != m_second->text();
    m_firstRow->setError(tooShort ? tr("At least %n sign(s).", nullptr, LeastLetters) : QString());
    m_secondRow->setError(!tooShort && differs ? tr("The two are not the same.") : QString());
    if (tooShort)
        return m_first;
    return differs ? m_second : nullptr;
}

crypto::SecretBytes PassphraseRows::take()
{
    crypto::SecretBytes secret = session::passphraseBytes(m_first->text());
    m_first->clear();
    m_second->clear();
    return secret;
}

void PassphraseRows::retranslate()
{
    const bool change = m_purpose == Purpose::Change;
    m_firstRow->setLabel(change ? tr("New passphrase") : tr("Passphrase"));
    m_firstRow->setHint(
        tr("It locks your keys on this computer. Nobody can tell it to you again: a few words "
           "that only you would put together are best."));
    m_secondRow->setLabel(change ? tr("The new passphrase again") : tr("The passphrase again"));
}

} // namespace spilno::pages
