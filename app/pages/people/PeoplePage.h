// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/Page.h"
#include "app/session/Session.h"

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QListView;
QT_END_NAMESPACE

namespace spilno::widgets {
class Button;
class MessageBar;
class PageHeader;
class SearchField;
class StateStack;
} // namespace spilno::widgets

namespace spilno::pages {

class InvitationList;
class PeopleModel;

/// The people of the city with their roles; who may invite does it from here.
class PeoplePage : public Page
{
    Q_OBJECT

public:
    PeoplePage(session::Session &session, session::SessionContext &context);

    QString description() const override;
    void setBreakpoint(Breakpoint breakpoint) override;
    /// Opens the dialog that makes an invitation.
    void invite();

protected:
    void retranslate() override;

private:
    void showState();
    void showRights();

    session::Session &m_session;
    session::SessionContext &m_context;
    PeopleModel *m_model;
    widgets::PageHeader *m_header;
    widgets::MessageBar *m_message;
    widgets::SearchField *m_search;
    QListView *m_list;
    widgets::StateStack *m_states;
    InvitationList *m_invitations;
    widgets::Button *m_invite;
    QBoxLayout *m_columns;
};

} // namespace spilno::pages
