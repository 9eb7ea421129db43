// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Full text: the follower that keeps the index, and questions to it on the reading thread.
#include "core/base/text/NumberFold.h"
#include "core/records/Registry.h"
#include "core/replica/Replica.h"
#include "core/replica/SearchFollower.h"

namespace spilno::replica {

namespace {

/// Hits of a text filter that a list can have; the newest ones.
constexpr int kListHitsMax = SearchIndex::kCandidatesMax;

/// What people read of a number, in the form in which it is stored.
QString foldNumber(const QString &text)
{
    const auto number = base::canonicalRequestNumber(text);
    return number ? *number : text;
}

} // namespace

void Replica::startSearch()
{
    if (m_follower || m_searchPath.isEmpty())
        return;
    SearchFollower::Options options;
    options.replica = m_options;
    options.path = m_searchPath;
    options.done = [this](qint64 upTo) {
        (void)write([upTo](ReplicaDatabase &database) { return database.searchDone(upTo); });
    };
    options.oweAll = [this] {
        auto owed = write([](ReplicaDatabase &database) { return database.oweAllToSearch(); });
        owed.then([this](const base::Result<> &result) {
            if (SearchFollower *follower = m_following)
                follower->allOwed(result);
        });
    };
    m_follower = std::make_unique<SearchFollower>(std::move(options));
    connect(
        m_follower.get(), &SearchFollower::completed, this, &Replica::searchCompleted,
        Qt::QueuedConnection);
    m_following = m_follower.get();
    m_follower->start();
}

void Replica::pokeSearch()
{
    if (SearchFollower *follower = m_following)
        follower->poke();
}

bool Replica::isSearchComplete() const
{
    const SearchFollower *follower = m_following;
    return follower != nullptr && follower->isComplete();
}

base::Result<SearchIndex *> Replica::searchIndex()
{
    if (m_searchPath.isEmpty())
        return base::failure(
            base::ErrorCode::NotFound, QStringLiteral("this replica has no full text"));
    if (!m_searchIndex) {
        auto index = std::make_unique<SearchIndex>(SearchFollower::dictionary());
        SPILNO_TRY(index->open(m_searchPath, SqliteConnection::Mode::ReadOnly));
        m_searchIndex = std::move(index);
    }
    return m_searchIndex.get();
}

base::Result<> Replica::narrow(Query &query)
{
    // Without a complete index the tables are looked through, slower and without word forms.
    if (query.text.trimmed().isEmpty() || !isSearchComplete())
        return {};
    const records::RecordType *type = m_options.registry->type(query.type);
    if (type == nullptr)
        return base::failure(
            base::ErrorCode::InvalidArgument, QStringLiteral("no record type %1").arg(query.type));
    SPILNO_ASSIGN(SearchIndex * index, searchIndex());
    SearchFilter filter;
    filter.types = {static_cast<int>(type->number)};
    filter.order = SearchOrder::Newest;
    filter.limit = kListHitsMax;
    SPILNO_ASSIGN(const SearchPage page, index->query(foldNumber(query.text), filter));
    query.within.emplace();
    for (const SearchHit &hit : page.hits)
        query.within->push_back(hit.entity);
    query.text.clear();
    return {};
}

base::Result<Replica::SearchAnswer> Replica::searchHere(
    ReplicaDatabase &database, const SearchQuestion &question)
{
    SPILNO_ASSIGN(SearchIndex * index, searchIndex());
    SearchFilter filter;
    filter.order = question.order;
    filter.limit = question.limit;
    for (const QString &name : question.types) {
        const records::RecordType *type = m_options.registry->type(name);
        if (type == nullptr)
            return base::failure(
                base::ErrorCode::InvalidArgument, QStringLiteral("no record type %1").arg(name));
        filter.types.append(static_cast<int>(type->number));
    }
    SPILNO_ASSIGN(const SearchPage page, index->query(foldNumber(question.text), filter));
    SearchAnswer answer;
    answer.isCapped = page.isCapped;
    answer.isComplete = isSearchComplete();
    answer.corrections = page.corrections;
    for (const SearchHit &hit : page.hits) {
        const auto number = static_cast<std::uint32_t>(hit.type);
        SPILNO_ASSIGN(auto record, database.recordOfRow(number, hit.entity));
        if (!record)
            continue;
        answer.items.push_back(
            {std::move(*record), m_options.registry->type(number)->name, hit.title, hit.titleMarks,
             hit.snippet, hit.snippetMarks});
    }
    return answer;
}

Replica::Answer<Replica::SearchAnswer> Replica::search(const SearchQuestion &question)
{
    return read(
        [this, question](ReplicaDatabase &database) { return searchHere(database, question); });
}

} // namespace spilno::replica
