// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/wire/Frames.h"

#include <optional>

namespace spilno::sync {

/// A slice as it travels: compressed and not looked into.
struct PackedSlice
{
    base::ScopeId scope;
    std::uint64_t firstPosition = 0;
    bool preview = false;
    QByteArray bytes;
};

/// Puts the parts of one slice together. Parts come in order, one slice after another; the last
/// part again, or a slice begun anew, is borne.
class PageAssembler
{
public:
    /// The slice that this part completes, if it does. Malformed for a part out of order,
    /// LimitExceeded over kSliceWireBytesMax.
    [[nodiscard]] base::Result<std::optional<PackedSlice>> take(const wire::PageFrame &page);

    /// Bytes of parts that were dropped because their slice was begun anew; asking forgets them.
    [[nodiscard]] qint64 takeDroppedBytes();
    /// Whether a slice is begun and not complete.
    [[nodiscard]] bool isOpen() const { return m_open.has_value(); }

private:
    std::optional<PackedSlice> m_open;
    std::uint64_t m_nextPart = 0;
    qint64 m_dropped = 0;
};

} // namespace spilno::sync
