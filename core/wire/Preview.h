// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/Slice.h"

namespace spilno::wire {

/// What a reader without the earlier log must be told of a feed that goes on in a slice. The
/// opening gives the feed its name, and the signature of the slice's last header covers `prev` and
/// the clock, so that none of this has to be believed.
struct PreviewHead
{
    QByteArray opening;
    base::Hash prev;         ///< Hash of the header before the feed's first one in the slice.
    base::Hlc hlcBefore = 0; ///< Its clock.
};

/// The newest slice of a scope for somebody who does not hold what stands before it.
///   preview = [1, chainBefore, [* head], slice]
///   head    = [opening, prev, hlcBefore]
/// One head for each feed of the slice whose first seq is not 0, in the order of the slice.
/// `slice` is a byte string with the bytes of an ordinary slice, of at most kPreviewChangesMax
/// positions.
struct Preview
{
    base::Hash chainBefore; ///< The scope chain before the slice's first position.
    std::vector<PreviewHead> heads;
    Slice slice;
};

/// `preview.slice.bytes` are what is written.
[[nodiscard]] QByteArray encodePreview(const Preview &preview);
/// Checks grammar and limits (LimitExceeded, UnsupportedVersion, Malformed);
/// log::verifyPreview() checks signatures and the chain.
[[nodiscard]] base::Result<Preview> decodePreview(const QByteArray &bytes);

} // namespace spilno::wire
