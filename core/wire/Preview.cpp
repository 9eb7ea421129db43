// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/Preview.h"

#include "core/base/Limits.h"
#include "core/wire/Cbor.h"

#include <algorithm>

namespace spilno::wire {

using base::ErrorCode;
using base::failure;

namespace {

PreviewHead readHead(CborReader &reader)
{
    PreviewHead head;
    reader.array(3);
    head.opening = base::toByteArray(reader.bytes(limits::kFeedOpeningBytesMax));
    head.prev = reader.id<base::Hash>();
    head.hlcBefore = static_cast<base::Hlc>(reader.number());
    if (head.opening.isEmpty() || head.hlcBefore == 0)
        reader.fail();
    return head;
}

bool goesOn(const SliceFeed &feed)
{
    return feed.firstSeq > 0;
}

} // namespace

QByteArray encodePreview(const Preview &preview)
{
    QByteArray bytes;
    CborWriter writer(bytes);
    writer.array(4).number(1).id(preview.chainBefore).array(preview.heads.size());
    for (const PreviewHead &head : preview.heads) {
        writer.array(3).bytes(base::view(head.opening)).id(head.prev);
        writer.number(static_cast<std::uint64_t>(head.hlcBefore));
    }
    writer.bytes(base::view(preview.slice.bytes));
    return bytes;
}

base::Result<Preview> decodePreview(const QByteArray &bytes)
{
    if (bytes.size() > limits::kPreviewBytesMax)
        return failure(ErrorCode::LimitExceeded, QStringLiteral("a preview over its limit"));
    Preview preview;
    CborReader reader(base::view(bytes));
    SPILNO_TRY(reader.openVersioned(4, "a preview"));
    preview.chainBefore = reader.id<base::Hash>();
    const std::uint64_t heads = reader.array();
    for (std::uint64_t i = 0; i < heads && reader.ok(); ++i) {
        preview.heads.push_back(readHead(reader));
        if (preview.heads.size() > static_cast<std::size_t>(limits::kPreviewChangesMax))
            reader.fail();
    }
    const QByteArray inner = base::toByteArray(reader.bytes());
    SPILNO_TRY(reader.conclude("a preview"));
    auto slice = decodeSlice(inner);
    const bool fits =
        slice && slice->count() <= limits::kPreviewChangesMax &&
        static_cast<std::size_t>(std::count_if(slice->feeds.begin(), slice->feeds.end(), goesOn)) ==
            preview.heads.size();
    if (!fits)
        return failure(
            ErrorCode::Malformed, QStringLiteral("a preview whose slice or heads do not fit"));
    preview.slice = std::move(*slice);
    return preview;
}

} // namespace spilno::wire
