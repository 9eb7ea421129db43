// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/log/Checkpoint.h"
#include "core/log/Receipt.h"
#include "core/log/Verifier.h"
#include "core/replica/ChangeSet.h"
#include "core/replica/Draft.h"
#include "core/replica/Evidence.h"
#include "core/replica/Finding.h"
#include "core/replica/HeldRole.h"
#include "core/replica/Identity.h"
#include "core/replica/Pending.h"
#include "core/replica/Places.h"
#include "core/replica/Previewed.h"
#include "core/replica/Query.h"
#include "core/replica/Record.h"
#include "core/replica/ReplicaOptions.h"
#include "core/replica/ScopeDigest.h"
#include "core/replica/ScopeStatus.h"
#include "core/replica/Sequencing.h"
#include "core/wire/Frames.h"
#include "core/wire/Genesis.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace spilno::replica {

struct SearchBatch;

/// The one SQLite file of a replica: the log it holds and the tables folded from it. Synchronous,
/// and used by exactly one thread (its owner's); Replica puts a thread in front of it, the server's
/// sequencer and the simulation use it directly. Every mutating call is one durable transaction:
/// it happened, or it did not. Positions count from 0; `next` is one past the newest.
class ReplicaDatabase
{
public:
    enum class Durability : std::uint8_t {
        Full,   ///< fsync at every commit: receipts and own work
        Normal, ///< WAL without fsync at commits: what can be fetched again
    };

    using Options = ReplicaOptions;

    /// Opens, migrates (after a copy of the old file), checks. AlreadyInUse, ReadOnly, DiskFull,
    /// Corrupt, UnsupportedVersion (written by a newer program).
    [[nodiscard]] static base::Result<std::unique_ptr<ReplicaDatabase>> open(
        const Options &options);
    ~ReplicaDatabase();

    /// For a reading connection: forgets what the writer has changed since the last call.
    [[nodiscard]] base::Result<> followWriter();

    // ── City ────────────────────────────────────────────────────────────────────────────────────
    /// Binds the file to a city at first contact. WrongCity when it is bound to another.
    [[nodiscard]] base::Result<> setCity(const QByteArray &genesis);
    [[nodiscard]] bool hasCity() const;
    [[nodiscard]] base::CityId cityId() const;
    [[nodiscard]] const wire::CityGenesis &city() const;
    [[nodiscard]] QByteArray genesisBytes() const;
    /// The sequencer key in force: the genesis' one, or its last signed successor.
    [[nodiscard]] base::PublicKey sequencerKey() const;

    /// Small named values beside the log: checkpoints seen, addresses, settings of the replica.
    [[nodiscard]] base::Result<QByteArray> setting(const QString &name) const;
    [[nodiscard]] base::Result<> setSetting(const QString &name, const QByteArray &value);

    // ── Log, as sync sees it ────────────────────────────────────────────────────────────────────
    [[nodiscard]] base::Result<std::vector<ScopeStatus>> scopes() const;
    [[nodiscard]] base::Result<std::optional<ScopeStatus>> scope(const base::ScopeId &scope) const;
    /// Cursors of the scopes this replica follows, as they are wanted: rules, people, rest.
    [[nodiscard]] base::Result<std::vector<wire::ScopeCursor>> cursors() const;
    [[nodiscard]] base::Result<> setFollowed(const base::ScopeId &scope, bool followed);

    /// The state of a feed at its newest sequenced change; nullopt for a feed not held.
    template <class Value>
    using Found = base::Result<std::optional<Value>>;
    [[nodiscard]] Found<log::FeedState> feedState(const base::FeedId &feed) const;
    /// The state before `seq` of a held feed (for duplicates and forks); nullopt beyond it.
    [[nodiscard]] Found<log::FeedState> feedStateBefore(
        const base::FeedId &feed, std::uint64_t seq) const;
    /// The full header bytes logged at (feed, seq); empty when none is.
    [[nodiscard]] base::Result<QByteArray> headerAt(
        const base::FeedId &feed, std::uint64_t seq) const;
    /// Applies a verified slice: rows, fold and cursor in one transaction. BrokenChain unless it
    /// starts at the scope's next position (an older, already applied slice is a no-op success);
    /// Busy when the rules or people scopes are not yet applied up to its last log index.
    /// Own pending changes found in it leave the outbox; on a fork of an own feed the pending ones
    /// are issued again in a new incarnation when `identity` is unlocked.
    [[nodiscard]] base::Result<ChangeSet> applySlice(
        const log::VerifiedSlice &slice, Durability durability = Durability::Normal);

    /// Takes what a scope's signed head proves: how far it is proven now. BadSignature for a path
    /// that does not lead to the checkpoint; BrokenChain when other changes were signed than held.
    [[nodiscard]] base::Result<std::uint64_t> prove(
        const ScopeProof &proof, const log::Checkpoint &checkpoint);
    /// Compares what the server has signed with all it signed before, also when it is refused.
    [[nodiscard]] base::Result<> witnessCheckpoint(
        const QByteArray &note, const std::vector<QByteArray> &keyChain = {});
    [[nodiscard]] base::Result<std::vector<Evidence>> evidence() const;

