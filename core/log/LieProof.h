// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/Checkpoint.h"
#include "core/log/LogLeaf.h"
#include "core/log/MapProof.h"
#include "core/log/MerkleTree.h"
#include "core/log/Receipt.h"

#include <optional>
#include <vector>

namespace spilno::log {

/// Which statements no honest server makes together; the numbers are those of
/// docs/protocol/lies.md.
enum class LieKind : std::uint8_t {
    TwoFaces = 1,      ///< Two checkpoints of one size that differ.
    RewrittenLog,      ///< Two leaves at one index.
    DroppedChange,     ///< A receipt, and too late a checkpoint without it.
    ReplacedChange,    ///< A receipt, and another leaf in its place.
    PositionTwice,     ///< Two receipts for one position.
    HeldBack,          ///< A leaf, and a head that is not so far.
    ChangedHistory,    ///< A receipt, and a head with another chain there.
    WentBack,          ///< A head, and a lower one in a larger checkpoint.
    WrongTime,         ///< A leaf that is younger than its checkpoint.
    HeldBackReceipted, ///< A receipt in reach of a checkpoint, and a head that is not so far.
    TwoHistories,      ///< Two heads of one length with different chains.
    TimeBeforeReceipt, ///< A receipt that is younger than the checkpoint that holds it.
};

inline constexpr int kLieKinds = 12;

/// A leaf and the way from it to the root of the checkpoint that it belongs to.
struct LoggedLeaf
{
    LogLeaf leaf;
    quint64 index = 0;
    MerkleProof path;

    friend bool operator==(const LoggedLeaf &, const LoggedLeaf &) = default;
};

/// Where the map of a checkpoint says that a scope stands, or, at next 0, that it has nothing of
/// it.
struct MappedHead
{
    ScopeHead head;
    MapProof proof;

    friend bool operator==(const MappedHead &, const MappedHead &) = default;
};

/// Evidence that a city's server lied, complete in itself: whoever has these bytes can judge them
/// (LieJudge.h) without a replica, a network or trust in who brings them. A value, as it was read:
/// that it is well-formed says nothing about what it proves.
struct LieProof
{
    QByteArray genesis;               ///< Whose hash is the city, and which names the first key.
    std::vector<QByteArray> keyChain; ///< Successions (KeyChain.h) up to the newest key needed.
    LieKind kind = LieKind::TwoFaces;
    std::vector<Receipt> receipts;
    std::vector<Checkpoint> checkpoints;
    base::Salt salt; ///< Of the receipt's scope; only in kinds that need its tag.
    ScopeTag tag;    ///< Likewise, in kinds without a receipt.
    std::vector<LoggedLeaf> leaves;
    std::vector<MappedHead> heads;

    /// [1, genesis, [* succession], kind, [* statement]] in deterministic CBOR. What the kind does
    /// not have is left out.
    [[nodiscard]] QByteArray encode() const;

    friend bool operator==(const LieProof &, const LieProof &) = default;
};

/// Reads LieProof::encode(): exactly the statements of its kind, each well-formed.
/// UnsupportedVersion, LimitExceeded or Malformed; no signature and no proof is checked.
[[nodiscard]] base::Result<LieProof> parseLieProof(base::ByteView bytes);

/// The stable name of a kind, such as "two-faces"; used in JSON and the vectors.
[[nodiscard]] QString lieKindName(LieKind kind);

} // namespace spilno::log
