// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/Checkpoint.h"
#include "core/log/MerkleTree.h"

#include <optional>

namespace spilno::sync {

/// The checkpoints seen, of which the newest is kept: each must hold everything the one before
/// held. A value; storing the bytes is the caller's part.
class CheckpointTrail
{
public:
    enum class Verdict {
        Advanced,       ///< Newer, consistent: to be kept.
        Unchanged,      ///< The same again.
        Unreadable,     ///< Malformed, or not signed by the sequencer, or of another city.
        AnotherHistory, ///< Signed, and contradicts what was signed before.
        Behind,         ///< Signed, and holds less than what was signed before in the same epoch.
    };

    /// `seen` is the note kept from before, or empty. Malformed when it is damaged.
    [[nodiscard]] static base::Result<CheckpointTrail> from(
        const base::CityId &city, const QByteArray &seen);

    /// Judges the next note; `consistency` leads from the newest one held. An empty note says
    /// that the server has made none.
    [[nodiscard]] Verdict take(
        const QByteArray &note,
        const std::vector<base::Hash> &consistency,
        const base::PublicKey &sequencerKey);

    /// The newest note, or empty.
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    /// The same, read.
    [[nodiscard]] const std::optional<log::Checkpoint> &newest() const { return m_newest; }

private:
    base::CityId m_city;
    std::optional<log::Checkpoint> m_newest;
    QByteArray m_bytes;
};

} // namespace spilno::sync
