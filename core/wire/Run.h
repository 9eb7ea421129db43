// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/base/Result.h"
#include "core/wire/ThinHeader.h"

#include <QtCore/QByteArray>

#include <vector>

namespace spilno::wire {

/// Contiguous changes of one feed ending in a signature: the unit that an author pushes and that
/// the sequencer gives contiguous positions. At most kRunChangesMax changes, and kRunBytesMax bytes
/// as encoded here.
///   run = [1, feed, firstSeq, opening, [* thin], signature]
/// `opening` is the feed opening where firstSeq is 0, else empty. The first hlc difference is to
/// the header before (to 0 at seq 0). Views point into `bytes`, which the run keeps alive.
struct Run
{
    base::FeedId feed;
    std::uint64_t firstSeq = 0;
    QByteArray opening;
    std::vector<ThinChange> changes;
    base::Signature signature; ///< Over the last header's hash, by the opening's device key.
    QByteArray bytes;          ///< What the views look into.

    [[nodiscard]] std::uint64_t lastSeq() const { return firstSeq + changes.size() - 1; }
};

[[nodiscard]] QByteArray encodeRun(const Run &run);
/// Checks grammar and limits (LimitExceeded, UnsupportedVersion, Malformed); log/Verifier.h checks
/// chain and signature.
[[nodiscard]] base::Result<Run> decodeRun(const QByteArray &bytes);

} // namespace spilno::wire
