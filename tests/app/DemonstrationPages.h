// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/Page.h"
#include "app/widgets/Avatar.h"
#include "app/widgets/Badge.h"
#include "app/widgets/Button.h"
#include "app/widgets/Card.h"
#include "app/widgets/ChipRow.h"
#include "app/widgets/ElidedLabel.h"
#include "app/widgets/FormSection.h"
#include "app/widgets/MessageBar.h"
#include "app/widgets/PageHeader.h"
#include "app/widgets/RoundedCorners.h"
#include "app/widgets/RowDelegate.h"
#include "app/widgets/SearchField.h"
#include "app/widgets/StateStack.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

/// Pages with made-up content that show every widget of the kit in its place; for tests only.
namespace spilno::demonstration {

using style::ButtonKind;
using style::ColourRole;
using style::TextRole;
using widgets::Tone;

/// The sentence of the present language; demonstration words are not in the translations.
inline QString say(const char16_t *english, const char16_t *ukrainian)
{
    return QString::fromUtf16(QLocale().language() == QLocale::Ukrainian ? ukrainian : english);
}

/// A queue with a table, filters and a detail card, as the dispatch will be.
class QueuePage : public pages::Page
{
public:
    QueuePage()
        : m_header(new widgets::PageHeader)
        , m_chips(new widgets::ChipRow)
        , m_table(new QTableView)
        , m_model(new QStandardItemModel(this))
        , m_states(new widgets::StateStack(m_table))
        , m_detail(new widgets::Card)
        , m_history(new widgets::Label({}, TextRole::Body))
        , m_route(new widgets::Button({}))
        , m_create(new widgets::Button({}, ButtonKind::Primary))
        , m_reply(new widgets::Button({}, ButtonKind::Primary))
        , m_state(new widgets::Button({}))
        , m_late(new widgets::Badge({}, Tone::Negative))
        , m_working(new widgets::Badge({}, Tone::Informative))
    {
        m_create->setIconName(QStringLiteral("plus"));
        m_route->setIconName(QStringLiteral("printer"));
        m_header->addAction(m_route);
        m_header->addAction(m_create);
        m_table->setModel(m_model);
        m_table->verticalHeader()->hide();
        m_table->setShowGrid(false);
        m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
        m_table->setSelectionMode(QAbstractItemView::SingleSelection);
        m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
        m_table->setTabKeyNavigation(false);
        m_table->horizontalHeader()->setHighlightSections(false);
        m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
        m_table->setItemDelegate(new widgets::BadgeDelegate(m_table));
        m_table->setItemDelegateForColumn(1, new widgets::RowDelegate);
        new widgets::RoundedCorners(m_table);
        auto *badges = new QHBoxLayout;
        badges->addWidget(m_late);
        badges->addWidget(m_working);
        badges->addStretch(1);
        m_detail->body()->addLayout(badges);
        m_history->setWordWrap(true);
        m_detail->body()->addWidget(m_history);
        auto *buttons = new QHBoxLayout;
        buttons->addWidget(m_reply);
        buttons->addWidget(m_state);
        buttons->addStretch(1);
        m_detail->body()->addLayout(buttons);
        m_detail->body()->addStretch(1);
        m_reply->setKeyHint(QStringLiteral("R"));
        m_state->setKeyHint(QStringLiteral("S"));

        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(24, 20, 24, 20);
        column->setSpacing(12);
        column->addWidget(m_header);
        column->addWidget(m_chips);
        auto *row = new QHBoxLayout;
        row->setSpacing(14);
        row->addWidget(m_states, 5);
        row->addWidget(m_detail, 3);
        column->addLayout(row, 1);
    }

