// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/ChangeHeader.h"

#include <optional>

namespace spilno::wire {

class CborReader;
class CborWriter;

/// A change as runs and slices carry it: its header without the parts that a reader who holds the
/// feed can compute (version, feed, seq, prev, payload size and commitment, and the entity where
/// the salt of the shape gives it). Views point into the bytes it was decoded from.
///   thin = [hlc - previous hlc, txn, type, entity, ext, shape, values, ? [valuesHash, valuesSize]]
/// entity is the empty byte string exactly where it is the implied one (see impliedEntity), so that
/// a header has one thin form. The last item is there exactly where the values are absent (erased,
/// or withheld), and values is empty then.
struct ThinChange
{
    std::uint64_t hlcDelta = 0;
    std::uint32_t txn = 0;
    std::uint32_t type = 0;
    std::optional<base::EntityId> entity; ///< None: the implied one.
    base::ByteView ext;
    base::ByteView shape;
    base::ByteView values;
    bool valuesAbsent = false;
    base::Hash valuesHash;        ///< Only where valuesAbsent.
    std::uint32_t valuesSize = 0; ///< Only where valuesAbsent.
};

void writeThin(CborWriter &writer, const ThinChange &change);
/// Checks grammar and limits; that `entity` is left out where it can be is the verifier's part.
[[nodiscard]] ThinChange readThin(CborReader &reader);

/// The 16-byte salt of a creating shape in clear, or an empty view.
[[nodiscard]] base::ByteView creationSalt(base::ByteView shape);

/// The entity of a change whose thin form has none: the one its creation salt gives, or null where
/// the shape begins with no salt. It looks at the bytes only, so it is defined for sealed shapes.
[[nodiscard]] base::EntityId impliedEntity(
    const base::PersonId &person, const base::ScopeId &scope, base::ByteView shape);

/// What ThinChange::entity must be for a header that names `entity`: none where it is implied.
[[nodiscard]] std::optional<base::EntityId> thinEntity(
    const base::EntityId &entity,
    const base::PersonId &person,
    const base::ScopeId &scope,
    base::ByteView shape);

/// The full header that a thin change stands for, in its canonical bytes. `entity` is the implied
/// one where the thin change has none; `payloadCommit` is computed by the caller,
/// who needs it too.
[[nodiscard]] QByteArray expandHeader(
    const ThinChange &change,
    const base::FeedId &feed,
    std::uint64_t seq,
    const base::Hash &prev,
    base::Hlc hlc,
    const base::EntityId &entity,
    const base::Hash &payloadCommit);

} // namespace spilno::wire
