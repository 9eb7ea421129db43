// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/Payload.h"

#include "core/base/Limits.h"
#include "core/wire/Cbor.h"

#include <algorithm>

namespace spilno::wire {

namespace {

constexpr std::size_t kBlindingBytes = base::Salt::size;

void writeRefs(CborWriter &writer, const std::vector<base::OpId> &refs)
{
    writer.array(refs.size());
    for (const base::OpId &ref : refs)
        writer.id(ref);
}

std::vector<base::OpId> readRefs(CborReader &reader)
{
    std::vector<base::OpId> refs;
    const std::uint64_t count = reader.array();
    if (count > limits::kFieldRefsMax)
        reader.fail();
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i)
        refs.push_back(reader.id<base::OpId>());
    return refs;
}

void readFields(CborReader &reader, Payload &payload)
{
    const std::uint64_t count = reader.array();
    if (count > limits::kFieldsPerChangeMax)
        reader.fail();
    payload.fields.reserve(static_cast<std::size_t>(reader.ok() ? count : 0));
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
        const std::uint64_t items = reader.array();
        FieldChange field;
        field.key = static_cast<std::uint32_t>(reader.number(UINT32_MAX));
        field.mode =
            static_cast<FieldMode>(reader.number(static_cast<std::uint64_t>(FieldMode::Remove)));
        field.refs = readRefs(reader);
        if (items != (isStructural(field.mode) ? 4u : 3u))
            reader.fail();
        if (reader.ok() && isStructural(field.mode))
            field.value = Value::read(reader);
        if (!payload.fields.empty() && payload.fields.back().key >= field.key)
            reader.fail(); // ascending: a field is touched once, and in one order only
        payload.fields.push_back(std::move(field));
    }
}

void readTransition(CborReader &reader, Payload &payload)
{
    const std::uint64_t items = reader.array();
    if (items == 0)
        return;
    if (items != 4)
        reader.fail();
    Transition transition;
    transition.key = static_cast<std::uint32_t>(reader.number(UINT32_MAX));
    transition.from = static_cast<std::uint32_t>(reader.number(UINT32_MAX));
    transition.to = static_cast<std::uint32_t>(reader.number(UINT32_MAX));
    const base::ByteView seen = reader.bytes();
    if (seen.size() == base::OpId::size)
        transition.seen = base::OpId::fromTrusted(seen.data());
    if (transition.seen.isNull() != seen.empty())
        reader.fail(); // none is the empty byte string, never zeros
    payload.transition = transition;
}

void readExtra(CborReader &reader, Payload &payload)
{
    const std::uint64_t count = reader.array();
    if (count > limits::kPayloadExtrasMax)
        reader.fail();
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
        reader.array(2);
        const auto tag = static_cast<std::uint32_t>(reader.number(UINT32_MAX));
        const base::ByteView bytes = reader.bytes();
        if (!payload.extra.empty() && payload.extra.back().first >= tag)
            reader.fail();
        payload.extra.emplace_back(tag, base::toByteArray(bytes));
    }
}

base::Result<> readValues(base::ByteView values, Payload &payload)
{
    if (values.size() < kBlindingBytes)
        return base::failure(base::ErrorCode::Malformed, QStringLiteral("values too short"));
    CborReader reader(values.subspan(kBlindingBytes));
    const auto expected =
        std::count_if(payload.fields.begin(), payload.fields.end(), [](const FieldChange &field) {
            return hasErasableValue(field.mode);
        });
    reader.array(static_cast<std::uint64_t>(expected));
    for (FieldChange &field : payload.fields) {
        if (hasErasableValue(field.mode) && reader.ok())
            field.value = Value::read(reader);
    }
    return reader.conclude("payload values");
}

} // namespace

const FieldChange *Payload::field(std::uint32_t key) const
{
    const auto found = std::find_if(
        fields.begin(), fields.end(), [key](const FieldChange &field) { return field.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

QByteArray Payload::extraOf(std::uint32_t tag) const
{
    for (const auto &[itsTag, bytes] : extra) {
        if (itsTag == tag)
            return bytes;
    }
    return {};
}

PayloadBytes encodePayload(const Payload &payload, const base::Salt &blinding)
{
    PayloadBytes out;
    CborWriter shape(out.shape);
    CborWriter values(out.values);
    values.raw(blinding.bytes());
    const auto erasable =
        std::count_if(payload.fields.begin(), payload.fields.end(), [](const FieldChange &field) {
            return hasErasableValue(field.mode);
        });
    values.array(static_cast<std::uint64_t>(erasable));
    shape.array(5);
    shape.bytes(payload.create ? payload.create->bytes() : base::ByteView());
    shape.array(payload.fields.size());
    for (const FieldChange &field : payload.fields) {
        shape.array(isStructural(field.mode) ? 4 : 3).number(field.key);
        shape.number(static_cast<std::uint64_t>(field.mode));
        writeRefs(shape, field.refs);
        if (isStructural(field.mode))
            field.value.encode(out.shape);
        else if (hasErasableValue(field.mode))
            field.value.encode(out.values);
    }
    if (payload.transition) {
        shape.array(4).number(payload.transition->key).number(payload.transition->from);
        shape.number(payload.transition->to);
        shape.bytes(
            payload.transition->seen.isNull() ? base::ByteView()
                                              : payload.transition->seen.bytes());
    } else {
        shape.array(0);
    }
    writeRefs(shape, payload.settles);
    shape.array(payload.extra.size());
    for (const auto &[tag, bytes] : payload.extra)
        shape.array(2).number(tag).bytes(base::view(bytes));
    return out;
}

base::Result<Payload> decodePayload(base::ByteView shape, base::ByteView values)
{
    if (shape.size() + values.size() > limits::kPayloadBytesMax)
        return base::failure(
            base::ErrorCode::LimitExceeded, QStringLiteral("a payload over its limit"));
    CborReader reader(shape);
    Payload payload;
    reader.array(5);
    const base::ByteView create = reader.bytes();
    if (create.size() == base::Salt::size)
        payload.create = base::Salt::fromTrusted(create.data());
    else if (!create.empty())
        reader.fail();
    readFields(reader, payload);
    readTransition(reader, payload);
    payload.settles = readRefs(reader);
    readExtra(reader, payload);
    SPILNO_TRY(reader.conclude("payload shape"));
    if (!values.empty())
        SPILNO_TRY(readValues(values, payload));
    return payload;
}

} // namespace spilno::wire
