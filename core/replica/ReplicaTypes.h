// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Ids.h"
#include "core/log/Checkpoint.h"
#include "core/log/Receipt.h"
#include "core/records/Roles.h"
#include "core/replica/Previewed.h"
#include "core/replica/ScopeDigest.h"
#include "core/wire/Payload.h"

#include <QtCore/QList>
#include <QtCore/QString>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace spilno::crypto {
class SigningKey;
}

/// The plain values that questions to a replica give and take.
namespace spilno::replica {

using records::Role;

enum class ScopeKind : std::uint8_t { Rules = 0, People = 1, Content = 2, Sealed = 3 };

struct ScopeStatus
{
    base::ScopeId scope;
    ScopeKind kind = ScopeKind::Content;
    QString name;
    base::EntityId body; ///< Whose scope it is, or null.
    std::uint64_t epoch = 0;
    std::uint64_t next = 0; ///< Positions applied.
    std::uint64_t proven = 0;
    base::Hash chain;
    bool followed = true;
};

enum class SliceContents : std::uint8_t { Everything, HeadersOnly };

/// What a mutation touched, for those who show it. Coalesced per transaction.
struct ChangeSet
{
    struct Entry
    {
        std::uint32_t type = 0;
        base::EntityId entity;
    };
    std::vector<Entry> entities; ///< At most 1,000; beyond that `many` is set and the list cut.
    std::vector<std::uint32_t> types;
    bool many = false;
    bool outboxChanged = false;
    bool rulesChanged = false;
    [[nodiscard]] bool isEmpty() const { return types.empty() && !outboxChanged; }
    void merge(const ChangeSet &other);
};

enum class SequenceState : std::uint8_t {
    Sequenced,
    Duplicate,
    Fork,
    NotCertified,
    UnknownScope,
    Broken
};

struct SequenceOutcome
{
    SequenceState state = SequenceState::Sequenced;
    log::Receipt receipt;      ///< Sequenced, Duplicate; not signed yet.
    std::uint64_t forkSeq = 0; ///< Fork: where; see ReplicaDatabase::headerAt.
};

/// What the sequencer can say of a run before its signature is checked.
enum class Admission : std::uint8_t {
    Continue,     ///< at the feed's head: verify and sequence
    Known,        ///< overlaps what is logged: compare, answer with the receipt or FORK
    NotCertified, ///< the device is unknown or revoked: RETRY or quarantine
    UnknownScope,
    Gap, ///< starts beyond the feed's head: RETRY
    OtherCity,
};

/// A change that a person wants to make, before it is signed.
struct Draft
{
    QString type;
    base::EntityId entity;                             ///< Null: create.
    base::ScopeId scope;                               ///< Where to create; ignored for edits.
    QList<std::pair<QString, wire::Value>> fields;     ///< Registers to write.
    QList<std::pair<QString, wire::Value>> additions;  ///< Elements to add to sets.
    QList<std::pair<QString, base::OpId>> removals;    ///< Elements (by op) to take out of sets.
    QString step;                                      ///< Name of a transition, or empty.
    std::vector<base::OpId> settles;                   ///< Conflicts this change ends.
    QList<std::pair<std::uint32_t, QByteArray>> extra; ///< wire::kExtra…
    std::optional<base::Salt> salt;                    ///< Of a creation; random when not given.
    bool numbered = true; ///< A creation takes the device's next number (imports do not).
    /// The key of a receipt of six words: the change proves that its author holds it.
    std::shared_ptr<const crypto::SigningKey> claim;
};

struct Submitted
{
    std::vector<base::EntityId> entities; ///< One for each draft.
    std::vector<base::OpId> ops;
    ChangeSet changes;
};

/// A record that comes from elsewhere, as from a file: created and, where `step` is given, taken at
/// once out of its first state, in one transaction.
struct BulkItem
{
    Draft creation; ///< With the salt from which its id follows.
    QString step;
};

struct BulkOutcome
{
    qint64 created = 0;
    qint64 known = 0; ///< Their ids were here already; nothing was written for them.
    ChangeSet changes;
};

struct PendingRun
{
    base::FeedId feed;
    std::uint64_t firstSeq = 0;
    std::uint64_t count = 0;
    QByteArray bytes; ///< wire::encodeRun
};

enum class OutboxState : std::uint8_t { OnThisComputer, Accepted, Refused, Void, Conflict };

struct OutboxItem
{
    base::OpId op;
    OutboxState state = OutboxState::OnThisComputer;
    std::uint32_t type = 0;
    base::EntityId entity;
    QString title;  ///< Of the record, as far as known.
    QString action; ///< "create", "edit", or the transition's name.
    QString reason; ///< Refused, Void, Conflict: a code, see VoidReason.
    qint64 writtenMs = 0;
    bool sendable = true;
};

struct Condition
{
    enum class Operator : std::uint8_t { Equal, NotEqual, Less, Greater, In, Prefix };
    QString field; ///< A field, or state, author, scope, created, changed, open.
    Operator op = Operator::Equal;
    wire::Value value; ///< A list for In.
};

struct Query
{
    QString type;
    std::vector<Condition> where;
    QString text;                                ///< Full-text filter, or empty.
    QString orderBy = QStringLiteral("changed"); ///< A field, created, or changed.
    bool descending = true;
    int limit = 50;
    QByteArray after;                          ///< The cursor of the page before.
    std::optional<std::vector<qint64>> within; ///< Entity rows: what a full-text search found.
    std::optional<std::array<qint32, 4>> box;  ///< south, west, north, east in 1e-7 degrees
};

/// Where a record stands in one replica file; means nothing in another, nor after a rebuild.
using RowId = qint64;

/// A record as it is shown: folded, own pending changes included.
struct Record
{
    std::uint32_t type = 0;
    base::EntityId entity;
    RowId row = 0;
    base::ScopeId scope;
    base::PersonId author;
    QString authorName;
    qint64 createdMs = 0;
    qint64 changedMs = 0;
    std::uint32_t state = 0;
    bool pending = false; ///< Shows changes that the city has not accepted yet.
    bool preview = false; ///< Shows changes that are still being checked against the log.
    bool conflicted = false;
    QList<std::pair<QString, wire::Value>> fields; ///< Shown values, by field name.
    QList<std::pair<QString, wire::Value::List>> sets;

