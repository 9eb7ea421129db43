// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/Page.h"
#include "app/widgets/Avatar.h"
#include "app/widgets/Badge.h"
#include "app/widgets/Button.h"
#include "app/widgets/Card.h"
#include "app/widgets/ElidedLabel.h"
#include "app/widgets/PageHeader.h"
#include "tests/app/DemonstrationWords.h"

#include <QProgressBar>
#include <QVBoxLayout>

namespace spilno::demonstration {

using style::ButtonKind;
using style::ColourRole;
using style::TextRole;
using widgets::Tone;

/// Cards in two columns, as the feed will be.
class CardsPage : public pages::ScrollPage
{
public:
    CardsPage()
        : m_header(new widgets::PageHeader)
        , m_author(new widgets::ElidedLabel({}, TextRole::Strong))
        , m_when(new widgets::ElidedLabel({}, TextRole::Secondary, ColourRole::Muted))
        , m_kind(new widgets::Badge({}, Tone::Informative))
        , m_title(new widgets::Label({}, TextRole::CardTitle))
        , m_text(new widgets::Label)
        , m_side(new widgets::Card(QStringLiteral(" ")))
        , m_vote(new widgets::Button({}, ButtonKind::Primary))
        , m_more(new widgets::Button({}))
        , m_turnout(new QProgressBar)
        , m_left(new widgets::Badge({}, Tone::Warning))
    {
        body()->addWidget(m_header);
        auto *columns = new QHBoxLayout;
        columns->setSpacing(18);
        auto *card = new widgets::Card;
        auto *head = new QHBoxLayout;
        head->setSpacing(12);
        auto *names = new QVBoxLayout;
        names->setSpacing(0);
        names->addWidget(m_author);
        names->addWidget(m_when);
        head->addWidget(new widgets::Avatar(QStringLiteral("ГО «Зелена варта»")));
        head->addLayout(names, 1);
        head->addWidget(m_kind);
        m_title->setWordWrap(true);
        m_text->setColumn(true);
        card->body()->addLayout(head);
        card->body()->addWidget(m_title);
        card->body()->addWidget(m_text);
        auto *left = new QVBoxLayout;
        left->addWidget(card);
        left->addStretch(1);
        columns->addLayout(left, 2);
        auto *right = new QVBoxLayout;
        m_side->addToTitle(m_left);
        m_turnout->setRange(0, 144);
        m_turnout->setValue(61);
        m_turnout->setTextVisible(false);
        m_side->body()->addWidget(m_turnout);
        auto *buttons = new QHBoxLayout;
        buttons->addWidget(m_vote);
        buttons->addWidget(m_more);
        buttons->addStretch(1);
        m_side->body()->addLayout(buttons);
        right->addWidget(m_side);
        right->addStretch(1);
        columns->addLayout(right, 1);
        body()->addLayout(columns);
        body()->addStretch(1);
    }

protected:
    void retranslate() override
    {
        m_header->setTitle(say(u"Feed", u"Стрічка"));
        m_author->setText(say(u"Green Watch", u"ГО «Зелена варта»"));
        m_when->setText(say(u"Public organisation · 12 min", u"Громадська організація · 12 хв"));
        m_kind->setText(say(u"Idea", u"Ідея"));
        m_title->setText(say(u"A shady route to the park", u"Тінистий маршрут від метро до парку"));
        m_text->setText(say(
            u"Plant 64 limes along Politekhnichna, so that the way to the park is in the shade.",
            u"Висадити 64 липи вздовж вул. Політехнічної, щоб пішохідний шлях до парку став "
            u"тінистим. Шукаємо проєктанта та волонтерів на 12 жовтня."));
        m_side->setTitle(say(u"Your vote is needed", u"Потрібен ваш голос"));
        m_left->setText(say(u"2 days", u"2 дні"));
        m_vote->setText(say(u"Vote", u"Голосувати"));
        m_more->setText(say(u"Details", u"Подробиці"));
        m_turnout->setAccessibleName(say(u"Turnout", u"Явка"));
    }

private:
    widgets::PageHeader *m_header;
    widgets::ElidedLabel *m_author;
    widgets::ElidedLabel *m_when;
    widgets::Badge *m_kind;
    widgets::Label *m_title;
    widgets::Label *m_text;
    widgets::Card *m_side;
    widgets::Button *m_vote;
    widgets::Button *m_more;
    QProgressBar *m_turnout;
    widgets::Badge *m_left;
};

} // namespace spilno::demonstration
