// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/base/Result.h"
#include "core/wire/Value.h"

#include <optional>
#include <vector>

namespace spilno::wire {

/// How a change touches one field.
enum class FieldMode : std::uint8_t {
    Write = 0,           ///< register; the value is among the values
    WriteStructural = 1, ///< register; the value is in the shape, for ever
    Add = 2,             ///< set; the element is among the values
    AddStructural = 3,   ///< set; the element is in the shape
    Remove = 4,          ///< set; refs name the adds that were seen
};

[[nodiscard]] constexpr bool isStructural(FieldMode mode)
{
    return mode == FieldMode::WriteStructural || mode == FieldMode::AddStructural;
}
[[nodiscard]] constexpr bool hasErasableValue(FieldMode mode)
{
    return mode == FieldMode::Write || mode == FieldMode::Add;
}

/// One touched field. `refs` are the op ids of the values this write saw (register) or of the adds
/// it removes (set). `value` stands in the shape or in the values, as `mode` says.
struct FieldChange
{
    std::uint32_t key = 0;
    FieldMode mode = FieldMode::Write;
    std::vector<base::OpId> refs;
    Value value;
};

/// A step of a state machine: compare-and-set of the field `key`.
struct Transition
{
    std::uint32_t key = 0;
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    base::OpId seen; ///< The op of the transition that was seen; null for the initial state.
};

/// A payload, decoded: what a change does. Encoded as two byte strings:
///   shape  = [create, fields, transition, settles, extra]
///     create     = 16-byte salt of a creating change, else the empty byte string
///     fields     = [* [key, mode, [* ref], ? structural value]], keys ascending
///     transition = [] / [key, from, to, seen]
///     settles    = [* op id]          conflicts this change ends
///     extra      = [* [tag, bytes]], tags ascending (claim proofs, saga ids, erased ops)
///   values = 16 random bytes ‖ [* value], one for each non-structural write or add, in order
struct Payload
{
    std::optional<base::Salt> create;
    std::vector<FieldChange> fields;
    std::optional<Transition> transition;
    std::vector<base::OpId> settles;
    std::vector<std::pair<std::uint32_t, QByteArray>> extra;

    [[nodiscard]] const FieldChange *field(std::uint32_t key) const;
    [[nodiscard]] QByteArray extraOf(std::uint32_t tag) const;
};

/// The two byte strings of a payload.
struct PayloadBytes
{
    QByteArray shape;
    QByteArray values;
};

/// Encodes; `blinding` are 16 random bytes that make the commitment unguessable after erasure.
[[nodiscard]] PayloadBytes encodePayload(const Payload &payload, const base::Salt &blinding);

/// Decodes and checks the grammar: LimitExceeded or Malformed. With `values` empty (erased or
/// withheld) the values come out empty and everything else is whole.
[[nodiscard]] base::Result<Payload> decodePayload(base::ByteView shape, base::ByteView values);

/// Tags of Payload::extra.
inline constexpr std::uint32_t kExtraSaga = 1;        ///< 16 bytes, common to both halves
inline constexpr std::uint32_t kExtraErases = 2;      ///< concatenated op ids
inline constexpr std::uint32_t kExtraClaimProof = 3;  ///< 64-byte signature by the claim key
inline constexpr std::uint32_t kExtraContinues = 4;   ///< scope id ‖ entity id of the old record
inline constexpr std::uint32_t kExtraJoinProof = 5;   ///< 64-byte signature by the invitation key
inline constexpr std::uint32_t kExtraIdentity = 6;    ///< the identity genesis
inline constexpr std::uint32_t kExtraDeviceProof = 7; ///< 64-byte signature by the new device

} // namespace spilno::wire
