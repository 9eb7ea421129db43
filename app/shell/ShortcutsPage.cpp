// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/ShortcutsPage.h"

#include "app/pages/ActionRegistry.h"
#include "app/shell/FuzzyMatch.h"
#include "app/style/ColourRole.h"
#include "app/style/Shapes.h"
#include "app/style/Spacing.h"
#include "app/widgets/Card.h"
#include "app/widgets/ElidedLabel.h"
#include "app/widgets/PageHeader.h"
#include "app/widgets/SearchField.h"
#include "app/widgets/WidthLimit.h"

#include <QAction>
#include <QPainter>
#include <QVBoxLayout>

namespace spilno::shell {

using pages::ActionGroup;
using style::Spacing::M;

namespace {

/// One key drawn as a key cap.
class KeyCap : public widgets::Label
{
public:
    explicit KeyCap(const QString &key)
        : Label(key, style::TextRole::SecondaryStrong, style::ColourRole::Muted)
    {
        setContentsMargins(7, 3, 7, 3);
        setAlignment(Qt::AlignCenter);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        const style::Colours &colours = style::Colours::of(palette());
        style::paintBox(
            painter, rect(), style::Radius::Badge, colours(style::ColourRole::Sunk),
            colours(style::ColourRole::Line));
        painter.end();
        Label::paintEvent(event);
    }
};

} // namespace

ShortcutsPage::ShortcutsPage(pages::ActionRegistry &actions)
    : m_actions(actions)
    , m_header(new widgets::PageHeader)
    , m_search(new widgets::SearchField)
    , m_lists(new QWidget)
{
    m_search->setMaximumWidth(420);
    body()->addWidget(m_header);
    body()->addWidget(m_search);
    body()->addLayout(widgets::WidthLimit::column(*m_lists, 760));
    body()->addStretch(1);
    new QVBoxLayout(m_lists);
    m_lists->layout()->setContentsMargins(0, 0, 0, 0);
    m_lists->layout()->setSpacing(M);
    connect(m_search, &widgets::SearchField::searched, this, [this](const QString &text) {
        m_wanted = text;
        fill();
    });
    connect(&actions, &pages::ActionRegistry::keysChanged, this, [this] {
        if (isVisible())
            fill();
    });
}

QString ShortcutsPage::description() const
{
    return tr("All actions and their keys");
}

void ShortcutsPage::onShown()
{
    fill();
}

void ShortcutsPage::retranslate()
{
    m_header->setTitle(tr("Keyboard"));
    m_search->setName(tr("Find an action"));
    fill();
}

void ShortcutsPage::fill()
{
    qDeleteAll(m_lists->findChildren<widgets::Card *>(QString(), Qt::FindDirectChildrenOnly));
    for (const ActionGroup group :
         {ActionGroup::Create, ActionGroup::Go, ActionGroup::Page, ActionGroup::Window,
          ActionGroup::Help}) {
        widgets::Card *card = nullptr;
        const QStringList ids = m_actions.ids(group);
        for (const QString &id : ids) {
            const QString text = m_actions.action(id)->text();
            const QString key = m_actions.keyText(id);
            if (key.isEmpty() || FuzzyMatch::score(text, m_wanted) == 0)
                continue;
            if (!card)
                card = new widgets::Card(pages::ActionRegistry::groupName(group));
            auto *row = new QHBoxLayout;
            row->setSpacing(M);
            row->addWidget(new widgets::ElidedLabel(text), 1);
            row->addWidget(new KeyCap(key));
            card->body()->addLayout(row);
        }
        if (card)
            m_lists->layout()->addWidget(card);
    }
}

} // namespace spilno::shell
