// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/PageAssembler.h"

#include "core/base/Limits.h"

#include <utility>

namespace spilno::sync {

base::Result<std::optional<PackedSlice>> PageAssembler::take(const wire::PageFrame &page)
{
    const bool sameSlice = m_open && m_open->scope == page.scope &&
                           m_open->firstPosition == page.firstPosition &&
                           m_open->preview == page.preview;
    if (sameSlice && page.part + 1 == m_nextPart && page.part > 0) {
        m_dropped += page.bytes.size();
        return std::optional<PackedSlice>();
    }
    if (page.part == 0) {
        if (m_open)
            m_dropped += m_open->bytes.size();
        m_open = PackedSlice{page.scope, page.firstPosition, page.preview, {}};
        m_nextPart = 0;
    } else if (!sameSlice || page.part != m_nextPart) {
        return base::failure(
            base::ErrorCode::Malformed, QStringLiteral("a page part out of its order"));
    }
    if (m_open->bytes.size() + page.bytes.size() > limits::kSliceWireBytesMax)
        return base::failure(
            base::ErrorCode::LimitExceeded, QStringLiteral("a slice over its limit"));
    m_open->bytes += page.bytes;
    ++m_nextPart;
    if (!page.last)
        return std::optional<PackedSlice>();
    return std::exchange(m_open, std::nullopt);
}

qint64 PageAssembler::takeDroppedBytes()
{
    return std::exchange(m_dropped, 0);
}

} // namespace spilno::sync
