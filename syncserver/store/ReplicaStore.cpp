// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/store/ReplicaStore.h"

#include "core/records/Registry.h"

#include <QtCore/QFileInfo>

#include <algorithm>
#include <climits>
#include <iterator>
#include <set>

namespace spilno::server {

base::Result<std::unique_ptr<ReplicaStore>> ReplicaStore::open(
    const replica::ReplicaDatabase::Options &options)
{
    SPILNO_ASSIGN(auto database, replica::ReplicaDatabase::open(options));
    if (!database->hasCity())
        return base::failure(
            base::ErrorCode::NotFound,
            QStringLiteral("%1 holds no city; make one with init").arg(options.path));
    std::optional<std::uint32_t> eraseType;
    if (options.registry != nullptr) {
        if (const auto *type = options.registry->type(QStringLiteral("erase")))
            eraseType = type->number;
    }
    std::optional<ErasureJournal> journal;
    if (options.vfs == nullptr)
        journal.emplace(ErasureJournal::in(QFileInfo(options.path).absolutePath()));
    std::unique_ptr<ReplicaStore> store(
        new ReplicaStore(std::move(database), eraseType, std::move(journal)));
    if (store->m_journal)
        SPILNO_TRY(store->matchJournal());
    return store;
}

std::function<base::Result<std::unique_ptr<SequencerStore>>()> ReplicaStore::opener(
    const QString &path, base::Clock &clock, base::Random &random)
{
    return [path, &clock, &random]() -> base::Result<std::unique_ptr<SequencerStore>> {
        replica::ReplicaDatabase::Options options;
        options.path = path;
        options.registry = &records::Registry::standard();
        options.clock = &clock;
        options.random = &random;
        SPILNO_ASSIGN(auto store, open(options));
        return std::unique_ptr<SequencerStore>(std::move(store));
    };
}

ReplicaStore::ReplicaStore(
    std::unique_ptr<replica::ReplicaDatabase> database,
    std::optional<std::uint32_t> eraseType,
    std::optional<ErasureJournal> journal)
    : m_database(std::move(database))
    , m_journal(std::move(journal))
    , m_eraseType(eraseType)
{
}

base::Result<> ReplicaStore::matchJournal()
{
    SPILNO_ASSIGN(const auto noted, m_journal->read());
    SPILNO_ASSIGN(const auto held, m_database->erasures());
    const std::set<replica::Erasure> known(held.begin(), held.end());
    std::vector<replica::Erasure> lost;
    std::copy_if(
        noted.begin(), noted.end(), std::back_inserter(lost),
        [&known](const replica::Erasure &erasure) { return !known.contains(erasure); });
    if (!lost.empty())
        SPILNO_TRY(m_database->eraseAgain(lost));
    return m_journal->add(held);
}

QByteArray ReplicaStore::genesis() const
{
    return m_database->genesisBytes();
}

base::CityId ReplicaStore::city() const
{
    return m_database->cityId();
}

base::PublicKey ReplicaStore::sequencerKey() const
{
    return m_database->sequencerKey();
}

base::Result<std::vector<replica::ScopeStatus>> ReplicaStore::scopes() const
{
    return m_database->scopes();
}

base::Result<std::optional<replica::ScopeStatus>> ReplicaStore::scope(
    const base::ScopeId &scope) const
{
    return m_database->scope(scope);
}

base::Result<bool> ReplicaStore::mayRead(
    const base::ScopeId &scope, const base::PublicKey &device) const
{
    return m_database->mayRead(scope, device);
}

base::Result<std::optional<base::PersonId>> ReplicaStore::personOf(
    const base::PublicKey &device) const
{
    return m_database->personOf(device);
}

base::Result<std::optional<log::FeedState>> ReplicaStore::feedState(const base::FeedId &feed) const
{
    return m_database->feedState(feed);
}

base::Result<std::optional<log::FeedState>> ReplicaStore::feedStateBefore(
    const base::FeedId &feed, std::uint64_t seq) const
{
    return m_database->feedStateBefore(feed, seq);
}

base::Result<QByteArray> ReplicaStore::headerAt(const base::FeedId &feed, std::uint64_t seq) const
{
    return m_database->headerAt(feed, seq);
}

base::Result<replica::Admission> ReplicaStore::admission(const wire::Run &run) const
{
    return m_database->admission(run);
}

base::Result<std::vector<replica::SequenceOutcome>> ReplicaStore::sequence(
    const std::vector<log::VerifiedRun> &runs, qint64 recordedMs)
{
    auto outcomes = m_database->sequence(runs, recordedMs);
    const bool erased =
        outcomes && m_journal &&
        std::any_of(runs.begin(), runs.end(), [this](const auto &run) { return erases(run); });
    if (!erased)
        return outcomes;
    // It stands in the log already; what cannot be noted now is noted at the next start.
    if (const auto held = m_database->erasures())
        (void)m_journal->add(*held);
    return outcomes;
}

qint64 ReplicaStore::lastRecordedMs() const
{
    return m_database->lastRecordedMs();
}

bool ReplicaStore::erases(const log::VerifiedRun &run) const
{
    // A program that does not know the type cannot tell, so nothing it read stays cached.
    return !m_eraseType ||
           std::any_of(run.changes.begin(), run.changes.end(), [this](const auto &change) {
               return change.type == *m_eraseType;
           });
}

base::Result<QByteArray> ReplicaStore::readSlice(
    const base::ScopeId &scope, std::uint64_t first, int maxChanges, int maxRawBytes) const
{
    return m_database->readSlice(scope, first, maxChanges, maxRawBytes);
}

base::Result<QByteArray> ReplicaStore::readPreview(
    const base::ScopeId &scope, int maxChanges, int maxRawBytes) const
{
    return m_database->readPreview(scope, maxChanges, maxRawBytes);
}

std::uint64_t ReplicaStore::treeSize() const
{
    return m_database->treeSize();
}

base::Result<log::Checkpoint> ReplicaStore::buildCheckpoint(qint64 nowMs)
{
    return m_database->buildCheckpoint(nowMs);
}

base::Result<std::vector<base::Hash>> ReplicaStore::consistencyProof(
    std::uint64_t fromSize, std::uint64_t toSize) const
{
    return m_database->consistencyProof(fromSize, toSize);
}

base::Result<std::optional<replica::ScopeProof>> ReplicaStore::scopeProof(
    const base::ScopeId &scope) const
{
    return m_database->scopeProof(scope);
}

base::Result<QByteArray> ReplicaStore::setting(const QString &name) const
{
    return m_database->setting(name);
}

base::Result<> ReplicaStore::setSetting(const QString &name, const QByteArray &value)
{
    return m_database->setSetting(name, value);
}

base::Result<std::vector<base::BlobId>> ReplicaStore::erasedBlobs() const
{
    SPILNO_ASSIGN(const auto uses, m_database->blobUses(INT_MAX));
    std::set<base::BlobId> erased;
    for (const replica::BlobUse &use : uses) {
        if (use.erased)
            erased.insert(use.blob);
    }
    for (const replica::BlobUse &use : uses) {
        if (!use.erased)
            erased.erase(use.blob);
    }
    return std::vector<base::BlobId>(erased.begin(), erased.end());
}

base::Result<> ReplicaStore::scrub()
{
    return m_database->scrub();
}

bool ReplicaStore::owesScrub() const
{
    return m_database->owesScrub();
}

} // namespace spilno::server
