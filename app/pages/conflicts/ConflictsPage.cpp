// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/conflicts/ConflictsPage.h"

#include "app/pages/conflicts/ConflictDetail.h"
#include "app/pages/conflicts/ConflictModel.h"
#include "app/session/Sentences.h"
#include "app/session/WhenDone.h"
#include "app/style/Spacing.h"
#include "app/widgets/MessageBar.h"
#include "app/widgets/PageHeader.h"
#include "app/widgets/RoundedCorners.h"
#include "app/widgets/RowDelegate.h"
#include "app/widgets/StateStack.h"

#include <QListView>
#include <QScrollArea>
#include <QVBoxLayout>

namespace spilno::pages {

using replica::ReplicaDatabase;
using style::Spacing::M;
using style::Spacing::Xl;

ConflictsPage::ConflictsPage(session::SessionContext &context)
    : m_context(context)
    , m_model(new ConflictModel(context, this))
    , m_header(new widgets::PageHeader)
    , m_message(new widgets::MessageBar)
    , m_list(new QListView)
    , m_states(new widgets::StateStack(m_list))
    , m_detail(new ConflictDetail(context))
    , m_area(new QScrollArea)
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new widgets::RowDelegate(widgets::RowDelegate::Lines::Two, m_list));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setUniformItemSizes(true);
    new widgets::RoundedCorners(m_list);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(m_detail);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Xl, Xl - 4, Xl, Xl - 4);
    column->setSpacing(M);
    column->addWidget(m_header);
    column->addWidget(m_message);
    m_columns->setSpacing(M);
    m_columns->addWidget(m_states, 5);
    m_columns->addWidget(m_area, 5);
    column->addLayout(m_columns, 1);

    connect(m_model, &ConflictModel::loaded, this, &ConflictsPage::loaded);
    connect(
        m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &ConflictsPage::showConflict);
    connect(m_states, &widgets::StateStack::retried, m_model, &ConflictModel::refresh);
    connect(m_detail, &ConflictDetail::settled, this, &ConflictsPage::settle);
    connect(m_detail, &ConflictDetail::stepAgain, this, &ConflictsPage::tryStepAgain);
    m_states->showLoading();
    m_area->hide();
}

QString ConflictsPage::description() const
{
    return tr("Where two people changed the same thing");
}

void ConflictsPage::setBreakpoint(Breakpoint breakpoint)
{
    m_columns->setDirection(
        breakpoint == Breakpoint::Narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void ConflictsPage::loaded()
{
    Q_EMIT countChanged(m_model->ownCount());
    showState();
    if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
    showConflict();
}

void ConflictsPage::showState()
{
    if (!m_model->problem().isEmpty())
        m_states->showError(m_model->problem());
    else if (!m_model->isLoaded())
        m_states->showLoading();
    else if (m_model->rowCount() == 0)
        m_states->showEmpty(
            {QStringLiteral("handshake"),
             tr("No conflicts"),
             tr("When two people change the same thing without knowing of each other, both "
                "versions are kept and shown here until somebody decides."),
             {}});
    else
        m_states->showContent();
}

void ConflictsPage::showConflict()
{
    const replica::Conflict *conflict = m_model->conflict(m_list->currentIndex());
    m_area->setVisible(conflict != nullptr);
    if (conflict == nullptr)
        m_detail->clear();
    else
        m_detail->show(*conflict);
}

void ConflictsPage::settle(const replica::Draft &draft)
{
    session::whenDone(
        this, m_context.replica().submit({draft}),
        [this](const base::Result<replica::Submitted> &sent) { told(sent); });
}

void ConflictsPage::tryStepAgain(const base::OpId &op)
{
    session::whenDone(
        this,
        m_context.replica().write(
            [op](ReplicaDatabase &database) -> base::Result<replica::Submitted> {
                SPILNO_ASSIGN(replica::Draft draft, database.draftOf(op));
                draft.settles.push_back(op);
                return database.submit({draft});
            }),
        [this](const base::Result<replica::Submitted> &sent) { told(sent); });
}

void ConflictsPage::told(const base::Result<replica::Submitted> &sent)
{
    if (sent)
        m_message->showMessage(
            widgets::Tone::Positive,
            tr("Decided. It goes to the city with your name, like every other change."));
    else if (sent.error().code == base::ErrorCode::Conflict)
        m_message->showMessage(
            widgets::Tone::Negative,
            tr("This step is not possible from the state it is in now. Leave it as it is, or take "
               "another step in the request itself."));
    else
        m_message->showMessage(widgets::Tone::Negative, session::Sentences::error(sent.error()));
}

void ConflictsPage::retranslate()
{
    m_header->setTitle(tr("Conflicts"));
    m_list->setAccessibleName(tr("Conflicts"));
    m_model->retranslate();
    m_detail->retranslate();
    showState();
}

} // namespace spilno::pages