    void setBreakpoint(pages::Breakpoint breakpoint) override
    {
        m_detail->setVisible(breakpoint != pages::Breakpoint::Narrow);
    }
    widgets::StateStack *states() const { return m_states; }
    QTableView *table() const { return m_table; }

protected:
    void retranslate() override
    {
        m_header->setTitle(say(u"Dispatch", u"Диспетчерська"));
        m_route->setText(say(u"Route", u"Маршрут"));
        m_create->setText(say(u"New request", u"Нове звернення"));
        m_reply->setText(say(u"Answer", u"Відповісти"));
        m_state->setText(say(u"State", u"Стан"));
        m_late->setText(say(u"2 hours overdue", u"Прострочено на 2 год"));
        m_working->setText(say(u"In progress", u"В роботі"));
        m_table->setAccessibleName(say(u"Requests", u"Звернення"));
        m_history->setText(
            say(u"08:02 Registered: Oksana Koval · telephone\n08:05 Assigned: Water works, crew 3",
                u"08:02 Зареєстровано: Оксана Коваль · телефон\n08:05 Призначено: Водоканал, "
                u"бригада 3"));
        fillChips();
        fillTable();
        m_detail->setTitle(
            say(u"A burst main floods the yard", u"Прорвало водогін, затоплює двір"));
    }

private:
    void fillChips()
    {
        qDeleteAll(m_chips->findChildren<QAbstractButton *>());
        delete m_chips->layout();
        auto *fresh = new widgets::ChipRow;
        layout()->replaceWidget(m_chips, fresh);
        m_chips->deleteLater();
        m_chips = fresh;
        m_chips->addChip(QStringLiteral("mine"), say(u"Mine", u"Мої"), 12);
        m_chips->addChip(QStringLiteral("unit"), say(u"My unit", u"Мій підрозділ"), 38);
        m_chips->addChip(QStringLiteral("free"), say(u"Unassigned", u"Без виконавця"), 9);
        m_chips->addChip(QStringLiteral("late"), say(u"Overdue", u"Прострочені"), 4);
        m_chips->addOpener(QStringLiteral("funnel"), say(u"Filter", u"Фільтр"));
        m_chips->setChosen(QStringLiteral("mine"));
    }

    void fillTable()
    {
        struct Row
        {
            QString number, title, second, due, state;
            Tone dueTone, stateTone;
        };
        const QList<Row> rows{
            {QStringLiteral("Ш7-0412"),
             say(u"A burst main floods the yard", u"Прорвало водогін, затоплює двір і підвал"),
             say(u"Water · 41 Saksahanskoho", u"Вода · вул. Саксаганського, 41"),
             say(u"2 hours overdue", u"Прострочено на 2 год"), say(u"In progress", u"В роботі"),
             Tone::Negative, Tone::Informative},
            {QStringLiteral("Ш7-0415"),
             say(u"A street lamp by the school is out", u"Не світить ліхтар біля школи № 14"),
             say(u"Light · 16 Mechnykova", u"Світло · вул. Мечникова, 16"),
             say(u"Today until 16:00", u"Сьогодні до 16:00"), say(u"Assigned", u"Призначено"),
             Tone::Warning, Tone::Informative},
            {QStringLiteral("Ш7-0416"),
             say(u"Pothole in the carriageway", u"Яма на проїжджій частині"),
             say(u"Roads · 82 Beresteiskyi", u"Дороги · просп. Берестейський, 82"),
             say(u"2 working days", u"2 роб. дні"), say(u"Done", u"Виконано"), Tone::Neutral,
             Tone::Positive},
        };
        m_model->clear();
        m_model->setHorizontalHeaderLabels(
            {QStringLiteral("№"), say(u"What happened", u"Що сталося"), say(u"Due", u"Термін"),
             say(u"State", u"Стан")});
        for (int repeat = 0; repeat < 4; ++repeat) {
            for (const Row &row : rows) {
                auto *title = new QStandardItem(row.title);
                title->setData(row.second, widgets::SecondLineRole);
                m_model->appendRow(
                    {new QStandardItem(row.number), title, badge(row.due, row.dueTone),
                     badge(row.state, row.stateTone)});
            }
        }
        m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
        m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
        m_table->selectRow(0);
    }

    static QStandardItem *badge(const QString &text, Tone tone)
    {
        auto *item = new QStandardItem(text);
        item->setData(text, widgets::BadgeTextRole);
        item->setData(int(tone), widgets::BadgeToneRole);
        return item;
    }

    widgets::PageHeader *m_header;
    widgets::ChipRow *m_chips;
    QTableView *m_table;
    QStandardItemModel *m_model;
    widgets::StateStack *m_states;
    widgets::Card *m_detail;
    widgets::Label *m_history;
    widgets::Button *m_route;
    widgets::Button *m_create;
    widgets::Button *m_reply;
    widgets::Button *m_state;
    widgets::Badge *m_late;
    widgets::Badge *m_working;
};

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
