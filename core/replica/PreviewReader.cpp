// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/Previews.h"
#include "core/replica/Slices.h"

#include "core/base/Limits.h"

namespace spilno::replica {

using base::ErrorCode;
using base::failure;

/// The first position of the preview; that of the scope's end when there is none to give.
std::uint64_t PreviewReader::start(const ScopeRow &scope, int maxChanges, int maxRawBytes) const
{
    const std::uint64_t end = scope.status.next;
    std::uint64_t earliest = end;
    Statement sizes = m_core.connection->prepare(
        "SELECT id, length(shape) + ifnull(length(vals), 0) + ifnull(length(ext), 0) FROM change"
        " WHERE id >= ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3");
    sizes.bind(1, changeRowId(scope.id, 0)).bind(2, changeRowId(scope.id, end));
    sizes.bind(3, qint64{maxChanges});
    for (qint64 bytes = 0; sizes.next(); earliest = positionOf(sizes.integer(0))) {
        bytes += 96 + sizes.integer(1);
        if (bytes > maxRawBytes)
            break;
    }
    if (earliest == 0 || earliest == end)
        return end;
    if (!m_core.sequencer)
        return m_core.log.chainPointAfter(scope.id, earliest - 1);
    Statement runEnd = m_core.connection->prepare(
        "SELECT c.id FROM change c WHERE c.id >= ?1 AND c.id < ?2 AND"
        " EXISTS(SELECT 1 FROM signature s WHERE s.feed = c.feed AND s.seq = c.seq)"
        " ORDER BY c.id LIMIT 1");
    runEnd.bind(1, changeRowId(scope.id, earliest - 1)).bind(2, changeRowId(scope.id, end));
    return runEnd.next() ? positionOf(runEnd.integer(0)) + 1 : end;
}

base::Result<QByteArray> PreviewReader::read(
    const base::ScopeId &scopeId, int maxChanges, int maxRawBytes) const
{
    const auto scope = m_core.log.scope(scopeId);
    if (!scope)
        return failure(ErrorCode::NotFound, QStringLiteral("no such scope here"));
    const std::uint64_t end = scope->status.next;
    const std::uint64_t first = start(*scope, maxChanges, maxRawBytes);
    if (scope->status.kind != ScopeKind::Content || first == 0 || first >= end)
        return QByteArray();
    SPILNO_ASSIGN(
        const QByteArray bytes, SliceReader(m_core).read(
                                    scopeId, first, static_cast<int>(end - first),
                                    limits::kSliceRawBytesMax, SliceContents::Everything));
    wire::Preview preview;
    SPILNO_ASSIGN(preview.slice, wire::decodeSlice(bytes));
    if (preview.slice.lastPosition() + 1 != end)
        return QByteArray();
    SPILNO_ASSIGN(preview.chainBefore, m_core.log.chainAt(*scope, first));
    for (const wire::SliceFeed &feed : preview.slice.feeds) {
        if (feed.firstSeq == 0)
            continue;
        const auto row = m_core.log.feed(feed.feed);
        const auto before = row ? m_core.log.changeAt(row->id, feed.firstSeq - 1) : std::nullopt;
        if (!before)
            return failure(ErrorCode::Corrupt, QStringLiteral("a feed with a hole"));
        preview.heads.push_back({m_core.log.opening(row->id), before->hash, before->hlc});
    }
    QByteArray encoded = wire::encodePreview(preview);
    if (encoded.size() > limits::kPreviewBytesMax)
        return QByteArray();
    return encoded;
}

} // namespace spilno::replica
