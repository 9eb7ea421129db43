// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/people/PeopleModel.h"

#include "app/records/ChangeWords.h"
#include "app/session/Sentences.h"
#include "app/session/WhenDone.h"
#include "app/widgets/RowDelegate.h"
#include "core/records/Registry.h"

#include <algorithm>

namespace spilno::pages {

using records::ChangeWords;
using replica::ReplicaDatabase;

namespace {

constexpr int kPageRows = 100;

} // namespace

PeopleModel::PeopleModel(session::SessionContext &context, QObject *parent)
    : QAbstractListModel(parent)
    , m_context(context)
{
    const std::uint32_t profileType =
        records::Registry::standard().type(QStringLiteral("profile"))->number;
    connect(
        &context.replica(), &replica::Replica::changed, this,
        [this, profileType](const replica::ChangeSet &changes) {
            const bool people =
                std::find(changes.types.begin(), changes.types.end(), profileType) !=
                changes.types.end();
            if (people || changes.rulesChanged)
                refresh();
        });
    refresh();
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_people.size());
}

QString PeopleModel::roleWords(const Person &person) const
{
    QStringList words;
    for (const replica::HeldRole &held : person.roles) {
        const QString role = ChangeWords::roleName(held.role);
        words.append(
            held.bodyName.isEmpty() ? role : tr("%1 · %2", "role · body").arg(role, held.bodyName));
    }
    if (words.isEmpty())
        words.append(ChangeWords::roleName(records::Role::None));
    if (!person.about.isEmpty())
        words.append(person.about.simplified());
    return words.join(QStringLiteral(", "));
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Person &person = m_people[std::size_t(index.row())];
    const bool own = person.id == m_context.person();
    switch (role) {
    case Qt::DisplayRole:
    case widgets::AvatarNameRole:
        return person.name;
    case widgets::SecondLineRole:
        return roleWords(person);
    case widgets::BadgeTextRole:
        return own ? tr("You") : QString();
    case widgets::BadgeToneRole:
        return int(widgets::Tone::Informative);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1. %2").arg(person.name, roleWords(person));
    default:
        return {};
    }
}

bool PeopleModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_next.isEmpty() && !m_fetching;
}

void PeopleModel::fetchMore(const QModelIndex &)
{
    ask(m_next);
}

void PeopleModel::search(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    refresh();
}

void PeopleModel::refresh()
{
    ask({});
}

void PeopleModel::ask(const QByteArray &after)
{
    const quint64 question = ++m_question;
    m_fetching = true;
    replica::Query query;
    query.type = QStringLiteral("profile");
    query.orderBy = QStringLiteral("display_name");
    query.descending = false;
    query.limit = kPageRows;
    query.after = after;
    query.text = m_text;
    session::whenDone(
        this,
        m_context.replica().read([query](const ReplicaDatabase &database) -> base::Result<Answer> {
            SPILNO_ASSIGN(const replica::Page page, database.list(query));
            Answer answer;
            answer.next = page.next;
            for (const replica::Record &record : page.items) {
                Person person;
                person.id = record.author;
                person.name = record.value(QStringLiteral("display_name")).toText();
                person.about = record.value(QStringLiteral("about")).toText();
                SPILNO_ASSIGN(person.roles, database.rolesOf(record.author));
                answer.people.push_back(std::move(person));
            }
            return answer;
        }),
        [this, question, first = after.isEmpty()](const base::Result<Answer> &answer) {
            if (question == m_question)
                take(answer, first);
        });
}

void PeopleModel::take(const base::Result<Answer> &answer, bool first)
{
    m_fetching = false;
    m_loaded = true;
    m_problem = answer ? QString() : session::Sentences::error(answer.error());
    if (!answer) {
        Q_EMIT loaded();
        return;
    }
    m_next = answer->next;
    if (first) {
        beginResetModel();
        m_people = answer->people;
        endResetModel();
    } else if (!answer->people.empty()) {
        const int from = rowCount();
        beginInsertRows({}, from, from + int(answer->people.size()) - 1);
        m_people.insert(m_people.end(), answer->people.begin(), answer->people.end());
        endInsertRows();
    }
    Q_EMIT loaded();
}

} // namespace spilno::pages
