// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/PhotoRow.h"
#include "app/pages/requests/PlaceCard.h"
#include "app/pages/requests/RequestDetail.h"
#include "app/pages/requests/RequestHistory.h"
#include "app/pages/requests/StepPanel.h"
#include "app/style/Spacing.h"
#include "app/widgets/Badge.h"
#include "app/widgets/Button.h"
#include "app/widgets/Card.h"
#include "app/widgets/FlowLayout.h"
#include "app/widgets/Label.h"
#include "app/widgets/MessageBar.h"
#include "app/widgets/StateStack.h"

#include <QGridLayout>
#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

namespace spilno::pages {

using style::ButtonKind;
using style::ColourRole;
using style::TextRole;
using style::Spacing::L;
using style::Spacing::M;
using style::Spacing::S;

namespace {

widgets::Label *wrapping(TextRole role, ColourRole colour)
{
    auto *label = new widgets::Label({}, role, colour);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

/// The parts; what they say comes with showFacts().
void RequestDetail::makeParts()
{
    m_back = new widgets::Button({}, ButtonKind::Quiet);
    m_back->setIconName(QStringLiteral("arrow-left"));
    m_back->hide();
    m_due = new widgets::Badge({});
    m_state = new widgets::Badge({});
    m_pending = new widgets::Badge({});
    m_number = new widgets::Label({}, TextRole::Body, ColourRole::Muted);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title = wrapping(TextRole::CardTitle, ColourRole::Text);
    m_meta = wrapping(TextRole::Secondary, ColourRole::Muted);
    m_checking = wrapping(TextRole::Secondary, ColourRole::Muted);
    m_checking->hide();
    m_text = wrapping(TextRole::Body, ColourRole::Text);
    m_text->setColumn(true);
    m_table = new QWidget;
    m_tableGrid = new QGridLayout(m_table);
    m_tableGrid->setContentsMargins(0, 0, 0, 0);
    m_tableGrid->setHorizontalSpacing(L);
    m_tableGrid->setVerticalSpacing(S);
    m_tableGrid->setColumnStretch(0, 2);
    m_tableGrid->setColumnStretch(1, 5);
    m_contacts = new widgets::Card(QStringLiteral(" "));
    m_contactText = wrapping(TextRole::Body, ColourRole::Text);
    m_contacts->body()->addWidget(m_contactText);
    m_historyTitle = new widgets::Label({}, TextRole::Strong);
    m_history = new RequestHistory;
    m_message = new widgets::MessageBar;
    m_answer = new widgets::Button({}, ButtonKind::Primary);
    m_answer->setIconName(QStringLiteral("send"));
    m_next = new widgets::Button({});
    m_more = new widgets::Button({});
    m_edit = new widgets::Button({});
    m_edit->setIconName(QStringLiteral("pencil"));
    m_receipt = new widgets::Button({}, ButtonKind::Quiet);
    m_receipt->setIconName(QStringLiteral("ticket"));
    m_menu = new QMenu(this);
}

/// What is read, from the badges to the history; it scrolls.
void RequestDetail::layOutContent()
{
    m_inside = new QWidget;
    auto *column = new QVBoxLayout(m_inside);
    column->setContentsMargins(L, M, L, M);
    column->setSpacing(M);
    auto *badges = new QWidget;
    auto *flow = new widgets::FlowLayout(badges, S);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_due), static_cast<QWidget *>(m_state),
          static_cast<QWidget *>(m_pending)})
        flow->addWidget(widget);
    auto *head = new QHBoxLayout;
    head->setSpacing(S);
    head->addWidget(badges, 1, Qt::AlignTop);
    head->addWidget(m_number, 0, Qt::AlignTop);
    column->addLayout(head);
    auto *name = new QVBoxLayout;
    name->setSpacing(2);
    name->addWidget(m_title);
    name->addWidget(m_meta);
    name->addWidget(m_checking);
    column->addLayout(name);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_photos),
          static_cast<QWidget *>(m_place), m_table, static_cast<QWidget *>(m_contacts),
          static_cast<QWidget *>(m_historyTitle), static_cast<QWidget *>(m_history)})
        column->addWidget(widget);
    column->addStretch(1);
    m_area = new QScrollArea;
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidget(m_inside);
    // The card shows through.
    m_area->viewport()->setAutoFillBackground(false);
    m_inside->setAutoFillBackground(false);
    // Its text is read by scrolling with the keys.
    m_area->setFocusPolicy(Qt::TabFocus);
}

void RequestDetail::layOut()
{
    makeParts();
    layOutContent();
    auto *buttons = new QWidget;
    auto *buttonFlow = new widgets::FlowLayout(buttons, S);
    for (widgets::Button *button : {m_answer, m_next, m_more, m_edit, m_receipt})
        buttonFlow->addWidget(button);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(L, S, L, M);
    foot->setSpacing(S);
    foot->addWidget(m_message);
    foot->addWidget(m_panel);
    foot->addWidget(buttons);

    auto *content = new QWidget;
    auto *contentColumn = new QVBoxLayout(content);
    contentColumn->setContentsMargins(0, 0, 0, 0);
    contentColumn->setSpacing(0);
    contentColumn->addWidget(m_area, 1);
    contentColumn->addLayout(foot);
    m_states = new widgets::StateStack(content, widgets::StateStack::Ground::None);
    m_card = new widgets::Card;
    m_card->setFlush();
    m_card->body()->addWidget(m_states);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(S);
    outer->addWidget(m_back, 0, Qt::AlignLeft);
    outer->addWidget(m_card, 1);
    retranslate();
}

void RequestDetail::retranslate()
{
    nameBack();
    m_area->setAccessibleName(tr("Request"));
    m_contacts->setTitle(tr("Reporter: only for the staff of the responsible body"));
    m_historyTitle->setText(tr("History"));
    m_more->setText(tr("State"));
    m_edit->setText(tr("Edit"));
    m_receipt->setText(tr("I have a receipt"));
    m_place->retranslate();
    if (m_facts) {
        showFacts();
    } else {
        const base::EntityId entity = std::exchange(m_entity, base::EntityId());
        if (entity.isNull())
            showRequest({});
        else
            m_entity = entity;
    }
}

} // namespace spilno::pages