    /// See Previews and PreviewReader.
    [[nodiscard]] base::Result<ChangeSet> showPreview(const log::VerifiedPreview &preview);
    [[nodiscard]] base::Result<Previewed> previewed() const;
    [[nodiscard]] base::Result<QByteArray> readPreview(
        const base::ScopeId &scope, int maxChanges, int maxRawBytes) const;

    /// Bulk mode for a first replication: secondary indexes are built when it ends. Queries work
    /// meanwhile but may be slow. Nested calls and reopening in the middle are safe. Where the
    /// changes to come are few beside those that are held, everything stays as it is.
    [[nodiscard]] base::Result<> beginBulk(std::uint64_t changes = UINT64_MAX);
    [[nodiscard]] base::Result<> endBulk();

    /// Encodes the slice from `first` on: at most `maxChanges`, about `maxRawBytes`, ending between
    /// runs; empty at the scope's `next`. Values erased or not the reader's go out as absent.
    [[nodiscard]] base::Result<QByteArray> readSlice(
        const base::ScopeId &scope,
        std::uint64_t first,
        int maxChanges,
        int maxRawBytes,
        SliceContents contents = SliceContents::Everything) const;

    // ── Sequencing (the server) ─────────────────────────────────────────────────────────────────
    /// Gives verified runs their positions, in this order, in one durable transaction: rows, fold,
    /// chain, log index, tree leaf. The outcome stands beside each run: Sequenced with its receipt
    /// (unsigned), Duplicate with the old one, or why not. `recordedMs` is raised to the last one;
    /// Busy for all when it is more than a minute behind it (the clock was set back).
    [[nodiscard]] base::Result<std::vector<SequenceOutcome>> sequence(
        const std::vector<log::VerifiedRun> &runs, qint64 recordedMs);
    /// What a run would meet: certified device, scope known and writable by form, feed in place.
    [[nodiscard]] base::Result<Admission> admission(const wire::Run &run) const;
    [[nodiscard]] std::uint64_t treeSize() const;
    /// Recorded time of the newest change; 0 before any. A clock behind it must not sequence.
    [[nodiscard]] qint64 lastRecordedMs() const;
    /// Whose certified and not revoked device it is now; nullopt: nobody's.
    [[nodiscard]] Found<base::PersonId> personOf(const base::PublicKey &device) const;
    /// Whether `device` (null: anonymous) is given the scope's values: sealed ones to readers only.
    [[nodiscard]] base::Result<bool> mayRead(
        const base::ScopeId &scope, const base::PublicKey &device) const;
    /// Over everything sequenced so far, unsigned.
    [[nodiscard]] base::Result<log::Checkpoint> buildCheckpoint(qint64 nowMs);
    [[nodiscard]] base::Result<std::vector<base::Hash>> consistencyProof(
        std::uint64_t fromSize, std::uint64_t toSize) const;
    /// What the checkpoint built last proves of a scope; nothing before one was built.
    [[nodiscard]] Found<ScopeProof> scopeProof(const base::ScopeId &scope) const;

    // ── Own work ────────────────────────────────────────────────────────────────────────────────
    /// Who writes here. Without one the replica only reads. Keys are used on the calling thread.
    void setIdentity(std::shared_ptr<const Identity> identity);
    [[nodiscard]] const std::shared_ptr<const Identity> &identity() const;
    /// Grants that an administrator's computer owes its staff, once roles or devices changed.
    [[nodiscard]] base::Result<ChangeSet> steward();
    /// Makes signed, pending changes from drafts and shows them at once (overlay); neighbours of
    /// one scope are one transaction. Durable on return. InvalidArgument names a field that does
    /// not fit; Locked without an unlocked identity; else as `effect` wants.
    [[nodiscard]] base::Result<Submitted> submit(
        const std::vector<Draft> &drafts, Effect effect = Effect::Any);
    /// New records in one durable step, each its own transaction, without those that are here.
    [[nodiscard]] base::Result<BulkOutcome> submitBulk(const std::vector<BulkItem> &items);