    [[nodiscard]] wire::Value value(const QString &field) const;
};

struct Page
{
    std::vector<Record> items;
    QByteArray next; ///< Empty: no more.
};

struct HistoryItem
{
    base::OpId op;
    base::PersonId person;
    QString personName;
    base::PublicKey device;
    qint64 writtenMs = 0;  ///< The author's clock, clamped.
    qint64 recordedMs = 0; ///< The city's clock; 0 while pending.
    std::uint64_t position = 0;
    bool pending = false;
    bool preview = false; ///< Its place in the log is still being checked.
    bool erased = false;
    QString verdict; ///< Empty: took effect; else a VoidReason code.
    QString step;    ///< The transition's name, or empty.
    QList<std::pair<QString, wire::Value>> fields;
};

struct Conflict
{
    enum class Kind : std::uint8_t { Soft, Hard, Void, Quarantined };
    Kind kind = Kind::Soft;
    std::uint32_t type = 0;
    base::EntityId entity;
    QString title;
    QString field; ///< Soft conflict of a register; the state's else.
    QString reason;
    std::vector<std::pair<base::OpId, wire::Value>> versions; ///< Shown one first.
    base::OpId op; ///< Hard, Void: the change that failed.
    bool mine = false;
};

/// A file that an attachment names.
struct BlobUse
{
    base::BlobId blob;
    qint64 bytes = 0;      ///< As the attachment says; not checked against the file.
    bool mine = false;     ///< Written by the person of this replica.
    bool accepted = false; ///< The city has the attachment.
    bool erased = false;   ///< Its author took it back.
};

/// An operation whose values were taken back. Only those that the same person wrote on the same
/// record of the same scope are meant.
struct Erasure
{
    base::OpId op;
    base::PersonId person;
    base::ScopeId scope;
    base::EntityId entity;
    friend auto operator<=>(const Erasure &, const Erasure &) = default;
};

/// A role a person holds.
struct HeldRole
{
    Role role = Role::None;
    base::EntityId body; ///< Null for a role of the city.
    QString bodyName;
};

} // namespace spilno::replica
