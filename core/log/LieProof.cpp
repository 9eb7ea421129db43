// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/LieProof.h"

#include "core/base/Limits.h"
#include "core/wire/Cbor.h"
#include "core/wire/Genesis.h"

#include <array>

namespace spilno::log {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

/// How many statements of which form a kind has, in the order they are written.
struct LieLayout
{
    std::size_t receipts;
    std::size_t checkpoints;
    bool hasSalt;
    bool hasTag;
    std::size_t leaves;
    std::size_t heads;

    [[nodiscard]] std::size_t count() const
    {
        return receipts + checkpoints + (hasSalt ? 1 : 0) + (hasTag ? 1 : 0) + leaves + heads;
    }
};

struct LieForm
{
    const char *name;
    LieLayout layout;
};

constexpr std::array<LieForm, kLieKinds> kForms{{
    {"two-faces", {0, 2, false, false, 0, 0}},
    {"rewritten-log", {0, 2, false, false, 2, 0}},
    {"dropped-change", {1, 1, false, false, 0, 0}},
    {"replaced-change", {1, 1, false, false, 1, 0}},
    {"position-twice", {2, 0, false, false, 0, 0}},
    {"held-back", {0, 1, false, false, 1, 1}},
    {"changed-history", {1, 1, true, false, 0, 1}},
    {"went-back", {0, 2, false, true, 0, 2}},
    {"wrong-time", {0, 1, false, false, 1, 0}},
    {"held-back-receipted", {1, 1, true, false, 0, 1}},
    {"two-histories", {0, 2, false, true, 0, 2}},
    {"time-before-receipt", {1, 1, false, false, 0, 0}},
}};

const LieForm &formOf(LieKind kind)
{
    return kForms[static_cast<std::size_t>(kind) - 1];
}

auto malformedProof(const char *why)
{
    return failure(ErrorCode::Malformed, QString::fromLatin1(why));
}

Result<LoggedLeaf> readLeaf(wire::CborReader &reader)
{
    LoggedLeaf logged;
    reader.array(3);
    const base::ByteView leaf = reader.bytes(limits::kLogLeafBytesMax);
    logged.index = reader.number(INT64_MAX);
    const std::uint64_t hashes = reader.array();
    if (hashes > limits::kMerkleProofHashesMax)
        reader.fail();
    for (std::uint64_t i = 0; i < hashes && reader.ok(); ++i)
        logged.path.push_back(reader.id<base::Hash>());
    if (!reader.ok())
        return malformedProof("a leaf in a proof that is none");
    SPILNO_ASSIGN(logged.leaf, parseLogLeaf(leaf));
    return logged;
}

Result<MappedHead> readHead(wire::CborReader &reader)
{
    MappedHead mapped;
    reader.array(3);
    mapped.head.next = reader.number(INT64_MAX);
    mapped.head.chain = reader.id<base::Hash>();
    const base::ByteView proof = reader.bytes(limits::kMapProofBytesMax);
    if (!reader.ok() || (mapped.head.next == 0 && !mapped.head.chain.isNull()))
        return malformedProof("a head in a proof that is none");
    SPILNO_ASSIGN(mapped.proof, parseMapProof(proof));
    return mapped;
}

/// The statements of a kind, from the first to the last.
Result<> readStatements(wire::CborReader &reader, const LieLayout &layout, LieProof &proof)
{
    if (!reader.array(layout.count()))
        return malformedProof("a proof with more or fewer statements than its kind has");
    for (std::size_t i = 0; i < layout.receipts; ++i) {
        const base::ByteView bytes = reader.bytes(limits::kReceiptBytesMax);
        if (!reader.ok())
            return malformedProof("a receipt in a proof that is none");
        SPILNO_ASSIGN(Receipt receipt, parseReceipt(bytes));
        proof.receipts.push_back(receipt);
    }
    for (std::size_t i = 0; i < layout.checkpoints; ++i) {
        const base::ByteView bytes = reader.bytes(limits::kCheckpointBytesMax);
        if (!reader.ok())
            return malformedProof("a checkpoint in a proof that is none");
        SPILNO_ASSIGN(Checkpoint checkpoint, parseCheckpoint(bytes));
        proof.checkpoints.push_back(std::move(checkpoint));
    }
    if (layout.hasSalt)
        proof.salt = reader.id<base::Salt>();
    if (layout.hasTag)
        proof.tag = reader.id<ScopeTag>();
    for (std::size_t i = 0; i < layout.leaves; ++i) {
        SPILNO_ASSIGN(LoggedLeaf leaf, readLeaf(reader));
        proof.leaves.push_back(std::move(leaf));
    }
    for (std::size_t i = 0; i < layout.heads; ++i) {
        SPILNO_ASSIGN(MappedHead head, readHead(reader));
        proof.heads.push_back(std::move(head));
    }
    return {};
}

} // namespace

QByteArray LieProof::encode() const
{
    QByteArray bytes;
    wire::CborWriter writer(bytes);
    writer.array(5).number(1).bytes(base::view(genesis)).array(keyChain.size());
    for (const QByteArray &link : keyChain)
        writer.bytes(base::view(link));
    const LieLayout &layout = formOf(kind).layout;
    writer.number(static_cast<std::uint64_t>(kind)).array(layout.count());
    for (const Receipt &receipt : receipts)
        writer.bytes(base::view(receipt.encode()));
    for (const Checkpoint &checkpoint : checkpoints)
        writer.bytes(base::view(checkpoint.encode()));
    if (layout.hasSalt)
        writer.id(salt);
    if (layout.hasTag)
        writer.id(tag);
    for (const LoggedLeaf &logged : leaves) {
        writer.array(3).bytes(base::view(logged.leaf.encode())).number(logged.index);
        writer.array(logged.path.size());
        for (const base::Hash &hash : logged.path)
            writer.id(hash);
    }
    for (const MappedHead &mapped : heads) {
        writer.array(3).number(mapped.head.next).id(mapped.head.chain);
        writer.bytes(base::view(mapped.proof.encode()));
    }
    return bytes;
}

Result<LieProof> parseLieProof(base::ByteView bytes)
{
    if (bytes.size() > limits::kLieProofBytesMax)
        return failure(ErrorCode::LimitExceeded, QStringLiteral("a proof of a lie too long"));
    wire::CborReader reader(bytes);
    LieProof proof;
    SPILNO_TRY(reader.openVersioned(5, "a proof of a lie"));
    proof.genesis = base::toByteArray(reader.bytes(limits::kCityGenesisBytesMax));
    const std::uint64_t links = reader.array();
    if (links > limits::kKeySuccessionsMax)
        reader.fail();
    for (std::uint64_t i = 0; i < links && reader.ok(); ++i)
        proof.keyChain.push_back(base::toByteArray(reader.bytes(limits::kKeySuccessionBytesMax)));
    const std::uint64_t kind = reader.number(kLieKinds);
    if (!reader.ok() || kind == 0)
        return malformedProof("a proof of a lie of no kind");
    SPILNO_TRY(wire::decodeCityGenesis(base::view(proof.genesis)));
    proof.kind = static_cast<LieKind>(kind);
    SPILNO_TRY(readStatements(reader, formOf(proof.kind).layout, proof));
    SPILNO_TRY(reader.conclude("a proof of a lie"));
    return proof;
}

QString lieKindName(LieKind kind)
{
    return QString::fromLatin1(formOf(kind).name);
}

} // namespace spilno::log
