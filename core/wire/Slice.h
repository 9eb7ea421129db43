// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/base/Result.h"
#include "core/wire/ThinHeader.h"

#include <QtCore/QByteArray>

#include <vector>

namespace spilno::wire {

/// A change with the position the sequencer gave it.
struct SliceChange
{
    std::uint64_t position = 0;
    ThinChange thin;
};

/// The part of a slice that one feed wrote, in the order of its seqs.
struct SliceFeed
{
    base::FeedId feed;
    std::uint64_t firstSeq = 0;
    QByteArray opening;        ///< The feed opening where firstSeq is 0, else empty.
    base::Signature signature; ///< Over the hash of this feed's last header in the slice.
    std::vector<SliceChange> changes;
};

/// Contiguous positions with contiguous log indices and one recorded time. As long as can be: of
/// two neighbours the second has a later log index than follows, or a later time.
struct SliceSegment
{
    std::uint32_t count = 0;
    std::uint64_t firstLogIndex = 0;
    qint64 recordedMs = 0;
};

/// Contiguous positions of one scope, grouped by feed: the unit a replica commits.
///   slice   = [1, scope, epoch, firstPosition, [* segment], [* feed], chain,
///              rulesNext, peopleNext]
///   segment = [count, firstLogIndex - end of the segment before, recordedMs - that before]
///   feed    = [feed, firstSeq, opening, certificate, [* (position - previous, thin)], signature]
/// certificate is reserved and empty in version 1. Feeds stand in the order of their first
/// position, each once. `(x, thin)` are two items one after the other. Positions count from 0.
struct Slice
{
    base::ScopeId scope;
    std::uint64_t epoch = 0;
    std::uint64_t firstPosition = 0;
    std::vector<SliceSegment> segments;
    std::vector<SliceFeed> feeds;
    base::Hash chain;             ///< The scope chain after the last position.
    std::uint64_t rulesNext = 0;  ///< Positions the rules scope had at the last log index here.
    std::uint64_t peopleNext = 0; ///< The same of the people scope.
    QByteArray bytes;             ///< What the views look into.

    /// Says where the next position stands in the log; makes the segments. Log indices ascend and
    /// times do not go back.
    void appendPlace(std::uint64_t logIndex, qint64 recordedMs);

    /// Leaves out the positions before `position`, which the reader holds already: a slice again,
    /// when that is between two runs.
    void dropBefore(std::uint64_t position);

    [[nodiscard]] std::uint64_t count() const;
    [[nodiscard]] std::uint64_t lastPosition() const { return firstPosition + count() - 1; }
    [[nodiscard]] std::uint64_t lastLogIndex() const;
};

[[nodiscard]] QByteArray encodeSlice(const Slice &slice);
/// Checks grammar, limits (LimitExceeded, UnsupportedVersion, Malformed), and that positions are
/// contiguous and covered exactly once. Signatures, chains and commitments are the part of
/// log/Verifier.h.
[[nodiscard]] base::Result<Slice> decodeSlice(const QByteArray &bytes);

/// zstd, as slices and bundles travel.
[[nodiscard]] QByteArray compress(const QByteArray &plain, int level = 1);
/// LimitExceeded before more than `maxBytes` are produced.
[[nodiscard]] base::Result<QByteArray> decompress(base::ByteView packed, qint64 maxBytes);

} // namespace spilno::wire
