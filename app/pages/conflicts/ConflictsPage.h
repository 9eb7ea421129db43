// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/Page.h"
#include "app/session/SessionContext.h"

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QListView;
class QScrollArea;
QT_END_NAMESPACE

namespace spilno::widgets {
class MessageBar;
class PageHeader;
class StateStack;
} // namespace spilno::widgets

namespace spilno::pages {

class ConflictDetail;
class ConflictModel;

/// Conflicts that wait for somebody: the list and, beside it, the versions to choose from. A
/// decision is a signed change that names what it ends.
class ConflictsPage : public Page
{
    Q_OBJECT

public:
    explicit ConflictsPage(session::SessionContext &context);

    QString description() const override;
    void setBreakpoint(Breakpoint breakpoint) override;

protected:
    void retranslate() override;

private:
    void loaded();
    void showState();
    void showConflict();
    void settle(const replica::Draft &draft);
    void tryStepAgain(const base::OpId &op);
    void told(const base::Result<replica::Submitted> &sent);

    session::SessionContext &m_context;
    ConflictModel *m_model;
    widgets::PageHeader *m_header;
    widgets::MessageBar *m_message;
    QListView *m_list;
    widgets::StateStack *m_states;
    ConflictDetail *m_detail;
    QScrollArea *m_area;
    QBoxLayout *m_columns;
};

} // namespace spilno::pages
