// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Ids.h"
#include "core/base/Result.h"

#include <QtCore/QByteArray>

#include <optional>

namespace spilno::wire {

inline constexpr std::uint64_t kHeaderVersion = 1;

/// The signed head of a change: the deterministic CBOR array
/// `[version, feed, seq, prev, hlc, txn, type, entity, payloadSize, payloadCommit, ext]`.
/// The received bytes are what is hashed; nothing is re-encoded to be checked.
struct ChangeHeader
{
    base::FeedId feed;
    std::uint64_t seq = 0;
    base::Hash prev;        ///< Hash of the header before; of the opening at seq 0.
    base::Hlc hlc = 0;      ///< Strictly greater than that of seq - 1.
    std::uint32_t txn = 0;  ///< Headers still to come in the same transaction.
    std::uint32_t type = 0; ///< Record type number, see core/records/Registry.h.
    base::EntityId entity;
    std::uint32_t payloadSize = 0; ///< Bytes of shape and values together.
    base::Hash payloadCommit;      ///< BLAKE2b-256(shape ‖ BLAKE2b-256(values)).
    QByteArray ext;                ///< The encoded ext array; "\x80" when empty.

    [[nodiscard]] static QByteArray emptyExt() { return QByteArray("\x80", 1); }
};

[[nodiscard]] QByteArray encodeHeader(const ChangeHeader &header);
/// LimitExceeded, UnsupportedVersion or Malformed; also where seq 0 does not follow its opening.
[[nodiscard]] base::Result<ChangeHeader> decodeHeader(base::ByteView bytes);

/// The hash that the next header's `prev` names and that signatures are over.
[[nodiscard]] base::Hash headerHash(base::ByteView headerBytes);

/// BLAKE2b-256 of the values of a payload; stays when the values are erased.
[[nodiscard]] base::Hash valuesHash(base::ByteView values);
/// The commitment of a header over its payload.
[[nodiscard]] base::Hash payloadCommit(base::ByteView shape, const base::Hash &valuesHash);

/// What a re-issued change says of its first issue (ext item 1).
struct FirstIssue
{
    base::FeedId feed;
    std::uint64_t seq = 0;
    base::Hash payloadCommit;
    base::Hlc hlc = 0;
};

/// The ext items a version 1 reader knows. Unknown items are kept, and ignored.
struct HeaderExt
{
    std::optional<FirstIssue> firstIssue; ///< item 1
    QByteArray checkpointSeen;            ///< item 2: last checkpoint the author saw, or empty
};

[[nodiscard]] QByteArray encodeExt(const HeaderExt &ext);
/// LimitExceeded above kHeaderExtBytesMax, else Malformed.
[[nodiscard]] base::Result<HeaderExt> decodeExt(base::ByteView encoded);

/// The name of an operation for ever, also when it is issued again on another feed.
[[nodiscard]] base::OpId opId(
    const base::PersonId &person,
    const base::FeedId &feed,
    std::uint64_t seq,
    const base::Hash &payloadCommit);

/// The id of an entity made by `person` in `scope` with `salt`.
[[nodiscard]] base::EntityId entityId(
    const base::PersonId &person, const base::ScopeId &scope, const base::Salt &salt);

/// The start of a feed: one device's chain in one scope and incarnation. `feedId` is its hash.
struct FeedOpening
{
    base::CityId city;
    base::PersonId person;
    base::PublicKey device;
    base::ScopeId scope;
    base::Incarnation incarnation;
    base::FeedId parentFeed; ///< The feed this one follows after a fork or restore, or null.
    std::uint64_t parentSeq = 0;
    base::Hash parentHash;
    base::OpId certificate; ///< The op that certified the device; null: identity at seq 0.
};

[[nodiscard]] QByteArray encodeOpening(const FeedOpening &opening);
/// LimitExceeded, UnsupportedVersion or Malformed; also a parent's place without a parent.
[[nodiscard]] base::Result<FeedOpening> decodeOpening(base::ByteView bytes);
[[nodiscard]] base::FeedId feedId(base::ByteView openingBytes);

/// Context of change signatures: Ed25519 over "spilno-chg-1" ‖ header hash.
inline constexpr std::string_view kChangeContext = "spilno-chg-1";

} // namespace spilno::wire
