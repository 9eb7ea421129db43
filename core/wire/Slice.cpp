// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/Slice.h"

#include "core/base/Limits.h"
#include "core/wire/Cbor.h"

#include <zstd.h>

#include <algorithm>
#include <unordered_set>

namespace spilno::wire {

namespace {

constexpr auto kNumberMax = static_cast<std::uint64_t>(INT64_MAX);

void writeFeed(CborWriter &writer, const SliceFeed &feed, std::uint64_t firstPosition)
{
    writer.array(6).id(feed.feed).number(feed.firstSeq).bytes(base::view(feed.opening));
    writer.bytes({}); // no certificate
    writer.array(feed.changes.size() * 2);
    std::uint64_t previous = firstPosition;
    for (const SliceChange &change : feed.changes) {
        writer.number(change.position - previous);
        writeThin(writer, change.thin);
        previous = change.position;
    }
    writer.id(feed.signature);
}

SliceFeed readFeed(CborReader &reader, const Slice &slice, std::vector<bool> &covered)
{
    SliceFeed feed;
    reader.array(6);
    feed.feed = reader.id<base::FeedId>();
    feed.firstSeq = reader.number();
    feed.opening = base::toByteArray(reader.bytes(limits::kFeedOpeningBytesMax));
    reader.bytes(0);
    const std::uint64_t items = reader.array();
    // Compared before anything is reserved: no feed has more changes than the slice.
    if (items == 0 || items % 2 != 0 || items / 2 > covered.size() ||
        (feed.firstSeq == 0) == feed.opening.isEmpty() || feed.firstSeq > kNumberMax - items / 2)
        reader.fail();
    std::uint64_t previous = slice.firstPosition;
    feed.changes.reserve(static_cast<std::size_t>(reader.ok() ? items / 2 : 0));
    for (std::uint64_t i = 0; i < items && reader.ok(); i += 2) {
        const std::uint64_t delta = reader.number(limits::kSliceChangesMax);
        const std::uint64_t position = previous + delta;
        const std::uint64_t index = position - slice.firstPosition;
        if ((i > 0 && delta == 0) || index >= covered.size() ||
            covered[static_cast<std::size_t>(index)]) {
            reader.fail();
            break;
        }
        covered[static_cast<std::size_t>(index)] = true;
        feed.changes.push_back({position, readThin(reader)});
        previous = position;
    }
    feed.signature = reader.id<base::Signature>();
    return feed;
}

void readSegments(CborReader &reader, Slice &slice)
{
    const std::uint64_t count = reader.array();
    std::uint64_t nextLogIndex = 0;
    std::uint64_t recordedMs = 0;
    std::uint64_t total = 0;
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
        reader.array(3);
        SliceSegment segment;
        segment.count = static_cast<std::uint32_t>(reader.number(limits::kSliceChangesMax));
        const std::uint64_t gap = reader.number();
        const std::uint64_t later = reader.number();
        segment.firstLogIndex = nextLogIndex + gap;
        nextLogIndex = segment.firstLogIndex + segment.count;
        recordedMs += later;
        segment.recordedMs = static_cast<qint64>(recordedMs);
        total += segment.count;
        if (segment.count == 0 || total > limits::kSliceChangesMax || nextLogIndex > kNumberMax ||
            recordedMs > kNumberMax || (i > 0 && gap == 0 && later == 0))
            reader.fail();
        slice.segments.push_back(segment);
    }
    if (slice.segments.empty())
        reader.fail();
}

} // namespace

void Slice::appendPlace(std::uint64_t logIndex, qint64 recordedMs)
{
    if (!segments.empty()) {
        SliceSegment &last = segments.back();
        if (logIndex == last.firstLogIndex + last.count && recordedMs == last.recordedMs) {
            ++last.count;
            return;
        }
    }
    segments.push_back({1, logIndex, recordedMs});
}

void Slice::dropBefore(std::uint64_t position)
{
    std::uint64_t left = position > firstPosition ? position - firstPosition : 0;
    firstPosition += left;
    while (left > 0 && !segments.empty()) {
        SliceSegment &first = segments.front();
        const auto gone = static_cast<std::uint32_t>(std::min<std::uint64_t>(left, first.count));
        left -= gone;
        first.count -= gone;
        first.firstLogIndex += gone;
        if (first.count == 0)
            segments.erase(segments.begin());
    }
    for (SliceFeed &feed : feeds) {
        const auto kept = std::find_if(
            feed.changes.begin(), feed.changes.end(),
            [position](const SliceChange &change) { return change.position >= position; });
        const auto gone = static_cast<std::uint64_t>(kept - feed.changes.begin());
        if (gone > 0)
            feed.opening.clear();
        feed.firstSeq += gone;
        feed.changes.erase(feed.changes.begin(), kept);
    }
    std::erase_if(feeds, [](const SliceFeed &feed) { return feed.changes.empty(); });
    std::sort(feeds.begin(), feeds.end(), [](const SliceFeed &a, const SliceFeed &b) {
        return a.changes.front().position < b.changes.front().position;
    });
}

