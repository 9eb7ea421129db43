// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/SessionContext.h"
#include "app/widgets/Card.h"

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace spilno::widgets {
class Label;
}

namespace spilno::pages {

/// The invitations that are open: what they give, where, until when; each can be withdrawn.
class InvitationList : public widgets::Card
{
    Q_OBJECT

public:
    explicit InvitationList(session::SessionContext &context);

    void retranslate();

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    struct Invitation
    {
        base::EntityId entity;
        records::Role role = records::Role::None;
        QString body;
        qint64 expiresMs = 0;
        qint64 uses = 0;
        qint64 used = 0;
        bool pending = false;
    };

    void ask();
    void fill();
    void addRow(const Invitation &invitation, QVBoxLayout &column);
    void withdraw(const base::EntityId &entity);

    session::SessionContext &m_context;
    std::vector<Invitation> m_invitations;
    widgets::Label *m_none;
    QWidget *m_rows;
};

} // namespace spilno::pages
