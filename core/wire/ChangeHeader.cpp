// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/ChangeHeader.h"

#include "core/base/Limits.h"
#include "core/crypto/Hashing.h"
#include "core/wire/Cbor.h"

#include <algorithm>

namespace spilno::wire {

using base::ErrorCode;
using base::failure;

QByteArray encodeHeader(const ChangeHeader &header)
{
    QByteArray bytes;
    bytes.reserve(192);
    CborWriter writer(bytes);
    writer.array(11).number(kHeaderVersion).id(header.feed).number(header.seq).id(header.prev);
    writer.number(header.hlc).number(header.txn).number(header.type).id(header.entity);
    writer.number(header.payloadSize).id(header.payloadCommit).raw(base::view(header.ext));
    return bytes;
}

base::Result<ChangeHeader> decodeHeader(base::ByteView bytes)
{
    if (bytes.size() > limits::kHeaderBytesMax)
        return failure(ErrorCode::LimitExceeded, QStringLiteral("a header over its limit"));
    CborReader reader(bytes);
    ChangeHeader header;
    const std::uint64_t count = reader.array();
    const std::uint64_t version = reader.number();
    if (!reader.ok() || count < 4)
        return failure(ErrorCode::Malformed, QStringLiteral("not a change header"));
    if (version != kHeaderVersion)
        return failure(ErrorCode::UnsupportedVersion, QStringLiteral("change header version"));
    header.feed = reader.id<base::FeedId>();
    header.seq = reader.number(INT64_MAX);
    header.prev = reader.id<base::Hash>();
    header.hlc = reader.number();
    header.txn = static_cast<std::uint32_t>(reader.number(limits::kTransactionChangesMax - 1));
    header.type = static_cast<std::uint32_t>(reader.number(UINT32_MAX));
    header.entity = reader.id<base::EntityId>();
    header.payloadSize = static_cast<std::uint32_t>(reader.number(limits::kPayloadBytesMax));
    header.payloadCommit = reader.id<base::Hash>();
    const base::ByteView ext = reader.item();
    const base::ByteView start = header.feed.bytes();
    if (count != 11 || header.hlc == 0 ||
        (header.seq == 0 && !std::equal(start.begin(), start.end(), header.prev.data())))
        reader.fail();
    SPILNO_TRY(reader.conclude("change header"));
    header.ext = base::toByteArray(ext);
    SPILNO_TRY(decodeExt(ext));
    return header;
}

base::Hash headerHash(base::ByteView headerBytes)
{
    return crypto::blake2b("spilno-header", {headerBytes});
}

base::Hash valuesHash(base::ByteView values)
{
    return crypto::blake2b("spilno-values", {values});
}

base::Hash payloadCommit(base::ByteView shape, const base::Hash &valuesHash)
{
    return crypto::blake2b("spilno-payload", {shape, valuesHash.bytes()});
}

QByteArray encodeExt(const HeaderExt &ext)
{
    QByteArray bytes;
    CborWriter writer(bytes);
    writer.array((ext.firstIssue ? 1u : 0u) + (ext.checkpointSeen.isEmpty() ? 0u : 1u));
    if (ext.firstIssue) {
        writer.array(5).number(1).id(ext.firstIssue->feed).number(ext.firstIssue->seq);
        writer.id(ext.firstIssue->payloadCommit).number(ext.firstIssue->hlc);
    }
    if (!ext.checkpointSeen.isEmpty())
        writer.array(2).number(2).bytes(base::view(ext.checkpointSeen));
    return bytes;
}

base::Result<HeaderExt> decodeExt(base::ByteView encoded)
{
    if (encoded.size() > limits::kHeaderExtBytesMax)
        return failure(ErrorCode::LimitExceeded, QStringLiteral("a header ext over its limit"));
    CborReader reader(encoded);
    HeaderExt ext;
    std::uint64_t last = 0;
    const std::uint64_t count = reader.array();
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
        CborReader item(reader.item());
        const std::uint64_t fields = item.array();
        const std::uint64_t tag = item.number();
        if (!item.ok() || tag <= last) {
            reader.fail(); // ascending tags: each at most once, in one order only
            break;
        }
        last = tag;
        if (tag == 1) {
            FirstIssue first;
            first.feed = item.id<base::FeedId>();
            first.seq = item.number(INT64_MAX);
            first.payloadCommit = item.id<base::Hash>();
            first.hlc = item.number();
            if (fields != 5 || first.hlc == 0 || !item.finished())
                reader.fail();
            ext.firstIssue = first;
        } else if (tag == 2) {
            ext.checkpointSeen = base::toByteArray(item.bytes());
            if (fields != 2 || ext.checkpointSeen.isEmpty() || !item.finished())
                reader.fail();
        }
    }
    SPILNO_TRY(reader.conclude("header ext"));
    return ext;
}

base::OpId opId(
    const base::PersonId &person,
    const base::FeedId &feed,
    std::uint64_t seq,
    const base::Hash &payloadCommit)
{
    std::uint8_t number[8];
    for (int i = 0; i < 8; ++i)
        number[i] = static_cast<std::uint8_t>(seq >> (8 * (7 - i)));
    return crypto::blake2bAs<base::OpId>(
        "spilno-op", {person.bytes(), feed.bytes(), number, payloadCommit.bytes()});
}

base::EntityId entityId(
    const base::PersonId &person, const base::ScopeId &scope, const base::Salt &salt)
{
    return crypto::blake2bAs<base::EntityId>(
        "spilno-entity", {person.bytes(), scope.bytes(), salt.bytes()});
}

QByteArray encodeOpening(const FeedOpening &opening)
{
    QByteArray bytes;
    CborWriter writer(bytes);
    writer.array(10).number(kHeaderVersion).id(opening.city).id(opening.person).id(opening.device);
    writer.id(opening.scope).id(opening.incarnation).id(opening.parentFeed);
    writer.number(opening.parentSeq).id(opening.parentHash).id(opening.certificate);
    return bytes;
}

base::Result<FeedOpening> decodeOpening(base::ByteView bytes)
{
    if (bytes.size() > limits::kFeedOpeningBytesMax)
        return failure(ErrorCode::LimitExceeded, QStringLiteral("a feed opening over its limit"));
    CborReader reader(bytes);
    FeedOpening opening;
    SPILNO_TRY(reader.openVersioned(10, "feed opening"));
    opening.city = reader.id<base::CityId>();
    opening.person = reader.id<base::PersonId>();
    opening.device = reader.id<base::PublicKey>();
    opening.scope = reader.id<base::ScopeId>();
    opening.incarnation = reader.id<base::Incarnation>();
    opening.parentFeed = reader.id<base::FeedId>();
    opening.parentSeq = reader.number(INT64_MAX);
    opening.parentHash = reader.id<base::Hash>();
    opening.certificate = reader.id<base::OpId>();
    if (opening.parentFeed.isNull() && (opening.parentSeq != 0 || !opening.parentHash.isNull()))
        reader.fail();
    SPILNO_TRY(reader.conclude("feed opening"));
    return opening;
}

base::FeedId feedId(base::ByteView openingBytes)
{
    return crypto::blake2bAs<base::FeedId>("spilno-feed", {openingBytes});
}

} // namespace spilno::wire
