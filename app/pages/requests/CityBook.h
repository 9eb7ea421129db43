// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text/WorkingDays.h"
#include "core/records/category/CategoryQuestions.h"
#include "core/replica/Record.h"
#include "core/replica/ScopeStatus.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

namespace spilno::session {
class SessionContext;
}

namespace spilno::pages {

/// A category as forms and lists use it.
struct CategoryEntry
{
    base::EntityId id;
    QString name; ///< In the present language, as far as the city says it.
    QString group;
    QString description;
    base::EntityId body;
    int workingDays = 0;
    bool danger = false;
    QString dangerPhone;
    bool retired = false;
    bool sealed = false; ///< Its requests are not public at all.
    int roundMetres = 0;
    std::vector<records::category::Question> questions;
};

/// The city's short lists, whole in memory: categories, bodies, scopes, days of rest. Read off the
/// GUI thread, again when the replica says that one of them changed. Owned by whoever shows
/// requests; not for people or requests, of which there are too many.
class CityBook : public QObject
{
    Q_OBJECT

public:
    explicit CityBook(session::SessionContext &context, QObject *parent = nullptr);

    /// The one of a context, made when it is first asked for; goes with the context.
    static CityBook &of(session::SessionContext &context);

    bool isLoaded() const { return m_loaded; }
    /// Sorted by group and name as the language sorts.
    const std::vector<CategoryEntry> &categories() const { return m_categories; }
    const CategoryEntry *category(const base::EntityId &id) const;
    QString categoryName(const base::EntityId &id) const;
    QString bodyName(const base::EntityId &id) const;
    /// All bodies, sorted by name.
    QList<std::pair<base::EntityId, QString>> bodies() const;
    /// Districts and departments, where public requests live.
    const std::vector<replica::ScopeStatus> &scopes() const { return m_scopes; }
    QString scopeName(const base::ScopeId &scope) const;
    /// The body a scope belongs to, or null.
    base::EntityId bodyOf(const base::ScopeId &scope) const;
    /// Where a body keeps what only its staff may read; null when it has no such place.
    base::ScopeId sealedScopeOf(const base::EntityId &body) const;
    /// When a term of working days that begins at startMs ends, by the city's days of rest.
    std::optional<qint64> deadlineMs(qint64 startMs, int workingDays) const;

    /// Sorts and names again after a change of language.
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    struct Contents;
    void ask();
    void take(const Contents &contents);

    session::SessionContext &m_context;
    std::vector<replica::Record> m_categoryRecords;
    std::vector<CategoryEntry> m_categories;
    QHash<base::EntityId, int> m_categoryIndex;
    QHash<base::EntityId, QString> m_bodies;
    std::vector<replica::ScopeStatus> m_scopes;
    std::vector<replica::ScopeStatus> m_sealed;
    std::optional<base::WorkingDays> m_days;
    bool m_loaded = false;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace spilno::pages
