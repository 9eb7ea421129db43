// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/Page.h"
#include "app/widgets/Badge.h"
#include "app/widgets/Button.h"
#include "app/widgets/Card.h"
#include "app/widgets/ChipRow.h"
#include "app/widgets/Label.h"
#include "app/widgets/PageHeader.h"
#include "app/widgets/RoundedCorners.h"
#include "app/widgets/RowDelegate.h"
#include "app/widgets/StateStack.h"
#include "tests/app/DemonstrationWords.h"

#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace spilno::demonstration {

using style::ButtonKind;
using style::ColourRole;
using style::TextRole;
using widgets::Tone;

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

} // namespace spilno::demonstration
