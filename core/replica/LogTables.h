// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/Verifier.h"
#include "core/records/EntityImage.h"
#include "core/replica/ScopeStatus.h"
#include "core/replica/Sqlite.h"
#include "core/wire/SealedPayload.h"

#include <QtCore/QHash>

#include <optional>

namespace spilno::replica {

/// A feed with its row.
struct FeedRow
{
    qint64 id = 0;
    qint64 scopeRow = 0;
    qint64 personRow = 0;
    bool own = false;
    log::FeedState state;
};

/// An entity with its row; type and scope are 0 until its creation took effect.
struct EntityRow
{
    qint64 id = 0;
    std::uint32_t type = 0;
    qint64 scopeRow = 0;
};

struct ScopeRow
{
    qint64 id = 0;
    ScopeStatus status;
    base::Salt salt;
    base::SealingKey sealingKey; ///< Null unless it is a sealed scope.
};

/// A stored change, decoded as far as its columns go. `vals` is empty where absent.
struct ChangeRow
{
    qint64 id = 0;
    qint64 feedRow = 0;
    std::uint64_t seq = 0;
    qint64 entityRow = 0;
    std::uint32_t type = 0;
    base::Hlc hlc = 0;
    std::uint32_t txn = 0;
    std::uint64_t logIndex = 0;
    qint64 recordedMs = 0;
    records::Verdict verdict = records::Verdict::Applied;
    base::Hash hash;
    QByteArray ext;
    QByteArray shape;
    QByteArray vals;
    bool valuesAbsent = false;
    base::Hash valuesHash;
    std::uint32_t valuesSize = 0;

    [[nodiscard]] bool pending() const { return id < 0; }
};

/// Row id of a sequenced change.
[[nodiscard]] constexpr qint64 changeRowId(qint64 scopeRow, std::uint64_t position)
{
    return (scopeRow << 40) | static_cast<qint64>(position);
}
[[nodiscard]] constexpr std::uint64_t positionOf(qint64 changeId)
{
    return static_cast<std::uint64_t>(changeId & ((qint64{1} << 40) - 1));
}
[[nodiscard]] constexpr qint64 scopeRowOf(qint64 changeId)
{
    return changeId >> 40;
}

/// The tables of the log: scopes, persons, feeds, changes, signatures. Rows in, rows out, with
/// small caches; no fold, no transaction of its own. Belongs to the replica's thread.
class LogTables
{
public:
    explicit LogTables(Connection &connection)
        : m_connection(connection)
    {
    }

    void setCity(const base::CityId &city) { m_city = city; }
    /// Forgets everything cached, after a rollback.
    void dropCaches();

    [[nodiscard]] std::optional<ScopeRow> scope(const base::ScopeId &scope) const;
    [[nodiscard]] std::optional<ScopeRow> scope(qint64 row) const;
    [[nodiscard]] std::vector<ScopeRow> scopes() const;
    /// Positions a scope had when the change at `logIndex` had its place.
    [[nodiscard]] std::uint64_t nextAt(const ScopeRow &scope, std::uint64_t logIndex) const;
    [[nodiscard]] base::Result<qint64> addScope(const ScopeRow &scope);
    [[nodiscard]] base::Result<> moveScope(
        qint64 row, std::uint64_t next, const base::Hash &chain, std::uint64_t epoch);
    [[nodiscard]] base::Result<> setProven(qint64 row, std::uint64_t proven);

    /// Remembers the chain at a position where a slice may end.
    [[nodiscard]] base::Result<> addChainPoint(
        qint64 scopeRow, std::uint64_t next, const base::Hash &chain);
    /// The newest remembered position not above `next`; 0 when there is none.
    [[nodiscard]] std::uint64_t chainPointAtOrBefore(qint64 scopeRow, std::uint64_t next) const;
    [[nodiscard]] std::uint64_t chainPointAfter(qint64 scopeRow, std::uint64_t next) const;
    /// The scope chain at any position, computed from the nearest remembered one.
    [[nodiscard]] base::Result<base::Hash> chainAt(const ScopeRow &scope, std::uint64_t next) const;

    [[nodiscard]] base::Result<qint64> internPerson(const base::PersonId &person);
    [[nodiscard]] std::optional<qint64> personRow(const base::PersonId &person) const;
    [[nodiscard]] base::PersonId person(qint64 row) const;

    [[nodiscard]] std::optional<FeedRow> feed(const base::FeedId &feed) const;
    [[nodiscard]] std::optional<FeedRow> feed(qint64 row) const;
    [[nodiscard]] QByteArray opening(qint64 feedRow) const;
    [[nodiscard]] base::Result<FeedRow> addFeed(
        const log::FeedState &start, const QByteArray &opening, qint64 scopeRow, bool own);
    [[nodiscard]] base::Result<> moveFeed(qint64 row, const log::FeedState &state);
    [[nodiscard]] base::Result<> addSignature(
        qint64 feedRow, std::uint64_t seq, const base::Signature &signature);

