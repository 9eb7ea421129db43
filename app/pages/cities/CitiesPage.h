// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/Page.h"
#include "app/session/Session.h"

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace spilno::widgets {
class Button;
class Label;
class PageHeader;
} // namespace spilno::widgets

namespace spilno::pages {

/// The cities of the profile: which one is shown, another one by a click, and the way into one
/// more.
class CitiesPage : public ScrollPage
{
    Q_OBJECT

public:
    explicit CitiesPage(session::Session &session);

    QString description() const override;

Q_SIGNALS:
    void addRequested();

protected:
    void retranslate() override;

private:
    void fill();

    session::Session &m_session;
    widgets::PageHeader *m_header;
    widgets::Label *m_words;
    widgets::Button *m_add;
    QWidget *m_cards;
};

} // namespace spilno::pages
