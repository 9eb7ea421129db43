// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/LieJudge.h"

#include "core/base/Limits.h"
#include "core/log/KeyChain.h"
#include "core/wire/Genesis.h"

#include <algorithm>
#include <array>

namespace spilno::log {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr std::array<const char *, 12> kFindingNames{
    "lie",     "other-epoch", "equal",        "other-size", "other-index", "other-position",
    "in-time", "included",    "not-included", "not-larger", "not-lower",   "absent"};

/// Success when one of the city's keys signed the statement; `key` becomes that one.
template <class Statement>
Result<> expectSignedByOne(
    const Statement &statement, const std::vector<base::PublicKey> &keys, base::PublicKey &key)
{
    for (const base::PublicKey &known : keys) {
        if (statement.verify(known)) {
            key = known;
            return {};
        }
    }
    return failure(
        ErrorCode::BadSignature, QStringLiteral("a statement that no key of the city signed"));
}

/// Steps 2 to 4: whose statements they are.
Result<LieVerdict> identify(const LieProof &proof)
{
    SPILNO_ASSIGN(
        const wire::CityGenesis genesis, wire::decodeCityGenesis(base::view(proof.genesis)));
    SPILNO_ASSIGN(const auto keys, walkKeyChain(genesis.sequencer, proof.keyChain));
    LieVerdict verdict;
    verdict.kind = proof.kind;
    verdict.city = wire::cityId(base::view(proof.genesis));
    verdict.cityName = genesis.name;
    const auto isOther = [&verdict](const auto &one) { return one.city != verdict.city; };
    if (std::any_of(proof.receipts.begin(), proof.receipts.end(), isOther) ||
        std::any_of(proof.checkpoints.begin(), proof.checkpoints.end(), isOther))
        return failure(ErrorCode::WrongCity, QStringLiteral("a statement of another city"));
    std::vector<qint64> times;
    for (const Receipt &receipt : proof.receipts) {
        SPILNO_TRY(expectSignedByOne(receipt, keys, verdict.key));
        times.push_back(receipt.recordedMs);
        verdict.epoch = receipt.epoch;
    }
    for (const Checkpoint &checkpoint : proof.checkpoints) {
        SPILNO_TRY(expectSignedByOne(checkpoint, keys, verdict.key));
        times.push_back(checkpoint.timeMs);
        verdict.epoch = checkpoint.epoch;
    }
    verdict.earlierMs = *std::min_element(times.begin(), times.end());
    verdict.laterMs = *std::max_element(times.begin(), times.end());
    return verdict;
}

bool isOfOneEpoch(const LieProof &proof)
{
    const quint64 epoch =
        proof.receipts.empty() ? proof.checkpoints.front().epoch : proof.receipts.front().epoch;
    const auto isOf = [epoch](const auto &one) { return one.epoch == epoch; };
    return std::all_of(proof.receipts.begin(), proof.receipts.end(), isOf) &&
           std::all_of(proof.checkpoints.begin(), proof.checkpoints.end(), isOf);
}

/// The name in the map of the scope that heads are about.
ScopeTag tagOf(const LieProof &proof)
{
    if (proof.kind == LieKind::HeldBack)
        return proof.leaves.front().leaf.tag;
    if (!proof.receipts.empty())
        return scopeTag(proof.receipts.front().scope, proof.salt);
    return proof.tag;
}

/// Step 6: leaves and heads are in their checkpoints, the first in the first, the second in the
/// second.
Result<> expectIncluded(const LieProof &proof)
{
    for (std::size_t i = 0; i < proof.leaves.size(); ++i) {
        const LoggedLeaf &logged = proof.leaves[i];
        const Checkpoint &in = proof.checkpoints[i];
        SPILNO_TRY(
            verifyInclusion(logged.leaf.hash(), logged.index, in.treeSize, logged.path, in.root));
    }
    for (std::size_t i = 0; i < proof.heads.size(); ++i) {
        const MappedHead &mapped = proof.heads[i];
        const auto head =
            mapped.head.next > 0 ? std::optional<ScopeHead>(mapped.head) : std::nullopt;
        SPILNO_TRY(verifyMapProof(proof.checkpoints[i].mapRoot, tagOf(proof), head, mapped.proof));
    }
    return {};
}

quint64 lastIndexOf(const Receipt &receipt)
{
    return receipt.firstLogIndex + (receipt.lastPosition - receipt.firstPosition);
}

LieFinding lieUnless(bool isInnocent, LieFinding innocent)
{
    return isInnocent ? innocent : LieFinding::Lie;
}

/// Kinds 1, 2, 8 and 11: two checkpoints.
LieFinding compareCheckpoints(const LieProof &proof)
{
    const Checkpoint &first = proof.checkpoints[0];
    const Checkpoint &second = proof.checkpoints[1];
    switch (proof.kind) {
    case LieKind::TwoFaces:
        if (first.treeSize != second.treeSize)
            return LieFinding::OtherSize;
        return lieUnless(
            first.root == second.root && first.mapRoot == second.mapRoot, LieFinding::Equal);
    case LieKind::RewrittenLog:
        if (proof.leaves[0].index != proof.leaves[1].index)
            return LieFinding::OtherIndex;
        return lieUnless(proof.leaves[0].leaf == proof.leaves[1].leaf, LieFinding::Equal);
    case LieKind::WentBack:
        if (second.treeSize <= first.treeSize)
            return LieFinding::NotLarger;
        return lieUnless(
            proof.heads[1].head.next >= proof.heads[0].head.next, LieFinding::NotLower);
    default: // TwoHistories
        if (proof.heads[0].head.next != proof.heads[1].head.next)
            return LieFinding::OtherPosition;
        return lieUnless(proof.heads[0].head == proof.heads[1].head, LieFinding::Equal);
    }
}

/// Kinds 3, 4, 7, 10 and 12: a receipt and a checkpoint.
LieFinding compareReceipt(const LieProof &proof)
{
    const Receipt &receipt = proof.receipts.front();
    const Checkpoint &checkpoint = proof.checkpoints.front();
    const bool isInReach = checkpoint.treeSize > lastIndexOf(receipt);
    switch (proof.kind) {
    case LieKind::DroppedChange:
        if (isInReach)
            return LieFinding::Included;
        return lieUnless(
            checkpoint.timeMs - receipt.recordedMs <= limits::kCheckpointWithinMs,
            LieFinding::InTime);
    case LieKind::ReplacedChange: {
        const LoggedLeaf &logged = proof.leaves.front();
        if (logged.index != lastIndexOf(receipt))
            return LieFinding::OtherIndex;
        // The tag is left out: nobody signed the salt that would name it.
        return lieUnless(
            logged.leaf.position == receipt.lastPosition &&
                logged.leaf.headerHash == receipt.lastHeaderHash &&
                logged.leaf.recordedMs == receipt.recordedMs,
            LieFinding::Equal);
    }
    case LieKind::ChangedHistory:
        if (proof.heads.front().head.next != receipt.lastPosition + 1)
            return LieFinding::OtherPosition;
        return lieUnless(proof.heads.front().head.chain == receipt.chain, LieFinding::Equal);
    case LieKind::HeldBackReceipted:
        if (!isInReach)
            return LieFinding::NotIncluded;
        if (proof.heads.front().head.next == 0)
            return LieFinding::Absent;
        return lieUnless(
            proof.heads.front().head.next > receipt.lastPosition, LieFinding::Included);
    default: // TimeBeforeReceipt
        if (!isInReach)
            return LieFinding::NotIncluded;
        return lieUnless(checkpoint.timeMs >= receipt.recordedMs, LieFinding::InTime);
    }
}

/// Kind 5.
LieFinding compareReceipts(const Receipt &first, const Receipt &second)
{
    if (first.scope != second.scope || first.lastPosition != second.lastPosition)
        return LieFinding::OtherPosition;
    return lieUnless(
        first.lastHeaderHash == second.lastHeaderHash && first.chain == second.chain,
        LieFinding::Equal);
}

/// Step 7: what the statements show.
LieFinding compareStatements(const LieProof &proof)
{
    switch (proof.kind) {
    case LieKind::PositionTwice:
        return compareReceipts(proof.receipts[0], proof.receipts[1]);
    case LieKind::HeldBack:
        return lieUnless(
            proof.heads.front().head.next > proof.leaves.front().leaf.position,
            LieFinding::Included);
    case LieKind::WrongTime:
        return lieUnless(
            proof.checkpoints.front().timeMs >= proof.leaves.front().leaf.recordedMs,
            LieFinding::InTime);
    default:
        return proof.receipts.empty() ? compareCheckpoints(proof) : compareReceipt(proof);
    }
}

} // namespace

Result<LieVerdict> judgeProof(base::ByteView bytes)
{
    SPILNO_ASSIGN(const LieProof proof, parseLieProof(bytes));
    return judgeProof(proof);
}

Result<LieVerdict> judgeProof(const LieProof &proof)
{
    SPILNO_ASSIGN(LieVerdict verdict, identify(proof));
    if (!isOfOneEpoch(proof)) {
        verdict.finding = LieFinding::OtherEpoch;
        return verdict;
    }
    SPILNO_TRY(expectIncluded(proof));
    verdict.finding = compareStatements(proof);
    return verdict;
}

LieFinding contradictionIn(const LieProof &proof)
{
    return isOfOneEpoch(proof) ? compareStatements(proof) : LieFinding::OtherEpoch;
}

QString lieFindingName(LieFinding finding)
{
    return QString::fromLatin1(kFindingNames[static_cast<std::size_t>(finding)]);
}

} // namespace spilno::log
