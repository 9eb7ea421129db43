// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/RequestFilter.h"

#include "core/base/text/NumberFold.h"
#include "core/records/request/RequestMachine.h"

namespace spilno::pages {

using Operator = replica::Condition::Operator;
using records::request::State;
using wire::Value;

namespace {

replica::Condition where(const char *field, Operator op, Value value = {})
{
    return {QString::fromLatin1(field), op, std::move(value)};
}

void addView(std::vector<replica::Condition> &all, RequestView view, const base::PersonId &person)
{
    const auto open = [&all](bool isOpen) {
        all.push_back(where("open", Operator::Equal, Value(isOpen)));
    };
    switch (view) {
    case RequestView::Open:
        open(true);
        break;
    case RequestView::AssignedToMe:
        open(true);
        all.push_back(where("assignee", Operator::Equal, Value(person.toByteArray())));
        break;
    case RequestView::ReportedByMe:
        all.push_back(where("author", Operator::Equal, Value(person.toByteArray())));
        break;
    case RequestView::Unassigned:
        open(true);
        all.push_back(where("assignee", Operator::Equal));
        break;
    case RequestView::Overdue:
        open(true);
        break;
    case RequestView::WaitingForWord:
        all.push_back(
            where("state", Operator::Equal, Value(static_cast<qint64>(State::DoneWaiting))));
        break;
    case RequestView::Closed:
        open(false);
        break;
    case RequestView::All:
        break;
    }
}

/// The same in words of a map; the order is that of the enumerators.
const QStringList kOrders{
    QStringLiteral("changed"), QStringLiteral("created"), QStringLiteral("number"),
    QStringLiteral("target")};

} // namespace

replica::Query RequestFilter::query(const base::PersonId &person, qint64 nowMs) const
{
    replica::Query query;
    query.type = QStringLiteral("request");
    addView(query.where, view, person);
    if (view == RequestView::Overdue)
        query.where.push_back(where("target", Operator::Less, Value(nowMs)));
    if (state != 0)
        query.where.push_back(where("state", Operator::Equal, Value(qint64{state})));
    if (!category.isNull())
        query.where.push_back(where("category", Operator::Equal, Value(category.toByteArray())));
    if (!scope.isNull())
        query.where.push_back(where("scope", Operator::Equal, Value(scope.toByteArray())));
    // A number is typed in either alphabet and with any separator, but stands in one form only.
    query.text = base::canonicalRequestNumber(text).value_or(text);
    query.orderBy = kOrders.at(static_cast<int>(order));
    query.descending = order != RequestOrder::Deadline;
    return query;
}

bool RequestFilter::isNarrowed() const
{
    return state != 0 || !category.isNull() || !scope.isNull() || !text.isEmpty();
}

QVariantMap RequestFilter::toMap() const
{
    return {
        {QStringLiteral("view"), static_cast<int>(view)},
        {QStringLiteral("state"), state},
        {QStringLiteral("category"), category.isNull() ? QString() : category.toHex()},
        {QStringLiteral("scope"), scope.isNull() ? QString() : scope.toHex()},
        {QStringLiteral("text"), text},
        {QStringLiteral("order"), static_cast<int>(order)}};
}

RequestFilter RequestFilter::fromMap(const QVariantMap &map)
{
    RequestFilter filter;
    const int view = map.value(QStringLiteral("view")).toInt();
    if (view >= 0 && view <= static_cast<int>(RequestView::All))
        filter.view = static_cast<RequestView>(view);
    const int order = map.value(QStringLiteral("order")).toInt();
    if (order >= 0 && order <= static_cast<int>(RequestOrder::Deadline))
        filter.order = static_cast<RequestOrder>(order);
    filter.state = map.value(QStringLiteral("state")).toUInt();
    filter.category = base::EntityId::fromHex(map.value(QStringLiteral("category")).toString())
                          .value_or(base::EntityId());
    filter.scope = base::ScopeId::fromHex(map.value(QStringLiteral("scope")).toString())
                       .value_or(base::ScopeId());
    filter.text = map.value(QStringLiteral("text")).toString();
    return filter;
}

} // namespace spilno::pages
