// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/CityPaletteSource.h"

#include "app/pages/requests/RequestActions.h"
#include "app/pages/requests/RequestFilter.h"
#include "app/pages/requests/RequestWords.h"
#include "app/session/SessionContext.h"
#include "app/session/WhenDone.h"
#include "app/shell/FuzzyMatch.h"

#include <utility>

namespace spilno::shell {

namespace {

constexpr int kLettersAtLeast = 2;
constexpr int kRequestsShown = 6;
constexpr int kPeopleShown = 4;

} // namespace

CityPaletteSource::CityPaletteSource(session::SessionContext &context, Open open)
    : m_context(context)
    , m_open(std::move(open))
{
}

void CityPaletteSource::search(const QString &typed, Answer answer)
{
    if (typed.size() < kLettersAtLeast)
        return;
    m_typed = typed;
    m_answer = std::move(answer);
    if (m_asking)
        m_askAgain = true; // only the newest of what is typed meanwhile
    else
        ask();
}

void CityPaletteSource::ask()
{
    m_asking = true;
    pages::RequestFilter filter;
    filter.view = pages::RequestView::All;
    filter.text = m_typed;
    replica::Query requests = filter.query(m_context.person(), m_context.clock().wallMs());
    requests.limit = kRequestsShown;
    replica::Query people;
    people.type = QStringLiteral("profile");
    people.text = m_typed;
    people.limit = kPeopleShown;
    const auto read = [people](
                          const replica::ReplicaDatabase &database,
                          const replica::Query &narrowed) -> base::Result<Found> {
        SPILNO_ASSIGN(const replica::Page found, database.list(narrowed));
        SPILNO_ASSIGN(const replica::Page known, database.list(people));
        return Found{found.items, known.items};
    };
    session::whenDone(
        this, m_context.replica().readMatching(requests, read),
        [this](const base::Result<Found> &found) {
            m_asking = false;
            if (std::exchange(m_askAgain, false))
                ask();
            else if (found) // the actions stay, whatever happened to the rest
                m_answer(items(*found));
        });
}

QList<PaletteItem> CityPaletteSource::items(const Found &found) const
{
    QList<PaletteItem> all;
    // Below the actions that fit as well: those are few, and what they do is known.
    const auto scoreOf = [this](const QString &title) -> int {
        return std::max(1, FuzzyMatch::score(title, m_typed) / 2);
    };
    for (const replica::Record &person : found.people) {
        const QString name = person.value(QStringLiteral("display_name")).toText();
        all.append(
            {name, tr("Person"), QStringLiteral("users"), {}, scoreOf(name), [open = m_open] {
                 open(QStringLiteral("people"), {});
             }});
    }
    for (const replica::Record &request : found.requests) {
        const QString title = request.value(QStringLiteral("title")).toText().simplified();
        const QStringList second{
            tr("Request"), pages::RequestWords::number(request),
            pages::RequestWords::state(request.state).text,
            request.value(QStringLiteral("address")).toText().simplified()};
        const QString entity = request.entity.toHex();
        all.append(
            {title,
             pages::RequestWords::joined(second, QStringLiteral(" · ")),
             QStringLiteral("siren"),
             {},
             scoreOf(title),
             [open = m_open, entity] { open(pages::RequestActions::listPage(), entity); }});
    }
    return all;
}

} // namespace spilno::shell
