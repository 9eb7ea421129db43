// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/RequestFilterBar.h"

#include "app/pages/requests/CityBook.h"
#include "app/pages/requests/RequestWords.h"
#include "app/session/SessionContext.h"
#include "app/session/WhenDone.h"
#include "app/style/Spacing.h"
#include "app/widgets/Chip.h"
#include "app/widgets/ChipRow.h"
#include "app/widgets/FlowLayout.h"
#include "core/records/Registry.h"

#include <QApplication>
#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <utility>

namespace spilno::pages {

using style::Spacing::S;

namespace {

QString chipId(RequestView view)
{
    return QString::number(static_cast<int>(view));
}

/// Makes what stands in the box that of the filter; adds nothing.
void choose(QComboBox *box, const QVariant &data)
{
    const QSignalBlocker blocked(box);
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

QVariant idData(const QByteArray &bytes, bool isNull)
{
    return isNull ? QVariant() : QVariant(bytes);
}

} // namespace

RequestFilterBar::RequestFilterBar(
    session::SessionContext &context, CityBook &book, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_book(book)
    , m_choices(new QWidget)
    , m_category(new QComboBox)
    , m_scope(new QComboBox)
    , m_state(new QComboBox)
    , m_order(new QComboBox)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(S);
    auto *flow = new widgets::FlowLayout(m_choices, S);
    for (QComboBox *box : {m_category, m_scope, m_state, m_order}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(18);
        flow->addWidget(box);
        connect(box, &QComboBox::currentIndexChanged, this, &RequestFilterBar::changed);
    }
    column->addWidget(m_choices);
    m_choices->hide();
    retranslate();
    connect(&book, &CityBook::changed, this, &RequestFilterBar::fillChoices);
    connect(&context, &session::SessionContext::rolesChanged, this, [this] {
        makeChips();
        count();
    });
}

QList<RequestView> RequestFilterBar::views(const session::SessionContext &context)
{
    if (context.isStaff())
        return {RequestView::Open,    RequestView::AssignedToMe,   RequestView::Unassigned,
                RequestView::Overdue, RequestView::WaitingForWord, RequestView::Closed,
                RequestView::All};
    return {
        RequestView::Open, RequestView::ReportedByMe, RequestView::WaitingForWord,
        RequestView::Closed, RequestView::All};
}

QString RequestFilterBar::viewName(RequestView view)
{
    switch (view) {
    case RequestView::Open:
        return tr("Open");
    case RequestView::AssignedToMe:
        return tr("Mine");
    case RequestView::ReportedByMe:
        return tr("Reported by me");
    case RequestView::Unassigned:
        return tr("Unassigned");
    case RequestView::Overdue:
        return tr("Overdue");
    case RequestView::WaitingForWord:
        return tr("To be confirmed");
    case RequestView::Closed:
        return tr("Closed");
    case RequestView::All:
        break;
    }
    return tr("All");
}

void RequestFilterBar::makeChips()
{
    // The keyboard's place survives: a chip that had it gets it again.
    bool hadFocus = false;
    if (m_chips != nullptr) {
        hadFocus = m_chips->isAncestorOf(QApplication::focusWidget());
        delete m_chips;
    }
    m_chips = new widgets::ChipRow;
    const QList<RequestView> all = views(m_context);
    for (const RequestView view : all)
        m_chips->addChip(chipId(view), viewName(view));
    m_opener = m_chips->addOpener(QStringLiteral("funnel"), tr("Filter"));
    m_opener->setAccessibleName(tr("Filter by category, district, state; order"));
    m_chips->setChosen(chipId(m_filter.view));
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_chips);
    orderTabs();
    connect(
        m_opener, &widgets::Chip::clicked, this, [this] { showChoices(m_choices->isHidden()); });
    connect(m_chips, &widgets::ChipRow::chosenChanged, this, [this](const QStringList &ids) {
        m_filter.view = static_cast<RequestView>(ids.value(0).toInt());
        Q_EMIT changed();
    });
    if (hadFocus)
        m_chips->chip(chipId(m_filter.view))->setFocus(Qt::OtherFocusReason);
}

void RequestFilterBar::setTabStart(QWidget *before)
{
    m_before = before;
    orderTabs();
}

/// Chips are made anew with the roles and the language, and what is made last stands last for Tab:
/// they go back to where the eye finds them.
void RequestFilterBar::orderTabs()
{
    QWidget *before = m_before;
    if (before == nullptr)
        return;
    QList<QWidget *> order;
    for (const RequestView view : views(m_context))
        order.append(m_chips->chip(chipId(view)));
    order.append({m_opener, m_category, m_scope, m_state, m_order});
    for (QWidget *next : std::as_const(order)) {
        setTabOrder(before, next);
        before = next;
    }
}

void RequestFilterBar::showChoices(bool shown)
{
    m_choices->setVisible(shown);
    if (shown)
        m_category->setFocus(Qt::OtherFocusReason);
}

void RequestFilterBar::fillChoices()
{
    const RequestFilter now = filter();
    for (QComboBox *box : {m_category, m_scope, m_state, m_order}) {
        const QSignalBlocker blocked(box);
        box->clear();
    }
    const QSignalBlocker categories(m_category);
    const QSignalBlocker scopes(m_scope);
    const QSignalBlocker states(m_state);
    const QSignalBlocker orders(m_order);
    m_category->addItem(tr("All categories"));
    for (const CategoryEntry &category : m_book.categories())
        m_category->addItem(category.name, category.id.toByteArray());
    m_scope->addItem(tr("All districts and departments"));
    for (const replica::ScopeStatus &scope : m_book.scopes())
        m_scope->addItem(scope.name, scope.scope.toByteArray());
    m_state->addItem(tr("Any state"));
    const auto &machine = records::Registry::standard().type(QStringLiteral("request"))->machine;
    for (const records::State &state : machine.states)
        m_state->addItem(RequestWords::state(state.number).text, state.number);
    m_order->addItem(tr("Changed last first"), static_cast<int>(RequestOrder::Changed));
    m_order->addItem(tr("Newest first"), static_cast<int>(RequestOrder::Created));
    m_order->addItem(tr("By number"), static_cast<int>(RequestOrder::Number));
    m_order->addItem(tr("Due first"), static_cast<int>(RequestOrder::Deadline));
    setFilter(now);
}

void RequestFilterBar::setFilter(const RequestFilter &filter)
{
    m_filter = filter;
    m_chips->setChosen(chipId(filter.view));
    choose(m_category, idData(filter.category.toByteArray(), filter.category.isNull()));
    choose(m_scope, idData(filter.scope.toByteArray(), filter.scope.isNull()));
    choose(m_state, filter.state == 0 ? QVariant() : QVariant(filter.state));
    choose(m_order, static_cast<int>(filter.order));
    const bool hides = !filter.category.isNull() || !filter.scope.isNull() || filter.state != 0;
    if (hides)
        m_choices->show();
}

RequestFilter RequestFilterBar::filter() const
{
    RequestFilter filter = m_filter;
    const auto id = [](const QComboBox *box) -> QByteArray {
        return box->currentData().toByteArray();
    };
    if (m_category->count() > 0) {
        const QByteArray category = id(m_category);
        filter.category =
            base::EntityId::fromBytes(base::view(category)).value_or(base::EntityId());
        const QByteArray scope = id(m_scope);
        filter.scope = base::ScopeId::fromBytes(base::view(scope)).value_or(base::ScopeId());
        filter.state = m_state->currentData().toUInt();
        filter.order = static_cast<RequestOrder>(m_order->currentData().toInt());
    }
    return filter;
}

void RequestFilterBar::count()
{
    if (std::exchange(m_counting, true)) {
        m_countAgain = true; // the chips may be others by now
        return;
    }
    const QList<RequestView> all = views(m_context);
    const auto read = [all, person = m_context.person(), now = m_context.clock().wallMs()](
                          const replica::ReplicaDatabase &database) -> base::Result<QList<int>> {
        QList<int> counts;
        for (const RequestView view : all) {
            RequestFilter filter;
            filter.view = view;
            SPILNO_ASSIGN(const qint64 count, database.count(filter.query(person, now)));
            counts.append(static_cast<int>(count));
        }
        return counts;
    };
    session::whenDone(
        this, m_context.replica().read(read), [this, all](const base::Result<QList<int>> &counts) {
            m_counting = false;
            for (int i = 0; counts && i < all.size(); ++i)
                m_chips->setCount(chipId(all[i]), counts->at(i));
            if (std::exchange(m_countAgain, false))
                count();
        });
}

void RequestFilterBar::retranslate()
{
    makeChips();
    m_category->setAccessibleName(tr("Category"));
    m_scope->setAccessibleName(tr("District or department"));
    m_state->setAccessibleName(tr("State"));
    m_order->setAccessibleName(tr("Order"));
    fillChoices();
}

} // namespace spilno::pages