    [[nodiscard]] base::Result<> insertChange(
        qint64 id,
        qint64 feedRow,
        qint64 entityRow,
        const log::VerifiedChange &change,
        records::Verdict verdict);
    /// A change by its row id; a negative id names a pending one.
    [[nodiscard]] std::optional<ChangeRow> change(qint64 id) const;
    [[nodiscard]] std::optional<ChangeRow> changeAt(qint64 feedRow, std::uint64_t seq) const;
    /// The header of a change, made again from what is stored of it; `head` is the hash before it.
    [[nodiscard]] QByteArray headerOf(
        const ChangeRow &row, const base::FeedId &feed, const base::Hash &head) const;
    /// Sequenced changes of an entity by position, then its pending ones as they were written,
    /// which is the order they will be sequenced in.
    [[nodiscard]] std::vector<qint64> changesOf(qint64 entityRow) const;

    /// The pending ones alone; one look at an index, also in bulk mode.
    [[nodiscard]] std::vector<qint64> pendingOf(qint64 entityRow) const;
    /// Previewed changes of an entity by position, see Previews; their ids are those they will
    /// have in the log.
    [[nodiscard]] std::vector<qint64> previewsOf(qint64 entityRow) const;
    /// A change as it is shown: logged, pending, or previewed where the log is not so far yet.
    [[nodiscard]] std::optional<ChangeRow> shownChange(qint64 id) const;
    [[nodiscard]] base::Result<> insertPreview(
        qint64 id, qint64 feedRow, qint64 entityRow, const log::VerifiedChange &change);

    /// The payload of a change, opened when it is sealed (for the place of its first issue).
    /// Nothing when its shape does not follow its grammar, or is sealed to others. Values that do
    /// not follow theirs count as absent: what is erasable decides nothing.
    [[nodiscard]] std::optional<wire::Payload> payloadOf(
        const wire::SealedPlace &place,
        base::ByteView shape,
        base::ByteView values,
        bool *readable = nullptr) const;
    [[nodiscard]] std::optional<wire::Payload> payloadOf(
        const ChangeRow &row, bool *readable = nullptr) const;
    /// Who opens sealed payloads; outlives this.
    void setOpener(const wire::PayloadOpener *opener) { m_opener = opener; }

    /// The change as the fold sees it. Unreadable payloads give nullopt.
    [[nodiscard]] std::optional<records::FoldChange> foldChange(
        const ChangeRow &row, qint64 localNowMs) const;
    [[nodiscard]] base::OpId opId(const ChangeRow &row) const;
    [[nodiscard]] base::EntityId entityOf(qint64 entityRow) const;
    [[nodiscard]] std::optional<EntityRow> entityRow(const base::EntityId &entity) const;
    /// The row of an entity, made when absent; in bulk mode saveEntities() must follow before
    /// anything but this reads it back from the file.
    [[nodiscard]] base::Result<EntityRow> internEntity(const base::EntityId &entity);
    [[nodiscard]] base::Result<> setEntityType(
        const base::EntityId &entity, const EntityRow &row, std::uint32_t type, qint64 scopeRow);
    /// Writes what internEntity() and setEntityType() made of new entities; outside bulk mode there
    /// is nothing to write.
    [[nodiscard]] base::Result<> saveEntities();
    /// In bulk mode entity_eid has no index yet: all rows are remembered, read when first needed.
    void setBulk(bool bulk);

    [[nodiscard]] static ChangeRow readChange(const Statement &row);

private:
    [[nodiscard]] FeedRow readFeed(const Statement &row) const;
    void remember(const FeedRow &feed) const;

    Connection &m_connection;
    const wire::PayloadOpener *m_opener = nullptr;
    base::CityId m_city;
    mutable QHash<base::FeedId, FeedRow> m_feeds;
    mutable QHash<qint64, base::FeedId> m_feedRows;
    mutable QHash<base::ScopeId, ScopeRow> m_scopes;
    mutable QHash<base::PersonId, qint64> m_persons;
    void readBulkEntities() const;
    mutable QHash<base::EntityId, EntityRow> m_bulkEntities;
    mutable qint64 m_bulkHighest = 0; ///< Row of the newest entity.
    mutable bool m_bulkRead = false;  ///< All of them stand in m_bulkEntities.
    struct BulkEntity
    {
        base::EntityId entity;
        EntityRow row;
    };
    [[nodiscard]] BulkEntity *unsaved(qint64 entityRow) const;
    mutable std::vector<BulkEntity> m_bulkUnsaved; ///< Row by row up to m_bulkHighest.
    bool m_bulk = false;
};

} // namespace spilno::replica
