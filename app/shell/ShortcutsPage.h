// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/Page.h"

namespace spilno::pages {
class ActionRegistry;
}
namespace spilno::widgets {
class Card;
class PageHeader;
class SearchField;
} // namespace spilno::widgets

namespace spilno::shell {

/// Every action with its key, read from the registry, as the present keyboard shows it.
class ShortcutsPage : public pages::ScrollPage
{
    Q_OBJECT

public:
    explicit ShortcutsPage(pages::ActionRegistry &actions);

    QString description() const override;
    void onShown() override;

protected:
    void retranslate() override;

private:
    void fill();

    pages::ActionRegistry &m_actions;
    widgets::PageHeader *m_header;
    widgets::SearchField *m_search;
    QWidget *m_lists;
    QString m_wanted;
};

} // namespace spilno::shell
