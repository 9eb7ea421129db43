// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/ScopeChain.h"

namespace spilno::log {

/// What the public log says of one change: that a change with this header hash took this position
/// of a scope at this time. Its index in the tree is the log index. A value.
struct LogLeaf
{
    ScopeTag tag;
    quint64 position = 0;
    base::Hash headerHash;
    qint64 recordedMs = 0;

    /// [1, tag, position, header hash, recorded time in ms] in deterministic CBOR.
    [[nodiscard]] QByteArray encode() const;

    /// The hash that the Merkle tree takes for this leaf.
    [[nodiscard]] base::Hash hash() const;

    friend bool operator==(const LogLeaf &, const LogLeaf &) = default;
};

/// Reads LogLeaf::encode(). UnsupportedVersion, LimitExceeded or Malformed.
[[nodiscard]] base::Result<LogLeaf> parseLogLeaf(base::ByteView bytes);

} // namespace spilno::log