std::uint64_t Slice::count() const
{
    std::uint64_t total = 0;
    for (const SliceSegment &segment : segments)
        total += segment.count;
    return total;
}

std::uint64_t Slice::lastLogIndex() const
{
    return segments.empty() ? 0 : segments.back().firstLogIndex + segments.back().count - 1;
}

QByteArray encodeSlice(const Slice &slice)
{
    QByteArray bytes;
    CborWriter writer(bytes);
    writer.array(9).number(1).id(slice.scope).number(slice.epoch).number(slice.firstPosition);
    writer.array(slice.segments.size());
    std::uint64_t nextLogIndex = 0;
    qint64 recordedMs = 0;
    for (const SliceSegment &segment : slice.segments) {
        writer.array(3).number(segment.count).number(segment.firstLogIndex - nextLogIndex);
        writer.number(
            static_cast<std::uint64_t>(segment.recordedMs) -
            static_cast<std::uint64_t>(recordedMs));
        nextLogIndex = segment.firstLogIndex + segment.count;
        recordedMs = segment.recordedMs;
    }
    writer.array(slice.feeds.size());
    for (const SliceFeed &feed : slice.feeds)
        writeFeed(writer, feed, slice.firstPosition);
    writer.id(slice.chain).number(slice.rulesNext).number(slice.peopleNext);
    return bytes;
}

base::Result<Slice> decodeSlice(const QByteArray &bytes)
{
    if (bytes.size() > limits::kSliceRawBytesMax)
        return base::failure(
            base::ErrorCode::LimitExceeded, QStringLiteral("a slice over its limit"));
    Slice slice;
    slice.bytes = bytes;
    CborReader reader(base::view(slice.bytes));
    SPILNO_TRY(reader.openVersioned(9, "a slice"));
    slice.scope = reader.id<base::ScopeId>();
    slice.epoch = reader.number();
    slice.firstPosition = reader.number(kNumberMax - limits::kSliceChangesMax);
    readSegments(reader, slice);
    std::vector<bool> covered(static_cast<std::size_t>(reader.ok() ? slice.count() : 0), false);
    const std::uint64_t feeds = reader.array();
    std::uint64_t changes = 0;
    std::uint64_t lastFirst = 0;
    std::unordered_set<base::FeedId> seen;
    for (std::uint64_t i = 0; i < feeds && reader.ok(); ++i) {
        SliceFeed feed = readFeed(reader, slice, covered);
        if (!reader.ok())
            break;
        if (!seen.insert(feed.feed).second || (i > 0 && feed.changes.front().position <= lastFirst))
            reader.fail();
        lastFirst = feed.changes.front().position;
        changes += feed.changes.size();
        slice.feeds.push_back(std::move(feed));
    }
    slice.chain = reader.id<base::Hash>();
    slice.rulesNext = reader.number();
    slice.peopleNext = reader.number();
    if (reader.ok() && changes != slice.count())
        reader.fail();
    SPILNO_TRY(reader.conclude("a slice"));
    return slice;
}

QByteArray compress(const QByteArray &plain, int level)
{
    QByteArray packed(
        static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(plain.size()))),
        Qt::Uninitialized);
    const std::size_t size = ZSTD_compress(
        packed.data(), static_cast<std::size_t>(packed.size()), plain.constData(),
        static_cast<std::size_t>(plain.size()), level);
    Q_ASSERT(ZSTD_isError(size) == 0);
    packed.resize(static_cast<qsizetype>(size));
    return packed;
}

base::Result<QByteArray> decompress(base::ByteView packed, qint64 maxBytes)
{
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN)
        return base::failure(
            base::ErrorCode::Malformed, QStringLiteral("not a zstd frame with a size"));
    if (size > static_cast<unsigned long long>(maxBytes))
        return base::failure(base::ErrorCode::LimitExceeded, QStringLiteral("unpacks to too much"));
    QByteArray plain(static_cast<qsizetype>(size), Qt::Uninitialized);
    const std::size_t got =
        ZSTD_decompress(plain.data(), static_cast<std::size_t>(size), packed.data(), packed.size());
    if (ZSTD_isError(got) != 0 || got != size)
        return base::failure(base::ErrorCode::Malformed, QStringLiteral("damaged zstd frame"));
    return plain;
}

} // namespace spilno::wire
