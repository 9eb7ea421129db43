// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/outbox/OutboxModel.h"
#include "app/pages/Page.h"

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QListView;
QT_END_NAMESPACE

namespace spilno::widgets {
class Badge;
class Button;
class Card;
class FlowLayout;
class Label;
class MessageBar;
class PageHeader;
class StateStack;
} // namespace spilno::widgets

namespace spilno::pages {

/// What of the person's own work has not become part of the city: waiting on this computer,
/// accepted, refused in words, without effect. What came to nothing can be sent again, edited,
/// copied or thrown away.
class OutboxPage : public Page
{
    Q_OBJECT

public:
    explicit OutboxPage(session::SessionContext &context);

    QString description() const override;
    void setBreakpoint(Breakpoint breakpoint) override;

protected:
    void retranslate() override;

private:
    void layOut();
    void connectParts();
    void loaded();
    void showItem();
    void showState();
    [[nodiscard]] const replica::OutboxItem *chosen() const;
    /// Asks for the draft of the chosen change and goes on with it.
    void withDraft(const std::function<void(const replica::Draft &)> &then);
    void retry();
    void edit();
    void copy();
    /// Asks first: it can not be undone.
    void discard();
    void discardNow(const base::OpId &op);
    void sendAgain(const base::OpId &op, replica::Draft draft);
    void told(const base::Error &error);

    session::SessionContext &m_context;
    OutboxModel *m_model;
    widgets::PageHeader *m_header;
    widgets::MessageBar *m_message;
    QListView *m_list;
    widgets::StateStack *m_states;
    widgets::Card *m_detail;
    widgets::Badge *m_badge;
    widgets::Label *m_words;
    widgets::Label *m_content;
    widgets::Button *m_tryNow;
    widgets::Button *m_retry;
    widgets::Button *m_edit;
    widgets::Button *m_copy;
    widgets::Button *m_discard;
    QBoxLayout *m_columns;
    QString m_copied; ///< The texts of the shown change.
};

} // namespace spilno::pages
