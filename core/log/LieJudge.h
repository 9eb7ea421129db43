// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/LieProof.h"

namespace spilno::log {

/// What statements that are all signed, and all of one city, show.
enum class LieFinding : std::uint8_t {
    Lie,           ///< No honest server makes them together.
    OtherEpoch,    ///< They are of different epochs, which accuses nobody.
    Equal,         ///< They say the same.
    OtherSize,     ///< Checkpoints of different sizes may differ.
    OtherIndex,    ///< They speak of different places of the log.
    OtherPosition, ///< They speak of different positions or scopes.
    InTime,        ///< The times are as they may be.
    Included,      ///< What was said to be missing is there.
    NotIncluded,   ///< The checkpoint need not hold it: it ends before.
    NotLarger,     ///< The second checkpoint is not larger than the first.
    NotLower,      ///< The scope did not become shorter.
    Absent,        ///< Nothing stands under the tag, which a false salt brings about as well.
};

/// The judgement of a proof, with what people are told of it.
struct LieVerdict
{
    LieFinding finding = LieFinding::Lie;
    LieKind kind = LieKind::TwoFaces;
    base::CityId city;
    QString cityName;     ///< As the genesis says; a name proves nothing, the id does.
    base::PublicKey key;  ///< The key that signed the last statement.
    quint64 epoch = 0;    ///< Of the last statement.
    qint64 earlierMs = 0; ///< The server's times of the first and of the last statement.
    qint64 laterMs = 0;

    [[nodiscard]] bool isLie() const { return finding == LieFinding::Lie; }
};

/// Judges the bytes of a proof, which may come from anybody, in the steps of
/// docs/protocol/lies.md. Pure: no replica, no clock, no network. UnsupportedVersion, LimitExceeded
/// or Malformed where they are no proof; WrongCity or BadSignature where a statement is not of this
/// city or not of its sequencer, or a path does not lead to its checkpoint.
[[nodiscard]] base::Result<LieVerdict> judgeProof(base::ByteView bytes);

/// The same of a proof that was read or put together.
[[nodiscard]] base::Result<LieVerdict> judgeProof(const LieProof &proof);

/// Steps 5 and 7 alone, for who has checked the statements one by one, and looks among many for
/// two that contradict each other. What is found this way is still to be judged.
[[nodiscard]] LieFinding contradictionIn(const LieProof &proof);

/// The stable name of a finding, such as "in-time"; used in JSON and the vectors.
[[nodiscard]] QString lieFindingName(LieFinding finding);

} // namespace spilno::log
