// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/people/PeoplePage.h"

#include "app/pages/people/InvitationList.h"
#include "app/pages/people/InviteDialog.h"
#include "app/pages/people/PeopleModel.h"
#include "app/session/Sentences.h"
#include "app/session/WhenDone.h"
#include "app/style/Spacing.h"
#include "app/widgets/Button.h"
#include "app/widgets/MessageBar.h"
#include "app/widgets/PageHeader.h"
#include "app/widgets/RoundedCorners.h"
#include "app/widgets/RowDelegate.h"
#include "app/widgets/SearchField.h"
#include "app/widgets/StateStack.h"
#include "app/widgets/WidthLimit.h"

#include <QListView>
#include <QVBoxLayout>

namespace spilno::pages {

using style::Spacing::M;
using style::Spacing::Xl;

namespace {

constexpr int kBodiesMax = 500;

} // namespace

PeoplePage::PeoplePage(session::Session &session, session::SessionContext &context)
    : m_session(session)
    , m_context(context)
    , m_model(new PeopleModel(context, this))
    , m_header(new widgets::PageHeader)
    , m_message(new widgets::MessageBar)
    , m_search(new widgets::SearchField)
    , m_list(new QListView)
    , m_states(new widgets::StateStack(m_list))
    , m_invitations(new InvitationList(context))
    , m_invite(new widgets::Button({}, style::ButtonKind::Primary))
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new widgets::RowDelegate(widgets::RowDelegate::Lines::Two, m_list));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setUniformItemSizes(true);
    new widgets::RoundedCorners(m_list);
    m_invite->setIconName(QStringLiteral("user-plus"));
    m_header->addAction(m_invite);
    new widgets::WidthLimit(*m_search, 420);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Xl, Xl - 4, Xl, Xl - 4);
    column->setSpacing(M);
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addWidget(m_search);
    m_columns->setSpacing(M);
    m_columns->addWidget(m_states, 5);
    m_columns->addWidget(m_invitations, 4);
    column->addLayout(m_columns, 1);

    connect(m_search, &widgets::SearchField::searched, m_model, &PeopleModel::search);
    connect(m_model, &PeopleModel::loaded, this, &PeoplePage::showState);
    connect(m_states, &widgets::StateStack::retried, m_model, &PeopleModel::refresh);
    connect(m_states, &widgets::StateStack::acted, this, &PeoplePage::invite);
    connect(m_invite, &widgets::Button::clicked, this, &PeoplePage::invite);
    connect(&context, &session::SessionContext::rolesChanged, this, &PeoplePage::showRights);
    connect(&context, &session::SessionContext::lockedChanged, this, &PeoplePage::showRights);
    connect(m_invitations, &InvitationList::failed, this, [this](const QString &sentence) {
        m_message->showMessage(widgets::Tone::Negative, sentence);
    });
    m_states->showLoading();
}

QString PeoplePage::description() const
{
    return tr("Who takes part in this city, and invitations");
}

void PeoplePage::setBreakpoint(Breakpoint breakpoint)
{
    m_columns->setDirection(
        breakpoint == Breakpoint::Narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void PeoplePage::showRights()
{
    const auto &roles = m_context.roles();
    const bool admin = std::any_of(roles.begin(), roles.end(), [](const auto &held) {
        return held.role == records::Role::BodyAdmin;
    });
    const bool mayInvite = m_context.isRegistrar() || admin;
    m_invite->setVisible(mayInvite);
    m_invite->setEnabled(!m_context.isLocked());
    m_invitations->setVisible(mayInvite);
}

void PeoplePage::showState()
{
    if (!m_model->problem().isEmpty())
        m_states->showError(m_model->problem());
    else if (!m_model->isLoaded())
        m_states->showLoading();
    else if (m_model->rowCount() > 0)
        m_states->showContent();
    else if (!m_model->searched().isEmpty())
        m_states->showEmpty(
            {QStringLiteral("users"),
             tr("Nobody found"),
             tr("Try another part of the name, or fewer words."),
             {}});
    else
        m_states->showEmpty(
            {QStringLiteral("users"),
             tr("Nobody here yet"),
             tr("Names come with the first contact with the city."),
             {}});
}

void PeoplePage::invite()
{
    auto *dialog = new InviteDialog(m_context, m_session.addressForOthers(), window());
    replica::Query query;
    query.type = QStringLiteral("body");
    query.orderBy = QStringLiteral("name");
    query.descending = false;
    query.limit = kBodiesMax;
    session::whenDone(
        dialog, m_context.replica().list(query), [dialog](const base::Result<replica::Page> &page) {
            if (page)
                dialog->setBodies(page->items);
        });
    dialog->open();
}

void PeoplePage::retranslate()
{
    m_header->setTitle(tr("People"));
    m_invite->setText(tr("Invite"));
    m_search->setName(tr("Find a person"));
    m_list->setAccessibleName(tr("People"));
    m_invitations->retranslate();
    showRights();
    showState();
}

} // namespace spilno::pages
