// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/Session.h"
#include "app/widgets/ScrollDialog.h"

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace spilno::pages {
class PassphraseRows;
}
namespace spilno::widgets {
class Button;
class FormRow;
class MessageBar;
} // namespace spilno::widgets

namespace spilno::shell {

/// Seals the open profile with another passphrase, or with its first one. accepted() when it is
/// done; stays open, with the reason, when it is not.
class PassphraseDialog : public widgets::ScrollDialog
{
    Q_OBJECT

public:
    PassphraseDialog(session::Session &session, QWidget *parent);

private:
    void submit();
    void answered(const base::Result<> &changed);
    void setBusy(bool busy);

    session::Session &m_session;
    widgets::MessageBar *m_message;
    QLineEdit *m_old;
    widgets::FormRow *m_oldRow;
    pages::PassphraseRows *m_fresh;
    widgets::Button *m_change;
};

} // namespace spilno::shell
