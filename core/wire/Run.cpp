// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/Run.h"

#include "core/base/Limits.h"
#include "core/wire/Cbor.h"

namespace spilno::wire {

QByteArray encodeRun(const Run &run)
{
    QByteArray bytes;
    CborWriter writer(bytes);
    writer.array(6).number(1).id(run.feed).number(run.firstSeq).bytes(base::view(run.opening));
    writer.array(run.changes.size());
    for (const ThinChange &change : run.changes)
        writeThin(writer, change);
    writer.id(run.signature);
    return bytes;
}

base::Result<Run> decodeRun(const QByteArray &bytes)
{
    if (bytes.size() > limits::kRunBytesMax)
        return base::failure(
            base::ErrorCode::LimitExceeded, QStringLiteral("a run over its limit"));
    Run run;
    run.bytes = bytes;
    CborReader reader(base::view(run.bytes));
    SPILNO_TRY(reader.openVersioned(6, "a run"));
    run.feed = reader.id<base::FeedId>();
    run.firstSeq = reader.number(INT64_MAX);
    run.opening = base::toByteArray(reader.bytes(limits::kFeedOpeningBytesMax));
    const std::uint64_t count = reader.array();
    if (count == 0 || count > limits::kRunChangesMax)
        reader.fail();
    run.changes.reserve(static_cast<std::size_t>(reader.ok() ? count : 0));
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i)
        run.changes.push_back(readThin(reader));
    run.signature = reader.id<base::Signature>();
    if ((run.firstSeq == 0) == run.opening.isEmpty() ||
        run.lastSeq() > static_cast<std::uint64_t>(INT64_MAX))
        reader.fail();
    SPILNO_TRY(reader.conclude("a run"));
    return run;
}

} // namespace spilno::wire
