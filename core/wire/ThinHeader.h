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
/// entity is the empty byte string where the salt gives it; the last item is there where the values
/// are absent (erased, or withheld), and values is empty then.
struct ThinChange
{
    std::uint64_t hlcDelta = 0;
    std::uint32_t txn = 0;
    std::uint32_t type = 0;
    std::optional<base::EntityId> entity; ///< None: derived from the salt.
    base::ByteView ext;
    base::ByteView shape;
    base::ByteView values;
    bool valuesAbsent = false;
    base::Hash valuesHash;        ///< Only where valuesAbsent.
    std::uint32_t valuesSize = 0; ///< Only where valuesAbsent.
};

void writeThin(CborWriter &writer, const ThinChange &change);
[[nodiscard]] ThinChange readThin(CborReader &reader);

/// The 16-byte salt of a creating shape in clear, or an empty view.
[[nodiscard]] base::ByteView creationSalt(base::ByteView shape);

/// The full header that a thin change stands for, in its canonical bytes. `entity` is the derived
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
