// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/RequestFacts.h"

#include "app/pages/requests/CityBook.h"
#include "app/pages/requests/RequestWords.h"
#include "app/session/SessionContext.h"
#include "core/records/request/RequestMachine.h"
#include "core/records/request/RequestRule.h"

#include <algorithm>

namespace spilno::pages {

using records::Right;
using replica::Record;
using replica::ReplicaDatabase;

namespace {

constexpr int kTalkMax = 500;

base::Result<std::vector<Record>> about(
    const ReplicaDatabase &database,
    const QString &type,
    const QString &field,
    const base::EntityId &request)
{
    replica::Query query;
    query.type = type;
    query.where = {
        {field, replica::Condition::Operator::Equal, wire::Value(request.toByteArray())}};
    query.orderBy = QStringLiteral("created");
    query.descending = false;
    query.limit = kTalkMax;
    SPILNO_ASSIGN(replica::Page page, database.list(query));
    return std::move(page.items);
}

base::Result<QString> nameOf(const ReplicaDatabase &database, const QByteArray &person)
{
    if (person.isEmpty())
        return QString();
    replica::Query query;
    query.type = QStringLiteral("profile");
    query.where = {
        {QStringLiteral("author"), replica::Condition::Operator::Equal, wire::Value(person)}};
    query.limit = 1;
    SPILNO_ASSIGN(const replica::Page page, database.list(query));
    return page.items.empty() ? QString()
                              : page.items.front().value(QStringLiteral("display_name")).toText();
}

} // namespace

base::EntityId entityIn(const Record &record, const char *field)
{
    const QByteArray bytes = record.value(QString::fromLatin1(field)).toBytes();
    return base::EntityId::fromBytes(base::view(bytes)).value_or(base::EntityId());
}

QString RequestFacts::text(const char *field) const
{
    return request.value(QString::fromLatin1(field)).toText();
}

base::EntityId RequestFacts::entity(const char *field) const
{
    return entityIn(request, field);
}

base::Result<std::optional<RequestFacts>> RequestFacts::read(
    const ReplicaDatabase &database, const base::EntityId &request)
{
    SPILNO_ASSIGN(auto found, database.record(QStringLiteral("request"), request));
    if (!found)
        return std::optional<RequestFacts>();
    RequestFacts facts;
    facts.request = std::move(*found);
    SPILNO_ASSIGN(facts.history, database.history(request));
    SPILNO_ASSIGN(
        facts.comments,
        about(database, QStringLiteral("comment"), QStringLiteral("about"), request));
    SPILNO_ASSIGN(
        facts.photos,
        about(database, QStringLiteral("attachment"), QStringLiteral("about"), request));
    SPILNO_ASSIGN(
        facts.companions,
        about(database, QStringLiteral("companion"), QStringLiteral("for_request"), request));
    // A list leaves the sets out, and the words of a sealed report are one.
    for (Record &companion : facts.companions) {
        SPILNO_ASSIGN(
            const auto whole, database.record(QStringLiteral("companion"), companion.entity));
        if (whole)
            companion.sets = whole->sets;
    }
    SPILNO_ASSIGN(
        facts.assigneeName,
        nameOf(database, facts.request.value(QStringLiteral("assignee")).toBytes()));
    // What cannot be read of the kept receipts hides no request.
    if (const auto kept = profile::ReceiptBook::read(database))
        facts.receipt = kept->keyOf(request);
    const base::EntityId original = facts.entity("duplicate_of");
    if (!original.isNull()) {
        SPILNO_ASSIGN(const auto other, database.record(QStringLiteral("request"), original));
        if (other)
            facts.duplicateOfNumber = RequestWords::joined(
                {RequestWords::number(*other), other->value(QStringLiteral("title")).toText()},
                QStringLiteral(" · "));
    }
    return std::optional<RequestFacts>(std::move(facts));
}

RequestRights RequestRights::of(
    const Record &request, const session::SessionContext &context, const CityBook &book)
{
    RequestRights rights;
    rights.author = !context.person().isNull() && request.author == context.person();
    const base::EntityId own = entityIn(request, "body");
    const base::EntityId home = book.bodyOf(request.scope);
    rights.staff =
        (!own.isNull() && context.isStaffOf(own)) || (!home.isNull() && context.isStaffOf(home));
    rights.registrar = context.isRegistrar();
    return rights;
}

bool RequestRights::allows(Right right) const
{
    switch (right) {
    case Right::Anyone:
        return true;
    case Right::Author:
        return author;
    case Right::AuthorOrClaim:
        return author || claim;
    case Right::Staff:
        return staff;
    case Right::AuthorOrStaff:
        return author || staff;
    case Right::AuthorClaimOrStaff:
        return author || claim || staff;
    case Right::StaffOrRegistrar:
        return staff || registrar;
    default:
        return false;
    }
}

std::vector<records::Step> RequestRights::steps(const Record &request) const
{
    using records::request::Source;
    using records::request::State;
    // What usually comes next stands first.
    static const QStringList kOrder{QStringLiteral("confirm"), QStringLiteral("reply"),
                                    QStringLiteral("assign"),  QStringLiteral("start"),
                                    QStringLiteral("finish"),  QStringLiteral("ask"),
                                    QStringLiteral("resume"),  QStringLiteral("restore"),
                                    QStringLiteral("reopen"),  QStringLiteral("pass_on"),
                                    QStringLiteral("return"),  QStringLiteral("duplicate"),
                                    QStringLiteral("refuse"),  QStringLiteral("close_unconfirmed")};
    const bool imported =
        request.value(QStringLiteral("source")) == wire::Value(static_cast<qint64>(Source::Import));
    const bool onBehalf = request.value(QStringLiteral("on_behalf")).toBoolean();
    std::vector<records::Step> all;
    const auto &machine = records::Registry::standard().type(QStringLiteral("request"))->machine;
    for (const records::Step &step : machine.steps) {
        const bool confirms = step.to == static_cast<std::uint32_t>(State::Closed) &&
                              step.from != static_cast<std::uint32_t>(State::Registered);
        const bool closesImport = step.to == static_cast<std::uint32_t>(State::Closed) && !confirms;
        if (step.from != request.state || !allows(step.right) || (closesImport && !imported) ||
            (confirms && onBehalf && !claim))
            continue;
        all.push_back(step);
    }
    // Of a term that is likelier at each state: assigned work starts before it is assigned anew.
    const auto rank = [&request](const records::Step &step) -> qsizetype {
        const qsizetype place = kOrder.indexOf(step.name);
        const bool works = request.state == static_cast<std::uint32_t>(State::InProgress);
        if (works && step.name == QLatin1String("finish"))
            return -1;
        return place < 0 ? kOrder.size() : place;
    };
    std::stable_sort(all.begin(), all.end(), [&rank](const auto &a, const auto &b) {
        return rank(a) < rank(b);
    });
    return all;
}

} // namespace spilno::pages
