// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/DatabaseCore.h"

namespace spilno::replica {

/// Own work: drafts become signed pending changes, are offered to sync until they are sequenced,
/// and are issued again on a new feed after a fork. See ReplicaDatabase.
class Outbox
{
public:
    explicit Outbox(DatabaseCore &core)
        : m_core(core)
    {
    }

    [[nodiscard]] base::Result<Submitted> submit(const std::vector<Draft> &drafts, Effect effect);
    [[nodiscard]] base::Result<BulkOutcome> submitBulk(const std::vector<BulkItem> &items);
    [[nodiscard]] base::Result<std::vector<PendingRun>> pendingRuns(qint64 maxBytes) const;
    [[nodiscard]] base::Result<std::vector<wire::FeedHead>> ownHeads() const;
    [[nodiscard]] base::Result<> applyReceipt(const log::Receipt &receipt);
    /// Another change stands at (feed, seq). Nothing happens when nothing is pending from there on.
    [[nodiscard]] base::Result<ChangeSet> resolveFork(const base::FeedId &feed, std::uint64_t seq);
    /// The same for every own feed of which a place is known to be taken.
    [[nodiscard]] base::Result<ChangeSet> resolveForks();
    [[nodiscard]] base::Result<std::vector<OutboxItem>> items(int limit) const;
    [[nodiscard]] base::Result<ChangeSet> refuse(
        const base::FeedId &feed, std::uint64_t seq, const QString &reason);
    [[nodiscard]] base::Result<ChangeSet> discard(const base::OpId &op);
    [[nodiscard]] base::Result<Draft> draftOf(const base::OpId &op) const;

private:
    struct OwnFeed
    {
        qint64 id = 0;
        log::FeedState state; ///< After the newest pending change.
    };

    /// A change that the city has not taken, with the feed it stands in now.
    struct Unsent
    {
        ChangeRow row;
        base::FeedId feed;
        qint64 writtenMs = 0;
    };

    /// A draft worked out: what it touches, from the record as it is shown here.
    struct Worked
    {
        const records::RecordType *type = nullptr;
        base::ScopeId scope;
        base::EntityId entity;
        wire::Payload payload;
        std::shared_ptr<const crypto::SigningKey> claim; ///< Proves itself in the payload.
    };

    /// A pending change, or a sequenced one that is listed as conflict or void.
    [[nodiscard]] base::Result<ChangeRow> ownChange(const base::OpId &op) const;
    /// Lists a void change no longer; it stays in the log.
    [[nodiscard]] base::Result<ChangeSet> dismiss(const base::OpId &op);
    [[nodiscard]] base::Result<Worked> work(const Draft &draft) const;
    [[nodiscard]] base::Result<> workFields(
        const Draft &draft, const records::EntityImage *image, Worked &worked) const;
    /// Gives numbered fields of a new record the next numbers of this device.
    [[nodiscard]] base::Result<> workNumber(Worked &worked) const;
    [[nodiscard]] base::Result<> workStep(
        const Draft &draft, const records::EntityImage *image, Worked &worked) const;
    /// The errors of Effect::Wanted when one of the newest `count` has no effect.
    [[nodiscard]] base::Result<> checkEffect(std::size_t count) const;
    [[nodiscard]] base::Result<bool> isKnown(const base::EntityId &entity) const;
    [[nodiscard]] base::Result<Worked> workFirstStep(
        const Worked &creation, const QString &name) const;
    [[nodiscard]] base::Result<> appendItem(
        OwnFeed &feed, const Worked &creation, const QString &step, BulkOutcome &outcome);
    [[nodiscard]] base::Result<OwnFeed> ownFeed(const base::ScopeId &scope);
    [[nodiscard]] base::Result<OwnFeed> openOwnFeed(
        const ScopeRow &scope, const log::FeedState *parent);
    /// Signs neighbours of one scope as one transaction.
    [[nodiscard]] base::Result<> appendAll(
        std::span<const Worked> transaction, Submitted &submitted);
    /// The payload with the proof that its author holds the receipt; it is bound to this place.
    [[nodiscard]] wire::Payload provenPayload(const Worked &worked) const;
    /// `room` is what is left of the bytes of the transaction.
    [[nodiscard]] base::Result<base::OpId> append(
        OwnFeed &feed, const Worked &worked, std::uint32_t txn, qint64 &room);
    [[nodiscard]] base::Result<> store(
        OwnFeed &feed,
        const wire::ThinChange &thin,
        const base::EntityId &entity,
        const base::Hash &commit,
        qint64 writtenMs);
    [[nodiscard]] base::Result<base::OpId> certificate() const;
    /// Remembers which op certifies which own device.
    [[nodiscard]] base::Result<> noteCertificates(const Worked &worked, const base::OpId &op);
    [[nodiscard]] base::Hlc clockBefore(const FeedRow &feed, std::uint64_t seq) const;
    [[nodiscard]] base::Result<std::vector<Unsent>> unsentFrom(
        const FeedRow &lost, std::uint64_t seq) const;
    [[nodiscard]] base::Result<> reissue(OwnFeed &feed, const std::vector<Unsent> &rows);

    DatabaseCore &m_core;
};

} // namespace spilno::replica
