// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/SessionContext.h"

#include <QAbstractListModel>

namespace spilno::pages {

/// The people of the city by name, a page at a time, filtered by what is typed; their roles as the
/// second line. GUI thread; asks the replica again when people or rules change.
class PeopleModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit PeopleModel(session::SessionContext &context, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    void search(const QString &text);
    [[nodiscard]] QString searched() const { return m_text; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] QString problem() const { return m_problem; }
    void refresh();

Q_SIGNALS:
    void loaded();

private:
    struct Person
    {
        base::PersonId id;
        QString name;
        QString about;
        std::vector<replica::HeldRole> roles;
    };
    struct Answer
    {
        std::vector<Person> people;
        QByteArray next;
    };

    void ask(const QByteArray &after);
    void take(const base::Result<Answer> &answer, bool first);
    [[nodiscard]] QString roleWords(const Person &person) const;

    session::SessionContext &m_context;
    std::vector<Person> m_people;
    QByteArray m_next;
    QString m_text;
    QString m_problem;
    quint64 m_question = 0; ///< Answers to an older one are overlooked.
    bool m_loaded = false;
    bool m_fetching = false;
};

} // namespace spilno::pages
