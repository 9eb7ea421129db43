// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/ThinHeader.h"

#include "core/base/Limits.h"
#include "core/wire/Cbor.h"

namespace spilno::wire {

namespace {

/// The empty one, which nearly every change has, without decoding it.
bool isExt(base::ByteView ext)
{
    return (ext.size() == 1 && ext[0] == 0x80) || decodeExt(ext).has_value();
}

} // namespace

void writeThin(CborWriter &writer, const ThinChange &change)
{
    writer.array(change.valuesAbsent ? 8 : 7);
    writer.number(change.hlcDelta).number(change.txn).number(change.type);
    writer.bytes(change.entity ? change.entity->bytes() : base::ByteView());
    writer.raw(change.ext);
    writer.bytes(change.shape);
    writer.bytes(change.valuesAbsent ? base::ByteView() : change.values);
    if (change.valuesAbsent)
        writer.array(2).id(change.valuesHash).number(change.valuesSize);
}

ThinChange readThin(CborReader &reader)
{
    ThinChange change;
    const std::uint64_t items = reader.array();
    if (items != 7 && items != 8)
        reader.fail();
    change.hlcDelta = reader.number();
    change.txn = static_cast<std::uint32_t>(reader.number(limits::kTransactionChangesMax - 1));
    change.type = static_cast<std::uint32_t>(reader.number(UINT32_MAX));
    const base::ByteView entity = reader.bytes();
    if (entity.size() == base::EntityId::size)
        change.entity = base::EntityId::fromTrusted(entity.data());
    else if (!entity.empty())
        reader.fail();
    change.ext = reader.item();
    change.shape = reader.bytes(limits::kPayloadBytesMax);
    change.values = reader.bytes(limits::kPayloadBytesMax);
    if (items == 8) {
        change.valuesAbsent = true;
        reader.array(2);
        change.valuesHash = reader.id<base::Hash>();
        change.valuesSize = static_cast<std::uint32_t>(reader.number(limits::kPayloadBytesMax));
        if (!change.values.empty())
            reader.fail();
    }
    const std::size_t valuesSize = change.valuesAbsent ? change.valuesSize : change.values.size();
    if (change.hlcDelta == 0 || valuesSize < limits::kPayloadValuesBytesMin ||
        change.shape.size() + valuesSize > limits::kPayloadBytesMax || !isExt(change.ext))
        reader.fail();
    return change;
}

base::ByteView creationSalt(base::ByteView shape)
{
    // shape = 0x85 0x50 <16 bytes> … : an array of five whose first item is 16 bytes.
    if (shape.size() < 18 || shape[0] != 0x85 || shape[1] != 0x50)
        return {};
    return shape.subspan(2, 16);
}

base::EntityId impliedEntity(
    const base::PersonId &person, const base::ScopeId &scope, base::ByteView shape)
{
    const base::ByteView salt = creationSalt(shape);
    return salt.empty() ? base::EntityId()
                        : entityId(person, scope, base::Salt::fromTrusted(salt.data()));
}

std::optional<base::EntityId> thinEntity(
    const base::EntityId &entity,
    const base::PersonId &person,
    const base::ScopeId &scope,
    base::ByteView shape)
{
    if (entity == impliedEntity(person, scope, shape))
        return std::nullopt;
    return entity;
}

QByteArray expandHeader(
    const ThinChange &change,
    const base::FeedId &feed,
    std::uint64_t seq,
    const base::Hash &prev,
    base::Hlc hlc,
    const base::EntityId &entity,
    const base::Hash &payloadCommit)
{
    QByteArray bytes;
    bytes.reserve(176 + static_cast<qsizetype>(change.ext.size()));
    const std::size_t valuesSize = change.valuesAbsent ? change.valuesSize : change.values.size();
    CborWriter writer(bytes);
    writer.array(11).number(kHeaderVersion).id(feed).number(seq).id(prev);
    writer.number(hlc).number(change.txn).number(change.type).id(entity);
    writer.number(change.shape.size() + valuesSize);
    writer.id(payloadCommit).raw(change.ext);
    return bytes;
}

} // namespace spilno::wire
