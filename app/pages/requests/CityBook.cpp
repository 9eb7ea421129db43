// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/CityBook.h"

#include "app/session/SessionContext.h"
#include "app/session/WhenDone.h"
#include "core/records/Registry.h"

#include <QCollator>
#include <QLocale>
#include <QSet>

namespace spilno::pages {

using replica::Record;
using replica::ReplicaDatabase;
using replica::ScopeKind;

namespace {

constexpr std::size_t kQuestionsMax = 50;
constexpr std::size_t kChoicesMax = 100;

QString text(const Record &record, const char *field)
{
    return record.value(QString::fromLatin1(field)).toText();
}

base::EntityId entityIn(const Record &record, const char *field)
{
    const QByteArray bytes = record.value(QString::fromLatin1(field)).toBytes();
    return base::EntityId::fromBytes(base::view(bytes)).value_or(base::EntityId());
}

base::Result<std::vector<Record>> allOf(const ReplicaDatabase &database, const QString &type)
{
    replica::Query query;
    query.type = type;
    query.limit = 1000;
    std::vector<Record> all;
    do {
        SPILNO_ASSIGN(replica::Page page, database.list(query));
        std::move(page.items.begin(), page.items.end(), std::back_inserter(all));
        query.after = page.next;
    } while (!query.after.isEmpty());
    return all;
}

CategoryEntry entryOf(const Record &record)
{
    CategoryEntry entry;
    entry.id = record.entity;
    const QString ukrainian = text(record, "name_uk");
    const bool inUkrainian = QLocale().language() == QLocale::Ukrainian && !ukrainian.isEmpty();
    entry.name = inUkrainian ? ukrainian : text(record, "name");
    entry.group = text(record, "group_name");
    entry.description = text(record, "description");
    entry.body = entityIn(record, "body");
    entry.workingDays = static_cast<int>(
        std::clamp<qint64>(record.value(QStringLiteral("working_days")).toInteger(), 0, 1000));
    entry.danger = record.value(QStringLiteral("danger")).toBoolean();
    entry.dangerPhone = text(record, "danger_phone");
    entry.retired = record.value(QStringLiteral("retired")).toBoolean();
    const qint64 publication = record.value(QStringLiteral("publication")).toInteger();
    entry.sealed = publication == 3;
    entry.roundMetres = publication == 2
                            ? static_cast<int>(std::clamp<qint64>(
                                  record.value(QStringLiteral("round_m")).toInteger(), 0, 100'000))
                            : 0;
    entry.questions = records::category::questionsOf(record.value(QStringLiteral("questions")));
    // What somebody else wrote must not fill the memory with widgets.
    if (entry.questions.size() > kQuestionsMax)
        entry.questions.resize(kQuestionsMax);
    for (records::category::Question &question : entry.questions) {
        if (question.choices.size() > kChoicesMax)
            question.choices.resize(kChoicesMax);
    }
    return entry;
}

base::WorkingRule ruleOf(const ReplicaDatabase &database, const std::vector<Record> &holidays)
{
    base::WorkingRule rule;
    if (database.hasCity() && !database.city().timeZone.isEmpty())
        rule.zoneId = database.city().timeZone.toUtf8();
    for (const Record &holiday : holidays) {
        if (holiday.value(QStringLiteral("cancelled")).toBoolean())
            continue;
        const QDate day = QDate::fromString(text(holiday, "date"), Qt::ISODate);
        const bool worked = holiday.value(QStringLiteral("kind")).toInteger() == 1;
        (worked ? rule.workedDays : rule.holidays).insert(day);
    }
    return rule;
}

} // namespace

struct CityBook::Contents
{
    std::vector<Record> categories;
    std::vector<Record> bodies;
    std::vector<replica::ScopeStatus> scopes;
    base::WorkingRule rule;
};

CityBook::CityBook(session::SessionContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    QSet<std::uint32_t> types;
    for (const char *name : {"category", "body", "scope", "holiday", "city"})
        types.insert(records::Registry::standard().type(QString::fromLatin1(name))->number);
    connect(
        &m_context.replica(), &replica::Replica::changed, this,
        [this, types](const replica::ChangeSet &changes) {
            const bool mine = std::any_of(
                changes.types.begin(), changes.types.end(),
                [&types](std::uint32_t type) { return types.contains(type); });
            if (mine)
                ask();
        });
    connect(&m_context, &session::SessionContext::cityChanged, this, &CityBook::ask);
    ask();
}

CityBook &CityBook::of(session::SessionContext &context)
{
    auto *book = context.findChild<CityBook *>(QString(), Qt::FindDirectChildrenOnly);
    return book != nullptr ? *book : *new CityBook(context, &context);
}

void CityBook::ask()
{
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    const auto read = [](ReplicaDatabase &database) -> base::Result<Contents> {
        Contents contents;
        SPILNO_ASSIGN(contents.categories, allOf(database, QStringLiteral("category")));
        SPILNO_ASSIGN(contents.bodies, allOf(database, QStringLiteral("body")));
        SPILNO_ASSIGN(const auto holidays, allOf(database, QStringLiteral("holiday")));
        SPILNO_ASSIGN(contents.scopes, database.scopes());
        contents.rule = ruleOf(database, holidays);
        return contents;
    };
    session::whenDone(
        this, m_context.replica().read(read), [this](const base::Result<Contents> &contents) {
            m_asking = false;
            if (contents)
                take(*contents);
            if (std::exchange(m_askAgain, false))
                ask();
        });
}

void CityBook::take(const Contents &contents)
{
    m_categoryRecords = contents.categories;
    m_bodies.clear();
    for (const Record &body : contents.bodies)
        m_bodies.insert(body.entity, text(body, "name"));
    m_scopes.clear();
    m_sealed.clear();
    for (const replica::ScopeStatus &scope : contents.scopes) {
        if (scope.kind == ScopeKind::Content)
            m_scopes.push_back(scope);
        else if (scope.kind == ScopeKind::Sealed)
            m_sealed.push_back(scope);
    }
    m_days.reset();
    if (auto days = base::WorkingDays::make(contents.rule))
        m_days = std::move(*days);
    m_loaded = true;
    retranslate();
}

void CityBook::retranslate()
{
    QCollator collator;
    collator.setNumericMode(true);
    m_categories.clear();
    for (const Record &record : m_categoryRecords)
        m_categories.push_back(entryOf(record));
    std::stable_sort(
        m_categories.begin(), m_categories.end(),
        [&collator](const CategoryEntry &a, const CategoryEntry &b) {
            const int groups = collator.compare(a.group, b.group);
            return groups != 0 ? groups < 0 : collator.compare(a.name, b.name) < 0;
        });
    m_categoryIndex.clear();
    for (std::size_t i = 0; i < m_categories.size(); ++i)
        m_categoryIndex.insert(m_categories[i].id, static_cast<int>(i));
    std::stable_sort(m_scopes.begin(), m_scopes.end(), [&collator](const auto &a, const auto &b) {
        return collator.compare(a.name, b.name) < 0;
    });
    Q_EMIT changed();
}

const CategoryEntry *CityBook::category(const base::EntityId &id) const
{
    const auto found = m_categoryIndex.constFind(id);
    return found == m_categoryIndex.cend() ? nullptr
                                           : &m_categories[static_cast<std::size_t>(*found)];
}

QString CityBook::categoryName(const base::EntityId &id) const
{
    const CategoryEntry *entry = category(id);
    return entry != nullptr ? entry->name : QString();
}

QString CityBook::bodyName(const base::EntityId &id) const
{
    return m_bodies.value(id);
}

QList<std::pair<base::EntityId, QString>> CityBook::bodies() const
{
    QList<std::pair<base::EntityId, QString>> all;
    for (auto body = m_bodies.cbegin(); body != m_bodies.cend(); ++body)
        all.append({body.key(), body.value()});
    QCollator collator;
    std::sort(all.begin(), all.end(), [&collator](const auto &a, const auto &b) {
        return collator.compare(a.second, b.second) < 0;
    });
    return all;
}

QString CityBook::scopeName(const base::ScopeId &scope) const
{
    for (const replica::ScopeStatus &status : m_scopes) {
        if (status.scope == scope)
            return status.name;
    }
    return {};
}

base::EntityId CityBook::bodyOf(const base::ScopeId &scope) const
{
    for (const replica::ScopeStatus &status : m_scopes) {
        if (status.scope == scope)
            return status.body;
    }
    return {};
}

base::ScopeId CityBook::sealedScopeOf(const base::EntityId &body) const
{
    for (const replica::ScopeStatus &status : m_sealed) {
        if (status.body == body && !body.isNull())
            return status.scope;
    }
    return {};
}

std::optional<qint64> CityBook::deadlineMs(qint64 startMs, int workingDays) const
{
    if (!m_days || workingDays <= 0)
        return std::nullopt;
    return m_days->deadlineMs(startMs, workingDays);
}

} // namespace spilno::pages
