// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/people/InvitationSlip.h"
#include "app/session/SessionContext.h"
#include "app/widgets/ScrollDialog.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
class QSpinBox;
class QStackedWidget;
QT_END_NAMESPACE

namespace spilno::widgets {
class Button;
class FormRow;
class Label;
class MessageBar;
class QrPicture;
} // namespace spilno::widgets

namespace spilno::pages {

/// Makes an invitation: for whom, with what role, for how long; then shows its link and QR code,
/// once, to be printed or copied. Only its public key goes to the city.
class InviteDialog : public widgets::ScrollDialog
{
    Q_OBJECT

public:
    /// `address` is what others reach the city by.
    InviteDialog(session::SessionContext &context, const QString &address, QWidget *parent);

    /// What may be granted: the roles the person can give in the bodies they may give them in.
    void setBodies(const std::vector<replica::Record> &bodies);

private:
    QWidget *makeForm();
    QWidget *makeResult();
    void fillRoles();
    void create();
    void created();
    void print();
    [[nodiscard]] bool mayInvite(records::Role role) const;
    [[nodiscard]] records::Role role() const;
    [[nodiscard]] base::EntityId chosenBody() const;

    session::SessionContext &m_context;
    QString m_address;
    std::vector<replica::Record> m_bodies;
    InvitationSlip m_slip;
    QStackedWidget *m_steps;
    widgets::MessageBar *m_message;
    QLineEdit *m_name;
    QComboBox *m_role;
    QComboBox *m_body;
    QSpinBox *m_days;
    QSpinBox *m_uses;
    widgets::FormRow *m_bodyRow;
    widgets::QrPicture *m_picture;
    widgets::Label *m_summary;
    QLineEdit *m_link;
    widgets::Button *m_make;
    widgets::Button *m_print;
    widgets::Button *m_copy;
    widgets::Button *m_close;
};

} // namespace spilno::pages
