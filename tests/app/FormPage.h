// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/Page.h"
#include "app/widgets/Badge.h"
#include "app/widgets/Button.h"
#include "app/widgets/FormSection.h"
#include "app/widgets/Label.h"
#include "app/widgets/MessageBar.h"
#include "app/widgets/PageHeader.h"
#include "app/widgets/StateStack.h"
#include "tests/app/DemonstrationWords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTabBar>
#include <QVBoxLayout>

namespace spilno::demonstration {

using style::ButtonKind;
using style::ColourRole;
using style::TextRole;
using widgets::Tone;

/// Every kind of field, a message and tabs.
class FormPage : public pages::ScrollPage
{
public:
    FormPage()
        : m_header(new widgets::PageHeader)
        , m_message(new widgets::MessageBar)
        , m_tabs(new QTabBar)
        , m_form(new widgets::FormSection)
        , m_place(m_form->addRow({}, new QLineEdit))
        , m_category(m_form->addRow({}, new QComboBox))
        , m_text(m_form->addRow({}, new QPlainTextEdit, widgets::FormRow::Need::Optional))
        , m_urgent(new QCheckBox)
        , m_public(new QRadioButton)
        , m_private(new QRadioButton)
        , m_send(new widgets::Button({}, ButtonKind::Primary))
        , m_remove(new widgets::Button({}, ButtonKind::Danger))
        , m_off(new widgets::Button({}))
    {
        for (int i = 0; i < 3; ++i)
            m_tabs->addTab({});
        for (QWidget *field :
             {static_cast<QWidget *>(m_urgent), static_cast<QWidget *>(m_public),
              static_cast<QWidget *>(m_private)})
            m_form->addField(field);
        m_urgent->setChecked(true);
        m_public->setChecked(true);
        m_off->setEnabled(false);
        m_text->field()->setMaximumHeight(90);
        m_tabs->setAccessibleName(QStringLiteral("tabs"));
        body()->addWidget(m_header);
        body()->addWidget(m_message);
        body()->addWidget(m_tabs);
        body()->addWidget(m_form);
        auto *buttons = new QHBoxLayout;
        buttons->addWidget(m_send);
        buttons->addWidget(m_off);
        buttons->addWidget(m_remove);
        buttons->addStretch(1);
        body()->addLayout(buttons);
        body()->addStretch(1);
    }

protected:
    void retranslate() override
    {
        m_header->setTitle(say(u"New request", u"Нове звернення"));
        m_header->setTrail(say(u"My requests › New", u"Мої звернення › Нове"));
        m_message->showMessage(
            Tone::Warning,
            say(u"No connection. The request is kept and goes out later.",
                u"Немає зв’язку. Звернення збережено, воно піде пізніше."),
            say(u"Show outbox", u"Показати вихідні"));
        m_tabs->setTabText(0, say(u"Profile", u"Профіль"));
        m_tabs->setTabText(1, say(u"Blog · 14", u"Блог · 14"));
        m_tabs->setTabText(2, say(u"Projects · 9", u"Проєкти · 9"));
        m_form->setTitle(say(u"What happened", u"Що сталося"));
        m_place->setLabel(say(u"Place", u"Місце"));
        m_place->setError(say(u"Say the street and house.", u"Вкажіть вулицю й будинок."));
        m_category->setLabel(say(u"Category", u"Категорія"));
        auto *box = static_cast<QComboBox *>(m_category->field());
        box->clear();
        box->addItems({say(u"Water", u"Вода"), say(u"Light", u"Світло")});
        m_text->setLabel(say(u"Description", u"Опис"));
        m_urgent->setText(say(u"Dangerous now", u"Небезпечно зараз"));
        m_public->setText(say(u"Everyone sees it", u"Бачать усі"));
        m_private->setText(say(u"Only the office", u"Лише установа"));
        m_send->setText(say(u"Send", u"Надіслати"));
        m_remove->setText(say(u"Delete", u"Видалити"));
        m_off->setText(say(u"Not now", u"Не зараз"));
    }

private:
    widgets::PageHeader *m_header;
    widgets::MessageBar *m_message;
    QTabBar *m_tabs;
    widgets::FormSection *m_form;
    widgets::FormRow *m_place;
    widgets::FormRow *m_category;
    widgets::FormRow *m_text;
    QCheckBox *m_urgent;
    QRadioButton *m_public;
    QRadioButton *m_private;
    widgets::Button *m_send;
    widgets::Button *m_remove;
    widgets::Button *m_off;
};

/// One of the states a list has when it is not full.
class StatePage : public pages::Page
{
public:
    explicit StatePage(widgets::StateStack::State state)
        : m_states(new widgets::StateStack(new QWidget))
        , m_state(state)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(24, 20, 24, 20);
        column->addWidget(m_states);
    }

protected:
    void retranslate() override
    {
        if (m_state == widgets::StateStack::State::Loading)
            m_states->showLoading();
        else if (m_state == widgets::StateStack::State::Error)
            m_states->showError(
                say(u"The copy of the city on this computer is being used by another window.",
                    u"Копією міста на цьому комп’ютері користується інше вікно."));
        else
            m_states->showEmpty(
                {QStringLiteral("mail"), say(u"No messages yet", u"Повідомлень ще немає"),
                 say(u"Write to a neighbour or an office: it goes out even without a connection.",
                     u"Напишіть сусідові чи установі: піде навіть без зв’язку, щойно він "
                     u"з’явиться."),
                 say(u"Write", u"Написати")});
    }

private:
    widgets::StateStack *m_states;
    widgets::StateStack::State m_state;
};

} // namespace spilno::demonstration
