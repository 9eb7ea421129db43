// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/ReplicaDatabasePrivate.h"

#include "core/log/ScopeChain.h"
#include "core/records/keygrant/KeyGrantRule.h"
#include "core/replica/CarriedRuns.h"
#include "core/replica/Schema.h"
#include "core/replica/SearchSource.h"
#include "core/replica/Slices.h"
#include "core/replica/Stewardship.h"
#include "core/replica/Witness.h"

#include <algorithm>

namespace spilno::replica {

namespace {

// In pages: a long load writes most of them once, so rare checkpoints spare it many waits.
constexpr const char *kBulkCheckpoints = "PRAGMA wal_autocheckpoint=16384";
constexpr const char *kEverydayCheckpoints = "PRAGMA wal_autocheckpoint=4096";
// Indexes are sorted in portions that fit a processor's cache, each by a thread beside the one that
// reads the next. In memory SQLite sorts all at once, alone, and waits for memory most of the time.
constexpr const char *kSortBeside =
    "PRAGMA temp_store=FILE; PRAGMA cache_size=-2048; PRAGMA threads=1";
/// Building every index anew costs a change that is held a sixth of what keeping them up to date
/// costs one that comes.
constexpr std::uint64_t kHeldForOneComing = 6;

} // namespace

using base::ErrorCode;
using base::failure;

bool ReplicaDatabase::hasCity() const
{
    return d->core.hasCity;
}

base::CityId ReplicaDatabase::cityId() const
{
    return d->core.cityId;
}

const wire::CityGenesis &ReplicaDatabase::city() const
{
    return d->core.city;
}

QByteArray ReplicaDatabase::genesisBytes() const
{
    return d->core.genesisBytes;
}

base::PublicKey ReplicaDatabase::sequencerKey() const
{
    return d->core.city.sequencer;
}

base::Result<QByteArray> ReplicaDatabase::setting(const QString &name) const
{
    return d->ask([&] { return d->core.meta(QStringLiteral("setting/") + name); });
}

base::Result<> ReplicaDatabase::setSetting(const QString &name, const QByteArray &value)
{
    return d->core.setMeta(QStringLiteral("setting/") + name, value);
}

base::Result<std::vector<ScopeStatus>> ReplicaDatabase::scopes() const
{
    return d->ask([&]() -> base::Result<std::vector<ScopeStatus>> {
        std::vector<ScopeStatus> all;
        for (const ScopeRow &row : d->core.log.scopes())
            all.push_back(row.status);
        return all;
    });
}

base::Result<std::optional<ScopeStatus>> ReplicaDatabase::scope(const base::ScopeId &scope) const
{
    return d->ask([&]() -> base::Result<std::optional<ScopeStatus>> {
        const auto row = d->core.log.scope(scope);
        return row ? std::optional<ScopeStatus>(row->status) : std::nullopt;
    });
}

base::Result<std::vector<wire::ScopeCursor>> ReplicaDatabase::cursors() const
{
    return d->ask([&]() -> base::Result<std::vector<wire::ScopeCursor>> {
        std::vector<wire::ScopeCursor> all;
        for (const ScopeRow &row : d->core.log.scopes()) {
            if (row.status.followed)
                all.push_back(
                    {row.status.scope, row.status.epoch, row.status.next, row.status.proven,
                     row.status.chain});
        }
        return all;
    });
}

base::Result<> ReplicaDatabase::setFollowed(const base::ScopeId &scope, bool followed)
{
    Statement update =
        d->core.connection->prepare("UPDATE scope SET followed = ?2 WHERE hash = ?1");
    update.bind(1, scope).bind(2, qint64{followed ? 1 : 0});
    d->core.log.dropCaches();
    return update.run();
}

base::Result<ChangeSet> ReplicaDatabase::applySlice(
    const log::VerifiedSlice &slice, Durability durability)
{
    SPILNO_TRY(d->core.setDurability(durability));
    SliceApplier applier(d->core);
    auto changes = d->mutate([&] { return applier.apply(slice); });
    if (!changes)
        return changes;
    if (std::find(changes->types.begin(), changes->types.end(), records::keygrant::kType) !=
        changes->types.end()) {
        if (const auto opened = takeKeys())
            changes->merge(*opened);
    }
    if (!applier.forked())
        return changes;
    // The slice is applied whatever becomes of this: it is tried again when the profile is opened.
    if (const auto resolved = d->mutate([&] { return d->outbox.resolveForks(); }))
        changes->merge(*resolved);
    return changes;
}

base::Result<> ReplicaDatabase::beginBulk(std::uint64_t changes)
{
    std::uint64_t held = 0;
    for (const ScopeRow &row : d->core.log.scopes())
        held += row.status.next;
    if (d->core.bulk || changes < held / kHeldForOneComing)
        return {};
    SPILNO_TRY(d->core.setMetaNumber(QStringLiteral("bulk"), 1));
    SPILNO_TRY(dropIndexes(*d->core.connection, *d->core.options.registry));
    SPILNO_TRY(d->core.connection->execute(kBulkCheckpoints));
    d->core.log.setBulk(true);
    d->core.bulk = true;
    return {};
}

base::Result<> ReplicaDatabase::endBulk()
{
    if (!d->core.bulk)
        return {};
    Connection &connection = *d->core.connection;
    // A disk of a test's own has no temporary files.
    const bool sortsBeside = d->core.options.vfs == nullptr;
    if (sortsBeside)
        SPILNO_TRY(connection.execute(kSortBeside));
    auto indexed = createIndexes(connection, *d->core.options.registry);
    if (sortsBeside) {
        SPILNO_TRY(connection.execute(Connection::everydayMemory(Connection::kCacheKib)));
        // A temporary folder that is full or not there costs time, no more.
        if (!indexed)
            indexed = createIndexes(connection, *d->core.options.registry);
    }
    SPILNO_TRY(indexed);
    SPILNO_TRY(connection.execute(kEverydayCheckpoints));
    d->core.log.setBulk(false);
    d->core.bulk = false;
    return d->core.setMetaNumber(QStringLiteral("bulk"), 0);
}

base::Result<QByteArray> ReplicaDatabase::readSlice(
    const base::ScopeId &scope,
    std::uint64_t first,
    int maxChanges,
    int maxRawBytes,
    SliceContents contents) const
{
    return d->ask(
        [&] { return SliceReader(d->core).read(scope, first, maxChanges, maxRawBytes, contents); });
}

base::Result<std::vector<SequenceOutcome>> ReplicaDatabase::sequence(
    const std::vector<log::VerifiedRun> &runs, qint64 recordedMs)
{
    SPILNO_TRY(d->core.setDurability(Durability::Full));
    return d->mutate([&] { return d->sequencer.sequence(runs, recordedMs); });
}

base::Result<Admission> ReplicaDatabase::admission(const wire::Run &run) const
{
    return d->ask([&]() -> base::Result<Admission> { return d->sequencer.admission(run); });
}

qint64 ReplicaDatabase::lastRecordedMs() const
{
    return d->sequencer.lastRecordedMs();
}

base::Result<std::optional<base::PersonId>> ReplicaDatabase::personOf(
    const base::PublicKey &device) const
{
    return d->ask([&]() -> base::Result<std::optional<base::PersonId>> {
        return d->core.authority.certifiedPerson(device, treeSize());
    });
}

base::Result<bool> ReplicaDatabase::mayRead(
    const base::ScopeId &scope, const base::PublicKey &device) const
{
    return d->ask([&]() -> base::Result<bool> {
        return d->core.authority.mayRead(device, scope, treeSize());
    });
}

std::uint64_t ReplicaDatabase::treeSize() const
{
    return d->sequencer.treeSize();
}

base::Result<log::Checkpoint> ReplicaDatabase::buildCheckpoint(qint64 nowMs)
{
    return d->ask([&] { return d->sequencer.buildCheckpoint(nowMs); });
}

base::Result<std::vector<base::Hash>> ReplicaDatabase::consistencyProof(
    std::uint64_t fromSize, std::uint64_t toSize) const
{
    return d->ask([&] { return d->sequencer.consistency(fromSize, toSize); });
}

void ReplicaDatabase::setIdentity(std::shared_ptr<const Identity> identity)
{
    d->core.identity = std::move(identity);
    if (!d->core.identity)
        return d->core.sealedKeys.lock();
    d->core.sealedKeys.unlock(d->core.identity);
    (void)takeKeys(); // what cannot be opened now is tried again with the next change
    // A fork that was met while the keys were locked, or just before the power went.
    if (!d->core.options.readOnly)
        (void)d->mutate([&] { return d->outbox.resolveForks(); });
}

base::Result<ChangeSet> ReplicaDatabase::takeKeys()
{
    if (!d->core.hasCity || !Stewardship(d->core).takeKeys() || d->core.options.readOnly)
        return ChangeSet{};
    return d->mutate([&] { return d->care.openSealed(); });
}

base::Result<ChangeSet> ReplicaDatabase::steward()
{
    ChangeSet changes;
    SPILNO_ASSIGN(const auto drafts, d->ask([&] { return Stewardship(d->core).owed(); }));
    for (const Draft &draft : drafts) {
        SPILNO_ASSIGN(const Submitted made, submit({draft}));
        changes.merge(made.changes);
    }
    return changes;
}

const std::shared_ptr<const Identity> &ReplicaDatabase::identity() const
{
    return d->core.identity;
}

base::Result<Submitted> ReplicaDatabase::submit(const std::vector<Draft> &drafts, Effect effect)
{
    return d->mutate([&] { return d->outbox.submit(drafts, effect); });
}

base::Result<BulkOutcome> ReplicaDatabase::submitBulk(const std::vector<BulkItem> &items)
{
    return d->mutate([&] { return d->outbox.submitBulk(items); });
}

base::Result<> ReplicaDatabase::carry(const log::VerifiedRun &run)
{
    SPILNO_TRY(d->core.setDurability(Durability::Full));
    return d->mutate([&] { return CarriedRuns(d->core).keep(run); });
}

base::Result<std::vector<PendingRun>> ReplicaDatabase::pendingRuns(qint64 maxBytes) const
{
    return d->ask([&]() -> base::Result<std::vector<PendingRun>> {
        SPILNO_ASSIGN(auto runs, d->outbox.pendingRuns(maxBytes));
        SPILNO_TRY(CarriedRuns(d->core).append(runs, maxBytes));
        return runs;
    });
}

base::Result<std::vector<wire::FeedHead>> ReplicaDatabase::ownHeads() const
{
    return d->ask([&] { return d->outbox.ownHeads(); });
}

base::Result<> ReplicaDatabase::applyReceipt(const log::Receipt &receipt)
{
    return d->mutate([&]() -> base::Result<> {
        WriteTransaction transaction(*d->core.connection);
        SPILNO_TRY(transaction.begun());
        SPILNO_TRY(Witness(d->core).takeReceipt(receipt));
        SPILNO_TRY(CarriedRuns(d->core).applyReceipt(receipt));
        SPILNO_TRY(d->outbox.applyReceipt(receipt));
        return transaction.commit();
    });
}

base::Result<ChangeSet> ReplicaDatabase::resolveFork(const base::FeedId &feed, std::uint64_t seq)
{
    // A carried run lost to another branch: its author finds that out with the city.
    SPILNO_ASSIGN(
        const bool carried, d->mutate([&] { return CarriedRuns(d->core).drop(feed, seq); }));
    if (carried)
        return ChangeSet();
    SPILNO_TRY(d->core.setDurability(Durability::Full));
    return d->mutate([&] { return d->outbox.resolveFork(feed, seq); });
}

base::Result<std::vector<OutboxItem>> ReplicaDatabase::outbox(int limit) const
{
    return d->ask([&] { return d->outbox.items(limit); });
}

base::Result<ChangeSet> ReplicaDatabase::refuse(
    const base::FeedId &feed, std::uint64_t seq, const QString &reason)
{
    SPILNO_ASSIGN(
        const bool carried, d->mutate([&] { return CarriedRuns(d->core).drop(feed, seq); }));
    if (carried)
        return ChangeSet();
    return d->mutate([&] { return d->outbox.refuse(feed, seq, reason); });
}

base::Result<ChangeSet> ReplicaDatabase::discard(const base::OpId &op)
{
    return d->mutate([&] { return d->outbox.discard(op); });
}

base::Result<Draft> ReplicaDatabase::draftOf(const base::OpId &op) const
{
    return d->ask([&] { return d->outbox.draftOf(op); });
}

base::Result<Page> ReplicaDatabase::list(const Query &query) const
{
    return d->ask([&] { return d->questions.list(query); });
}

base::Result<qint64> ReplicaDatabase::count(const Query &query) const
{
    return d->ask([&] { return d->questions.count(query); });
}

base::Result<Places> ReplicaDatabase::places(const Query &query, const QString &timeField) const
{
    return d->ask([&] { return d->questions.places(query, timeField); });
}

base::Result<std::vector<RowId>> ReplicaDatabase::outline(
    const Query &query, std::optional<int> atMost) const
{
    return d->ask([&] { return d->questions.outline(query, atMost); });
}

base::Result<std::vector<Record>> ReplicaDatabase::recordsAt(
    const QString &type, const std::vector<RowId> &rows) const
{
    return d->ask([&] { return d->questions.recordsAt(type, rows); });
}

base::Result<std::optional<Record>> ReplicaDatabase::record(
    const QString &type, const base::EntityId &entity) const
{
    return d->ask([&] { return d->questions.record(type, entity); });
}

base::Result<std::vector<HistoryItem>> ReplicaDatabase::history(const base::EntityId &entity) const
{
    return d->ask([&] { return d->questions.history(entity); });
}

base::Result<std::vector<Conflict>> ReplicaDatabase::conflicts(int limit) const
{
    return d->ask([&] { return d->questions.conflicts(limit); });
}

base::Result<std::vector<ScopeDigest>> ReplicaDatabase::digests() const
{
    return d->ask([&] { return d->care.digests(); });
}

base::Result<bool> ReplicaDatabase::hasRole(
    const base::PersonId &person, Role role, const base::EntityId &body) const
{
    return d->ask([&]() -> base::Result<bool> {
        return d->core.authority.hasRole(person, role, body, UINT64_MAX);
    });
}

base::Result<std::vector<HeldRole>> ReplicaDatabase::rolesOf(const base::PersonId &person) const
{
    return d->ask([&] { return d->questions.rolesOf(person); });
}

base::Result<std::vector<BlobUse>> ReplicaDatabase::blobUses(int limit) const
{
    return d->questions.blobUses(limit);
}

base::Result<> ReplicaDatabase::rebuild(const std::function<bool(double)> &progress)
{
    return d->mutate([&] { return d->care.rebuild(progress); });
}

base::Result<std::vector<Finding>> ReplicaDatabase::verify(
    const std::function<bool(double)> &progress) const
{
    std::vector<Finding> wrong;
    const auto read = d->ask([&] { return d->care.verify(wrong, progress); });
    // A page that cannot be read is something wrong, too; a disk that fails is no finding.
    if (!read && read.error().code == ErrorCode::Corrupt)
        wrong.push_back({QT_TRANSLATE_NOOP("Finding", "Database: %1"), {read.error().detail}});
    else if (!read)
        return failure(read.error());
    return wrong;
}

base::Result<> ReplicaDatabase::backupTo(const QString &path) const
{
    return d->care.backupTo(path);
}

base::Result<> ReplicaDatabase::scrub()
{
    return d->care.scrub();
}

base::Result<std::vector<Erasure>> ReplicaDatabase::erasures() const
{
    return d->care.erasures();
}

base::Result<ChangeSet> ReplicaDatabase::eraseAgain(const std::vector<Erasure> &erasures)
{
    SPILNO_TRY(d->core.setDurability(Durability::Full));
    return d->mutate([&] { return d->care.eraseAgain(erasures); });
}

bool ReplicaDatabase::owesScrub() const
{
    const auto owed = d->core.meta(QStringLiteral("scrub_owed"));
    return owed && !owed->isEmpty();
}

base::Result<SearchBatch> ReplicaDatabase::searchBatch(qint64 after, int limit) const
{
    return d->ask([&] { return SearchSource(d->core).batch(after, limit); });
}

base::Result<> ReplicaDatabase::searchDone(qint64 upTo)
{
    return d->mutate([&] { return SearchSource(d->core).done(upTo); });
}

base::Result<> ReplicaDatabase::oweAllToSearch()
{
    return d->mutate([&] { return SearchSource(d->core).oweToEmptyIndex(); });
}

base::Result<std::optional<Record>> ReplicaDatabase::recordOfRow(
    std::uint32_t type, qint64 entityRow) const
{
    return d->ask([&] { return d->questions.recordOfRow(type, entityRow); });
}

} // namespace spilno::replica