    /// Keeps a run of somebody else, to be sent with the next contact: see pendingRuns().
    [[nodiscard]] base::Result<> carry(const log::VerifiedRun &run);
    /// Runs not acknowledged yet, oldest first, then those carried for others; at most `maxBytes`.
    [[nodiscard]] base::Result<std::vector<PendingRun>> pendingRuns(qint64 maxBytes) const;
    [[nodiscard]] base::Result<std::vector<wire::FeedHead>> ownHeads() const;
    /// A verified receipt: `acked` moves; the changes leave the overlay when their slice arrives.
    [[nodiscard]] base::Result<> applyReceipt(const log::Receipt &receipt);
    /// Another change is logged at (feed, seq): new incarnation, everything unlogged issued again.
    [[nodiscard]] base::Result<ChangeSet> resolveFork(const base::FeedId &feed, std::uint64_t seq);
    /// The outbox: what is not acknowledged, refused or void, newest first.
    [[nodiscard]] base::Result<std::vector<OutboxItem>> outbox(int limit) const;
    /// Marks a pending run refused for ever, with the reason; it stays in the outbox.
    [[nodiscard]] base::Result<ChangeSet> refuse(
        const base::FeedId &feed, std::uint64_t seq, const QString &reason);
    /// Takes an item out of the outbox for ever; only what was refused or is void.
    [[nodiscard]] base::Result<ChangeSet> discard(const base::OpId &op);
    /// What a pending, conflicting or void change wanted, to be mended. NotFound.
    [[nodiscard]] base::Result<Draft> draftOf(const base::OpId &op) const;

    // ── Questions ───────────────────────────────────────────────────────────────────────────────
    [[nodiscard]] base::Result<Page> list(const Query &query) const;
    [[nodiscard]] base::Result<qint64> count(const Query &query) const;
    /// Everything the query finds, in its order, without limit and cursor: 8 bytes a record, so
    /// that a list of any length can be scrolled to any place. Records without a value to order by
    /// come last. With `atMost`, only so many of them: the beginning, for what can be shown at
    /// once.
    [[nodiscard]] base::Result<std::vector<RowId>> outline(
        const Query &query, std::optional<int> atMost = {}) const;
    /// The records of a query that have a point, as marks of a map: the first `limit` of at most
    /// 20,000, with the value of a field of times. InvalidArgument for a type without a point.
    [[nodiscard]] base::Result<Places> places(const Query &query, const QString &timeField) const;
    /// The records of some rows of an outline, without their sets; those that are gone are left
    /// out.
    [[nodiscard]] base::Result<std::vector<Record>> recordsAt(
        const QString &type, const std::vector<RowId> &rows) const;
    [[nodiscard]] base::Result<std::optional<Record>> record(
        const QString &type, const base::EntityId &entity) const;
    [[nodiscard]] base::Result<std::vector<HistoryItem>> history(
        const base::EntityId &entity) const;
    [[nodiscard]] base::Result<std::vector<Conflict>> conflicts(int limit) const;
    [[nodiscard]] base::Result<std::vector<ScopeDigest>> digests() const;
    /// Whether `person` holds `role` (of `body`, or of the city where body is null) now.
    [[nodiscard]] base::Result<bool> hasRole(
        const base::PersonId &person, Role role, const base::EntityId &body = {}) const;
    /// The roles a person holds now, those of the city first.
    [[nodiscard]] base::Result<std::vector<HeldRole>> rolesOf(const base::PersonId &person) const;

    /// The files that attachments name, the newest first; at most `limit` attachments are read.
    [[nodiscard]] base::Result<std::vector<BlobUse>> blobUses(int limit) const;

    // ── Full text ───────────────────────────────────────────────────────────────────────────────
    [[nodiscard]] base::Result<SearchBatch> searchBatch(qint64 after, int limit) const;
    [[nodiscard]] base::Result<> searchDone(qint64 upTo);
    [[nodiscard]] base::Result<> oweAllToSearch();
    /// The record a search hit leads to; nothing when it is gone meanwhile.
    [[nodiscard]] base::Result<std::optional<Record>> recordOfRow(
        std::uint32_t type, qint64 entityRow) const;

    // ── Care ────────────────────────────────────────────────────────────────────────────────────
    /// Throws the folded tables away and folds the log again.
    [[nodiscard]] base::Result<> rebuild(const std::function<bool(double done)> &progress = {});
    /// Recomputes every hash, signature, chain, tree and digest; the list of what is wrong, where.
    [[nodiscard]] base::Result<std::vector<Finding>> verify(
        const std::function<bool(double done)> &progress = {}) const;
    /// A consistent copy of the whole file while it is in use.
    [[nodiscard]] base::Result<> backupTo(const QString &path) const;
    /// Makes erased bytes unfindable in every file; owed after erasures. Busy while somebody reads.
    [[nodiscard]] base::Result<> scrub();
    /// All that was ever taken back, for a journal beside the copies of the file.
    [[nodiscard]] base::Result<std::vector<Erasure>> erasures() const;
    /// Takes back again what a copy of the file from before has brought.
    [[nodiscard]] base::Result<ChangeSet> eraseAgain(const std::vector<Erasure> &erasures);
    [[nodiscard]] bool owesScrub() const;

    class Private;

private:
    /// Opens the keys granted to this device, and what they make readable.
    [[nodiscard]] base::Result<ChangeSet> takeKeys();

    explicit ReplicaDatabase(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace spilno::replica
